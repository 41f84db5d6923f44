"""Rows of candidates from workbooks, which Python reads; only the columns needed go on."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from recruitment.errors import DataError, UsageError
from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.source_rows import KEPT, keep_rows, view_source_rows
from recruitment.ingest.faults import NOTHING_IMPORTED, Place, SourceRefused

if TYPE_CHECKING:
    import duckdb

    from recruitment.ingest.faults import Fault
    from recruitment.ingest.sources.source import Sheet

# Titles may stand above the headings.
TITLE_ROWS = 20
BATCH = 50_000


def workbook_export(
    con: "duckdb.DuckDBPyConnection",
    path: Path,
    sheet: str | None,
    columns: Callable[[Sequence[str], Place], Columns],
) -> Export:
    """Open the workbook at ``path``: the sheet named ``sheet``, or the only one with candidates.

    Raises:
        UsageError: There is no such sheet, or there are several to choose from.
        SourceRefused: Cells cannot be read, or columns are missing.
    """
    from recruitment.ingest.sources import read_source

    source = read_source(path, sheet=sheet)
    table, start, found = _table(path.name, source.sheets, columns)
    if faults := tuple(_where_it_is_read(table, start, found)):
        raise SourceRefused(path.name, faults)
    width = max(map(len, table.rows))
    rows = table.rows[start + 1 :]
    names = keep_rows(con, _batches(rows, found, width), width)
    view_source_rows(con.table(KEPT), found, names)
    numbers = table.numbers[start + 1 :]
    return Export(
        con,
        path.name,
        table.name,
        found,
        lambda records: {record: numbers[record - 1] for record in records},
        _unreadable,
        source.sha256,
        source.remarks,
        "1904" if source.date_1904 else "1900",
    )


def _table(
    file: str,
    sheets: "Sequence[Sheet]",
    columns: Callable[[Sequence[str], Place], Columns],
) -> "tuple[Sheet, int, Columns]":
    fit, refused = [], []
    for sheet in sheets:
        try:
            fit.append((sheet, *_headed(sheet, columns)))
        except SourceRefused as error:
            refused.append(error)
    if len(fit) > 1:
        named = ", ".join(f"“{sheet.name}”" for sheet, *_ in fit)
        raise UsageError(f"{file} has candidates in the sheets {named}; choose one with --sheet")
    if fit:
        return fit[0]
    raise min(refused, key=lambda error: len(error.faults), default=_nothing(file))


def _headed(
    sheet: "Sheet", columns: Callable[[Sequence[str], Place], Columns]
) -> tuple[int, Columns]:
    from recruitment.ingest.sources.cells import ERROR

    refused = []
    for start, row in enumerate(sheet.rows[:TITLE_ROWS]):
        # “#REF!” is no reference.
        headings = ["" if ERROR.fullmatch(text) else text for text in row]
        try:
            return start, columns(headings, sheet.place(start))
        except SourceRefused as error:
            refused.append(error)
    raise min(refused, key=lambda error: len(error.faults))


def _where_it_is_read(sheet: "Sheet", start: int, columns: Columns) -> "Iterator[Fault]":
    # Of errors above the headings, and in columns that nobody reads, nothing comes.
    from recruitment.ingest.sheet_layout import column_letters

    letters = {column_letters(sheet.left + place) for place in _needed(columns)}
    first = sheet.numbers[start]
    for fault in sheet.faults:
        row, column = fault.place.row, fault.place.column
        if (column is None or column in letters) and (row is None or row >= first):
            yield fault


def _needed(columns: Columns) -> set[int]:
    places = (columns.candidate, columns.person, *(column.place for column in columns.read))
    return {place for place in places if place is not None}


def _batches(
    rows: Sequence[tuple[str, ...]], columns: Columns, width: int
) -> Iterator[list[tuple[str, ...]]]:
    # What is not needed goes no further than this: it is left empty.
    needed = _needed(columns)
    for start in range(0, len(rows), BATCH):
        yield [
            tuple(
                row[place] if place in needed and place < len(row) else "" for place in range(width)
            )
            for row in rows[start : start + BATCH]
        ]


def _nothing(file: str) -> DataError:
    return DataError(f"{file} has no sheet with anything in it; {NOTHING_IMPORTED}")


def _unreadable() -> NoReturn:
    raise AssertionError("rows that Python has read are read again")
