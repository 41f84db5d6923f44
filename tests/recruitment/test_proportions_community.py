"""Areas, mixes of areas, and other mixes."""

import duckdb
import pytest

from recruitment.errors import DataError
from recruitment.studies.community import SENSITIVITY_COLUMNS
from recruitment.studies.proportions import proportions
from reports.findings import Findings

LLR = "Leicester, Leicestershire and Rutland"
MIX = {"city": 0.32, "county": 0.64, "rutland": 0.04}
MIX_NAME = "Leicester 32%, Leicestershire 64%, Rutland 4%"


@pytest.fixture
def mixed(con: duckdb.DuckDBPyConnection) -> Findings:
    return proportions(con, campaigns=["DHEP"], weights=MIX)


def test_an_area_may_be_called_by_another_name(con: duckdb.DuckDBPyConnection) -> None:
    rows = proportions(con, campaigns=["DHEP"], area="City").tables["rows"]
    assert rows.select("group", "area", "benchmark_pct").rows()[:2] == [
        ("BAME", "Leicester", 55.0),
        ("Female", LLR, 50.5),
    ]


def test_the_whole_stands_in_where_an_area_has_no_benchmark(con: duckdb.DuckDBPyConnection) -> None:
    notes = proportions(con, campaigns=["DHEP"], area="Rutland").notes
    assert (
        "Sex, sexual orientation and disability have no benchmark for Rutland: that of "
        f"{LLR} stands in."
    ) in notes


def test_a_mix_is_weighted_and_named(mixed: Findings) -> None:
    row = mixed.tables["rows"].row(0, named=True)
    assert (row["area"], round(row["benchmark_pct"], 9)) == (MIX_NAME, 24.76)
    assert row["people_short"] == 4  # 143.9 of 581 make it, and 140 are


def test_other_weights_are_tried_where_each_area_has_a_benchmark(mixed: Findings) -> None:
    table = mixed.tables["sensitivity"]
    assert table.columns == SENSITIVITY_COLUMNS
    assert set(table["group"]) == {"BAME"}
    assert table.height == 13
    alone = table.filter(weighting="Rutland alone").select("benchmark_pct", "reading").rows()
    assert alone == [(3.0, "evidence of over-representation")]


def test_a_reading_under_other_weights_is_the_one_that_they_would_have_given(
    con: duckdb.DuckDBPyConnection, mixed: Findings
) -> None:
    other = {"city": 0.42, "county": 0.58 * 64 / 68, "rutland": 0.58 * 4 / 68}
    there = proportions(con, campaigns=["DHEP"], weights=other).tables["rows"].row(0, named=True)
    here = mixed.tables["sensitivity"].filter(weighting="Leicester +10 points").to_dicts()[0]
    for name in ("benchmark_pct", "gap_pp", "p_value", "p_adjusted"):
        assert here[name] == pytest.approx(there[name], rel=1e-6)


def test_a_note_says_how_far_the_weights_matter(mixed: Findings) -> None:
    assert mixed.notes[-2:] == (
        (
            "With each weight moved by up to 10 points, the benchmark of BAME people runs from "
            "20.31% to 29.21%; the reading changes under some of them."
        ),
        (
            "With each area alone, the benchmark of BAME people runs from 3% to 55%; the reading "
            "changes under some of them."
        ),
    )


def test_without_weights_there_is_no_sensitivity(con: duckdb.DuckDBPyConnection) -> None:
    assert list(proportions(con, campaigns=["DHEP"], area="city").tables) == ["rows"]


def test_one_area_alone_has_no_other_weights(con: duckdb.DuckDBPyConnection) -> None:
    found = proportions(con, campaigns=["DHEP"], weights={"city": 1.0})
    assert found.tables["sensitivity"].columns == SENSITIVITY_COLUMNS
    assert found.tables["sensitivity"].is_empty()
    assert found.notes[-1] == (
        "No other weights are tried: that takes two areas with benchmarks of their own."
    )


def test_where_visitors_live_is_set_beside_the_weights(con: duckdb.DuckDBPyConnection) -> None:
    rows = proportions(con, characteristics=["home_area"], weights=MIX).tables["rows"]
    columns = ("group", "people", "out_of", "benchmark_pct", "people_short")
    assert rows.select(columns).rows() == [
        ("Leicester", 6, 16, 32.0, 0),
        ("Leicestershire", 10, 16, 64.0, 1),
        ("Rutland", 0, 16, 4.0, 1),
    ]


def test_city_against_county_works_for_recruits(con: duckdb.DuckDBPyConnection) -> None:
    for area, number in (("Leicester", 300), ("Leicestershire", 230), ("Rutland", 16)):
        con.execute(
            "INSERT INTO stage_counts VALUES ('LE19', 'Application', 'entered', 'home_area', ?, ?)",
            [area, number],
        )
    found = proportions(con, campaigns=["LE19"], characteristics=["home_area"], weights=MIX)
    shown = found.tables["rows"].filter(stage="Application")
    assert shown.select("group", "people", "out_of", "gap_pp").rows() == [
        ("Leicester", 300, 546, pytest.approx(100 * 300 / 546 - 32)),
        ("Leicestershire", 230, 546, pytest.approx(100 * 230 / 546 - 64)),
        ("Rutland", 16, 546, pytest.approx(100 * 16 / 546 - 4)),
    ]
    assert found.headline == (
        f"Evidence of under-representation against {MIX_NAME}: people from Leicestershire (LE19: "
        f"Application). Evidence of over-representation against {MIX_NAME}: people from Leicester "
        "(LE19: Application)"
    )


def test_without_weights_home_area_alone_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DataError, match=r"Home area is left out: .* --weights says so"):
        proportions(con, characteristics=["home_area"])


def test_a_benchmark_much_older_than_the_data_is_warned_of(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE populations SET as_at = '2009-06-14' WHERE characteristic = 'sex'")
    notes = proportions(con, campaigns=["LE19"], characteristics=["sex"]).notes
    assert (
        f"Warning: the benchmark of women ({LLR}) is of 14 June 2009, more than ten years before "
        "15 June 2020."
    ) in notes


def test_a_benchmark_of_ten_years_to_the_day_is_not(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE populations SET as_at = '2010-06-15' WHERE characteristic = 'sex'")
    notes = proportions(con, campaigns=["LE19"], characteristics=["sex"]).notes
    assert not any("Warning" in note for note in notes)


def test_a_campaign_without_dates_is_set_beside_the_latest_benchmark(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute(
        "UPDATE campaigns SET as_at = NULL, opened = NULL, closed = NULL WHERE campaign = 'DHEP'"
    )
    rows = proportions(con, campaigns=["DHEP"], area="city").tables["rows"]
    assert rows.select("as_at", "benchmark_pct").row(0) == (None, 60.0)
