"""The same source, counted by DuckDB and by Spark."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import polars as pl
from pyspark.sql import SparkSession

from recruitment.errors import DataError
from recruitment.ingest.asked import Asked
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.national.campaigns import National
from recruitment.ingest.national.duckdb_rows import DuckdbRows
from recruitment.ingest.national.duckdb_source import opened
from recruitment.ingest.national.engines import Marks, Rows, StageColumns, stage_columns
from recruitment.ingest.national.locations import located
from recruitment.ingest.national.reading import Counted
from recruitment.ingest.national.spark.source import source_at

Frames = list[pl.DataFrame]
# Tests count little: a Java that takes no time to become fast is faster.
QUICKLY = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def on_spark(spark: SparkSession, source: Path | str, **asked: object) -> Counted:
    """Return what Spark counts in a source."""
    own = Asked(**asked)  # type: ignore[arg-type]
    return source_at(spark, str(source)).counted(default_mapping(), own, lambda _: None)


def by_campaign(found: Counted) -> dict[str | None, CampaignCounts]:
    """Return the counts of each campaign."""
    return {each.campaign: each for each in found.campaigns}


def of_spark(spark: SparkSession, source: Path | str) -> Frames:
    """Return all that Spark hands over of a source."""
    return _handed_over(source_at(spark, str(source)).rows())


def of_duckdb(source: Path) -> Frames:
    """Return all that DuckDB hands over of a source."""
    with duckdb_rows(source) as rows:
        return _handed_over(rows)


@contextmanager
def duckdb_rows(source: Path) -> Iterator[DuckdbRows]:
    """Yield the rows of a source as DuckDB counts them."""
    with opened(located(source), None) as own:
        yield DuckdbRows(own)


def taken(rows: Rows) -> StageColumns:
    """Return the columns that are read of a source, which are taken."""
    columns = stage_columns(rows.headings, default_mapping(), None, rows.called)
    rows.take(columns)
    return columns


class Recorded:
    """Rows that keep what was handed over of them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.called, self.headings = rows.called, rows.headings
        # What is columnar on one engine may not be so on the other; passes are to be the same.
        self.columnar = True
        self.frames: Frames = []

    def take(self, columns: StageColumns) -> None:
        self._rows.take(columns)

    def counts(self, names: Sequence[str], first: int | None = None) -> pl.DataFrame:
        self.frames.append(self._rows.counts(names, first))
        return self.frames[-1]

    def histories(self, marks: Marks) -> pl.DataFrame:
        found = self._rows.histories(marks)
        self.frames.append(found.sort(found.columns))
        return found


def _handed_over(rows: Rows) -> Frames:
    recorded = Recorded(rows)
    national = National(rows.called, taken(recorded), default_mapping())
    # Rows of nobody are refused; what was handed over of them is compared all the same.
    with suppress(DataError):
        list(national.campaigns(recorded, lambda _: None))
    return recorded.frames
