"""How many times as likely one group is to be selected as another: the ratio of two rates."""

import numpy as np

from analytics.bisection import BoolArray, first_true
from analytics.selection import Estimate, FloatArray, Selection, normal_quantile

SMALL_CELL = 5  # below this in any of the four cells, Katz's interval is not trusted
_LOG_RANGE = 60.0  # a limit is never further than this from the estimate, or from 1


def relative_likelihood(
    group: Selection, reference: Selection, *, confidence_level: float = 0.95
) -> Estimate:
    """Return how many times as likely ``group`` is to be selected as ``reference``.

    1 means equally likely; below 1, ``group`` is the less likely. Exchanging the arguments inverts
    the ratio, so name the reference wherever the figure is quoted. The interval is Katz's where all
    four cells are 5 or more and Koopman's elsewhere; see these for zeros and empty groups.

    Args:
        group: People selected of a total; any shape.
        reference: The people they are compared with, of a shape that broadcasts with it.
        confidence_level: Between 0 and 1, both excluded.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Women at the LE19 pre-sift, 150 of 183 against 246 of 346 men:

    >>> women = relative_likelihood(Selection(150, 183), Selection(246, 346))
    >>> women.value.round(3), women.low.round(3), women.high.round(3)
    (np.float64(1.153), np.float64(1.048), np.float64(1.268))
    """
    by_log = katz(group, reference, confidence_level=confidence_level)
    a, b, c, d = cells = np.broadcast_arrays(
        group.selected, group.rejected, reference.selected, reference.rejected
    )
    small = np.minimum.reduce(cells) < SMALL_CELL
    few, few_others = Selection(a[small], (a + b)[small]), Selection(c[small], (c + d)[small])
    by_score = koopman(few, few_others, confidence_level=confidence_level)
    low, high = by_log.low.copy(), by_log.high.copy()
    low[small], high[small] = by_score.low, by_score.high
    return Estimate(by_log.value, low, high)


def katz(group: Selection, reference: Selection, *, confidence_level: float = 0.95) -> Estimate:
    """Return the ratio of two selection rates with the interval symmetric in its logarithm.

    ``value`` is 0 where nobody of the group is selected, infinite where nobody of the reference is,
    and NaN where neither is or one of them is empty. In all these cases the method knows nothing
    and the interval is 0 to infinity. Where everyone is selected on both sides it collapses to
    1 to 1, which is too narrow: use ``koopman`` there.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Source: Katz D, Baptista J, Azen SP and Pike MC (1978), Obtaining confidence intervals for the
    risk ratio in cohort studies, Biometrics 34, 469-474.

    >>> ratio = katz(Selection(36, 40), Selection(16, 80))
    >>> ratio.value.round(2), ratio.low.round(2), ratio.high.round(2)
    (np.float64(4.5), np.float64(2.87), np.float64(7.06))
    """
    quantile = normal_quantile(confidence_level)
    value = ratio_of_rates(group, reference)
    known = np.isfinite(value) & (value > 0)
    spread = np.exp(quantile * np.sqrt(_relative_variance(group) + _relative_variance(reference)))
    with np.errstate(invalid="ignore"):
        return Estimate(
            value, np.where(known, value / spread, 0), np.where(known, value * spread, np.inf)
        )


def _relative_variance(people: Selection) -> FloatArray:
    """Return 1/selected - 1/total, without cancellation; 0 stands in where nobody is selected."""
    product = np.maximum(people.selected, 1) * np.maximum(people.total, 1.0)
    variance: FloatArray = people.rejected / product
    return variance


def koopman(group: Selection, reference: Selection, *, confidence_level: float = 0.95) -> Estimate:
    """Return the ratio of two selection rates with Koopman's score interval.

    The interval holds all ratios that Pearson's chi-squared test, with the rates fitted under that
    ratio, does not reject. It exists with zero cells: ``value`` and ``low`` are 0 where nobody of
    the group is selected, ``value`` and ``high`` infinite where nobody of the reference is. With
    nobody selected at all, or an empty side, ``value`` is NaN and the interval 0 to infinity.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Sources: Koopman PAR (1984), Confidence intervals for the ratio of two binomial proportions,
    Biometrics 40, 513-517, whose example this is; solved in the equivalent form of Miettinen O and
    Nurminen M (1985), Statistics in Medicine 4, 213-226, without their factor N / (N - 1).

    >>> ratio = koopman(Selection(36, 40), Selection(16, 80))
    >>> ratio.value.round(2), ratio.low.round(2), ratio.high.round(2)
    (np.float64(4.5), np.float64(2.94), np.float64(7.15))
    """
    quantile = normal_quantile(confidence_level)
    with np.errstate(divide="ignore"):
        high = 1 / _score_low(reference, group, quantile)
    return Estimate(ratio_of_rates(group, reference), _score_low(group, reference, quantile), high)


def _score_low(group: Selection, reference: Selection, quantile: float) -> FloatArray:
    """Return the ratio under which the score test begins not to reject from below; 0 for none."""
    ratio = ratio_of_rates(group, reference)
    centre = np.log(np.where(np.isfinite(ratio) & (ratio > 0), ratio, 1))
    rate, reference_rate = _known_rate(group), _known_rate(reference)

    def tolerated(log_ratio: FloatArray) -> BoolArray:
        tried = np.exp(log_ratio)
        variance = _fitted_variance(group, reference, tried)
        return rate - tried * reference_rate <= quantile * np.sqrt(variance)

    high = np.where(np.isinf(ratio), centre + _LOG_RANGE, centre)
    low = np.exp(first_true(tolerated, centre - _LOG_RANGE, high))
    return np.where(np.isnan(ratio) | (ratio == 0), 0, low)


def _known_rate(people: Selection) -> FloatArray:
    return people.selected / np.maximum(people.total, 1)


def _fitted_variance(group: Selection, reference: Selection, ratio: FloatArray) -> FloatArray:
    """Return the variance of rate - ratio * reference rate, both rates fitted under ``ratio``."""
    ours, theirs = np.maximum(group.total, 1), np.maximum(reference.total, 1)
    a, b = ratio * (ours + reference.selected), theirs + group.selected
    # (a - b)^2 + 4ab - 4 (all)(all selected) ratio, written as a sum so that nothing cancels
    root = np.sqrt((a - b) ** 2 + 4.0 * ratio * group.rejected * reference.rejected)
    theirs_fitted = 2 * (group.selected + reference.selected) / (a + b + root)
    ours_fitted = np.minimum(ratio * theirs_fitted, 1)
    theirs_fitted = np.minimum(theirs_fitted, 1)
    own: FloatArray = ours_fitted * (1 - ours_fitted) / ours
    return own + ratio**2 * theirs_fitted * (1 - theirs_fitted) / theirs


def ratio_of_rates(group: Selection, reference: Selection) -> FloatArray:
    """Return the group's rate over the reference's; infinite for x / 0, NaN for 0 / 0 or nobody."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.divide(group.rate, reference.rate)
