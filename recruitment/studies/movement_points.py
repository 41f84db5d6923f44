"""A group's share of those who joined, or left, from period to period."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

import queries
from analytics.movement_contradictions import impossible, totals_apart
from analytics.movements import JOINED, LEFT, SERIES, Movements, movements_of
from analytics.periods import taken_apart
from analytics.representation import Blank
from recruitment.errors import DataError
from recruitment.studies.ceiling import refuse_too_large
from recruitment.studies.names import narrowed
from recruitment.studies.points import MEASURES, Points, table_of
from recruitment.studies.sources import source_of
from reports import movement_notes, trend_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

DIRECTIONS = {"joiners": JOINED, "leavers": LEFT}


def movement_points(
    con: "duckdb.DuckDBPyConnection",
    *,
    of: Literal["joiners", "leavers"],
    characteristics: "Sequence[str]" = (),
    units: "Sequence[str]" = (),
    roles: "Sequence[str]" = (),
    blank: Blank = "include",
) -> Points:
    """Return each group's share of joiners or leavers, in periods that share no day.

    A period that lies in a longer one is taken out of it first; periods that overlap and cannot be
    taken apart are left out by name.

    Args:
        con: An open warehouse.
        of: ``joiners`` or ``leavers``.
        characteristics: Such as ``ethnicity``; none means all that were counted.
        units: In any case; none means all.
        roles: In any case; none means all.
        blank: Whether Not stated counts in the denominator.

    Raises:
        UsageError: A characteristic, unit or role is unknown.
        DataError: There are no such movements by group.
    """
    direction = DIRECTIONS[of]
    recorded = refuse_too_large(
        queries.movements(con, refined=bool(characteristics)), "people", "movements"
    ).filter(pl.col("direction") == direction)
    by_group = recorded.filter(_has_group())
    if by_group.is_empty():
        raise DataError(
            f"there are no {of} by group in the warehouse, so there is no share of them"
        )
    asked = narrowed(by_group, units=units, roles=roles, characteristics=characteristics)
    movements = movements_of(asked)
    totals = queries.movement_totals(con)
    table = table_of(row for own in movements for row in _rows(own, of, blank))
    return Points(
        table,
        tuple(trend_notes.on_movements(of, blank)),
        (
            *movement_notes.on_derived(movements, table),
            *movement_notes.on_totals(totals_apart(asked, totals)),
            *movement_notes.on_impossible(list(impossible(movements))),
            *trend_notes.on_overlaps(movements, direction),
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
