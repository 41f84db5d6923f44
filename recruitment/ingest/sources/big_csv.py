"""Separated values of any size, line by line: in constant memory, and without a value in messages.

For the exports that DuckDB does not read itself (UTF-16, Windows-1252), and for those that it
refuses, to name every fault by its line.
"""

from array import array
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from recruitment.ingest.faults import MOST_LISTED, Fault, Place, masked
from recruitment.ingest.originals import opened
from recruitment.ingest.sources.cells import unreadable
from recruitment.ingest.sources.csv_rows import LONGEST_ROW, CsvRow, csv_rows
from recruitment.ingest.sources.dialect import Dialect
from recruitment.ingest.sources.fault_lists import Few
from recruitment.ingest.sources.labels import LONGEST

ROWS_AT_ONCE = 10_000


class CsvColumns:
    """The values of some columns of a file, row by row, and what is wrong in other rows.

    Rows with other than one value for each heading and with broken quotation marks are faults
    wherever they are; characters that cannot be read or seen, and texts over 200 characters, only
    in the columns that are needed. A value is told by its kind and length.
    """

    def __init__(self, path: Path, dialect: Dialect, columns: Sequence[int]) -> None:
        """Prepare to read a file.

        Args:
            path: The file.
            dialect: As `csv_dialect` found it.
            columns: The places of the columns that are needed, from 0.
        """
        self._path = path
        self._dialect = dialect
        self._columns = tuple(columns)
        self._faults = Few(MOST_LISTED)
        self._lines = array("Q")

    def batches(self) -> Iterator[list[tuple[str, ...]]]:
        """Yield the rows without faults as they are in the file, 10,000 at a time.

        Raises:
            DataError: The file changed while it was read.
            StorageError: It cannot be read.
        """
        with opened(self._path) as file, closing(_rows(file, self._dialect)) as rows:
            whole = filter(self._is_whole, rows)
            while batch := list(islice(whole, ROWS_AT_ONCE)):
                self._lines.extend(row.line for row in batch)
                yield [tuple(row.cells[each] for each in self._columns) for row in batch]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong in the rows so far, by line: at most 100 faults and how many more."""
        return self._faults.listed(Place(self._dialect.name))

    def lines(self, records: Sequence[int]) -> dict[int, int]:
        """Return the line of each of ``records``, counted from 1 among the rows yielded."""
        return {record: self._lines[record - 1] for record in records}

    def _is_whole(self, row: CsvRow) -> bool:
        faults = list(_faults(row, self._dialect, self._columns))
        for fault in faults:
            self._faults.take(fault)
        return not faults


def _rows(file: BinaryIO, dialect: Dialect) -> Generator[CsvRow]:
    text = TextIOWrapper(file, dialect.encoding, dialect.errors, newline="")
    lines = islice(_bounded(text), dialect.skipped, None)
    try:
        for row in csv_rows(lines, dialect.delimiter, first=dialect.first):
            # A line without a value is no row: exports end with some.
            if row.broken or any(map(str.strip, row.cells)):
                yield row
    finally:
        # Otherwise the wrapper would take the file with it.
        text.detach()


def _bounded(text: TextIOWrapper) -> Iterator[str]:
    # A line without end is cut, so that it does not take all memory; the row is then too long.
    while line := text.readline(LONGEST_ROW + 1):
        rest = line
        while len(rest) > LONGEST_ROW and not rest.endswith(("\n", "\r")):
            rest = text.readline(LONGEST_ROW + 1)
        yield line


def _faults(row: CsvRow, dialect: Dialect, columns: Sequence[int]) -> Iterator[Fault]:
    wide = len(dialect.headings)
    place = Place(dialect.name, None, row.line)
    if row.broken:
        yield Fault(place, row.broken)
    elif len(row.cells) != wide:
        yield Fault(place, _uneven(row, wide))
    elif not _is_plain(row.cells, columns):
        for each in columns:
            if why := _why(row.cells[each]):
                heading = dialect.headings[each]
                yield Fault(
                    Place(dialect.name, None, row.line, heading), f"{masked(row.cells[each])} {why}"
                )


def _uneven(row: CsvRow, wide: int) -> str:
    over = f" over {row.lines:,} lines" if row.lines > 1 else ""
    values = f"{len(row.cells):,} value{'s' * (len(row.cells) != 1)}"
    return f"{values}{over}, and there are {wide:,} headings; is a quotation mark missing?"


def _is_plain(cells: Sequence[str], columns: Sequence[int]) -> bool:
    # Almost every row is; one look at all of its values is much faster than one at each.
    needed = "".join([cells[each] for each in columns])
    return len(needed) <= LONGEST and needed.isascii() and needed.isprintable()


def _why(value: str) -> str | None:
    if len(value) > LONGEST:
        return f"is longer than {LONGEST} characters"
    return unreadable(value)
