"""The line on which a record of a file of separated values begins."""

from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.ingest.originals import opened

if TYPE_CHECKING:
    from recruitment.ingest.sources import Dialect


def record_lines(path: Path, dialect: "Dialect", records: Sequence[int]) -> dict[int, int]:
    """Return the line of each of some records, all counted from 1; those below the headings count.

    DuckDB leaves empty lines out of the count, and none of delimiters or spaces alone.

    Args:
        path: The file.
        dialect: How it is read.
        records: Which ones.
    """
    wanted = frozenset(records)
    lines = islice(_lines(path, dialect), max(wanted, default=0))
    return {record: line for record, line in enumerate(lines, 1) if record in wanted}


def _lines(path: Path, dialect: "Dialect") -> Iterator[int]:
    from recruitment.ingest.sources.csv_rows import csv_rows

    with opened(path) as file:
        text = TextIOWrapper(file, dialect.encoding, dialect.errors, newline="")
        below = islice(text, dialect.skipped, None)
        for row in csv_rows(below, dialect.delimiter, first=dialect.first):
            if row.cells or row.broken:
                yield row.line
        text.detach()
