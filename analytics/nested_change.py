"""A group's share of those who progressed, as a change within nested groups."""

import numpy as np

from analytics.detectable import DetectableGap, detectable_gap
from analytics.risk_ratio import relative_likelihood
from analytics.selection import Estimate, FloatArray, Selection


def share_after(group: Selection, rest: Selection, *, confidence_level: float = 0.95) -> Estimate:
    """Return the group's share of those selected, 0 to 1, with an interval.

    Those selected are part of those who entered, so the share before and the share after are not
    two independent samples. With A of the group and B of the rest entering, a relative likelihood
    RR makes the share after A RR / (A RR + B), which rises with RR: the limits of
    ``relative_likelihood`` go through the same map. The interval lies above A / (A + B), the share
    before, exactly where that of the ratio lies above 1.

    Args:
        group: People of the group selected, of those of the group who could be; any shape.
        rest: The same for everybody else, of a shape that broadcasts with it.
        confidence_level: Between 0 and 1, both excluded.

    Returns:
        0 where nobody of the group is selected, 1 where nobody of the rest is. A share that is
        certain, because the group or the rest is empty, has an interval of no width. All three are
        NaN where nobody is selected, for then there is nobody to have a share of.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Source: the map is algebra; interval of the ratio after Katz and others (1978) and Koopman
    (1984), see ``risk_ratio``.

    Women at the LE19 pre-sift, 34.6 % of those who entered:

    >>> women = share_after(Selection(150, 183), Selection(246, 346))
    >>> women.value.round(4), women.low.round(4), women.high.round(4)
    (np.float64(0.3788), np.float64(0.3566), np.float64(0.4015))
    """
    ratio = relative_likelihood(group, rest, confidence_level=confidence_level)
    selected = group.selected + rest.selected
    with np.errstate(invalid="ignore"):
        value = np.divide(group.selected, selected)
    limits = (_share(group, rest, limit) for limit in (ratio.low, ratio.high))
    return Estimate(value, *(np.where(selected > 0, limit, np.nan) for limit in limits))


def _share(group: Selection, rest: Selection, ratio: FloatArray) -> FloatArray:
    """Return A RR / (A RR + B): 0 for no group or a zero ratio, 1 for no rest or an endless one."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = 1 / (1 + rest.total / (group.total * ratio))
    certain = np.where(group.total == 0, 0.0, 1.0)
    return np.where((group.total == 0) | (rest.total == 0), certain, share)


def detectable_change(
    group: Selection, rest: Selection, *, confidence_level: float = 0.95
) -> DetectableGap:
    """Return the smallest fall and rise of the group's share that the numbers could have shown.

    The gap in selection rate that would have been shown with 80 % power, against the rest as they
    were selected, goes through the same map as the interval of ``share_after``.

    Args:
        group: People of the group selected, of those of the group who could be; any shape.
        rest: The same for everybody else, of a shape that broadcasts with it.
        confidence_level: 1 minus the two-sided significance level.

    Returns:
        Differences of shares, 0 to 1. NaN where not even a group of which nobody (``below``), or
        everybody (``above``), is selected would have been told from chance.

    Source: see ``detectable`` and ``share_after``.

    >>> change = detectable_change(Selection(27, 105), Selection(142, 438))
    >>> change.below.round(3), change.above.round(3)
    (np.float64(0.07), np.float64(0.065))
    """
    rate = rest.rate
    gap = detectable_gap(group.total, rest.total, rate, confidence_level=confidence_level)
    with np.errstate(divide="ignore", invalid="ignore"):
        before = np.divide(group.total, group.total + rest.total)
        fallen = _share(group, rest, (rate - gap.below) / rate)
        risen = _share(group, rest, (rate + gap.above) / rate)
    return DetectableGap(
        np.where(np.isnan(gap.below), np.nan, before - fallen),
        np.where(np.isnan(gap.above), np.nan, risen - before),
    )
