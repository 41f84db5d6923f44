"""Rows of candidates from Parquet: typed columns as text, nested ones refused."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from recruitment.errors import DataError
from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.source_rows import view_source_rows
from recruitment.ingest.faults import NOTHING_IMPORTED, Fault, Place, SourceRefused

if TYPE_CHECKING:
    import duckdb

NESTED = frozenset({"list", "struct", "map", "union", "array", "blob", "variant"})


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
    import duckdb

    from recruitment.ingest.sources import sha256_of

    def unreadable() -> NoReturn:
        raise DataError(
            f"{path.name} cannot be read as Parquet: it is damaged or encrypted; {NOTHING_IMPORTED}"
        )

    try:
        file: Any = con.read_parquet(name, hive_partitioning=False)
        names = list(file.columns)
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error:
        unreadable()
    found = columns(names, Place(path.name))
    _check_types(path.name, names, file.types, found)
    view_source_rows(file, found, names)
    return Export(con, path.name, None, found, _themselves, unreadable, sha256_of(path))


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
