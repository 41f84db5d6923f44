"""How large a gap would have had to be for these numbers of people to show it."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from analytics.bisection import BoolArray, first_true
from analytics.selection import FloatArray, normal_quantile, whole_counts


@dataclass(frozen=True, slots=True, eq=False)
class DetectableGap:
    """Smallest gaps in rate, 0 to 1, that a test would have had a fair chance of showing.

    ``below`` is how far under the reference the group would have to be selected, ``above`` how far
    over. NaN: even the largest possible gap (nobody, or everybody, of the group selected) would
    probably have been missed, or one of the sides is empty.
    """

    below: FloatArray
    above: FloatArray


def detectable_gap(
    group_total: npt.ArrayLike,
    reference_total: npt.ArrayLike,
    reference_rate: npt.ArrayLike,
    *,
    power: float = 0.8,
    confidence_level: float = 0.95,
) -> DetectableGap:
    """Return the smallest gap that a two-sided test shows with a chance of ``power``.

    The normal approximation: the gap has to exceed the test's limit, with the rates pooled, by the
    quantile of ``power`` times the standard error with each rate its own. An exact test needs
    larger gaps still where there are few people, so a smaller gap could indeed not have been seen.

    Args:
        group_total: People in the group; whole numbers of any shape.
        reference_total: People compared with, of a shape that broadcasts.
        reference_rate: Their selection rate, 0 to 1, or NaN, of a shape that broadcasts.
        power: Chance of showing the gap, between 0 and 1.
        confidence_level: 1 minus the two-sided significance level.

    Raises:
        ValueError: A count is not a number of people, the rate is outside 0 to 1, or ``power`` or
            ``confidence_level`` outside (0, 1).

    Source: Fleiss JL, Levin B and Paik MC (2003), Statistical Methods for Rates and Proportions,
    third edition, chapter 4, without continuity correction. Two groups of 356 are what it takes to
    tell rates of 0.40 and 0.30 apart:

    >>> gap = detectable_gap(356, 356, 0.40)
    >>> gap.below.round(3)
    np.float64(0.1)
    """
    ours = whole_counts(group_total, "group_total")
    theirs = whole_counts(reference_total, "reference_total")
    rate = np.asarray(reference_rate, dtype=np.float64)
    if np.any((rate < 0) | (rate > 1)):
        raise ValueError("reference_rate must lie between 0 and 1")
    if not 0 < power < 1:
        raise ValueError(f"power must lie between 0 and 1, not {power}")
    ours, theirs, rate = np.broadcast_arrays(ours, theirs, rate)
    limits = normal_quantile(confidence_level), NormalDist().inv_cdf(power)
    # A gap upwards is the same gap downwards of those who are not selected.
    return DetectableGap(_below(ours, theirs, rate, limits), _below(ours, theirs, 1 - rate, limits))


def _below(
    ours: npt.NDArray[np.int64],
    theirs: npt.NDArray[np.int64],
    rate: FloatArray,
    limits: tuple[float, float],
) -> FloatArray:
    n1, n2 = np.maximum(ours, 1), np.maximum(theirs, 1)

    def shown(gap: FloatArray) -> BoolArray:
        lower: FloatArray = np.maximum(rate - gap, 0)
        pooled = (n1 * lower + n2 * rate) / (n1 + n2)
        under_none = np.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
        under_gap = np.sqrt(lower * (1 - lower) / n1 + rate * (1 - rate) / n2)
        enough: BoolArray = gap >= limits[0] * under_none + limits[1] * under_gap
        return enough

    possible = (ours > 0) & (theirs > 0) & (rate > 0) & shown(rate)
    return np.where(possible, first_true(shown, np.zeros_like(rate), rate), np.nan)
