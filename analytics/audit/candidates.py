"""Where a wrong percentage may have come from: every quotient its table allows, by kind.

Each has a cost: how much less plausible it is beforehand than the simplest mistake, on a scale on
which 1 is about a third as likely. It grows with the rows or columns between the figure and what
it was mistaken for, because a hand slips to the next line more easily than to the far end.
"""

import math
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from analytics.audit.printed import Cell, PrintedRow, PrintedTable


class Kind(StrEnum):
    """How a percentage may have gone wrong."""

    other_total = "other total"
    sum_of_parts = "sum of parts"
    shared_denominator = "shared denominator"
    without_blanks = "without blanks"
    other_cell = "other cell"
    other_row = "other row"
    difference = "difference"
    digit_slip = "digit slip"
    other_count_and_total = "other count and total"
    fitting_denominator = "fitting denominator"


COST = {
    Kind.digit_slip: 0.0,
    Kind.sum_of_parts: 0.5,
    Kind.without_blanks: 0.5,
    Kind.other_total: 1.0,
    Kind.other_row: 1.5,
    Kind.other_cell: 1.5,
    Kind.shared_denominator: 2.0,
    Kind.difference: 4.0,
    Kind.other_count_and_total: 4.5,
    Kind.fitting_denominator: 9.0,
}


class Candidate(NamedTuple):
    """One quotient that the figure may have been.

    Attributes:
        kind: How it went wrong.
        key: What it would share with other figures that went wrong the same way.
        numerator: People counted, or None where only the digits are wrong.
        denominator: Out of how many, or None.
        labels: The rows that the counts come from.
        cell: The cell that the count comes from, where it is another one of the row.
        cost: How implausible it is beforehand, 0 for the simplest mistake.
    """

    kind: Kind
    key: tuple[object, ...]
    numerator: int | None
    denominator: int | None
    labels: tuple[str, ...] = ()
    cell: Cell = ("", "")
    cost: float = 0.0


def candidates(table: PrintedTable, row: PrintedRow, cell: Cell) -> Iterator[Candidate]:
    """Yield every other quotient that the counts of ``table`` allow for one of its figures."""
    own = row.counts.get(cell)
    if own is not None:
        yield from _other_totals(table, row, own)
        yield from _sums_of_parts(row, cell, own)
        yield from _without_blanks(row, cell, own)
    yield from _other_cells(row, cell)
    yield from _other_rows(table, row, cell)
    yield from _differences(table, row, cell)
    yield from _other_counts_and_totals(table, row, cell)


def distances(table: PrintedTable, row: PrintedRow) -> list[int]:
    """Return how many rows each row of ``table`` is from ``row``, which itself is at 0.

    A row of the same label and place is the same row, with other percentages beside it.
    """
    itself = (row.label, row.place)
    same = (place for place, each in enumerate(table.rows) if (each.label, each.place) == itself)
    here = next((place for place, each in enumerate(table.rows) if each is row), next(same, 0))
    return [abs(place - here) for place in range(len(table.rows))]


def _other_totals(table: PrintedTable, row: PrintedRow, own: int) -> Iterator[Candidate]:
    kind = Kind.other_total
    for other, away in zip(table.rows, distances(table, row), strict=True):
        if other.total is not None and other.total != row.total:
            cost = COST[kind] + math.log1p(away)
            yield Candidate(kind, (kind, other.total), own, other.total, (other.label,), cost=cost)


def _sums_of_parts(row: PrintedRow, cell: Cell, own: int) -> Iterator[Candidate]:
    kind = Kind.sum_of_parts
    parts = [count for (name, _), count in row.counts.items() if name == cell[0]]
    if len(parts) > 1 and sum(parts) != row.total:
        yield Candidate(kind, (kind,), own, sum(parts), cost=COST[kind])


def _without_blanks(row: PrintedRow, cell: Cell, own: int) -> Iterator[Candidate]:
    kind = Kind.without_blanks
    blanks = row.counts.get((cell[0], "Not stated"), 0)
    if row.total is not None and 0 < blanks < row.total and cell[1] != "Not stated":
        yield Candidate(kind, (kind,), own, row.total - blanks, cost=COST[kind])


def _other_cells(row: PrintedRow, cell: Cell) -> Iterator[Candidate]:
    kind, columns = Kind.other_cell, list(row.counts)
    here = columns.index(cell) if cell in row.counts else 0
    for place, (other, count) in enumerate(row.counts.items()):
        if other != cell and count != row.counts.get(cell):
            cost = COST[kind] + math.log1p(abs(place - here))
            yield Candidate(kind, (kind, place - here), count, row.total, cell=other, cost=cost)


def _other_rows(table: PrintedTable, row: PrintedRow, cell: Cell) -> Iterator[Candidate]:
    kind = Kind.other_row
    for other, away in zip(table.rows, distances(table, row), strict=True):
        if away and cell in other.counts:
            cost, label = COST[kind] + math.log1p(away), other.label
            count = other.counts[cell]
            yield Candidate(kind, (kind, label), count, other.total, (label,), cost=cost)


def _differences(table: PrintedTable, row: PrintedRow, cell: Cell) -> Iterator[Candidate]:
    kind = Kind.difference
    away = distances(table, row)
    counted = [
        (place, each.label, each.counts[cell], each.total)
        for place, each in enumerate(table.rows)
        if cell in each.counts and each.total is not None
    ]
    for place, label, whole, of_whole in counted:
        for other, taken, part, of_part in counted:
            if whole >= part and of_whole > of_part:
                labels = (label, taken)
                cost = COST[kind] + math.log1p(away[place]) + math.log(abs(place - other))
                key = (kind, *labels)
                yield Candidate(kind, key, whole - part, of_whole - of_part, labels, cost=cost)


def _other_counts_and_totals(
    table: PrintedTable, row: PrintedRow, cell: Cell
) -> Iterator[Candidate]:
    kind = Kind.other_count_and_total
    steps = [math.log1p(away) for away in distances(table, row)]
    for counted, one in zip(table.rows, steps, strict=True):
        if not one or cell not in counted.counts:
            continue
        for out_of, other in zip(table.rows, steps, strict=True):
            if out_of is not counted:
                labels = (counted.label, out_of.label)
                cost, count = COST[kind] + one + other, counted.counts[cell]
                yield Candidate(kind, (kind, *labels), count, out_of.total, labels, cost=cost)
