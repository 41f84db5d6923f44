"""Keys, answers and campaigns of other types than text, or untidy: counted as one export is."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl
import pytest

from recruitment.ingest.candidates import count_candidates
from recruitment.ingest.faults import SourceRefused
from recruitment.ingest.mapping.defaults import default_mapping
from tests.recruitment.ingest.candidates.made import people
from tests.recruitment.ingest.national.made import counts

NUMBERS = pl.int_range(pl.len())
ODD = NUMBERS % 2 == 1
KEY, SEX, OUTCOME = pl.col("Candidate ID"), pl.col("Sex"), pl.col("Outcome")
IS_FIRST = pl.col("Campaign") == "2025"
CHANGED: Mapping[str, pl.Expr] = {
    "keys are numbers": KEY.cast(pl.Int64),
    "keys are fractions": KEY.cast(pl.Float64),
    "keys are decimals": KEY.cast(pl.Decimal(10, 2)),
    "keys have zeros before": pl.when(ODD).then(KEY.str.zfill(5)).otherwise(KEY),
    "keys have spaces around": pl.when(ODD).then(" " + KEY + "\u00a0").otherwise(KEY),
    "keys differ in case": pl.when(ODD).then("k" + KEY).otherwise("K" + KEY),
    "keys are accented in two ways": pl.when(ODD).then("e\u0301" + KEY).otherwise("\u00e9" + KEY),
    "keys hold what changes nothing": pl.when(ODD).then(KEY + "\u200b").otherwise(KEY),
    "keys are dates": pl.date(2000, 1, 1) + pl.duration(days=KEY.cast(pl.Int64)),
    "answers have spaces around": " " + SEX + "\u00a0",
    "answers differ in case": pl.when(ODD).then(SEX.str.to_uppercase()).otherwise(SEX),
    "answers are categories": SEX.cast(pl.Categorical),
    "outcomes differ in case": OUTCOME.str.to_uppercase(),
    "outcomes are blank": pl.when(OUTCOME == "Failed").then(OUTCOME),
    "campaigns are numbers": pl.col("Campaign").cast(pl.Int32),
    "campaigns are fractions": pl.col("Campaign").cast(pl.Float64),
    "campaigns are dates": pl.when(IS_FIRST)
    .then(dt.date(2025, 1, 1))
    .otherwise(dt.date(2026, 1, 1))
    .alias("Campaign"),
}
REFUSED: Mapping[str, pl.Expr] = {
    "keys are in powers of ten": KEY.cast(pl.Float64) * 1e18 + 1e18,
    "keys are blank": pl.when(KEY != "3").then(KEY),
    "answers are unknown numbers": (SEX == "Female").cast(pl.Int64).alias("Sex"),
    "answers are true or false": (SEX == "Female").alias("Sex"),
    "answers are bytes": SEX.cast(pl.Binary),
    "answers are lists": pl.concat_list(SEX),
    "outcomes are true or false": (OUTCOME == "Passed").alias("Outcome"),
    "stages are dates": pl.lit(dt.date(2025, 1, 1)).alias("Stage"),
}


def _rows() -> pl.DataFrame:
    found = [
        (campaign, str(number), stage, "Failed" if number % 3 else "Passed", sex, number % 2 == 0)
        for campaign in ("2025", "2026")
        for number, sex in enumerate(["Female", "Male", "", "Female", "Male", "Male", "Female"])
        for stage in ("Application", "Offer")[: 2 - (number % 3 > 0)]
    ]
    names = ["Campaign", "Candidate ID", "Stage", "Outcome", "Sex", "Disability"]
    return pl.DataFrame(found, schema=names, orient="row")


@pytest.mark.parametrize("changed", CHANGED.values(), ids=CHANGED)
@pytest.mark.parametrize("kind", ["parquet", "duckdb", "folder"])
def test_values_of_any_type_are_counted_as_in_one_export(
    tmp_path: Path, changed: pl.Expr, kind: str
) -> None:
    rows = _rows().with_columns(changed)
    found = counts(_written(tmp_path, rows, kind))
    for (campaign,), own in rows.group_by("Campaign"):
        own.drop("Campaign").write_parquet(tmp_path / "one.parquet")
        alone = count_candidates(tmp_path / "one.parquet", default_mapping())
        together = found.pop(str(campaign))
        assert people(together) == people(alone) != {}
        assert (together.stages, together.notes) == (alone.stages, alone.notes)
    assert found == {}


@pytest.mark.parametrize("changed", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("kind", ["duckdb", "folder"])
def test_what_one_export_refuses_is_refused_among_many(
    tmp_path: Path, changed: pl.Expr, kind: str
) -> None:
    rows = _rows().with_columns(changed)
    rows.filter(IS_FIRST).drop("Campaign").write_parquet(tmp_path / "one.parquet")
    with pytest.raises(SourceRefused) as alone:
        count_candidates(tmp_path / "one.parquet", default_mapping())
    with pytest.raises(SourceRefused) as together:
        counts(_written(tmp_path, rows, kind))
    columns, expected = (
        {fault.place.column for fault in each.value.faults} for each in (together, alone)
    )
    assert columns == expected


def _written(folder: Path, rows: pl.DataFrame, kind: str) -> Path:
    if kind == "duckdb":
        with duckdb.connect(str(folder / "rows.duckdb")) as con:
            con.from_arrow(rows.to_arrow()).to_table("people")
        return folder / "rows.duckdb::people"
    path = folder / "rows"
    path.mkdir()
    half = rows.height // 2 if kind == "folder" else rows.height
    for number, part in enumerate((rows[:half], rows[half:])):
        part.write_parquet(path / f"{number}.parquet")
    return path if kind == "folder" else path / "0.parquet"
