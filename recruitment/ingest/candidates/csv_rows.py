"""Rows of candidates from separated values: read by DuckDB where it can, else by Python."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.record_lines import record_lines
from recruitment.ingest.candidates.source_rows import keep_rows, view_source_rows
from recruitment.ingest.faults import Place

if TYPE_CHECKING:
    import duckdb

    from recruitment.ingest.sources import Dialect

UTF_8 = frozenset({"utf-8", "utf-8-sig"})


def csv_export(
    con: "duckdb.DuckDBPyConnection",
    name: str,
    path: Path,
    columns: Callable[[Sequence[str], Place], Columns],
) -> Export:
    """Open the separated values at ``path``, which ``con`` reads by ``name``.

    Raises:
        SourceRefused: Columns are missing, or rows cannot be read; every fault is listed.
        DataError: It is no text.
    """
    from recruitment.ingest.sources import csv_dialect

    dialect = csv_dialect(path)
    found = columns(dialect.headings, Place(path.name, row=dialect.header_line))
    streamed = partial(_stream, con, path, dialect, found)
    plain = _is_plain(path, dialect)
    if plain:
        view_source_rows(_scanned(con, name, dialect), found, _names(dialect))
    else:
        streamed()
    return Export(
        con,
        path.name,
        None,
        found,
        partial(record_lines, path, dialect, spaced=not plain),
        streamed,
        dialect.sha256,
        dialect.remarks,
    )


def _names(dialect: "Dialect") -> list[str]:
    return [f"c{place}" for place in range(len(dialect.headings))]


def _scanned(con: "duckdb.DuckDBPyConnection", name: str, dialect: "Dialect") -> Any:
    # Nothing is found out, mended or left out: a row that is not as the headings say is refused.
    return con.read_csv(
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
        hive_partitioning=False,
        encoding="utf-8",
    )


def _is_plain(path: Path, dialect: "Dialect") -> bool:
    # Below headings of several lines DuckDB skips a row too many: a candidate would be lost.
    if dialect.encoding not in UTF_8 or dialect.skipped != dialect.header_line:
        return False
    with path.open("rb") as file:
        return not any(b'"' in line for line in islice(file, dialect.header_line - 1))


def _stream(
    con: "duckdb.DuckDBPyConnection", path: Path, dialect: "Dialect", columns: Columns
) -> None:
    from recruitment.ingest.sources import csv_columns

    needed = [columns.candidate, *(column.place for column in columns.read)]
    if columns.person is not None:
        needed.append(columns.person)
    order = sorted(set(needed))
    kept = keep_rows(con, csv_columns(path, dialect, order), len(order))
    names = dict(zip(order, kept, strict=True))
    every = [names.get(place, kept[0]) for place in range(len(dialect.headings))]
    view_source_rows(con.table("kept_rows"), columns, every)
