"""Evidence from several tables, such as one per campaign, put together by Mantel and Haenszel.

Every table of its own weighs in with its own margins, so groups that are spread unevenly over the
campaigns are not mixed up with differences between campaigns. Strata lie along the last axis of
the counts; a stratum in which either side is empty says nothing and counts for nothing.
"""

from dataclasses import dataclass

import numpy as np

from analytics.selection import Estimate, FloatArray, Selection, normal_quantile
from analytics.tail_probabilities import NormalTest, normal_test


@dataclass(frozen=True, slots=True, eq=False)
class Strata:
    """Cells a, b (group) over c, d (reference) as floats, with the people of each stratum."""

    a: FloatArray
    b: FloatArray
    c: FloatArray
    d: FloatArray
    people: FloatArray  # at least 1, so that an empty stratum divides without harm


def common_odds_ratio(
    group: Selection, reference: Selection, *, confidence_level: float = 0.95
) -> Estimate:
    """Return the odds ratio that the strata have in common.

    1 means equally likely in every stratum; below 1, ``group`` is the less likely. The shape is
    that of the counts without the last axis. ``value`` is 0 or infinite where the cells on one
    diagonal are empty in all strata, NaN where no stratum says anything; the interval is then 0 to
    infinity, and ``exact_conditional`` knows better.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1), or the counts have no axis.

    Sources: Mantel N and Haenszel W (1959), Journal of the National Cancer Institute 22, 719-748;
    variance: Robins J, Breslow N and Greenland S (1986), Biometrics 42, 311-323. Example: smoking
    of men and of women with and without lung cancer, Doll R and Hill AB (1950), British Medical
    Journal 2, 739-748; as in Fagerland MW, Lydersen S and Laake P (2017), Statistical Analysis of
    Contingency Tables.

    >>> ratio = common_odds_ratio(Selection([647, 41], [1269, 69]), Selection([2, 19], [29, 51]))
    >>> ratio.value.round(4), ratio.low.round(4), ratio.high.round(4)
    (np.float64(4.5239), np.float64(2.4171), np.float64(8.4671))
    """
    t = strata(group, reference)
    agree, differ = (t.a + t.d) / t.people, (t.b + t.c) / t.people
    up, down = t.a * t.d / t.people, t.b * t.c / t.people
    total_up, total_down = _total(up), _total(down)
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = (
            _total(agree * up) / total_up**2
            + _total(agree * down + differ * up) / (total_up * total_down)
            + _total(differ * down) / total_down**2
        ) / 2
    return _log_interval(total_up, total_down, variance, confidence_level)


def common_risk_ratio(
    group: Selection, reference: Selection, *, confidence_level: float = 0.95
) -> Estimate:
    """Return the ratio of the selection rates that the strata have in common.

    Shapes, zeros and errors are as for ``common_odds_ratio``.

    Source: Greenland S and Robins JM (1985), Estimation of a common effect parameter from sparse
    follow-up data, Biometrics 41, 55-68. Example as for ``common_odds_ratio``.

    >>> ratio = common_risk_ratio(Selection([647, 41], [1269, 69]), Selection([2, 19], [29, 51]))
    >>> ratio.value.round(4), ratio.low.round(4), ratio.high.round(4)
    (np.float64(2.4751), np.float64(1.5831), np.float64(3.8698))
    """
    t = strata(group, reference)
    ours, theirs, selected = t.a + t.b, t.c + t.d, t.a + t.c
    above, below = _total(t.a * theirs / t.people), _total(t.c * ours / t.people)
    spread = ours * theirs * selected - t.a * t.c * t.people
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = _total(spread / t.people**2) / (above * below)
    return _log_interval(above, below, variance, confidence_level)


