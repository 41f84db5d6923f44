"""Parquet files, where the cluster has them: what is in each, and the rows of all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recruitment.ingest.national.duckdb_source import FileRows
from recruitment.ingest.national.spark.failures import in_our_words
from recruitment.ingest.national.spark.listing import File, Files
from recruitment.ingest.national.spark.texts import HAS_PARTS, kind_of, why_no_text
from recruitment.ingest.national.spark.threads import each_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import DataType, StructType

# Spark refuses a file for a column of such times, read or not, unless it may take them for numbers.
NANOSECONDS = "spark.sql.legacy.parquet.nanosAsLong"
EITHER = "bigint or timestamp to the nanosecond"
# What the cluster may be used to leave out or to put right, and we want told.
STRICT = {
    "mergeSchema": "false",
    "ignoreCorruptFiles": "false",
    "ignoreMissingFiles": "false",
    "datetimeRebaseMode": "CORRECTED",
    "int96RebaseMode": "CORRECTED",
}


class ParquetFiles:
    """The Parquet files of a source."""

    columnar = True

    def __init__(self, spark: "SparkSession", files: Files) -> None:
        self._spark = spark
        self._files = files
        self._types: dict[str, DataType] = {}

    def files(self) -> list[FileRows]:
        """Return each file by what its end says of it.

        Raises:
            DataError: One is damaged, or has a column that Spark does not read.
        """
        files = self._files.files
        known = dict(zip(files, each_of(self._schema, files), strict=True))
        unsure = [file for file, schema in known.items() if schema is None]
        known |= dict(zip(unsure, self._with_nanoseconds(unsure), strict=True))
        found = {file: schema for file, schema in known.items() if schema is not None}
        for schema in reversed(found.values()):
            self._types |= {field.name: field.dataType for field in schema.fields}
        doubtful = set(unsure)
        return [_described(file, schema, unsure=file in doubtful) for file, schema in found.items()]

    def rows(
        self, headings: Sequence[str], needed: Sequence[int], first: int | None
    ) -> "DataFrame":
        """Return the columns under the ``needed`` headings, and those that folders name.

        Args:
            headings: Of all files.
            needed: The places of those that are read.
            first: Of how many files; None for all.
        """
        from pyspark.sql.types import StructField, StructType

        fields = [StructField(name, self._types[name]) for name in (headings[n] for n in needed)]
        files = self._files
        reader = self._spark.read.options(**STRICT).option("basePath", files.start + files.root)
        return reader.schema(StructType(fields)).parquet(*map(files.url, files.files[:first]))

    def kinds(self, headings: Sequence[str], needed: Sequence[int]) -> list[str]:
        """Return the type of each of these columns, in a word."""
        return [kind_of(self._types[headings[place]]) for place in needed]

    def _schema(self, file: File) -> "StructType | None":
        from pyspark.errors import AnalysisException

        with in_our_words(self._files.where(file)):
            try:
                return self._said(file)
            except AnalysisException as error:
                if "NANOS" not in str(error):
                    raise
        return None

    def _with_nanoseconds(self, files: Sequence[File]) -> "list[StructType]":
        if not files:
            return []
        self._spark.conf.set(NANOSECONDS, "true")
        try:
            with in_our_words(self._files.named, self._files):
                return each_of(self._said, files)
        finally:
            self._spark.conf.unset(NANOSECONDS)

    def _said(self, file: File) -> "StructType":
        return self._spark.read.options(**STRICT).parquet(self._files.url(file)).schema


def _described(file: File, schema: "StructType", *, unsure: bool) -> FileRows:
    names = tuple(field.name for field in schema.fields)
    kinds = [kind_of(field.dataType) for field in schema.fields]
    if unsure:
        kinds = [EITHER if kind == "bigint" else kind for kind in kinds]
    nested = frozenset(n for n, kind in enumerate(kinds) if why_no_text(kind) == HAS_PARTS)
    return FileRows(file.called, names, tuple(kinds), nested)
