"""Separated values to import: one table, strictly read, its faults told by their lines."""

from collections.abc import Iterator
from io import StringIO
from itertools import islice

from recruitment.errors import DataError
from recruitment.ingest.csv_text import on_delimiter
from recruitment.ingest.faults import Fault, Place
from recruitment.ingest.grids import MOST_COLUMNS, check_cells
from recruitment.ingest.originals import Original
from recruitment.ingest.sheet_layout import column_letters
from recruitment.ingest.sources.cells import cell_text
from recruitment.ingest.sources.csv_rows import CsvRow, csv_rows
from recruitment.ingest.sources.delimiters import delimiter_of, named_delimiter
from recruitment.ingest.sources.encodings import encoding_of
from recruitment.ingest.sources.fault_lists import few
from recruitment.ingest.sources.reading import Reading
from recruitment.ingest.sources.source import Sheet
from recruitment.ingest.sources.uneven_rows import TextRow, uneven_rows

ONE_COLUMN = (
    "Each line was read as one value: if something other than commas, semicolons, tabs or bars "
    "stands between values, name it in a first line such as sep=^."
)


def read_csv_source(document: Original) -> Reading:
    """Return a file of separated values as one table; every value stays text.

    Raises:
        DataError: It is no text, or has more cells or columns than a table would.
    """
    encoding = encoding_of(document.name, [document.content])
    text = document.content.decode(encoding.codec, encoding.errors)
    named = named_delimiter(document.name, text)
    delimiter = named or delimiter_of(document.suffix, text)
    lines = islice(StringIO(text, newline=""), 1 if named else 0, None)
    sheet = _sheet(document.name, csv_rows(lines, delimiter, first=2 if named else 1))
    wide = max(map(len, sheet.rows), default=0)
    remarks = (encoding.remark, *on_delimiter(delimiter), ONE_COLUMN if wide == 1 else None)
    return Reading((sheet,), tuple(filter(None, remarks)))


def _sheet(name: str, found: Iterator[CsvRow]) -> Sheet:
    rows: list[TextRow] = []
    faults: list[Fault] = []
    cells = 0
    for row in found:
        cells += len(row.cells)
        _check_size(name, row, cells)
        if row.broken:
            faults.append(Fault(Place(name, None, row.line), row.broken))
            continue
        read = list(map(cell_text, row.cells))
        rows.append(TextRow(row.line, row.lines, tuple(text for text, _ in read)))
        faults += (
            Fault(Place(name, None, row.line, column_letters(number)), why)
            for number, (_, why) in enumerate(read)
            if why is not None
        )
    faults += (Fault(Place(name, None, row.line), what) for row, what in uneven_rows(rows))
    faults.sort(key=lambda fault: fault.place.row or 0)
    kept = [row for row in rows if any(row.cells)]
    return Sheet(
        name,
        None,
        tuple(row.cells for row in kept),
        tuple(row.line for row in kept),
        faults=few(Place(name), faults),
    )


def _check_size(name: str, row: CsvRow, cells: int) -> None:
    check_cells(name, cells)
    if len(row.cells) > MOST_COLUMNS:
        raise DataError(
            f"{name}, line {row.line}: {len(row.cells):,} columns; up to {MOST_COLUMNS:,} are "
            "read: leave only the tables to be read"
        )
