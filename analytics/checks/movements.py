"""Whether movements fit their totals, each other, other periods, and all who left."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import polars as pl

from analytics.movement_contradictions import (
    ROLE,
    SERIES,
    Impossible,
    characteristics_apart,
    impossible,
    reasons_beyond_leavers,
    totals_apart,
)
from analytics.movement_reasons import movement_reasons
from analytics.movements import Movements, movements_of
from analytics.periods import combination, taken_apart


@dataclass(frozen=True, slots=True)
class CheckedMovements:
    """What does not fit, and how much was compared.

    Attributes:
        totals: The printed totals that their categories do not add up to.
        apart: Where the characteristics give different totals.
        impossible: The counts that contradict those of other periods.
        reasons: The reasons to leave that more people have than left.
        looked_at: How many comparisons were made, by the name of the check.
    """

    totals: pl.DataFrame
    apart: pl.DataFrame
    impossible: tuple[Impossible, ...]
    reasons: tuple[dict[str, Any], ...]
    looked_at: dict[str, int]


def checked_movements(movements: pl.DataFrame, totals: pl.DataFrame) -> CheckedMovements:
    """Return what does not fit.

    Args:
        movements: The rows of ``queries.movements``.
        totals: The rows of ``queries.movement_totals``.
    """
    every = movements_of(movements)
    reasons = movement_reasons(every)
    series = movements.select(SERIES).unique()
    counted = totals.join(series, on=SERIES, how="semi").height
    twice = series.group_by(ROLE).len().filter(pl.col("len") > 1).height
    return CheckedMovements(
        totals_apart(movements, totals),
        characteristics_apart(movements),
        tuple(impossible(every)),
        tuple(reasons_beyond_leavers(reasons)),
        {
            "totals": counted + twice,
            "periods": _compared(every),
            "reasons": reasons["leavers"].count(),
        },
    )


def _compared(movements: Collection[Movements]) -> int:
    """Return how many counts of a period follow from those of others."""
    return sum(
        len(own.kinds) * (_derived(own, direction) + _whole(own, direction))
        for own in movements
        for direction in own.recorded
    )


def _derived(own: Movements, direction: str) -> int:
    recorded = own.periods(direction)
    return sum(period not in recorded for period in taken_apart(recorded))


def _whole(own: Movements, direction: str) -> int:
    recorded = own.periods(direction)
    return sum(
        combination(period, [each for each in recorded if each != period and period.contains(each)])
        is not None
        for period in recorded
    )
