"""The rows of a source as DuckDB counts them, on this machine and within its memory limit."""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any, TypeVar

from recruitment.errors import DataError
from recruitment.ingest.faults import NOTHING_IMPORTED, Fault, Place, SourceRefused
from recruitment.ingest.national.duckdb_source import (
    NOTHING,
    PART,
    FileRows,
    Opened,
    partition_frame,
)
from recruitment.ingest.national.duckdb_table import DuckdbTable
from recruitment.ingest.national.engines import CAMPAIGN, CANDIDATE, Marks, StageColumns
from recruitment.ingest.national.parquet_files import ParquetFiles
from recruitment.ingest.national.parts import in_part, parts_of
from recruitment.ingest.national.text_files import TextFiles

if TYPE_CHECKING:
    import polars as pl

READERS: dict[str, type[ParquetFiles | TextFiles | DuckdbTable]] = {
    "parquet": ParquetFiles,
    "text": TextFiles,
    "table": DuckdbTable,
}
PARTITIONS = "partitions"
T = TypeVar("T")


class DuckdbRows:
    """The rows of an opened source."""

    def __init__(self, source: Opened) -> None:
        """Look at the headings of all its files.

        Raises:
            DataError: One is damaged, or a column stands in files and in the names of folders.
        """
        self._source = source
        self._reader = READERS[source.location.kind](source)
        self._files = self._reader.files()
        every = dict.fromkeys(name for file in self._files for name in file.headings)
        self._own = tuple(every)
        self.headings = (*self._own, *source.partitioned)
        self.columnar = self._reader.columnar
        self._needed: list[int] = []
        self._relation: Any = None
        self._names: list[str] = []
        self._columns: StageColumns | None = None
        if both := [name for name in source.partitioned if name in every]:
            what = "it stands in the files and in the names of folders; leave one out"
            raise SourceRefused(self.called, [Fault(Place(self.called, column=both[0]), what)])

    @property
    def called(self) -> str:
        """What the source is called in messages."""
        return self._source.location.named

    def take(self, columns: StageColumns) -> None:
        """Take these columns for those that are read, and see that every file has them alike.

        Raises:
            SourceRefused: A file lacks one, has it as another type, or with several values to one.
        """
        self._columns = columns
        person = columns.columns.person
        asked = {*columns.places.values(), columns.columns.candidate, person} - {None}
        needed = sorted(place for place in asked if place is not None)
        self._needed = [place for place in needed if place < len(self._own)]
        self._check_alike()
        self._relate()
        if self._source.partitioned:
            from queries import ArrowStream

            frame = partition_frame(self._source.location)
            self._source.con.from_arrow(ArrowStream(frame)).to_table(PARTITIONS)

    def counts(self, names: Sequence[str], first: int | None = None) -> "pl.DataFrame":
        """Return in how many rows, or of the ``first`` so many, each combination of texts stands.

        What folders say is looked up afterwards, once for each combination.
        """
        return self._guarded(lambda: self._counts(names, first))

    def histories(self, marks: Marks) -> "pl.DataFrame":
        """Return what became of the candidates."""
        return self._guarded(lambda: self._histories(marks))

    def of_campaign(self, campaign: str) -> tuple[Any, list[str]]:
        """Return all columns of the rows of one campaign, and what each is called there."""
        import duckdb

        rows, names = self._whole()
        place = self._taken.campaign
        if place is None:
            return rows, names
        text = duckdb.CoalesceOperator(_text(names[place]), duckdb.ConstantExpression(""))
        return rows.filter(text == duckdb.ConstantExpression(campaign)), names

    def refuse_broken(self) -> None:
        """Refuse the source if one of its files is broken.

        Raises:
            DataError: It is, and named.
        """
        self._reader.refuse_broken(self._own, self._needed)

    def _relate(self) -> None:
        self._relation, names = self._reader.relation(self._own, self._needed)
        self._names = [*names, *(f"h{number}" for number in range(len(self._source.partitioned)))]

    def _whole(self) -> tuple[Any, list[str]]:
        if not self._source.partitioned:
            return self._relation, self._names
        import duckdb

        # All rows, with what their folders say.
        partitions = self._source.con.table(PARTITIONS).set_alias(PARTITIONS)
        rows = self._relation.set_alias("files")
        same = duckdb.ColumnExpression("files", PART) == duckdb.ColumnExpression(PARTITIONS, PART)
        return rows.join(partitions, same), self._names

    def _counts(self, names: Sequence[str], first: int | None) -> "pl.DataFrame":
        import polars as pl

        from queries.candidate_stages import COUNTED, candidate_stage_counts

        places = self._taken.places
        own = [name for name in names if places[name] < len(self._own)]
        said = {name: self._names[places[name]] for name in names if name not in own}
        kept = [_text(self._names[places[name]]).alias(name) for name in own]
        kept += [_column(PART)] if said else []
        rows = self._relation if first is None else self._relation.limit(first)
        rows.select(*kept).create_view(COUNTED)
        found = candidate_stage_counts(self._source.con, [*own, *([PART] if said else [])])
        if said:
            frame = partition_frame(self._source.location)
            looked_up = [pl.col(text).alias(name) for name, text in said.items()]
            found = found.join(frame.select(PART, *looked_up), on=PART, how="left")
        return added_up(found, names)

    def _histories(self, marks: Marks) -> "pl.DataFrame":
        import polars as pl

        from queries.candidate_stages import MARKED, candidate_stage_histories

        pairs = [name for name in marks.stages.columns if name != "mark"]
        stages = self._kept("stage_marks", marks.stages, "s")
        answers = {
            name: self._kept(f"marks_of_{name}", frame, f"a_{name}_")
            for name, frame in marks.answers.items()
        }
        sums = reduce(add, (_column(f"a_{name}_mark") for name in answers))
        kept = (_column(CAMPAIGN), _column(CANDIDATE), _column("smark").alias("mark"))
        # Text is read whole each time, which takes longer than to write what does not fit to disk.
        parts = parts_of(self._source.con, marks.candidates) if self.columnar else 1
        found = []
        for part in range(parts):
            texts = self._texts()
            own = texts if parts == 1 else texts.filter(in_part(_column(CANDIDATE), part, parts))
            rows = own.join(stages, _same(pairs, "s"))
            for name, table in answers.items():
                rows = rows.join(table, _column(name) == _column(f"a_{name}_text"))
            rows.select(*kept, sums.alias("answers")).create_view(MARKED)
            number = len(marks.answers)
            found.append(candidate_stage_histories(self._source.con, characteristics=number))
        history = pl.exclude("candidates", "entries")
        return pl.concat(found).group_by(history).agg(pl.col("candidates", "entries").sum())

    def _texts(self) -> Any:
        import duckdb

        rows, names = self._whole()
        blank = duckdb.ConstantExpression("")
        places = {**self._taken.places, CANDIDATE: self._taken.columns.candidate}
        kept = {
            name: duckdb.CoalesceOperator(_text(names[place]), blank)
            for name, place in places.items()
        }
        return rows.select(*(text.alias(name) for name, text in ({CAMPAIGN: blank} | kept).items()))

    def _kept(self, name: str, frame: "pl.DataFrame", prefix: str) -> Any:
        from queries import ArrowStream

        renamed = frame.rename({column: f"{prefix}{column}" for column in frame.columns})
        self._source.con.from_arrow(ArrowStream(renamed)).to_table(name)
        return self._source.con.table(name)

    def _guarded(self, work: Callable[[], T]) -> T:
        import duckdb

        try:
            return work()
        except (duckdb.OutOfMemoryException, duckdb.InterruptException):
            raise
        except duckdb.Error as error:
            self.refuse_broken()
            if isinstance(error, duckdb.IOException):
                raise
            if not self._reader.again():
                what = f"{self.called} cannot be read: it is damaged; {NOTHING_IMPORTED}"
                raise DataError(what) from None
        self._relate()
        return work()

    @property
    def _taken(self) -> StageColumns:
        if self._columns is None:
            raise AssertionError("columns are taken first")
        return self._columns

    def _check_alike(self) -> None:
        headings = [self._own[place] for place in self._needed]
        firsts = {heading: _first_typed(self._files, heading) for heading in headings}
        faults = [
            fault
            for file in self._files
            for heading, first in firsts.items()
            for fault in differences(file, first, heading, self.called)
        ]
        if faults:
            raise SourceRefused(self.called, faults)


