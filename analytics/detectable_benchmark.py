"""How far from a benchmark a share would have had to be for so many people to show it."""

import numpy as np
import numpy.typing as npt

from analytics.binomial import binomial_test
from analytics.bisection import BoolArray, first_true
from analytics.detectable import DetectableGap
from analytics.selection import FloatArray, IntArray, Selection, normal_quantile, whole_counts

__all__ = ["DetectableGap", "detectable_from_benchmark"]

HALVINGS = 30  # 1e-9 is far finer than a tenth of a percentage point


def detectable_from_benchmark(
    total: npt.ArrayLike,
    benchmark: npt.ArrayLike,
    *,
    power: float = 0.8,
    confidence_level: float = 0.95,
) -> DetectableGap:
    """Return the smallest gaps that the exact binomial test shows with a chance of ``power``.

    Exact, because groups are small: the counts that the two-sided test rejects are found first, and
    then the share that gives one of them, on its own side, with that chance.

    Args:
        total: People; whole numbers of any shape.
        benchmark: The share they are tested against, 0 to 1, of a shape that broadcasts.
        power: Chance of showing the gap, between 0 and 1.
        confidence_level: 1 minus the two-sided significance level.

    Returns:
        Arrays of the broadcast shape, 0 to 1: ``below`` how far under the benchmark the share would
        have to lie, ``above`` how far over. NaN where no count on that side is ever rejected.

    Raises:
        ValueError: A total is not a number of people, ``benchmark`` is outside 0 to 1, or ``power``
            or ``confidence_level`` outside (0, 1).

    Source: power of the exact binomial test, as in Fleiss JL, Levin B and Paik MC (2003),
    Statistical Methods for Rates and Proportions, third edition, chapter 2.

    Five people never show that a share is under a quarter: even none of them is no evidence.

    >>> gap = detectable_from_benchmark([5, 500], 0.25)
    >>> gap.below.round(3), gap.above.round(3)
    (array([  nan, 0.052]), array([0.581, 0.056]))
    """
    if not 0 < power < 1:
        raise ValueError(f"power must lie between 0 and 1, not {power}")
    normal_quantile(confidence_level)  # refuses a level that is none
    people, share = np.broadcast_arrays(
        whole_counts(total, "total"), np.asarray(benchmark, dtype=np.float64)
    )
    if not np.all((share >= 0) & (share <= 1)):
        raise ValueError("a benchmark share must lie between 0 and 1")
    # A share over the benchmark is the share of everybody else under its complement.
    both = np.stack((share, 1 - share))
    totals = np.broadcast_to(people, both.shape)
    limit = _largest_rejected(totals, both, 1 - confidence_level)
    gaps = both - _share_that_shows(totals, limit, both, power)
    below, above = np.where(limit < 0, np.nan, gaps)
    return DetectableGap(below, above)


def _largest_rejected(total: IntArray, share: FloatArray, level: float) -> IntArray:
    """Return the largest count under the expected one with a p-value below ``level``, or -1."""
    least, most = np.full(total.shape, -1), np.floor(total * share).astype(np.int64) + 1
    while np.any(most - least > 1):
        middle = (least + most) // 2
        rejected = binomial_test(Selection(np.maximum(middle, 0), total), share).p_value < level
        rejected |= middle < 0
        least, most = np.where(rejected, middle, least), np.where(rejected, most, middle)
    return least


def _share_that_shows(
    total: IntArray, limit: IntArray, share: FloatArray, power: float
) -> FloatArray:
    """Return the largest share that gives ``limit`` or fewer with a chance of ``power``."""
    seen = Selection(np.maximum(limit, 0), total)

    def missed(lower: FloatArray) -> BoolArray:
        wrong: BoolArray = binomial_test(seen, lower).p_less < power
        return wrong

    return first_true(missed, np.zeros_like(share), share, halvings=HALVINGS)
