"""Movements that cannot all be true: totals and parts, wholes and what lies inside them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from analytics.movements import Movements
from analytics.periods import Period, combination, taken_apart

ROLE = ["unit", "role", "period_start", "period_end", "direction"]
SERIES = [*ROLE, "characteristic"]
REASONS_TO_LEAVE = {"dismissed", "resigned in proceedings"}


@dataclass(frozen=True, slots=True)
class Impossible:
    """A period whose count follows from recorded ones, and that contradicts them.

    Attributes:
        own: Whose movements.
        direction: Such as ``left``.
        category: Such as ``BAME``.
        period: The period the count is of.
        recorded: The count recorded for it; None where there is none.
        following: The count that follows from other periods.
        signs: Those periods, 1 where added and -1 where taken away.
    """

    own: Movements
    direction: str
    category: str
    period: Period
    recorded: int | None
    following: int
    signs: dict[Period, int]


def totals_apart(movements: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """Return the printed totals that their categories do not add up to.

    Args:
        movements: The rows of ``queries.movements``.
        totals: The rows of ``queries.movement_totals``.

    Returns:
        Those rows of ``totals`` with ``parts`` (the people of each category, in order) and their
        sum, ``people``.
    """
    parts = (
        movements.sort("category_order", maintain_order=True)
        .group_by(SERIES, maintain_order=True)
        .agg(pl.col("people").alias("parts"), pl.col("people").sum())
    )
    beside = totals.join(parts, on=SERIES, maintain_order="left")
    return beside.filter(pl.col("people") != pl.col("printed_total"))


def characteristics_apart(movements: pl.DataFrame) -> pl.DataFrame:
    """Return where the characteristics of one role, period and direction give different totals.

    Args:
        movements: The rows of ``queries.movements``.

    Returns:
        One row per unit, role, period and direction, with the lists ``characteristic`` and
        ``people``.
    """
    return (
        movements.group_by(SERIES, maintain_order=True)
        .agg(pl.col("people").sum())
        .group_by(ROLE, maintain_order=True)
        .agg("characteristic", "people")
        .filter(pl.col("people").list.n_unique() > 1)
    )


def impossible(movements: Collection[Movements]) -> Iterator[Impossible]:
    """Yield the counts below 0 that taking periods apart gives, and wholes unlike their parts."""
    for own in movements:
        for direction, recorded in own.recorded.items():
            for period in taken_apart(recorded):
                yield from _negative(own, direction, period)
            for period in sorted(recorded):
                yield from _unlike(own, direction, period)


def reasons_beyond_leavers(reasons: pl.DataFrame) -> list[dict[str, Any]]:
    """Return the reasons to leave that more people have than left."""
    beyond = pl.col("reason").is_in(REASONS_TO_LEAVE) & (pl.col("people") > pl.col("leavers"))
    return reasons.filter(beyond).to_dicts()


def _negative(own: Movements, direction: str, period: Period) -> Iterator[Impossible]:
    signs = own.signs(direction, period)
    for category, people in (own.combined(direction, period) or {}).items():
        if people < 0:
            yield Impossible(own, direction, category, period, None, people, signs)


def _unlike(own: Movements, direction: str, period: Period) -> Iterator[Impossible]:
    """Compare a recorded period with what the others say of it."""
    recorded = own.recorded[direction]
    others = {each: counts for each, counts in recorded.items() if each != period}
    signs = combination(period, [each for each in others if period.contains(each)])
    for category in own.kinds if signs else ():
        following = sum(
            sign * others[each].get(category, 0) for each, sign in (signs or {}).items()
        )
        count = recorded[period].get(category, 0)
        if following != count:
            yield Impossible(own, direction, category, period, count, following, signs or {})