def added_up(found: "pl.DataFrame", names: Sequence[str]) -> "pl.DataFrame":
    """Return counts by ``names``, blanks of either kind as empty texts, in a fixed order."""
    import polars as pl

    blank = found.with_columns(pl.col(list(names)).fill_null(""))
    return blank.group_by(list(names)).agg(pl.col("candidates").sum()).sort(list(names))


def _first_typed(files: Sequence[FileRows], heading: str) -> FileRows:
    """Return the first file that has values under ``heading``, which tell of what type they are."""
    typed = (
        file
        for file in files
        if heading in file.headings
        and file.kinds
        and file.kinds[file.headings.index(heading)] != NOTHING
    )
    return next(typed, files[0])


def differences(file: FileRows, first: FileRows, heading: str, called: str) -> list[Fault]:
    """Return how the column under ``heading`` of a file differs from that of the ``first``."""
    place = Place(called if file.called == called else f"{called}, {file.called}", column=heading)
    if heading not in file.headings:
        return [Fault(place, "there is no such column in it, and other files have it")]
    at = file.headings.index(heading)
    if at in file.parts:
        return [Fault(place, "its values have parts; text is expected")]
    if file.kinds and heading in first.headings:
        usual = first.kinds[first.headings.index(heading)]
        if file.kinds[at] not in {usual, NOTHING}:
            what = (
                f"its values are {file.kinds[at]}, and {usual} in {first.called}; write them alike"
            )
            return [Fault(place, what)]
    return []


def _column(name: str) -> Any:
    import duckdb

    return duckdb.ColumnExpression(name)


def _text(name: str) -> Any:
    import duckdb

    return _column(name).cast(duckdb.sqltypes.VARCHAR)


def _same(names: Sequence[str], prefix: str) -> Any:
    pairs = [_column(name) == _column(f"{prefix}{name}") for name in names]
    return reduce(lambda left, right: left & right, pairs)
