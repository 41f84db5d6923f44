"""Whether several tables tell the same story: are their odds ratios alike?"""

from dataclasses import dataclass

import numpy as np

from analytics.bisection import BoolArray
from analytics.mantel_haenszel import Strata, common_odds_ratio, strata
from analytics.selection import FloatArray, IntArray, Selection
from analytics.tail_probabilities import chi_squared_tail


@dataclass(frozen=True, slots=True, eq=False)
class HomogeneityTest:
    """Chi-squared statistics with their degrees of freedom and p-values, all of one shape."""

    statistic: FloatArray
    degrees: IntArray
    p_value: FloatArray


def breslow_day(group: Selection, reference: Selection) -> HomogeneityTest:
    """Return the test of Breslow and Day, with Tarone's correction, that the odds ratios are equal.

    A small p-value says that the strata disagree, and that one pooled figure hides this; a large
    one does not prove that they agree, least of all with few people. Strata whose margins allow one
    table only do not count. Statistic and p-value are NaN where fewer than two strata count, or
    where the common odds ratio is 0, infinite or unknown.

    Args:
        group: People selected of a total, strata along the last axis.
        reference: The people they are compared with, of a shape that broadcasts with it.

    Raises:
        ValueError: The counts have no axis.

    Sources: Breslow NE and Day NE (1980), Statistical Methods in Cancer Research I, IARC; Tarone RE
    (1985), On heterogeneity tests based on efficient scores, Biometrika 72, 91-95. Example: Doll
    and Hill (1950) as in Fagerland MW, Lydersen S and Laake P (2017), Statistical Analysis of
    Contingency Tables.

    >>> test = breslow_day(Selection([647, 41], [1269, 69]), Selection([2, 19], [29, 51]))
    >>> test.statistic.round(3), test.p_value.round(6)
    (np.float64(5.175), np.float64(0.022919))
    """
    tables = strata(group, reference)
    ratio = common_odds_ratio(group, reference).value
    usable = np.isfinite(ratio) & (ratio > 0)
    counts = _informative(tables)
    excess, variance = _excess(tables, np.where(usable, ratio, 1)[..., np.newaxis])
    excess, variance = np.where(counts, excess, 0), np.where(counts, variance, 0)
    # Tarone: the Mantel-Haenszel ratio does not quite fit the total, which inflates the sum.
    spread = np.maximum(variance.sum(axis=-1), np.finfo(float).tiny)
    raw = (excess**2 / np.where(counts, variance, 1)).sum(axis=-1)
    degrees = np.maximum(counts.sum(axis=-1) - 1, 0)
    statistic = np.where(
        usable & (degrees > 0), np.maximum(raw - excess.sum(axis=-1) ** 2 / spread, 0), np.nan
    )
    return HomogeneityTest(statistic, degrees, chi_squared_tail(statistic, degrees))


def _informative(t: Strata) -> BoolArray:
    return (t.a + t.b > 0) & (t.c + t.d > 0) & (t.a + t.c > 0) & (t.b + t.d > 0)


def _excess(t: Strata, ratio: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return observed less fitted selected of the group, with its variance, under one ``ratio``."""
    ours, selected = t.a + t.b, t.a + t.c
    slope = t.d - t.a + ratio * (ours + selected)
    root = np.sqrt(np.maximum(slope**2 + 4 * ratio * (1 - ratio) * ours * selected, 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        # the one root of the quadratic inside the margins, by whichever form does not cancel
        fitted = np.where(
            slope > 0,
            2 * ratio * ours * selected / (slope + root),
            (root - slope) / (2 * (1 - ratio)),
        )
        moved = t.a - fitted
        cells = (fitted, t.b + moved, t.c + moved, t.d - moved)
        variance = 1 / np.sum([1 / cell for cell in cells], axis=0)
    return moved, variance
