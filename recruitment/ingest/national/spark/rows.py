"""The rows of a source as Spark counts them, wherever it has them; no row comes back."""

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from operator import add, and_
from typing import TYPE_CHECKING, Any

from recruitment.ingest.faults import Fault, Place, SourceRefused
from recruitment.ingest.national.duckdb_rows import added_up, differences
from recruitment.ingest.national.duckdb_source import FileRows
from recruitment.ingest.national.engines import CAMPAIGN, CANDIDATE, Marks, StageColumns
from recruitment.ingest.national.spark.catalogue import CatalogueTable
from recruitment.ingest.national.spark.failures import in_our_words
from recruitment.ingest.national.spark.listing import Files
from recruitment.ingest.national.spark.parquet_files import ParquetFiles
from recruitment.ingest.national.spark.sessions import functions_of, handed_back, handed_over
from recruitment.ingest.national.spark.statements import selected
from recruitment.ingest.national.spark.text_files import TextFiles
from recruitment.ingest.national.spark.texts import text_of, why_no_text

if TYPE_CHECKING:
    import polars as pl
    from pyspark.sql import DataFrame, SparkSession

# Of so many files the first rows are taken, where they are asked for: each would give as many.
FIRST_FILES = 8


class SparkRows:
    """The rows of a source."""

    def __init__(self, spark: "SparkSession", called: str, files: Files | None) -> None:
        """Look at the headings of all files, or of the table.

        Args:
            spark: A session.
            called: What the source is called; a table, what its name is.
            files: Those that hold the rows; None for a table.

        Raises:
            UsageError: There is no such table.
            DataError: A file is damaged, or a column stands in files and in the names of folders.
        """
        self.called = called
        self._spark, self._files = spark, files
        self._functions = functions_of(spark)
        self._reader = _reader(spark, called, files)
        self._each = self._reader.files()
        self._own = tuple(dict.fromkeys(name for file in self._each for name in file.headings))
        partitioned = files.partitioned if files else ()
        self.headings = (*self._own, *partitioned)
        self.columnar = self._reader.columnar
        self._columns: StageColumns | None = None
        self._needed: list[int] = []
        if both := [name for name in partitioned if name in self._own]:
            what = "it stands in the files and in the names of folders; leave one out"
            raise SourceRefused(called, [Fault(Place(called, column=both[0]), what)])

    def take(self, columns: StageColumns) -> None:
        """Take these columns for those that are read, and see that every file has them alike.

        Raises:
            SourceRefused: A file lacks one, or has it as another type, or of a type whose text
                Spark and DuckDB write differently.
        """
        self._columns = columns
        asked = {*columns.places.values(), columns.columns.candidate}
        self._needed = sorted(place for place in asked if place < len(self._own))
        names = [self._own[place] for place in self._needed]
        first = self._each[0]
        faults = [
            fault
            for file in self._each
            for name in names
            for fault in differences(file, first, name, self.called) or _no_text(file, name, self)
        ]
        if faults:
            raise SourceRefused(self.called, faults)

    def counts(self, names: Sequence[str], first: int | None = None) -> "pl.DataFrame":
        """Return in how many rows, or in the ``first`` so many, each combination of texts is."""
        return self._guarded(lambda: self._counts(names, first))

    def histories(self, marks: Marks) -> "pl.DataFrame":
        """Return what became of the candidates."""
        return self._guarded(lambda: self._histories(marks))

    def _counts(self, names: Sequence[str], first: int | None) -> "pl.DataFrame":
        from queries.candidate_stages import COUNTED, COUNTS

        rows = self._texts(names, first)
        rows.createOrReplaceTempView(COUNTED)
        return added_up(handed_back(selected(self._spark, COUNTS, (*names, "candidates"))), names)

    def _histories(self, marks: Marks) -> "pl.DataFrame":
        from queries.candidate_stages import HISTORIES, HISTORY, MARKED

        column = self._functions.col
        rows = self._texts([CAMPAIGN, CANDIDATE, *self._taken.texts], None)
        pairs = [name for name in marks.stages.columns if name != "mark"]
        same = reduce(and_, (column(name) == column(f"s_{name}") for name in pairs))
        rows = rows.join(self._kept(marks.stages, "s_"), same)
        for name, frame in marks.answers.items():
            table = self._kept(frame, f"a_{name}_")
            rows = rows.join(table, column(name) == column(f"a_{name}_text"))
        answers = reduce(add, (column(f"a_{name}_mark") for name in marks.answers))
        kept = (column(CAMPAIGN), column(CANDIDATE), column("s_mark").alias("mark"))
        rows.select(*kept, answers.alias("answers")).createOrReplaceTempView(MARKED)
        asked = {"characteristics": len(marks.answers)}
        return handed_back(selected(self._spark, HISTORIES, HISTORY, asked)).sort(HISTORY)

    def _texts(self, names: Sequence[str], first: int | None) -> "DataFrame":
        """Return these columns as text, under our own names."""
        files = None if first is None else FIRST_FILES
        rows = self._reader.rows(self._own, self._needed, files)
        folders = range(len(self._own), len(self.headings))
        own = [f"c{place}" for place in (*self._needed, *folders)]
        kinds = [*self._reader.kinds(self._own, self._needed), *("string" for _ in folders)]
        known = dict(zip(own, kinds, strict=True))
        places = {**self._taken.places, CANDIDATE: self._taken.columns.candidate}

        def text(name: str) -> Any:
            if name not in places:
                return self._functions.lit("")
            place = f"c{places[name]}"
            return text_of(self._functions, self._functions.col(place), known[place])

        whole = self._with_folders(rows.toDF(*own))
        texts = whole.select(*(text(name).alias(name) for name in names))
        return texts if first is None else texts.limit(first)

    def _with_folders(self, rows: "DataFrame") -> "DataFrame":
        """Return rows with what their folders say, where Spark takes it for something else."""
        import polars as pl

        column = self._functions.col
        for number in range(len(self.headings) - len(self._own)):
            misread = self._files.misread(number) if self._files else {}
            if misread:
                name, taken, meant = (
                    f"c{len(self._own) + number}",
                    f"taken{number}",
                    f"meant{number}",
                )
                pairs = pl.DataFrame({taken: list(misread), meant: list(misread.values())})
                table = handed_over(self._spark, pairs)
                rows = rows.join(table, column(name) == column(taken), "left")
                own = self._functions.coalesce(column(meant), column(name))
                rows = rows.withColumn(name, own).drop(taken, meant)
        return rows

    def _kept(self, frame: "pl.DataFrame", prefix: str) -> "DataFrame":
        renamed = frame.rename({column: f"{prefix}{column}" for column in frame.columns})
        return handed_over(self._spark, renamed)

    def _guarded(self, work: "Callable[[], pl.DataFrame]") -> "pl.DataFrame":
        with in_our_words(self.called, self._files):
            return work()

    @property
    def _taken(self) -> StageColumns:
        if self._columns is None:
            raise AssertionError("columns are taken first")
        return self._columns


def _reader(
    spark: "SparkSession", called: str, files: Files | None
) -> ParquetFiles | TextFiles | CatalogueTable:
    if files is None:
        return CatalogueTable(spark, called)
    return (ParquetFiles if files.is_parquet else TextFiles)(spark, files)


def _no_text(file: FileRows, heading: str, rows: SparkRows) -> Iterator[Fault]:
    why = why_no_text(file.kinds[file.headings.index(heading)]) if file.kinds else None
    if why is not None:
        where = rows.called if file.called == rows.called else f"{rows.called}, {file.called}"
        yield Fault(Place(where, column=heading), why)
