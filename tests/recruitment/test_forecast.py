import datetime as dt
from typing import Any

import duckdb
import polars as pl
import pytest

from recruitment.studies.forecast import forecast
from reports.findings import Findings

FEW: dict[str, Any] = {"futures": 200, "years": 30}
HEADCOUNTS = """
    DELETE FROM workforce;
    INSERT INTO workforce VALUES
    ('Leicestershire Police', '2020-03-31', 'Police officer', 'ethnicity', 'BAME', 180, NULL, 'x'),
    ('Leicestershire Police', '2020-03-31', 'Police officer', 'ethnicity', 'White', 1900, NULL,
     'x'),
    ('Leicestershire Police', '2020-03-31', 'Police officer', 'ethnicity', 'Not stated', 120, NULL,
     'x');
"""


def _first(found: Findings, table: str = "rows") -> dict[str, Any]:
    row: dict[str, Any] = found.tables[table].row(0, named=True)
    return row


def test_bame_officers_do_not_come_to_the_community_share_at_these_rates(
    con: duckdb.DuckDBPyConnection,
) -> None:
    row = _first(forecast(con, characteristics=["ethnicity"]))
    assert row["reading"] == (
        "never at these rates, though such counts do not rule it out: heading for 15.09% (95% of "
        "futures: 6.82% to 32.22%), target 25%; 0.85% of 10,000 futures are at or above it in "
        "2070; to be there in 2030 takes 32.92% of joiners (9.54%, 23 of 241 in 2019-20): "
        "arithmetic, not a target."
    )


def test_women_settle_above_the_target_but_half_are_not_there_in_50_years(
    con: duckdb.DuckDBPyConnection,
) -> None:
    found = forecast(con, characteristics=["sex"])
    row = _first(found)
    arrival = ("reached", "years_median", "years_low", "years_high", "reached_pct")
    assert [row[name] for name in arrival] == [False, None, 17, None, 49.37]
    assert row["steady_state_pct"] == pytest.approx(52.85, abs=0.005)
    assert found.headline == (
        "Police officer: at these rates women do not come to 50.5% within 50 years"
    )


@pytest.mark.parametrize("growth", [0.0, 0.2])
def test_years_to_the_target_are_where_the_drawn_lines_cross_it(
    con: duckdb.DuckDBPyConnection, growth: float
) -> None:
    found = forecast(
        con, joiner_shares={"BAME": 0.4}, benchmark_growth={"BAME": growth}, futures=2000
    )
    row, path = _first(found), found.tables["paths"].filter(group="BAME")
    for years, line in {"years_median": "median", "years_low": "high", "years_high": "low"}.items():
        there = path.filter(pl.col(f"{line}_pct") >= pl.col("target_pct"))["years"]
        assert row[years] == there.min()


def test_the_row_carries_every_count_that_it_rests_on(con: duckdb.DuckDBPyConnection) -> None:
    row = _first(forecast(con, characteristics=["sex"], **FEW))
    counts = {
        "role": "Police officer",
        "group": "Female",
        "start": dt.date(2020, 5, 31),
        "people": 727,
        "people_low": 716,
        "people_high": 738,
        "out_of": 2271,
        "counted_at": dt.date(2021, 1, 1),
        "period": "2019-20",
        "joiners_of_group": 100,
        "joiners": 241,
        "leavers_of_group": 28,
        "leavers": 122,
        "intake": 241.0,
        "target_pct": 50.5,
        "by_year": 2030,
    }
    assert {name: row[name] for name in counts} == counts


def test_groups_are_the_same_whichever_are_shown(con: duckdb.DuckDBPyConnection) -> None:
    both = forecast(con, **FEW).tables["rows"].filter(group="Female")
    alone = forecast(con, characteristics=["sex"], **FEW).tables["rows"]
    assert both.equals(alone)


def test_the_same_seed_gives_the_same_tables(con: duckdb.DuckDBPyConnection) -> None:
    one, same, other = (forecast(con, seed=seed, **FEW).tables for seed in (5, 5, 6))
    assert one["paths"].equals(same["paths"])
    assert not one["paths"].equals(other["paths"])


def test_paths_have_a_row_per_year_and_group(con: duckdb.DuckDBPyConnection) -> None:
    paths = forecast(con, **FEW).tables["paths"]
    own = paths.filter(group="BAME")
    assert own["years"].to_list() == list(range(31))
    assert own["date"].to_list()[:2] == [dt.date(2020, 5, 31), dt.date(2021, 5, 31)]
    assert own["recorded_pct"].null_count() == 31
    assert paths.height == 62


