"""Rows of candidates from Parquet: typed columns as text, nested ones refused."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from recruitment.errors import DataError
from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.one_file import connection_for
from recruitment.ingest.candidates.source_rows import view_source_rows
from recruitment.ingest.faults import NOTHING_IMPORTED, Fault, Place, SourceRefused
from recruitment.ingest.originals import opened

if TYPE_CHECKING:
    import duckdb

NESTED = frozenset({"list", "struct", "map", "union", "array", "blob", "variant"})


def parquet_headings(path: Path) -> list[str]:
    """Return the names of the columns of the Parquet file at ``path``; no row of it is read.

    Raises:
        UsageError: There is no such file.
        DataError: It is damaged.
        StorageError: It cannot be read.
    """
    with opened(path), connection_for(path, None) as (con, name):
        return list(_file(con, name, path).columns)


def parquet_export(
    con: "duckdb.DuckDBPyConnection",
    name: str,
    path: Path,
    columns: Callable[[Sequence[str], Place], Columns],
) -> Export:
    """Open the Parquet file at ``path``, which ``con`` reads by ``name``.

    Raises:
        DataError: It is damaged.
        SourceRefused: Columns are missing, or one that is needed has parts.
    """
    from recruitment.ingest.sources import sha256_of

    def unreadable() -> NoReturn:
        raise _damaged(path)

    file = _file(con, name, path)
    names = list(file.columns)
    found = columns(names, Place(path.name))
    _check_types(path.name, names, file.types, found)
    view_source_rows(file, found, names)
    return Export(con, path.name, None, found, _themselves, unreadable, sha256_of(path))


def _file(con: "duckdb.DuckDBPyConnection", name: str, path: Path) -> Any:
    import duckdb

    try:
        return con.read_parquet(name, hive_partitioning=False)
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error:
        raise _damaged(path) from None


def _damaged(path: Path) -> DataError:
    return DataError(
        f"{path.name} cannot be read as Parquet: it is damaged or encrypted; {NOTHING_IMPORTED}"
    )


def _check_types(file: str, names: Sequence[str], types: Sequence[Any], columns: Columns) -> None:
    needed = [columns.candidate, *(column.place for column in columns.read)]
    if columns.person is not None:
        needed.append(columns.person)
    faults = [
        Fault(Place(file, column=names[place]), "its values have parts; text is expected")
        for place in needed
        if types[place].id in NESTED
    ]
    if faults:
        raise SourceRefused(file, faults)


def _themselves(records: Sequence[int]) -> dict[int, int]:
    return {record: record for record in records}
