"""Parquet files, one or thousands, as one relation; a damaged one among them is named."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from recruitment.errors import DataError
from recruitment.ingest.candidates.parquet_rows import NESTED
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.national.duckdb_source import FileRows, Opened, opened

if TYPE_CHECKING:
    import duckdb


class ParquetFiles:
    """The Parquet files of an opened source."""

    columnar = True

    def __init__(self, source: Opened) -> None:
        self._source = source

    def files(self) -> list[FileRows]:
        """Return each file by what its end says of it.

        Raises:
            DataError: One is damaged.
        """
        pairs = zip(self._source.location.called, self._source.links, strict=True)
        return [self._described(called, link) for called, link in pairs]

    def relation(self, headings: Sequence[str], needed: Sequence[int]) -> "tuple[Any, list[str]]":
        """Return all rows, and what the column under each heading is called there."""
        del needed
        links = list(self._source.links)
        return self._source.con.read_parquet(links, hive_partitioning=True), list(headings)

    def refuse_broken(self, headings: Sequence[str], needed: Sequence[int]) -> None:
        """Read each file by itself, by a connection of its own: an error may have ended the other.

        Raises:
            DataError: One is damaged.
        """
        import duckdb

        with opened(self._source.location, None) as fresh:
            for called, link in zip(fresh.location.called, fresh.links, strict=True):
                try:
                    _read_through(fresh.con, link, [headings[place] for place in needed])
                except duckdb.Error:
                    raise _damaged(fresh, called) from None

    def _described(self, called: str, link: str) -> FileRows:
        import duckdb

        try:
            file = self._source.con.read_parquet(link, hive_partitioning=False)
        except duckdb.OutOfMemoryException:
            raise
        except duckdb.Error:
            raise _damaged(self._source, called) from None
        kinds = list(file.types)
        nested = frozenset(place for place, kind in enumerate(kinds) if kind.id in NESTED)
        return FileRows(called, tuple(file.columns), tuple(map(str, kinds)), nested)


def _read_through(con: "duckdb.DuckDBPyConnection", link: str, names: Sequence[str]) -> None:
    import duckdb

    counted = [duckdb.FunctionExpression("count", duckdb.ColumnExpression(name)) for name in names]
    con.read_parquet(link, hive_partitioning=False).aggregate(counted).fetchall()


def _damaged(source: Opened, called: str) -> DataError:
    named = source.location.named
    where = called if called == named else f"{named}, {called}"
    return DataError(
        f"{where} cannot be read as Parquet: it is damaged or encrypted; {NOTHING_IMPORTED}"
    )
