"""Spark counts what DuckDB counts, row for row."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyspark.sql import SparkSession

from recruitment.ingest.national.spark.quiet import quiet
from tests.recruitment.ingest.candidates.made import Row, as_csv
from tests.recruitment.ingest.national import made
from tests.recruitment.ingest.national.made import ROWS, Written
from tests.recruitment.ingest.national.spark.engines import (
    by_campaign,
    of_duckdb,
    of_spark,
    on_spark,
)

OUTCOMES = ["Passed", "Failed", "Withdrew", "On hold", "PASSED", "", None]
KEYS = ["1", "1 ", " 1", "01", "é", "É", "e\u0301", "", None, "a\n", "1\n", "+1", "#'\"`\\", "ß"]
PEOPLE = st.fixed_dictionaries(
    {
        "Campaign": st.sampled_from(["A", "a", "Å", None, ""]),
        "Candidate ID": st.sampled_from(KEYS),
        "Stage": st.sampled_from(["Application", "application", "Offer"]),
        "Outcome": st.sampled_from(OUTCOMES),
        "Ethnicity": st.sampled_from(["Indian", "INDIAN", "White", "", None]),
        "Sex": st.sampled_from(["F", "Male", "female", None]),
    }
)


def texts(folder: Path, rows: list[Row]) -> Path:
    """Write several text files: one with columns in another order, one with lines in values."""
    path = folder / "texts"
    (path / "more").mkdir(parents=True)
    (path / "1.csv").write_text(as_csv(rows[:2]), encoding="utf-8-sig")
    turned = as_csv(rows[2:4], made.HEADINGS[::-1]).replace(",", ";")
    (path / "more" / "2.csv").write_text(turned, encoding="utf-8")
    noted = [row | {"Notes": 'said "yes",\nthen no'} for row in rows[4:]]
    (path / "3.csv").write_text(as_csv(noted).replace("\n", "\r\n"), encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize(
    "written", [made.parquet_folder, made.hive, made.pattern, made.text, texts]
)
def test_what_is_handed_over_is_the_same_row_for_row(
    spark: SparkSession, folder: Path, written: Written
) -> None:
    source = written(folder, ROWS)
    found, own = of_spark(spark, source), of_duckdb(source)
    assert len(found) == len(own) >= 3
    for one, other in zip(found, own, strict=True):
        assert one.equals(other), (one, other)


def test_every_campaign_has_the_counts_that_duckdb_finds(spark: SparkSession, folder: Path) -> None:
    source, crosses = made.hive(folder, ROWS), (("sex", "ethnicity"),)
    found = by_campaign(on_spark(spark, source, crosses=crosses))
    own = made.counts(source, crosses=crosses)
    assert list(found) == list(own) == ["LE25", "Été 24"]
    for campaign, counts in found.items():
        assert counts.counts.equals(own[campaign].counts)
        assert (counts.stages, counts.rows_read) == (own[campaign].stages, own[campaign].rows_read)
        assert counts.characteristics == own[campaign].characteristics
        assert (counts.notes, counts.contradictions) == (own[campaign].notes, ())


@settings(max_examples=6)
@given(st.lists(PEOPLE, min_size=1, max_size=40))
def test_whatever_stands_in_texts_is_handed_over_alike(
    server: tuple[SparkSession, str], rows: list[Row]
) -> None:
    with tempfile.TemporaryDirectory() as name, quiet():
        source = made.parquet(Path(name), rows)
        found, own = of_spark(server[0], source), of_duckdb(source)
    assert len(found) == len(own)
    for one, other in zip(found, own, strict=True):
        assert one.equals(other), (one, other)


def test_a_server_counts_the_same(connected: SparkSession, folder: Path) -> None:
    for written in (made.hive, texts):
        source = written(folder, ROWS)
        for one, other in zip(of_spark(connected, source), of_duckdb(source), strict=True):
            assert one.equals(other)
