"""A table of a DuckDB file, which is only read."""

from collections.abc import Sequence
from typing import Any

from recruitment.errors import UsageError, nearest
from recruitment.ingest.candidates.parquet_rows import NESTED
from recruitment.ingest.national.duckdb_source import FileRows, Opened


class DuckdbTable:
    """The table that an opened source names."""

    columnar = True

    def __init__(self, source: Opened) -> None:
        self._source = source

    def files(self) -> list[FileRows]:
        """Return the table by its columns.

        Raises:
            UsageError: There is no such table.
        """
        kinds = list(self._table.types)
        nested = frozenset(place for place, kind in enumerate(kinds) if kind.id in NESTED)
        headings = tuple(self._table.columns)
        return [FileRows(self._source.location.named, headings, tuple(map(str, kinds)), nested)]

    def relation(self, headings: Sequence[str], needed: Sequence[int]) -> "tuple[Any, list[str]]":
        """Return all rows, and what the column under each heading is called there."""
        del needed
        return self._table, list(headings)

    def refuse_broken(self, headings: Sequence[str], needed: Sequence[int]) -> None:
        """Do nothing: there is one file, and whoever reads it says that it is damaged."""

    def again(self) -> bool:
        """Return that there is no other way to read it."""
        return False

    @property
    def _table(self) -> Any:
        from queries.candidate_stages import source_tables

        wanted = self._source.location.table or ""
        names = {
            table if schema == "main" else f"{schema}.{table}": (schema, table)
            for schema, table in source_tables(self._source.con).iter_rows()
        }
        if wanted not in names:
            hint = nearest(wanted, list(names)) if names else "it has none"
            raise UsageError(f"{self._source.location.files[0].name} has no table {wanted}; {hint}")
        quoted = (part.replace('"', '""') for part in ("source", *names[wanted]))
        return self._source.con.table(".".join(f'"{part}"' for part in quoted))
