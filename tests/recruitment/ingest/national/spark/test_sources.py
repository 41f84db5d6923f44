"""What a source is known by, and a table of the catalogue."""

from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from recruitment.errors import DataError, UsageError
from recruitment.ingest.asked import Asked
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.national.explaining import words_in, words_of_campaigns
from recruitment.ingest.national.spark import listing
from recruitment.ingest.national.spark.source import source_at
from tests.recruitment.ingest.national.made import ROWS, frame, hive, parquet
from tests.recruitment.ingest.national.spark.engines import by_campaign, on_spark


def test_the_same_rows_have_the_same_fingerprint_in_any_files(
    spark: SparkSession, tmp_path: Path
) -> None:
    one = on_spark(spark, parquet(tmp_path, ROWS[::-1]))
    other = on_spark(spark, hive(tmp_path, ROWS))
    assert one.sha256 == other.sha256
    assert one.size == (tmp_path / "rows.parquet").stat().st_size
    assert other.size == sum(each.stat().st_size for each in (tmp_path / "hive").rglob("*.parquet"))
    assert "The SHA-256 is that of the counts" in one.remarks[0]


def test_a_table_of_the_catalogue_is_counted(spark: SparkSession, tmp_path: Path) -> None:
    path = parquet(tmp_path, ROWS)
    spark.read.parquet(str(path)).createOrReplaceTempView("all_rows")
    found = on_spark(spark, "::all_rows")
    assert list(by_campaign(found)) == ["LE25", "Été 24"]
    assert (found.called, found.size) == ("::all_rows", None)


def test_what_would_be_read_is_explained_as_by_duckdb(spark: SparkSession, tmp_path: Path) -> None:
    path = hive(tmp_path, ROWS)
    found = words_in(source_at(spark, str(path)).rows(), default_mapping(), None)
    assert found == words_of_campaigns(path, default_mapping(), None, None)


def test_one_campaign_of_several_can_be_asked_for(spark: SparkSession, tmp_path: Path) -> None:
    [found] = on_spark(spark, parquet(tmp_path, ROWS), campaign="le25").campaigns
    assert found.rows_read == 6


def test_a_file_that_changes_while_it_is_read_is_refused(
    spark: SparkSession, tmp_path: Path
) -> None:
    source = source_at(spark, str(parquet(tmp_path, ROWS)))
    frame(ROWS[:4]).write_parquet(tmp_path / "rows.parquet")
    with pytest.raises(DataError, match=r"rows\.parquet changed while it was read; wait until"):
        source.counted(default_mapping(), Asked(), lambda _: None)


def test_more_files_than_can_be_looked_at_are_refused(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_FILES", 1)
    with pytest.raises(UsageError, match="hive has over 1 files; name some of them"):
        source_at(spark, str(hive(tmp_path, ROWS)))
