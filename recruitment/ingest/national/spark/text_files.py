"""Files of separated values, where the cluster has them, each read by its own first line."""

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from recruitment.ingest.national.duckdb_source import FileRows
from recruitment.ingest.national.spark.listing import File, Files
from recruitment.ingest.national.spark.text_heads import Head, check_characters, head_of
from recruitment.ingest.national.spark.threads import each_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# A row that is not as the headings say is refused, nothing is mended, and nothing is cut.
STRICT = {
    "header": "true",
    "quote": '"',
    "escape": '"',
    "mode": "FAILFAST",
    "encoding": "UTF-8",
    "maxCharsPerColumn": "-1",
    "unescapedQuoteHandling": "RAISE_ERROR",
    "ignoreCorruptFiles": "false",
    "ignoreMissingFiles": "false",
}


class TextFiles:
    """The files of separated values of a source."""

    columnar = False

    def __init__(self, spark: "SparkSession", files: Files) -> None:
        self._spark = spark
        self._files = files
        self._heads: dict[File, Head] = {}
        self._over_lines = False

    def files(self) -> list[FileRows]:
        """Return each file by its headings.

        Raises:
            SourceRefused: Headings are missing or broken, or a quotation mark is never closed.
            DataError: One is no text in UTF-8.
        """
        files = self._files.files
        heads = each_of(lambda file: head_of(self._spark, self._files, file), files)
        self._heads = dict(zip(files, heads, strict=True))
        # Where no value goes on in the next line, several workers can share a file.
        self._over_lines = check_characters(self._spark, self._files)
        return [FileRows(file.called, head.headings) for file, head in self._heads.items()]

    def rows(
        self, headings: Sequence[str], needed: Sequence[int], first: int | None
    ) -> "DataFrame":
        """Return the columns under the ``needed`` headings, and those that folders name.

        Args:
            headings: Of all files.
            needed: The places of those that are read.
            first: Of how many files; None for all.
        """
        alike: dict[Head, list[File]] = {}
        for file in self._files.files[:first]:
            alike.setdefault(self._heads[file], []).append(file)
        wanted = [headings[place] for place in needed]
        parts = [self._read(head, files, wanted) for head, files in alike.items()]
        return reduce(lambda one, other: one.unionAll(other), parts)

    def kinds(self, headings: Sequence[str], needed: Sequence[int]) -> list[str]:
        """Return the type of each of these columns, in a word."""
        del headings
        return ["string"] * len(needed)

    def _read(self, head: Head, files: Sequence[File], wanted: Sequence[str]) -> "DataFrame":
        from pyspark.sql.types import StringType, StructField, StructType

        own = self._files
        names = [f"n{number}" for number in range(len(head.headings))]
        schema = StructType([StructField(name, StringType()) for name in names])
        rows = (
            self._spark.read.options(**STRICT)
            .option("basePath", own.start + own.root)
            .option("sep", head.delimiter)
            .option("multiLine", str(self._over_lines).lower())
            .schema(schema)
            .csv(list(map(own.url, files)))
        )
        columns = [names[head.headings.index(heading)] for heading in wanted]
        # Folders may name a column as we do ours: by place it is theirs.
        folders = [f"f{number}" for number in range(len(own.partitioned))]
        return rows.toDF(*names, *folders).select(*columns, *folders)