def common_difference(
    group: Selection, reference: Selection, *, confidence_level: float = 0.95
) -> Estimate:
    """Return the difference of the selection rates that the strata have in common.

    0 means no gap; below 0, ``group`` is selected less. The interval is cut off at -1 and 1. Where
    no stratum has people on both sides ``value`` is NaN and the interval -1 to 1.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1), or the counts have no axis.

    Source: Greenland and Robins (1985), as above; variance, right for few large and for many small
    strata: Sato T (1989), On the variance estimator for the Mantel-Haenszel risk difference,
    Biometrics 45, 1323-1324. Example as for ``common_odds_ratio``.

    >>> gap = common_difference(Selection([647, 41], [1269, 69]), Selection([2, 19], [29, 51]))
    >>> gap.value.round(4)
    np.float64(0.3294)
    """
    quantile = normal_quantile(confidence_level)
    t = strata(group, reference)
    ours, theirs = t.a + t.b, t.c + t.d
    weight = _total(ours * theirs / t.people)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = _total((t.a * theirs - t.c * ours) / t.people) / weight
        tilt = ours**2 * t.c - theirs**2 * t.a + ours * theirs * (theirs - ours) / 2
        cross = (t.a * t.d + t.b * t.c) / (2 * t.people)
        variance = (value * _total(tilt / t.people**2) + _total(cross)) / weight**2
    reach = quantile * np.sqrt(np.maximum(variance, 0))
    known = weight > 0
    low, high = np.maximum(value - reach, -1), np.minimum(value + reach, 1)
    return Estimate(value, np.where(known, low, -1), np.where(known, high, 1))


def cochran_mantel_haenszel(group: Selection, reference: Selection) -> NormalTest:
    """Return the test that ``group`` and ``reference`` are selected alike in every stratum.

    No continuity correction. ``z`` is below 0 where ``group`` is selected less; z 0 and p-value 1
    where the margins leave no stratum anything to say. The shape is that of the counts without the
    last axis.

    Raises:
        ValueError: The counts have no axis.

    Source: Cochran WG (1954), Biometrics 10, 417-451; Mantel and Haenszel (1959), as above. Example
    as for ``common_odds_ratio``; chi-squared is 24.920 there.

    >>> test = cochran_mantel_haenszel(
    ...     Selection([647, 41], [1269, 69]), Selection([2, 19], [29, 51])
    ... )
    >>> (test.z**2).round(3)
    np.float64(24.92)
    """
    t = strata(group, reference)
    ours, theirs, selected = t.a + t.b, t.c + t.d, t.a + t.c
    excess = _total((t.a * t.d - t.b * t.c) / t.people)
    margins = ours * theirs / t.people * selected / t.people * (t.b + t.d)
    return normal_test(excess, _total(margins / np.maximum(t.people - 1, 1)))


def strata(group: Selection, reference: Selection) -> Strata:
    """Return the cells of all strata, those with an empty side emptied altogether.

    Raises:
        ValueError: The counts have no axis for the strata to lie along.
    """
    counts = (group.selected, group.rejected, reference.selected, reference.rejected)
    cells = np.stack(np.broadcast_arrays(*counts)).astype(np.float64)
    if cells.ndim == 1:
        raise ValueError("strata lie along the last axis: counts need at least one")
    cells *= (cells[0] + cells[1] > 0) & (cells[2] + cells[3] > 0)
    a, b, c, d = cells
    return Strata(a, b, c, d, people=np.maximum(cells.sum(axis=0), 1))


def _total(values: FloatArray) -> FloatArray:
    return np.asarray(values.sum(axis=-1))


def _log_interval(
    above: FloatArray, below: FloatArray, variance: FloatArray, confidence_level: float
) -> Estimate:
    quantile = normal_quantile(confidence_level)
    known = (above > 0) & (below > 0)
    spread = np.exp(quantile * np.sqrt(np.where(known, variance, 0)))
    with np.errstate(divide="ignore", invalid="ignore"):
        value = above / below
        low, high = np.where(known, value / spread, 0), np.where(known, value * spread, np.inf)
    return Estimate(value, low, high)
