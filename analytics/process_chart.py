"""The p-chart: a share point by point, its mean, and the limits that chance seldom crosses."""

import numpy as np
import polars as pl

from analytics.disparities import column
from analytics.selection import Estimate, Selection
from analytics.signals import LIMIT, STABLE, sigmas, signals

SERIES = ["measure", "unit", "role", "characteristic", "group"]
# What the normal approximation of the limits takes: as many expected in the group, and outside it.
FEWEST_EXPECTED = 5


def control_limits(people: Selection) -> Estimate:
    """Return the mean of each series as ``value``, and the limits of each point.

    The mean is all who are selected over the totals of all points; the limits lie three standard
    deviations either side, cut off at 0 and 1, and step where the total does. Where everybody, or
    nobody, is selected they fall on the mean. Exchanging selected and rejected mirrors all three.

    Args:
        people: Selected of a total, ordered points along the last axis, no total 0.

    Raises:
        ValueError: The counts have no axis, or a point has no people.

    Source: Montgomery DC (2013), Introduction to Statistical Quality Control, 7th edition, section
    7.2.1. Of 30 samples of 50 cans of orange juice each, 347 cans are faulty:

    >>> faulty = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22]
    >>> faulty += [8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
    >>> cans = control_limits(Selection(faulty, 50))
    >>> [float(each[0].round(4)) for each in (cans.value, cans.low, cans.high)]
    [0.2313, 0.0524, 0.4102]
    """
    if people.total.ndim == 0 or np.any(people.total == 0):
        raise ValueError("points lie along the last axis, and each needs people")
    mean = people.selected.sum(axis=-1, keepdims=True) / people.total.sum(axis=-1, keepdims=True)
    reach = LIMIT * np.sqrt(mean * (1 - mean) / people.total)
    return Estimate(
        np.broadcast_to(mean, people.total.shape),
        np.clip(mean - reach, 0, 1),
        np.clip(mean + reach, 0, 1),
    )


def process_charts(points: pl.DataFrame) -> pl.DataFrame:
    """Add mean, limits and signals to the points of one or more series.

    Args:
        points: One row per point: the columns of ``SERIES``, ``period_order``, ``people`` of
            ``out_of``, none of which is 0. One row or more.

    Returns:
        The rows by series, as they first come, and ``period_order``, with ``share_pct``,
        ``centre_pct`` (the mean), ``lower_pct`` and ``upper_pct``; ``sigma``, how many standard
        deviations the point lies from the mean (null where everybody, or nobody, is in the group);
        ``signal``, the names of all signals the point carries or ``stable``; and ``approximate``,
        whether fewer than ``FEWEST_EXPECTED`` of the group, or of the others, were to be expected.
    """
    series = points.partition_by(SERIES, maintain_order=True)
    sorted_ = (each.sort("period_order", maintain_order=True) for each in series)
    return pl.concat([each.with_columns(_chart(each)) for each in sorted_])


def _chart(points: pl.DataFrame) -> list[pl.Series]:
    people = Selection(points["people"].to_numpy(), points["out_of"].to_numpy())
    selected, total = people.selected.sum(), people.total.sum()
    limits = control_limits(people)
    same = selected in {0, total}
    # In whole numbers, so that exactly as many expected are not too few.
    few = people.total * min(selected, total - selected) < FEWEST_EXPECTED * total
    return [
        column("share_pct", 100 * people.selected / people.total),
        column("centre_pct", np.full(people.total.shape, 100 * selected / total)),
        column("lower_pct", 100 * limits.low),
        column("upper_pct", 100 * limits.high),
        column("sigma", np.full(people.total.shape, np.nan) if same else sigmas(people)),
        pl.Series("signal", _names(people), dtype=pl.String),
        pl.Series("approximate", few.tolist(), dtype=pl.Boolean),
    ]


def _names(people: Selection) -> list[str]:
    found = signals(people)
    return [
        "; ".join(name for name, where in found.items() if where[place]) or STABLE
        for place in range(people.total.size)
    ]
