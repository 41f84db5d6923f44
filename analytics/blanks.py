"""What the people who left the question blank could change.

They stand outside the group and the comparator. The bounds put them inside, one way and another;
the tipping point says how many of them it takes.
"""

from dataclasses import dataclass

import numpy as np

from analytics.bisection import BoolArray
from analytics.fisher import fisher_exact
from analytics.selection import FloatArray, IntArray, Selection


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """The group and its comparator after the blanks have been shared out as ``name`` says."""

    name: str
    group: Selection
    reference: Selection


@dataclass(frozen=True, slots=True, eq=False)
class TippingPoint:
    """How few of the blanks would do, if they belonged to the group, to change what is found.

    Float arrays of whole numbers. NaN: there are not enough blanks for it, whoever they are.
    """

    direction: FloatArray
    significance: FloatArray


def blank_scenarios(
    group: Selection, reference: Selection, blanks: Selection
) -> tuple[Scenario, ...]:
    """Return five ways of sharing out the blanks, of which the last two are the extremes.

    ``stated`` leaves them out. ``all in group`` and ``all in reference`` put all on one side.
    ``lowest for group`` takes those rejected as the group's and those selected as the reference's,
    ``highest for group`` the reverse: no sharing out gives the group a lower, or a higher, rate
    against the reference.

    >>> [
    ...     (case.name, int(case.group.selected), int(case.group.total))
    ...     for case in blank_scenarios(Selection(10, 20), Selection(60, 90), Selection(4, 6))
    ... ][-2:]
    [('lowest for group', 10, 22), ('highest for group', 14, 24)]
    """
    nobody = Selection(0, 0)
    passed = Selection(blanks.selected, blanks.selected)
    failed = Selection(np.zeros_like(blanks.rejected), blanks.rejected)
    shares = {
        "stated": (nobody, nobody),
        "all in group": (blanks, nobody),
        "all in reference": (nobody, blanks),
        "lowest for group": (failed, passed),
        "highest for group": (passed, failed),
    }
    return tuple(
        Scenario(name, _joined(group, ours), _joined(reference, theirs))
        for name, (ours, theirs) in shares.items()
    )


def tipping_point(
    group: Selection,
    reference: Selection,
    blanks: Selection,
    *,
    significance_level: float = 0.05,
) -> TippingPoint:
    """Return the fewest blanks that, in the group, would close the gap or change its significance.

    Those that matter most join the group first, all others stay out: for ``direction``, selected
    people where the group is behind and rejected ones where it is ahead, until the gap is closed or
    reversed (0 where there is none); for ``significance``, all selected or all rejected, until
    Fisher's two-sided p-value crosses ``significance_level`` one way or the other.

    Args:
        group: People selected of a total; any shape.
        reference: The people they are compared with, of a shape that broadcasts with it.
        blanks: The people whose answer is not known, of a shape that broadcasts.
        significance_level: Between 0 and 1, both excluded.

    Raises:
        ValueError: ``significance_level`` is outside (0, 1).

    >>> tip = tipping_point(Selection(10, 20), Selection(60, 90), Selection(12, 15))
    >>> float(tip.direction), float(tip.significance)
    (10.0, nan)
    """
    if not 0 < significance_level < 1:
        raise ValueError(f"significance_level must lie between 0 and 1, not {significance_level}")
    crossings = [
        _crossing(group, reference, joining, one, significance_level)
        for joining, one in ((blanks.selected, 1), (blanks.rejected, 0))
    ]
    return TippingPoint(_reversal(group, reference, blanks), np.fmin(*crossings))


def _joined(people: Selection, joining: Selection) -> Selection:
    return Selection(people.selected + joining.selected, people.total + joining.total)


def _reversal(group: Selection, reference: Selection, blanks: Selection) -> FloatArray:
    behind = reference.selected * group.total - group.selected * reference.total
    gain = np.where(behind > 0, reference.rejected, reference.selected)
    needed = -(-np.abs(behind) // np.maximum(gain, 1))
    available = np.where(behind > 0, blanks.selected, blanks.rejected)
    enough = (needed <= available) & ((gain > 0) | (behind == 0))
    return np.where(enough, needed, np.nan)


def _crossing(
    group: Selection, reference: Selection, joining: IntArray, one: int, level: float
) -> FloatArray:
    """Return the first number of ``joining`` at which significance is not what it was."""
    a, n, b, m, most = (
        counts.ravel()
        for counts in np.broadcast_arrays(
            group.selected, group.total, reference.selected, reference.total, joining
        )
    )

    def significant(rows: IntArray, joined: int) -> BoolArray:
        ours = Selection(a[rows] + one * joined, n[rows] + joined)
        return fisher_exact(ours, Selection(b[rows], m[rows])).p_value < level

    before = significant(np.arange(a.size), 0)
    first = np.full(a.size, np.nan)
    for joined in range(1, int(most.max(initial=0)) + 1):
        rows = np.flatnonzero(np.isnan(first) & (most >= joined))
        first[rows[significant(rows, joined) != before[rows]]] = joined
    shape = np.broadcast_shapes(group.total.shape, reference.total.shape, joining.shape)
    return first.reshape(shape)
