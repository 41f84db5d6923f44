"""Exact comparison of two leaving rates, given how many left of both together."""

import math

import numpy as np

from analytics.binomial import ExactTest, binomial_test
from analytics.bisection import BoolArray, first_true
from analytics.poisson_rates import Leaving
from analytics.selection import Estimate, FloatArray, IntArray, Selection, normal_quantile

__all__ = ["ExactTest", "rate_ratio", "rate_ratio_test"]

_FURTHEST = 60.0  # log odds are sought so far either side of even


def rate_ratio_test(group: Leaving, reference: Leaving) -> ExactTest:
    """Return the exact test that ``group`` leaves at the rate of ``reference``.

    Of all leavers, the share expected from the group is its share of the headcount; the rest is
    the binomial test. Without leavers, or where one headcount is 0, the p-values are 1 and the mid
    tails 0.5.

    Source: Przyborowski J and Wilenski H (1940), Homogeneity of results in testing samples from
    Poisson series, Biometrika 31.

    Lung cancer in Fredericia and three other Danish cities, ages 55-59 (?poisson.test in R):

    >>> rate_ratio_test(Leaving(11, 800), Leaving(21, 3011)).p_value.round(5)
    np.float64(0.07967)
    """
    total = group.leavers + reference.leavers
    headcount = group.headcount + reference.headcount
    share = group.headcount / np.where(headcount == 0, 1, headcount)
    return binomial_test(Selection(group.leavers, total), share)


def rate_ratio(
    group: Leaving, reference: Leaving, *, confidence_level: float = 0.95, mid_p: bool = False
) -> Estimate:
    """Return the leaving rate of ``group`` over that of ``reference``, with an exact interval.

    The interval inverts the conditional binomial tests, or their mid-p versions.

    Args:
        group: Leavers out of a headcount; any shape.
        reference: Those they are compared with, of a shape that broadcasts with it.
        confidence_level: Of the interval, for example 0.95.
        mid_p: Whether to count the observed split by half, for a shorter interval.

    Returns:
        Arrays of the broadcast shape. 0 leavers in the group give 0 with ``low`` 0, none in the
        reference infinity with ``high`` infinity; none in both, or a headcount of 0, gives NaN,
        from 0 to infinity.

    Raises:
        ValueError: ``confidence_level`` is not between 0 and 1.

    Source: Przyborowski J and Wilenski H (1940), Biometrika 31; as poisson.test in R.

    Lung cancer in Fredericia and three other Danish cities, ages 55-59 (?poisson.test in R):

    >>> ratio = rate_ratio(Leaving(11, 800), Leaving(21, 3011))
    >>> ratio.value.round(6), ratio.low.round(6), ratio.high.round(6)
    (np.float64(1.971488), np.float64(0.858426), np.float64(4.277266))
    """
    normal_quantile(confidence_level)
    tail, share = (1 - confidence_level) / 2, 0.5 if mid_p else 1.0
    low, high = _odds_limits(group.leavers, reference.leavers, tail, share)
    unknown = (group.headcount == 0) | (reference.headcount == 0)
    unknown = unknown | (group.leavers + reference.leavers == 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        per_head = reference.headcount / group.headcount
        value = group.leavers / reference.leavers * per_head
        low, high = low * per_head, high * per_head
    return Estimate(
        np.where(unknown, math.nan, value),
        np.where(unknown, 0, low),
        np.where(unknown, math.inf, high),
    )


def _odds_limits(
    ours: IntArray, theirs: IntArray, tail: float, share: float
) -> tuple[FloatArray, FloatArray]:
    """Return limits of the odds that a leaver is ours, Clopper and Pearson's if ``share`` is 1."""

    def likely(log_odds: FloatArray) -> BoolArray:
        return _so_many(ours, theirs, log_odds, share) >= tail

    def unlikely(log_odds: FloatArray) -> BoolArray:
        return _so_many(theirs, ours, -log_odds, share) <= tail

    ends = np.full(np.broadcast_shapes(ours.shape, theirs.shape), _FURTHEST)
    low, high = np.exp(first_true(likely, -ends, ends)), np.exp(first_true(unlikely, -ends, ends))
    return np.where(ours == 0, 0, low), np.where(theirs == 0, math.inf, high)


def _so_many(ours: IntArray, theirs: IntArray, log_odds: FloatArray, share: float) -> FloatArray:
    """Return P(more of the leavers are ours) + share * P(as many are), a beta integral."""
    from scipy.special import betainc, expit

    chance = expit(log_odds)
    at_least = np.where(ours == 0, 1, betainc(np.maximum(ours, 1), theirs + 1, chance))
    more = np.where(theirs == 0, 0, betainc(ours + 1, np.maximum(theirs, 1), chance))
    chances: FloatArray = share * at_least + (1 - share) * more
    return chances
