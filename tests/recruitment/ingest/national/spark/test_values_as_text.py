"""Values of every type have the text on Spark that DuckDB gives them, or are refused."""

import datetime as dt
from pathlib import Path

import polars as pl
import pytest
from pyspark.sql import SparkSession

from recruitment.ingest.faults import SourceRefused
from recruitment.ingest.national.engines import CAMPAIGN
from recruitment.ingest.national.spark.source import source_at
from tests.recruitment.ingest.national.spark.engines import duckdb_rows, taken

NOON = dt.datetime(2024, 2, 29, 12, 0, 0)  # noqa: DTZ001 - the type without a zone is meant
LATER = NOON.replace(microsecond=250_000)
ALIKE = {
    "Campaign": pl.Series([1, -7, None], dtype=pl.Int64),
    "Stage": pl.Series([None, None, None], dtype=pl.Null),
    "Outcome": pl.Series([True, False, None]),
    "Ethnicity": pl.Series([dt.date(2024, 2, 29), dt.date(99, 1, 1), None]),
    "Sex": pl.Series([NOON, LATER, None], dtype=pl.Datetime("us")),
    "Sexual orientation": pl.Series([NOON, LATER, None], dtype=pl.Datetime("ms", "UTC")),
    "Disability": pl.Series([1, 255, None], dtype=pl.UInt8),
}
DIFFERENT = {
    "double": pl.Series([1.0, 1e22, None]),
    "float": pl.Series([0.1, 0.5, None], dtype=pl.Float32),
    "decimal(9,2)": pl.Series(["1.50", "2", None]).cast(pl.Decimal(9, 2)),
    "decimal(20,0)": pl.Series([1, 2, None], dtype=pl.UInt64),
    "binary": pl.Series([b"a", b"b", None]),
    "bigint or timestamp to the nanosecond": pl.Series([NOON, LATER, None]).cast(pl.Datetime("ns")),
    "time(9)": pl.Series([dt.time(9, 30), dt.time(10), None]),
}
PARTS = "its values have parts; text is expected"


def written(folder: Path, values: pl.Series, others: dict[str, object] | None = None) -> Path:
    """Write candidates with ``values`` in the place of their campaign."""
    path = folder / "rows.parquet"
    texts = {"Candidate ID": ["1", "2", "3"], "Stage": ["Offer"] * 3, "Sex": ["F", "M", ""]}
    pl.DataFrame({"Campaign": values, **texts, **(others or {})}).write_parquet(path)
    return path


def test_texts_of_every_type_are_those_of_duckdb(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    pl.DataFrame({"Candidate ID": ["1", "2", "3"], **ALIKE}).write_parquet(path)
    rows = source_at(spark, str(path)).rows()
    names = list(taken(rows).places)
    with duckdb_rows(path) as own:
        taken(own)
        assert len(names) == len(ALIKE)
        assert rows.counts(names).equals(own.counts(names))


@pytest.mark.parametrize("kind", DIFFERENT)
def test_a_type_whose_text_is_another_on_spark_is_refused(
    spark: SparkSession, tmp_path: Path, kind: str
) -> None:
    rows = source_at(spark, str(written(tmp_path, DIFFERENT[kind]))).rows()
    with pytest.raises(SourceRefused) as refused:
        taken(rows)
    expected = f"rows.parquet, column Campaign: its values are of the type {kind}, which Spark"
    assert expected in str(refused.value)


def test_values_with_parts_are_refused(spark: SparkSession, tmp_path: Path) -> None:
    rows = source_at(spark, str(written(tmp_path, pl.Series([["a"], ["b"], None])))).rows()
    with pytest.raises(SourceRefused, match=PARTS):
        taken(rows)


def test_columns_that_nobody_reads_may_be_of_any_type(spark: SparkSession, tmp_path: Path) -> None:
    others: dict[str, object] = {
        f"o{number}": each for number, each in enumerate(DIFFERENT.values())
    }
    # Nor need names differ by more than case, or be free of signs.
    others |= {
        "notes": [1] * 3,
        "NOTES": [2] * 3,
        "a.b": ["1"] * 3,
        "`a``b`": ["2"] * 3,
        '"': ["3"] * 3,
    }
    path = written(tmp_path, pl.Series(["LE25", "le25", None]), others)
    rows = source_at(spark, str(path)).rows()
    taken(rows)
    assert rows.counts([CAMPAIGN]).rows() == [("", 1), ("LE25", 1), ("le25", 1)]
