"""How far apart two selection rates are: the difference of two proportions."""

import numpy as np

from analytics.bisection import BoolArray, first_true
from analytics.proportion import wilson
from analytics.selection import Estimate, FloatArray, IntArray, Selection, normal_quantile

_LOG_RANGE = 60.0  # slopes of the likelihood from e^-60 to e^60 per person


def newcombe(group: Selection, reference: Selection, *, confidence_level: float = 0.95) -> Estimate:
    """Return the rate of ``group`` minus that of ``reference`` with Newcombe's hybrid interval.

    0 means no gap; below 0, ``group`` is selected less. Exchanging the arguments changes the signs.
    Where either is empty ``value`` is NaN and the interval -1 to 1.

    Args:
        group: People selected of a total; any shape.
        reference: The people they are compared with, of a shape that broadcasts with it.
        confidence_level: Between 0 and 1, both excluded.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Source: Newcombe RG (1998), Interval estimation for the difference between independent
    proportions: comparison of eleven methods, Statistics in Medicine 17, 873-890, method 10,
    whose first example this is.

    >>> gap = newcombe(Selection(56, 70), Selection(48, 80))
    >>> gap.value.round(4), gap.low.round(4), gap.high.round(4)
    (np.float64(0.2), np.float64(0.0524), np.float64(0.3339))
    """
    ours = wilson(group, confidence_level=confidence_level)
    theirs = wilson(reference, confidence_level=confidence_level)
    value = ours.value - theirs.value
    down = np.hypot(ours.value - ours.low, theirs.high - theirs.value)
    up = np.hypot(ours.high - ours.value, theirs.value - theirs.low)
    known = ~np.isnan(value)
    return Estimate(value, np.where(known, value - down, -1), np.where(known, value + up, 1))


def miettinen_nurminen(
    group: Selection, reference: Selection, *, confidence_level: float = 0.95
) -> Estimate:
    """Return the rate of ``group`` minus that of ``reference`` with the score interval.

    The interval holds all differences that a score test, with the rates fitted under that
    difference, does not reject; N / (N - 1) widens the variance. Signs and empty groups are as for
    ``newcombe``.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Source: Miettinen O and Nurminen M (1985), Comparative analysis of two rates, Statistics in
    Medicine 4, 213-226. Example: Ritland JS and others (2007), 0 of 16 against 15 of 72, from
    Fagerland MW, Lydersen S and Laake P (2017), Statistical Analysis of Contingency Tables.

    >>> gap = miettinen_nurminen(Selection(0, 16), Selection(15, 72))
    >>> gap.value.round(4), gap.low.round(4), gap.high.round(4)
    (np.float64(-0.2083), np.float64(-0.3164), np.float64(-0.0056))
    """
    quantile = normal_quantile(confidence_level)
    value = group.rate - reference.rate
    low, high = _score_low(group, reference, quantile), -_score_low(reference, group, quantile)
    return Estimate(value, low, high)


def _score_low(group: Selection, reference: Selection, quantile: float) -> FloatArray:
    """Return the least difference that the score test does not reject, -1 for an empty side.

    The fitted rates come from the slope of the likelihood, one quadratic for each side, where the
    paper solves a cubic for each difference: the same fit, but exact where a cell is empty too. In
    these terms the test's chi-squared is slope^2 * variance.
    """
    ours, theirs = np.maximum(group.total, 1), np.maximum(reference.total, 1)
    people = np.maximum(group.total + reference.total, 2)
    limit = quantile**2 * people / (people - 1)

    def rejected(log_slope: FloatArray) -> BoolArray:
        slope = np.exp(log_slope)
        lower, upper = (
            _pulled(group.selected, ours, slope),
            _pulled(reference.rejected, theirs, slope),
        )
        chi_squared = slope**2 * (lower * (1 - lower) / ours + upper * (1 - upper) / theirs)
        reached: BoolArray = chi_squared >= limit
        return reached

    ends = np.full(limit.shape, _LOG_RANGE)
    slope = np.exp(first_true(rejected, -ends, ends))
    low = _pulled(group.selected, ours, slope) + _pulled(reference.rejected, theirs, slope) - 1
    return np.where((group.total > 0) & (reference.total > 0), low, -1)


def _pulled(count: IntArray, total: IntArray, slope: FloatArray) -> FloatArray:
    """Return the rate p, at most count / total, at which count - total p = slope p (1 - p)."""
    root = np.sqrt((total - slope) ** 2 + 4 * slope * (total - count))
    rate: FloatArray = 2 * count / (total + slope + root)
    return rate
