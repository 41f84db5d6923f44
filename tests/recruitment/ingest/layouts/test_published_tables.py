from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest
from polars.testing import assert_frame_equal

import queries
from recruitment.ingest.layouts.monitoring_table import read_monitoring_table
from recruitment.ingest.layouts.recognition import recognised
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.sources import read_source
from tests.recruitment.ingest.layouts.tables import (
    BREAKDOWN,
    Row,
    broken_table,
    csv_file,
    printed_table,
    published_counts,
    workbook_file,
)

CAMPAIGNS = ("LE19", "LE19a", "PCDA", "DHEP")
Laid = Callable[[duckdb.DuckDBPyConnection, str], list[Row]]
KEYS = ["stage", "outcome", "characteristic", "category"]


def counts_in(path: Path) -> pl.DataFrame:
    return read_monitoring_table(read_source(path), default_mapping()).counts.sort(KEYS)


@pytest.mark.parametrize("laid", [printed_table, broken_table])
@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_a_csv_file_of_a_printed_table_gives_the_packaged_counts(
    con: duckdb.DuckDBPyConnection, tmp_path: Path, campaign: str, laid: Laid
) -> None:
    path = csv_file(tmp_path / "own.csv", laid(con, campaign))

    assert_frame_equal(counts_in(path), published_counts(con, campaign))


@pytest.mark.parametrize("laid", [printed_table, broken_table])
@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_a_workbook_of_a_printed_table_with_merged_headings_gives_the_packaged_counts(
    con: duckdb.DuckDBPyConnection, tmp_path: Path, campaign: str, laid: Laid
) -> None:
    path = workbook_file(tmp_path / "own.xlsx", [laid(con, campaign)])

    assert_frame_equal(counts_in(path), published_counts(con, campaign))


def test_a_table_that_goes_on_on_a_second_sheet_is_one(
    con: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    rows = printed_table(con, "LE19")
    end = next(at for at, row in enumerate(rows) if row[0] == BREAKDOWN)
    path = workbook_file(tmp_path / "own.xlsx", [rows[:end], rows[end:]])

    assert_frame_equal(counts_in(path), published_counts(con, "LE19"))


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_the_percentages_between_are_kept_as_printed_with_their_counts(
    con: duckdb.DuckDBPyConnection, tmp_path: Path, campaign: str
) -> None:
    path = csv_file(tmp_path / "own.csv", printed_table(con, campaign))
    columns = ["label", *KEYS, "printed", "numerator", "denominator"]
    packaged = queries.printed_figures(con).filter(campaign=campaign, kind="share")

    found = read_monitoring_table(read_source(path), default_mapping()).printed

    assert_frame_equal(found.select(columns), packaged.select(columns))


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_a_printed_table_is_recognised(
    con: duckdb.DuckDBPyConnection, tmp_path: Path, campaign: str
) -> None:
    source = read_source(csv_file(tmp_path / "own.csv", broken_table(con, campaign)))

    assert recognised(source, default_mapping()) == "monitoring table"


def test_totals_are_kept_with_their_places(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    path = csv_file(tmp_path / "own.csv", printed_table(con, "LE19"))

    found = read_monitoring_table(read_source(path), default_mapping()).totals

    assert found.row(0) == ("Application", "entered", 546, "own.csv, row 2")
    assert found.row(12) == ("Pre-employment checks", "passed", 72, "own.csv, row 28")
