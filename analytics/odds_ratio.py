"""The odds of selection of one group over those of another."""

import numpy as np

from analytics.bisection import BoolArray, first_true
from analytics.selection import Estimate, FloatArray, Selection, normal_quantile

SMALL_CELL = 5  # below this in any of the four cells, Woolf's interval is not trusted


def odds_ratio(
    group: Selection, reference: Selection, *, confidence_level: float = 0.95
) -> Estimate:
    """Return the odds of selection of ``group`` over those of ``reference``.

    1 means equally likely; below 1, ``group`` is the less likely. Exchanging the arguments inverts
    it, and so does counting the rejected in place of the selected. It is further from 1 than the
    relative likelihood, so never read it as one. The interval is Woolf's where all four cells are 5
    or more and Cornfield's elsewhere; see these for zeros.

    Args:
        group: People selected of a total; any shape.
        reference: The people they are compared with, of a shape that broadcasts with it.
        confidence_level: Between 0 and 1, both excluded.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    >>> women = odds_ratio(Selection(150, 183), Selection(246, 346))
    >>> women.value.round(3), women.low.round(3), women.high.round(3)
    (np.float64(1.848), np.float64(1.187), np.float64(2.877))
    """
    by_log = woolf(group, reference, confidence_level=confidence_level)
    a, b, c, d = cells = _cells(group, reference)
    small = np.minimum.reduce(cells) < SMALL_CELL
    few, few_others = Selection(a[small], (a + b)[small]), Selection(c[small], (c + d)[small])
    by_score = cornfield(few, few_others, confidence_level=confidence_level)
    low, high = by_log.low.copy(), by_log.high.copy()
    low[small], high[small] = by_score.low, by_score.high
    return Estimate(by_log.value, low, high)


def sample_odds_ratio(group: Selection, reference: Selection) -> FloatArray:
    """Return the odds of selection of ``group`` over those of ``reference``, without an interval.

    0 where nobody of the group is selected or nobody of the reference rejected, infinite the other
    way round; NaN where that leaves 0 over 0, as it does where a side is empty.
    """
    return _ratio(*_cells(group, reference))


def woolf(group: Selection, reference: Selection, *, confidence_level: float = 0.95) -> Estimate:
    """Return the odds ratio with the interval symmetric in its logarithm.

    With an empty cell the method knows nothing: the interval is 0 to infinity, and ``value`` is 0,
    infinite, or NaN where it is 0 / 0.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Source: Woolf B (1955), On estimating the relation between blood group and disease, Annals of
    Human Genetics 19, 251-253. Example: smoking among men with and without lung cancer, Doll R and
    Hill AB (1950), British Medical Journal 2, 739-748.

    >>> ratio = woolf(Selection(647, 649), Selection(622, 649))
    >>> ratio.value.round(2), ratio.low.round(2), ratio.high.round(2)
    (np.float64(14.04), np.float64(3.33), np.float64(59.3))
    """
    quantile = normal_quantile(confidence_level)
    cells = _cells(group, reference)
    full = np.minimum.reduce(cells) > 0
    spread = np.exp(quantile * np.sqrt(np.sum([1 / np.maximum(n, 1) for n in cells], axis=0)))
    value = _ratio(*cells)
    with np.errstate(invalid="ignore"):
        low, high = np.where(full, value / spread, 0), np.where(full, value * spread, np.inf)
    return Estimate(value, low, high)


def cornfield(
    group: Selection, reference: Selection, *, confidence_level: float = 0.95
) -> Estimate:
    """Return the odds ratio with Cornfield's score interval, without continuity correction.

    The interval holds all ratios under which Pearson's chi-squared test does not reject. It exists
    with empty cells: ``value`` and ``low`` are 0, or ``value`` and ``high`` infinite. Where the
    margins allow one table only (an empty side, nobody or everybody selected) ``value`` is NaN and
    the interval 0 to infinity.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Source: Cornfield J (1956), A statistical problem arising from retrospective studies,
    Proceedings of the Third Berkeley Symposium 4, 135-148. Example: Ritland JS and others (2007),
    from Fagerland MW, Lydersen S and Laake P (2017), Statistical Analysis of Contingency Tables.

    >>> ratio = cornfield(Selection(0, 16), Selection(15, 72))
    >>> ratio.value.round(4), ratio.low.round(4), ratio.high.round(4)
    (np.float64(0.0), np.float64(0.0), np.float64(0.9532))
    """
    quantile = normal_quantile(confidence_level)
    a, b, c, d = cells = _cells(group, reference)
    with np.errstate(divide="ignore"):
        high = 1 / _score_low((c, d, a, b), quantile)
    return Estimate(_ratio(*cells), _score_low(cells, quantile), high)


def _score_low(cells: tuple[FloatArray, ...], quantile: float) -> FloatArray:
    """Move people towards fewer selected in the group until the test would just reject."""
    a, b, c, d = cells

    def rejected(moved: FloatArray) -> BoolArray:
        with np.errstate(divide="ignore", invalid="ignore"):
            inverse = 1 / (a - moved) + 1 / (b + moved) + 1 / (c + moved) + 1 / (d - moved)
            return moved**2 * inverse >= quantile**2

    room = np.minimum(a, d)
    moved = first_true(rejected, np.zeros_like(room), room)
    low = _ratio(a - moved, b + moved, c + moved, d - moved)
    return np.where(room > 0, low, 0)


def _cells(group: Selection, reference: Selection) -> tuple[FloatArray, ...]:
    counts = (group.selected, group.rejected, reference.selected, reference.rejected)
    return tuple(cells.astype(np.float64) for cells in np.broadcast_arrays(*counts))


def _ratio(a: FloatArray, b: FloatArray, c: FloatArray, d: FloatArray) -> FloatArray:
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio: FloatArray = (a * d) / (b * c)
    return ratio
