"""One table of counts, whatever its layout: its rows, whether it is whole, what was not read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analytics.audit.numbers import printed_number
from analytics.audit.printed import Cell, PrintedRow
from recruitment.ingest.blocks import Grid
from recruitment.ingest.recognition.columns import ALL, Columns, Role
from recruitment.ingest.recognition.figures import is_figure
from recruitment.ingest.recognition.fractions_of_one import percentages
from recruitment.ingest.recognition.places import Remark, span
from recruitment.ingest.recognition.rows import printed_rows
from recruitment.ingest.recognition.stages import joined_or_left, named
from recruitment.ingest.recognition.vocabulary import stage_order

EVERYBODY = 100


@dataclass(frozen=True, slots=True)
class Counted:
    """A table of counts.

    Attributes:
        rows: Its rows, without stages yet, because another table may continue it.
        cells: Whom it counts.
        whole: Whether its cells make up the total.
        remarks: What was not understood.
        fractions: Whether its percentages were stored as fractions of one.
        place: Where it stands.
    """

    rows: tuple[PrintedRow, ...]
    cells: frozenset[Cell]
    whole: bool
    remarks: tuple[Remark, ...]
    fractions: bool
    place: str

    @property
    def figures(self) -> str:
        """How much it holds, in words."""
        shares = sum(len(row.shares) for row in self.rows)
        rows = f"{len(self.rows):,} row{'s' * (len(self.rows) != 1)}"
        scale = ", which are stored as fractions of 1" if self.fractions else ""
        return f"{rows}, {shares:,} percentage{'s' * (shares != 1)}{scale}"


def counted(grid: Grid, columns: Columns) -> Counted | str:
    """Return the counts of ``grid``, or why there are none to be told apart."""
    if columns.twice:
        return f"several columns are headed “{columns.twice[0]}”"
    rows, remarks = printed_rows(grid, columns)
    rows = [row for row in rows if row.counts or row.total is not None]
    if not any(row.counts for row in rows):
        return "no counts under its headings can be read"
    rows, fractions = percentages(rows)
    whole = columns.whole and not any(named(row.label).stages for row in rows)
    everybody = [remark for row in rows for remark in _of_everybody(row, whole=whole)]
    rows = [_with_everybody(row, whole=whole) for row in rows]
    unknown = list(_unknown_columns(grid, columns))
    return Counted(
        tuple(rows),
        frozenset(columns.cells.values()),
        whole,
        (*unknown, *remarks, *everybody),
        fractions,
        span(grid),
    )


def _of_everybody(row: PrintedRow, *, whole: bool) -> Iterator[Remark]:
    printed = row.shares.get(ALL)
    number = printed_number(printed or "")
    if printed and not whole and (number is None or number.value != EVERYBODY):
        why = (
            f"“{row.label}”: {printed} of the total is not read, because of what it is is not said"
        )
        yield Remark(row.place, why)


def _with_everybody(row: PrintedRow, *, whole: bool) -> PrintedRow:
    # In a whole table the total is a cell too: all of it, and 100%. Elsewhere that says nothing.
    if whole:
        moved = joined_or_left(row.label)
        everybody = {} if row.total is None or ALL not in row.shares else {ALL: row.total}
        return replace(row, counts={**row.counts, **everybody}, outcome=moved)
    return replace(row, shares={cell: text for cell, text in row.shares.items() if cell != ALL})


def _unknown_columns(grid: Grid, columns: Columns) -> Iterator[Remark]:
    for at in columns.places(Role.unknown):
        texts = [row[at] for row in grid.rows[columns.rows :] if row[at]]
        if any(map(is_figure, texts)):
            text = columns.columns[at].text
            which = f"the column “{text}”" if text else f"column {at + 1}, which has no heading,"
            yield Remark(span(grid), f"{which} is not read")


def follows(first: Sequence[PrintedRow], second: Sequence[PrintedRow]) -> bool:
    """Return whether the stages of ``second`` begin where those of ``first`` end, none twice."""
    order = stage_order()
    before = [order[each] for row in first for each in named(row.label).stages[:1]]
    after = [order[each] for row in second for each in named(row.label).stages[:1]]
    labels = {row.label.casefold() for row in first}
    again = any(row.label.casefold() in labels for row in second)
    return bool(before and after) and not again and min(after) >= max(before)
