"""How steep a trend would have had to be for these numbers of people to show it."""

from statistics import NormalDist

import numpy as np

from analytics.selection import FloatArray, Selection, normal_quantile


def detectable_trend(
    people: Selection, *, power: float = 0.8, confidence_level: float = 0.95
) -> FloatArray:
    """Return the smallest steady change from first period to last that the trend test shows.

    Args:
        people: Selected of a total, equally spaced periods along the last axis.
        power: Chance of showing the change.
        confidence_level: 1 minus the two-sided significance level.

    Returns:
        A difference of rates, 0 to 1, of the shape without its last axis. Counted between the
        first and the last period that has people. NaN where no steady change that stays between
        0 and 1 would be large enough, or nobody or everybody is selected.

    Source: Chapman DG and Nam J (1968), Asymptotic power of chi square tests for linear trends in
    proportions, Biometrics 24, 315-327, with the variance as if there were no trend. Two periods of
    356 are what it takes to tell 0.40 and 0.30 apart:

    >>> detectable_trend(Selection([142, 107], [356, 356])).round(3)
    np.float64(0.1)
    """
    limit = normal_quantile(confidence_level) + NormalDist().inv_cdf(power)
    total = people.total.astype(np.float64)
    everyone = np.maximum(total.sum(axis=-1), 1)
    when = np.arange(total.shape[-1], dtype=np.float64)
    middle = (total * when).sum(axis=-1) / everyone
    rate = people.selected.sum(axis=-1) / everyone
    spread = (total * (when - middle[..., np.newaxis]) ** 2).sum(axis=-1)
    first = np.where(total > 0, when, np.inf).min(axis=-1)
    last = np.where(total > 0, when, -np.inf).max(axis=-1)
    known = (rate > 0) & (rate < 1) & (spread > 0)
    slope = limit * np.sqrt(rate * (1 - rate) / np.where(known, spread, 1))
    before, after = np.where(known, middle - first, 0), np.where(known, last - middle, 0)
    rise = (slope * before <= rate) & (slope * after <= 1 - rate)
    fall = (slope * before <= 1 - rate) & (slope * after <= rate)
    return np.where(known & (rise | fall), slope * (before + after), np.nan)
