"""Rows of candidates from separated values: read by DuckDB where it can, else by Python."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.record_lines import record_lines
from recruitment.ingest.candidates.source_rows import KEPT, keep_rows, view_source_rows
from recruitment.ingest.faults import Fault, Place

if TYPE_CHECKING:
    import duckdb

    from recruitment.ingest.sources import CsvColumns, Dialect

UTF_8 = frozenset({"utf-8", "utf-8-sig"})


def csv_export(
    con: "duckdb.DuckDBPyConnection",
    name: str,
    path: Path,
    columns: Callable[[Sequence[str], Place], Columns],
) -> Export:
    """Open the separated values at ``path``, which ``con`` reads by ``name``.

    Raises:
        SourceRefused: Columns are missing; every fault is listed.
        DataError: It is no text.
    """
    from recruitment.ingest.sources import csv_dialect

    dialect = csv_dialect(path)
    found = columns(dialect.headings, Place(path.name, row=dialect.header_line))
    text = _Text(con, path, dialect, found)
    if is_plain(path, dialect):
        view_source_rows(scanned(con, name, dialect), found, _names(dialect))
    else:
        text.stream()
    return Export(
        con,
        path.name,
        None,
        found,
        text.lines,
        text.stream,
        dialect.sha256,
        dialect.remarks,
        broken=text.faults,
    )


@dataclass(slots=True)
class _Text:
    """The rows of a file of separated values, whoever reads them.

    Attributes:
        con: The connection that they go to.
        path: The file.
        dialect: How it is read.
        columns: Those that are.
        streamed: The rows that Python has read; None where DuckDB does.
    """

    con: "duckdb.DuckDBPyConnection"
    path: Path
    dialect: "Dialect"
    columns: Columns
    streamed: "CsvColumns | None" = None

    def stream(self) -> None:
        """Have Python read the columns that are needed of the rows that are whole."""
        from recruitment.ingest.sources import CsvColumns

        columns = self.columns
        needed = {columns.candidate, columns.person, *(each.place for each in columns.read)}
        order = sorted(place for place in needed if place is not None)
        self.streamed = CsvColumns(self.path, self.dialect, order)
        kept = keep_rows(self.con, self.streamed.batches(), len(order))
        names = dict(zip(order, kept, strict=True))
        every = [names.get(place, "") for place in range(len(self.dialect.headings))]
        view_source_rows(self.con.table(KEPT), columns, every)

    def lines(self, records: Sequence[int]) -> dict[int, int]:
        """Return the line of each record."""
        if self.streamed is not None:
            return self.streamed.lines(records)
        return record_lines(self.path, self.dialect, records)

    def faults(self) -> tuple[Fault, ...]:
        """Return what is wrong in the rows that were left out; DuckDB leaves out none."""
        return () if self.streamed is None else self.streamed.faults


def _names(dialect: "Dialect") -> list[str]:
    return [f"c{place}" for place in range(len(dialect.headings))]


def scanned(
    con: "duckdb.DuckDBPyConnection",
    name: str | list[str],
    dialect: "Dialect",
    *,
    partitioned: bool = False,
) -> Any:
    """Return the rows of a file of separated values, or of several, as DuckDB reads them.

    Nothing is found out, mended or left out: a row that is not as the headings say is refused.

    Args:
        con: A connection that may read it.
        name: What DuckDB reads it by.
        dialect: Of the file, or of each.
        partitioned: Whether the names of folders are columns too.
    """
    # It takes several names too, which its types do not say.
    read_csv: Any = con.read_csv
    return read_csv(
        name,
        columns=dict.fromkeys(_names(dialect), "VARCHAR"),
        auto_detect=False,
        header=False,
        skiprows=dialect.skipped,
        delimiter=dialect.delimiter,
        quotechar='"',
        escapechar='"',
        strict_mode=True,
        compression="none",
        hive_partitioning=partitioned,
        encoding="utf-8",
    )


def is_plain(path: Path, dialect: "Dialect") -> bool:
    """Return whether DuckDB reads a file as it is."""
    # Below headings of several lines DuckDB skips a row too many: a candidate would be lost.
    if dialect.encoding not in UTF_8 or dialect.skipped != dialect.header_line:
        return False
    with path.open("rb") as file:
        return not any(b'"' in line for line in islice(file, dialect.header_line - 1))
