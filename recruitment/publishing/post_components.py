"""The workforce, and who joined and left it, as releases: one to each role of each unit."""

from collections.abc import Iterator, Sequence

import polars as pl

from analytics.disclosure.cells import Cell
from analytics.disclosure.constraints import Constraint, adds_up, at_most
from analytics.disclosure.release import Release
from analytics.movements import ALL, EVERYBODY, LEFT, Movements, movements_of
from analytics.periods import Period, taken_apart
from recruitment.publishing.components import NOW as RELEASE
from recruitment.publishing.components import Component, Tables, groups_of
from reports.charts.labels import day

IN_POST = "in post"
# Of those who left; entries in the barred list are no leavers of the period.
REASONS = ("dismissed", "resigned in proceedings")


def workforce_components(workforce: pl.DataFrame) -> Iterator[Component]:
    """Yield each post whose people are counted, at the latest date."""
    for rows in workforce.partition_by("unit", "role", maintain_order=True):
        found = _post(rows)
        if found is not None:
            described = rows.filter(pl.col("characteristic") != EVERYBODY)
            release = _release([found], ())
            yield Component("workforce", _post_name(rows), release, groups_of(described))


def uncounted(workforce: pl.DataFrame) -> bool:
    """Return whether shares are recorded without the people behind them."""
    return not workforce.filter(pl.col("headcount").is_null()).is_empty()


def movement_components(movements: pl.DataFrame) -> Iterator[Component]:
    """Yield who joined and left each post, by period, with what can be told by subtraction."""
    for rows in movements.partition_by("unit", "role", maintain_order=True):
        recorded = movements_of(rows)
        tables = {
            (direction, period): made
            for direction in dict.fromkeys(rows["direction"])
            for period in _periods(recorded, direction)
            if (made := _moved(recorded, direction, period, _post_name(rows)))
        }
        if tables:
            described = rows.filter(pl.col("characteristic") != EVERYBODY)
            release = _release(list(tables.values()), tuple(_bound(tables)))
            yield Component("movements", _post_name(rows), release, groups_of(described))


def _post_name(rows: pl.DataFrame) -> str:
    return f"{rows.item(0, 'role')}, {rows.item(0, 'unit')}"


def _post(rows: pl.DataFrame) -> Tables | None:
    described = pl.col("characteristic") != EVERYBODY
    dates = rows.filter(described, pl.col("headcount").is_not_null())["as_at"]
    if dates.is_empty():
        return None
    newest = dates.max()
    own = rows.filter(pl.col("as_at") == newest)
    whole = own.filter(~described)["headcount"].drop_nulls().to_list()
    counts = {
        each.item(0, "characteristic"): dict(each.select("category", "headcount").rows())
        for each in own.filter(described).partition_by("characteristic", maintain_order=True)
        if each["headcount"].null_count() == 0
    }
    everybody = whole[0] if whole else max(sum(each.values()) for each in counts.values())
    return Tables(f"{_post_name(rows)}, {day(str(newest))}", IN_POST, everybody, counts)


def _periods(recorded: Sequence[Movements], direction: str) -> list[Period]:
    """Return the periods recorded, and those into which they can be taken apart."""
    own = {period for each in recorded for period in each.periods(direction)}
    return sorted({*own, *taken_apart(own)})


def _moved(
    recorded: Sequence[Movements], direction: str, period: Period, post: str
) -> Tables | None:
    counts = {
        own.characteristic: people
        for own in recorded
        if (people := own.people(direction, period)) is not None
    }
    whole = counts.pop(EVERYBODY, {}).get(ALL)
    if whole is None:
        whole = max((sum(each.values()) for each in counts.values()), default=None)
    if whole is None:
        return None
    return Tables(f"{post}, {period}", direction, whole, counts)


def _bound(tables: "dict[tuple[str, Period], Tables]") -> Iterator[Constraint]:
    """Yield that periods add up, and that those who left for a reason are among those who left."""
    for (direction, period), own in tables.items():
        parts = _parts(tables, direction, period)
        reasons = [tables[each, period] for each in REASONS if (each, period) in tables]
        for cell in own.cells():
            alike = _alike(cell, parts)
            if parts and len(alike) == len(parts):
                yield adds_up(cell, alike)
            if direction == LEFT and (for_a_reason := _alike(cell, reasons)):
                yield at_most(for_a_reason, cell)


def _parts(
    tables: "dict[tuple[str, Period], Tables]", direction: str, whole: Period
) -> list[Tables]:
    """Return the shortest periods that make up ``whole``; none where they do not, or are it."""
    own = taken_apart([period for other, period in tables if other == direction])
    inside = [each for each in own if whole.contains(each) and each != whole]
    if sum(each.days for each in inside) != whole.days:
        return []
    return [tables[direction, each] for each in inside if (direction, each) in tables]


def _alike(cell: Cell, tables: Sequence[Tables]) -> list[Cell]:
    """Return the cell of the same people in each of ``tables`` that has it."""
    who = (cell.characteristic, cell.category)
    return [
        other
        for each in tables
        for other in each.cells()
        if (other.characteristic, other.category) == who
    ]


def _release(tables: Sequence[Tables], further: tuple[Constraint, ...]) -> Release:
    counts = {cell: count for each in tables for cell, count in each.cells().items()}
    return Release(RELEASE, tuple(each.structure() for each in tables), counts, further)
