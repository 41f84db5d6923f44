"""How large a gap common to several tables would have had to be for them to show it together."""

from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from analytics.bisection import BoolArray, first_true
from analytics.detectable import DetectableGap
from analytics.selection import FloatArray, Selection, normal_quantile


def detectable_common_gap(
    group_total: npt.ArrayLike,
    reference: Selection,
    *,
    power: float = 0.8,
    confidence_level: float = 0.95,
) -> DetectableGap:
    """Return the smallest gap, on average, that the Mantel-Haenszel test shows with ``power``.

    The gap is taken to be the same in every stratum, except that a rate stops at 0 or 1, and is
    averaged with the weights of the Mantel-Haenszel difference. With one stratum this is
    ``detectable_gap``.

    Args:
        group_total: People in the group; strata (such as campaigns) on the last axis.
        reference: Selected of a total of those compared with, of a shape that broadcasts.
        power: Chance of showing the gap.
        confidence_level: 1 minus the two-sided significance level.

    Returns:
        Arrays of the shape without its last axis; NaN where no gap could be shown.

    Source: Woolson RF, Bean JA and Rojas PB (1986), Sample size for case-control studies using
    Cochran's statistic, Biometrics 42, 927-932, for a common difference. Two strata of half the
    size show what one of full size does:

    >>> gap = detectable_common_gap([178, 178], Selection([71, 71], [178, 178]))
    >>> gap.below.round(3)
    np.float64(0.1)
    """
    ours, theirs, rate = np.broadcast_arrays(
        np.asarray(group_total, dtype=np.float64), reference.total, reference.rate
    )
    used = (ours > 0) & (theirs > 0)
    cells = np.where(used, ours, 0), np.where(used, theirs, 0), np.where(used, rate, 0)
    mirrored = (*cells[:2], np.where(used, 1 - rate, 0))
    limits = normal_quantile(confidence_level), NormalDist().inv_cdf(power)
    # A gap upwards is the same gap downwards of those who are not selected.
    return DetectableGap(_below(*cells, limits), _below(*mirrored, limits))


def _below(
    n1: FloatArray, n2: FloatArray, rate: FloatArray, limits: tuple[float, float]
) -> FloatArray:
    people = np.maximum(n1 + n2, 1)
    weight = n1 * n2 / people
    share = weight / np.maximum(weight.sum(axis=-1, keepdims=True), 1e-300)

    def lowered(gap: FloatArray) -> FloatArray:
        return np.maximum(rate - gap[..., np.newaxis], 0)

    def average(gap: FloatArray) -> FloatArray:
        return np.asarray((share * (rate - lowered(gap))).sum(axis=-1))

    def spread(variance: FloatArray) -> FloatArray:
        return np.asarray(np.sqrt((share**2 * variance).sum(axis=-1)))

    def shown(gap: FloatArray) -> BoolArray:
        lower = lowered(gap)
        pooled = (n1 * lower + n2 * rate) / people
        ours, theirs = np.maximum(n1, 1), np.maximum(n2, 1)
        under_none = spread(pooled * (1 - pooled) * (1 / ours + 1 / theirs))
        under_gap = spread(lower * (1 - lower) / ours + rate * (1 - rate) / theirs)
        enough: BoolArray = average(gap) >= limits[0] * under_none + limits[1] * under_gap
        return enough

    most = rate.max(axis=-1)
    possible = (most > 0) & shown(most)
    return np.where(possible, average(first_true(shown, np.zeros_like(most), most)), np.nan)
