"""Parquet files, one or thousands, as one relation; a damaged one among them is named."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from recruitment.errors import DataError
from recruitment.ingest import originals
from recruitment.ingest.candidates.parquet_rows import NESTED
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.national.duckdb_source import NOTHING, FileRows, Opened, alike, opened
from recruitment.ingest.national.locations import Location

if TYPE_CHECKING:
    import duckdb


class ParquetFiles:
    """The Parquet files of an opened source."""

    columnar = True

    def __init__(self, source: Opened) -> None:
        self._source = source
        self._untyped = False

    def files(self) -> list[FileRows]:
        """Return each file by what its end says of it.

        Raises:
            DataError: One is damaged.
        """
        found = alike([self._described(number) for number in range(len(self._source.links))])
        # Of a file that says nothing in a column, the others say of what type it is.
        self._untyped = any(NOTHING in each.kinds for each in found)
        return found

    def relation(self, headings: Sequence[str], needed: Sequence[int]) -> "tuple[Any, list[str]]":
        """Return all rows, and what the column under each heading is called there."""
        del needed
        rows = self._source.con.read_parquet(
            list(self._source.links), hive_partitioning=True, union_by_name=self._untyped
        )
        return rows, list(headings)

    def again(self) -> bool:
        """Return that there is no other way to read them."""
        return False

    def refuse_broken(self, headings: Sequence[str], needed: Sequence[int]) -> None:
        """Read each file by itself, by a connection of its own: an error may have ended the other.

        Raises:
            DataError: One is damaged.
        """
        import duckdb

        with opened(self._source.location, None) as fresh:
            for number, link in enumerate(fresh.links):
                try:
                    _read_through(fresh.con, link, [headings[place] for place in needed])
                except duckdb.Error:
                    raise _damaged(fresh.location, number) from None

    def _described(self, number: int) -> FileRows:
        import duckdb

        location = self._source.location
        try:
            file = self._source.con.read_parquet(
                self._source.links[number], hive_partitioning=False
            )
        except duckdb.OutOfMemoryException:
            raise
        except duckdb.Error:
            # A file that nobody may open is not damaged.
            with originals.opened(location.files[number]):
                raise _damaged(location, number) from None
        kinds = list(file.types)
        nested = frozenset(place for place, kind in enumerate(kinds) if kind.id in NESTED)
        names = tuple(file.columns)
        return FileRows(location.called[number], names, tuple(map(str, kinds)), nested)


def _read_through(con: "duckdb.DuckDBPyConnection", link: str, names: Sequence[str]) -> None:
    import duckdb

    # The values themselves: how many there are is told by the end of the file.
    hashed = (duckdb.FunctionExpression("hash", duckdb.ColumnExpression(name)) for name in names)
    read = [duckdb.FunctionExpression("bit_xor", each) for each in hashed]
    con.read_parquet(link, hive_partitioning=False).aggregate(read).fetchall()


def _damaged(location: Location, number: int) -> DataError:
    return DataError(
        f"{location.full_name(number)} cannot be read as Parquet: it is damaged or encrypted; "
        f"{NOTHING_IMPORTED}"
    )
