"""A table of the catalogue that Spark knows: of its own, Hive's, or a lake's."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recruitment.ingest.national.duckdb_source import FileRows
from recruitment.ingest.national.spark.failures import in_our_words
from recruitment.ingest.national.spark.places import TABLE
from recruitment.ingest.national.spark.texts import HAS_PARTS, kind_of, why_no_text

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


class CatalogueTable:
    """The table that the user named."""

    columnar = True

    def __init__(self, spark: "SparkSession", named: str) -> None:
        """Look for the table.

        Raises:
            UsageError: There is none.
        """
        self._named = named
        names = named.removeprefix(TABLE).split(".")
        parts = (part.strip("`").replace("`", "``") for part in names)
        with in_our_words(named):
            self._table = spark.table(".".join(f"`{part}`" for part in parts))
            self._fields = self._table.schema.fields

    def files(self) -> list[FileRows]:
        """Return the table by its columns."""
        kinds = [kind_of(field.dataType) for field in self._fields]
        nested = frozenset(n for n, kind in enumerate(kinds) if why_no_text(kind) == HAS_PARTS)
        names = tuple(field.name for field in self._fields)
        return [FileRows(self._named, names, tuple(kinds), nested)]

    def rows(
        self, headings: Sequence[str], needed: Sequence[int], first: int | None
    ) -> "DataFrame":
        """Return the columns under the ``needed`` headings."""
        del headings, first
        own = [f"n{number}" for number in range(len(self._fields))]
        return self._table.toDF(*own).select(*(own[place] for place in needed))

    def kinds(self, headings: Sequence[str], needed: Sequence[int]) -> list[str]:
        """Return the type of each of these columns, in a word."""
        del headings
        return [kind_of(self._fields[place].dataType) for place in needed]