def test_what_if_stands_beside_what_is_recorded(con: duckdb.DuckDBPyConnection) -> None:
    found = forecast(con, joiner_shares={"BAME": 0.25}, leaving_rates={"White": 0.07}, **FEW)
    assumed, recorded = _first(found), _first(found, "as_recorded")
    assert (assumed["joiner_share_pct"], recorded["joiner_share_pct"]) == (25, 2300 / 241)
    assert (assumed["others_leaving_rate"], recorded["others_leaving_rate"]) == (0.07, 116 / 2089)
    assert recorded == _first(forecast(con, **FEW))
    assert (
        "Assumed for BAME people: 25.00% of joiners (recorded: 9.54%) and a leaving rate of "
        "everybody else of 7.00% a year (recorded: 5.55%)." in found.notes
    )


def test_a_bare_what_if_is_for_the_one_group_shown(con: duckdb.DuckDBPyConnection) -> None:
    named = forecast(con, characteristics=["sex"], joiner_shares={"female": 0.5}, **FEW)
    bare = forecast(con, characteristics=["sex"], joiner_shares={"": 0.5}, **FEW)
    assert named.tables["rows"].equals(bare.tables["rows"])


def test_others_names_the_comparator_of_one_group(con: duckdb.DuckDBPyConnection) -> None:
    sex = {"characteristics": ["sex"], **FEW}
    others = forecast(con, leaving_rates={"others": 0.08, "": 0.02}, **sex)
    men = forecast(con, leaving_rates={"Male": 0.08, "Female": 0.02}, **sex)
    assert others.tables["rows"].equals(men.tables["rows"])


def test_as_many_joiners_as_leavers_keep_the_number(con: duckdb.DuckDBPyConnection) -> None:
    found = forecast(con, intake="leavers", **FEW)
    assert found.tables["rows"]["final_out_of"].round(6).to_list() == [2271, 2271]
    assert found.tables["rows"]["intake"].to_list() == [None, None]
    assert (
        "Police officer: as many join as leave, so that the workforce keeps its size."
        in found.notes
    )


def test_nobody_joining_leaves_no_share_of_joiners(con: duckdb.DuckDBPyConnection) -> None:
    found = forecast(con, intake=0, **FEW)
    row = _first(found)
    none = ("joiner_share_pct", "joiner_share_needed_pct", "steady_state_pct")
    assert [row[name] for name in none] == [None, None, None]
    assert row["reading"].endswith("; nobody joins, so no share of joiners could change it.")


