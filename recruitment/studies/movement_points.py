"""A group's share of those who joined, or left, from period to period."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

import queries
from analytics.movements import JOINED, LEFT, Movements, movements_of
from analytics.periods import Period, inseparable, taken_apart
from analytics.representation import Blank
from recruitment.errors import DataError
from recruitment.studies.points import MEASURES, Points, narrowed, table_of
from recruitment.studies.sources import source_of
from reports import trend_notes
from reports.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

DIRECTIONS = {"joiners": JOINED, "leavers": LEFT}
SERIES = ["unit", "role", "characteristic"]


def movement_points(
    con: "duckdb.DuckDBPyConnection",
    *,
    of: Literal["joiners", "leavers"],
    characteristics: "Sequence[str]" = (),
    unit: str | None = None,
    role: str | None = None,
    blank: Blank = "include",
) -> Points:
    """Return each group's share of joiners or leavers, in periods that share no day.

    A period that lies in a longer one is taken out of it first; periods that overlap and cannot be
    taken apart are left out by name.

    Args:
        con: An open warehouse.
        of: ``joiners`` or ``leavers``.
        characteristics: Such as ``ethnicity``; none means all that were counted.
        unit: In any case; None means all.
        role: In any case; None means all.
        blank: Whether Not stated counts in the denominator.

    Raises:
        UsageError: A characteristic, unit or role is unknown.
        DataError: There are no such movements by group.
    """
    direction = DIRECTIONS[of]
    recorded = queries.movements(con).filter(pl.col("direction") == direction)
    by_group = recorded.filter(_has_group())
    if by_group.is_empty():
        raise DataError(
            f"there are no {of} by group in the warehouse, so there is no share of them"
        )
    asked = narrowed(by_group, unit=unit, role=role, characteristics=characteristics)
    movements = movements_of(asked)
    totals = queries.movement_totals(con).filter(pl.col("direction") == direction)
    return Points(
        table_of(row for own in movements for row in _rows(own, of, blank)),
        tuple(trend_notes.on_movements(of, blank)),
        (
            *(note for own in movements for note in _on_periods(own, direction)),
            *trend_notes.on_printed_totals(asked, totals),
        ),
        source_of(asked),
        None,
    )


def _has_group() -> pl.Expr:
    """A share takes a group, and somebody else to be counted with it."""
    kinds = pl.col("kind")
    several = pl.col("category").n_unique().over(SERIES) > 1
    return (kinds == "group").any().over(SERIES) & several


def _rows(
    own: Movements, of: Literal["joiners", "leavers"], blank: Blank
) -> Iterator[dict[str, Any]]:
    direction = DIRECTIONS[of]
    for order, period in enumerate(taken_apart(own.periods(direction)), start=1):
        counts = own.people(direction, period)
        if counts is None:
            continue
        base = sum(
            number
            for name, number in counts.items()
            if blank == "include" or own.kinds[name] != "not stated"
        )
        for group in (name for name, kind in own.kinds.items() if kind == "group"):
            yield {
                "measure": MEASURES[of],
                "unit": own.unit,
                "role": own.role,
                "characteristic": own.characteristic,
                "group": group,
                "period": str(period),
                "period_order": order,
                "period_start": period.start,
                "period_end": period.end,
                "people": counts[group],
                "out_of": base,
            }


def _on_periods(own: Movements, direction: str) -> Iterator[str]:
    """Name what was taken apart, what could not be, and what contradicts itself."""
    recorded = own.periods(direction)
    subject = trend_notes.subject(own.unit, own.role, own.characteristic)
    for period in taken_apart(recorded):
        if own.people(direction, period) is None:
            yield (
                f"{subject}: {period} is left out: one period lies in another, but has more "
                "people of some category than the longer one."
            )
        elif period not in recorded:
            yield f"{subject}: {period} follows from longer and shorter periods that are recorded."
    for pair in inseparable(recorded):
        left = listed([str(period) for period in pair if not _is_charted(period, recorded)])
        both = listed([str(period) for period in pair])
        yield f"{subject}: {both} overlap and cannot be taken apart; {left} is left out."


def _is_charted(period: Period, recorded: Collection[Period]) -> bool:
    """Return whether the periods charted make up this one."""
    inside = [each for each in taken_apart(recorded) if period.contains(each)]
    return (
        sum((each.after - each.start).days for each in inside) == (period.after - period.start).days
    )
