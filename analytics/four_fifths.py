"""The four-fifths rule of United States guidance, in whole numbers.

It is a rule of thumb of US agencies, not part of the law of England and Wales: label it so. It
looks at the size of a gap only, so with few people it is breached by chance.

Source: Equal Employment Opportunity Commission and others (1978), Uniform Guidelines on Employee
Selection Procedures, 29 CFR 1607.4 D; and (1979), Questions and Answers to Clarify and Provide a
Common Interpretation of the Uniform Guidelines, 44 Federal Register 11996.
"""

import numpy as np

from analytics.bisection import BoolArray
from analytics.selection import FloatArray, IntArray, Selection


def below_four_fifths(group: Selection, *others: Selection) -> BoolArray:
    """Return whether the rate of ``group`` is under 80 % of the rate of any of the ``others``.

    Exactly 80 % is not. False where a rate does not exist because there is nobody.

    In the agencies' own example whites are hired at 60 %, American Indians at 45 %, Hispanics at
    48 % and blacks at 51 %, and the rule points at American Indians only:

    >>> below_four_fifths(Selection([45, 48, 51], 100), Selection(60, 100))
    array([ True, False, False])
    """
    breaches = [
        5 * group.selected * other.total < 4 * other.selected * group.total for other in others
    ]
    breach: BoolArray = np.logical_or.reduce(np.broadcast_arrays(np.False_, *breaches))
    return breach


def adverse_impact_ratio(group: Selection, *others: Selection) -> FloatArray:
    """Return the rate of ``group`` over the highest rate, its own included: 0 to 1.

    1 where the group itself has the highest rate. NaN where the group is empty or nobody is
    selected anywhere; an empty group among the others is passed over.

    >>> adverse_impact_ratio(Selection([45, 48, 51], 100), Selection(60, 100))
    array([0.75, 0.8 , 0.85])
    """
    highest = np.fmax.reduce(np.broadcast_arrays(group.rate, *(other.rate for other in others)))
    with np.errstate(invalid="ignore"):
        return np.divide(group.rate, highest)


def shortfall(group: Selection, reference: Selection) -> IntArray:
    """Return how many more of ``group`` would have been selected at the rate of ``reference``.

    The smallest whole number that brings the group's rate up to the reference's; 0 where it is not
    behind, or where either is empty. It is a measure of size, not a target or a quota.

    12 of 40 are hired where the others are hired at 48 of 80:

    >>> shortfall(Selection(12, 40), Selection(48, 80))
    np.int64(12)
    """
    behind = reference.selected * group.total - group.selected * reference.total
    more: IntArray = np.maximum(-(-behind // np.maximum(reference.total, 1)), 0)
    return more