def test_zero_joiners_on_record_are_an_intake_of_zero(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE movements SET people = 0 WHERE direction = 'joined'")
    row = _first(forecast(con, **FEW))
    assert (row["intake"], row["joiner_share_pct"], row["joiners"]) == (0, None, 0)


def test_a_target_of_ones_own_takes_the_place_of_the_benchmark(
    con: duckdb.DuckDBPyConnection,
) -> None:
    found = forecast(con, targets={"BAME": 0.29, "Female": 0.5}, **FEW)
    assert found.tables["rows"]["target_pct"].to_list() == [29.0, 50.0]
    assert found.tables["rows"]["area"].to_list() == [None, None]
    assert "The target of BAME people (29%) and women (50%) was given with --target." in (
        found.notes
    )


def test_a_benchmark_may_grow_up_to_100(con: duckdb.DuckDBPyConnection) -> None:
    found = forecast(con, benchmark_growth={"BAME": 3.0}, by=2030, **FEW)
    row = _first(found)
    assert (row["target_pct"], row["target_by_pct"], row["target_final_pct"]) == (25, 55, 100)
    assert (
        "The target of BAME people grows from 25% to 100% in 30 years, from the start of the "
        "forecast on, in equal steps up to 100%." in found.notes
    )


def test_areas_may_be_mixed_by_weight(con: duckdb.DuckDBPyConnection) -> None:
    weights = {"city": 0.32, "county": 0.64, "rutland": 0.04}
    row = _first(forecast(con, characteristics=["ethnicity"], weights=weights, **FEW))
    assert row["target_pct"] == pytest.approx(0.32 * 55 + 0.64 * 11 + 0.04 * 3)


def test_a_longer_period_is_averaged_and_its_wrong_total_named(
    con: duckdb.DuckDBPyConnection,
) -> None:
    found = forecast(con, period="2010-20", **FEW)
    row = _first(found)
    assert (row["intake"], row["leaving_rate"]) == (88.4, 77 / 1820)
    assert any("955 is printed as the total" in note for note in found.notes)


def test_not_stated_may_be_left_out(con: duckdb.DuckDBPyConnection) -> None:
    found = forecast(con, blank="exclude", **FEW)
    row = _first(found)
    assert (row["joiners"], row["leavers"]) == (217, 118)
    assert "Not stated by ethnicity (24 joiners, 4 leavers) is left out." in found.notes


ALL_MOVED = """
    DELETE FROM movements WHERE category IN ('White', 'Not stated');
    INSERT INTO movements SELECT unit, role, period_start, period_end, direction, 'all', 'All',
    400, source FROM movements WHERE category = 'BAME' AND period_start = '2019-04-01'
    AND direction IN ('joined', 'left');
"""


def test_a_group_counted_alone_is_taken_out_of_everybody(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(ALL_MOVED)
    found = forecast(con, characteristics=["ethnicity"], **FEW)
    row = _first(found)
    assert (row["joiners_of_group"], row["joiners"], row["leavers"]) == (23, 400, 400)
    assert (
        "Police officer, ethnicity: the categories add up to 23 joiners, everybody to 400; the "
        "larger is used." in found.notes
    )


def test_without_a_count_of_everybody_another_characteristic_gives_it(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute("DELETE FROM movements WHERE category IN ('White', 'Not stated')")
    row = _first(forecast(con, characteristics=["ethnicity"], **FEW))
    assert (row["joiners_of_group"], row["joiners"], row["leavers"]) == (23, 241, 122)


def test_a_headcount_above_its_categories_is_used_and_both_are_named(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute(HEADCOUNTS)
    con.execute(
        "INSERT INTO workforce VALUES ('Leicestershire Police', '2020-03-31', 'Police officer', "
        "'all', 'All', 2300, NULL, 'x')"
    )
    found = forecast(con, **FEW)
    assert _first(found)["out_of"] == 2300
    assert (
        "Police officer, ethnicity: the categories add up to 2,200 people, everybody to 2,300; "
        "the larger is used." in found.notes
    )


def test_several_units_are_named_everywhere(con: duckdb.DuckDBPyConnection) -> None:
    for table in ("workforce", "movements"):
        con.execute(
            f"INSERT INTO {table} SELECT * REPLACE ('Town Police' AS unit) FROM {table} "  # noqa: S608
            "WHERE role = 'Police officer'"
        )
    found = forecast(con, characteristics=["ethnicity"], **FEW)
    assert found.title == "Forecast: Police officer, Leicestershire Police and Town Police"
    assert found.headline.startswith("Leicestershire Police, Police officer: at these rates")
    assert ". Town Police, Police officer: at these rates" in found.headline
    assert (
        "Not stated by ethnicity (Town Police, Police officer) (24 joiners, 4 leavers) counts "
        "among everybody else." in found.notes
    )


def test_headcounts_by_category_are_counted_not_guessed(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(HEADCOUNTS)
    row = _first(forecast(con, **FEW))
    counts = ["people", "people_low", "people_high", "out_of", "counted_at"]
    assert [row[name] for name in counts] == [180, 180, 180, 2200, dt.date(2020, 3, 31)]
    left_out = _first(forecast(con, blank="exclude", **FEW))
    assert left_out["out_of"] == 2080


def test_a_headcount_that_is_given_comes_first(con: duckdb.DuckDBPyConnection) -> None:
    found = forecast(con, headcounts={"police officer": 2219}, **FEW)
    row = _first(found)
    assert (row["people"], row["out_of"], row["counted_at"]) == (178, 2219, None)
    assert "Police officer: the headcount of 2,219 was given with --headcount." in found.notes


def test_what_is_not_forecast_is_named_with_what_it_lacks(
    con: duckdb.DuckDBPyConnection,
) -> None:
    assert forecast(con, roles=["police officer"], **FEW).notes[-1] == (
        "Not forecast for want of joiners and leavers: Police officer (LGBT+ and Disabled)."
    )


def test_an_old_benchmark_is_warned_of(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM populations WHERE as_at > '2020-12-31'")
    con.execute("UPDATE populations SET as_at = '2001-04-29'")
    found = forecast(con, **FEW)
    assert [note for note in found.notes if note.startswith("Warning")] == [
        (
            f"Warning: the benchmark of {who} (Leicester, Leicestershire and Rutland) is of 29 "
            "April 2001, more than ten years before 31 May 2020."
        )
        for who in ("BAME people", "women")
    ]
