import duckdb
import polars as pl
import pytest

from recruitment.studies.retention import retention
from recruitment.studies.retention_tables import (
    PERIOD_COLUMNS,
    RATE_COLUMNS,
    REASON_COLUMNS,
    ROW_COLUMNS,
)
from reports.findings import Findings

INTERFACE = (
    "period_start period_end characteristic group joiners leavers net_change joiner_leaver_ratio "
    "joiner_share_pct leaver_share_pct share_gap_pp odds_ratio odds_ratio_low odds_ratio_high "
    "p_value p_mid reading"
)


@pytest.fixture
def published(con: duckdb.DuckDBPyConnection) -> Findings:
    return retention(con)


def test_the_tables_have_the_columns_of_the_interface(published: Findings) -> None:
    columns = {name: table.columns for name, table in published.tables.items()}
    assert columns == {
        "rows": ROW_COLUMNS,
        "periods": PERIOD_COLUMNS,
        "rates": RATE_COLUMNS,
        "reasons": REASON_COLUMNS,
    }
    assert set(INTERFACE.split()) <= set(ROW_COLUMNS)


def test_bame_officers_over_ten_years(published: Findings) -> None:
    row = published.tables["rows"].filter(group="BAME", period="2010-20").row(0, named=True)
    assert (row["joiners"], row["leavers"], row["net_change"], row["derived"]) == (
        75,
        77,
        -2,
        False,
    )
    odds = [round(row[f"odds_ratio{end}"], 2) for end in ("", "_low", "_high")]
    assert odds == [0.70, 0.50, 0.98]
    assert row["reading"] == (
        "numbers: fewer joined than left (75 and 77, net -2), although they are a larger share of "
        "joiners than of leavers: of everybody, 884 joined and 1,215 left; make-up: not settled, "
        "rarer among leavers than among joiners: evidence by itself (p 0.0397), but not once the "
        "comparisons shown are allowed for (adjusted p 0.1192); retention: not known without "
        "headcount."
    )


def test_the_counts_of_every_group_and_period(published: Findings) -> None:
    counts = published.tables["rows"].select("group", "period", "derived", "joiners", "leavers")
    assert counts.rows() == [
        ("BAME", "2010-20", False, 75, 77),
        ("BAME", "2010-19", True, 52, 71),
        ("BAME", "2019-20", False, 23, 6),
        ("Female", "2010-20", False, 337, 285),
        ("Female", "2010-19", True, 237, 257),
        ("Female", "2019-20", False, 100, 28),
    ]


def test_no_evidence_that_the_last_year_differs_from_the_nine_before(published: Findings) -> None:
    readings = published.tables["periods"].filter(group="BAME")["reading"].to_list()
    assert readings == [
        "no evidence of a change (one under 5.0 points could not have been seen reliably).",
        "no evidence of a change (one under 5.4 points could not have been seen reliably).",
        (
            "no evidence that leavers compare with joiners otherwise than before (0.77 then 0.45, "
            "p 0.2881)."
        ),
    ]


def test_leaving_rates_are_of_everybody_where_headcounts_reach(published: Findings) -> None:
    rates = published.tables["rates"].select("role", "period", "leavers", "mean_headcount")
    assert rates.rows() == [
        ("Independent custody visitor", "2023-24", 2, 17.0),
        ("Police officer", "2019-20", 122, pytest.approx(2160.533, abs=0.001)),
    ]
    assert published.tables["rates"]["reading"].to_list() == [
        "11.76 in 100 left in a year (2 of a mean of 17).",
        "5.65 in 100 left in a year (122 of a mean of 2,160.5).",
    ]


def test_nobody_was_dismissed(published: Findings) -> None:
    reasons = published.tables["reasons"].select("period", "reason", "group", "people", "leavers")
    assert reasons.rows() == [("2019-20", "dismissed", "All", 0, 122)]


def test_the_headline_is_the_longest_period_in_numbers(published: Findings) -> None:
    assert published.headline == (
        "Police officer, 2010-20: 75 BAME people joined and 77 left (net -2); 337 women joined and "
        "285 left (net +52)"
    )


def test_what_does_not_add_up_is_named_with_both_figures(published: Findings) -> None:
    officer = "Leicestershire Police, Police officer, 2010-20"
    assert (
        f"{officer}, leavers by ethnicity: 955 is printed as the total, but 77 + 1,109 + 29 = "
        "1,215; the parts are used."
    ) in published.notes
    assert (
        f"{officer}: the joiners are 884 by ethnicity and 889 by sex; each is used for its own "
        "characteristic."
    ) in published.notes
    assert "2010-19 is not recorded: it is 2010-20 less 2019-20." in published.notes


def test_a_period_leaves_out_the_notes_on_others(con: duckdb.DuckDBPyConnection) -> None:
    findings = retention(con, periods=["2019-20"], roles=["police officer"])
    assert not any("955" in note or "889" in note for note in findings.notes)
    assert findings.tables["periods"].is_empty()
    derived = retention(con, periods=["2010-19"], roles=["police officer"])
    assert any("955" in note for note in derived.notes)
    assert derived.tables["rows"]["derived"].to_list() == [True, True]


def test_two_periods_that_share_no_day_are_compared(con: duckdb.DuckDBPyConnection) -> None:
    findings = retention(con, periods=["2019-20", "2010-19"], characteristics=["sex"])
    assert findings.tables["rows"]["period"].to_list() == ["2010-19", "2019-20"]
    assert findings.tables["periods"].select("earlier", "later").unique().rows() == [
        ("2010-19", "2019-20")
    ]


def test_given_headcounts_make_leaving_rates_and_retention_known(
    con: duckdb.DuckDBPyConnection,
) -> None:
    findings = retention(
        con,
        roles=["police officer"],
        periods=["2019-20"],
        characteristics=["ethnicity"],
        headcounts={"bame": 180, "white": 1950},
    )
    [rate] = findings.tables["rates"].to_dicts()
    assert rate["reading"] == (
        "no evidence that they leave faster or slower: 3.33 in 100 left in a year (6 of a mean of "
        "180); of White people, 5.74 in 100 (112 of a mean of 1,950); ratio 0.58 (0.21 to 1.30)."
    )
    [row] = findings.tables["rows"].to_dicts()
    assert row["reading"].endswith("retention: 3.33 in 100 left in a year (6 of a mean of 180).")


def test_a_bare_headcount_is_everybodys(con: duckdb.DuckDBPyConnection) -> None:
    findings = retention(con, roles=["police officer"], periods=["2010-20"], headcounts={"": 2000})
    [rate] = findings.tables["rates"].to_dicts()
    assert (rate["group"], rate["leavers"], rate["leaving_rate"]) == ("All", 1215, 1215 / 20000)
    assert (
        "Police officer, everybody, 2010-20: the mean headcount, 2,000, was given with --headcount."
        in findings.notes
    )


def test_custody_visitors_have_leavers_alone(con: duckdb.DuckDBPyConnection) -> None:
    findings = retention(con, roles=["independent custody visitor"])
    assert findings.tables["rows"].is_empty()
    assert findings.headline == (
        "Independent custody visitor, 2023-24: 11.76 in 100 left in a year (2 of a mean of 17); "
        "joiners are not recorded"
    )
    assert (
        "Independent Custody Visiting Scheme, Independent custody visitor, everybody: only leavers "
        "are recorded for 2023-24, no joiners, so the two are not compared (leaving rates alone)."
    ) in findings.notes


def test_zero_joiners_are_a_ratio_of_0_and_a_reading(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE movements SET people = 0 WHERE direction = 'joined'")
    findings = retention(con, characteristics=["ethnicity"], periods=["2019-20"])
    [row] = findings.tables["rows"].to_dicts()
    assert (row["joiner_leaver_ratio"], row["odds_ratio"], row["p_value"]) == (0.0, None, None)
    assert row["reading"] == (
        "numbers: fewer joined than left (0 and 6, net -6); make-up: not tested, nobody joined who "
        "stated an answer; retention: not known without headcount."
    )


def test_zero_leavers_are_a_ratio_of_null_and_a_reading(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE movements SET people = 0 WHERE direction = 'left'")
    findings = retention(con, characteristics=["ethnicity"], periods=["2019-20"])
    [row] = findings.tables["rows"].to_dicts()
    assert (row["joiner_leaver_ratio"], row["leaver_share_pct"], row["p_value"]) == (None,) * 3
    assert "make-up: not tested, nobody left who stated an answer" in row["reading"]


def test_periods_that_overlap_are_named_and_not_compared(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "UPDATE movements SET period_start = '2018-04-01' WHERE period_start > '2015-01-01'"
    )
    con.execute("UPDATE movements SET period_end = '2022-03-31' WHERE period_start > '2015-01-01'")
    findings = retention(con, characteristics=["sex"])
    assert findings.tables["rows"]["period"].to_list() == ["2010-20", "2018-22"]
    assert findings.tables["periods"].is_empty()
    assert (
        "Leicestershire Police, Police officer: 2010-20 and 2018-22 overlap and no other period "
        "takes them apart, so they are not compared with each other."
    ) in findings.notes


def test_more_people_inside_a_period_than_in_it_are_named(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "UPDATE movements SET people = 80 "
        "WHERE direction = 'left' AND category = 'BAME' AND period_start = '2019-04-01'"
    )
    findings = retention(con, characteristics=["ethnicity"])
    assert findings.tables["rows"]["period"].to_list() == ["2010-20", "2019-20"]
    assert findings.tables["periods"].is_empty()
    assert (
        "Leicestershire Police, Police officer, BAME people who left: 2010-20 less 2019-20 gives "
        "-3 in 2010-19, which cannot be; that period is left out."
    ) in findings.notes


def test_a_whole_unlike_its_parts_is_named(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "INSERT INTO movements SELECT * REPLACE (DATE '2019-03-31' AS period_end, 1 AS people) "
        "FROM movements WHERE period_start = '2010-04-01'"
    )
    notes = retention(con, characteristics=["sex"]).notes
    assert (
        "Leicestershire Police, Police officer, women who joined: 337 in 2010-20 as recorded, but "
        "2010-19 and 2019-20 gives 101."
    ) in notes


def test_more_dismissed_than_left_is_named(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE movements SET people = 123 WHERE direction = 'dismissed'")
    assert (
        "Leicestershire Police, Police officer, 2019-20: 123 dismissed, but 122 left; one of the "
        "two is wrong."
    ) in retention(con).notes


def test_a_characteristic_without_group_is_left_out_by_name(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute(
        "INSERT INTO movements SELECT * REPLACE ('home_area' AS characteristic, 'Rutland' AS "
        "category) FROM movements WHERE category = 'BAME' AND direction = 'left'"
    )
    notes = retention(con).notes
    place = "Leicestershire Police, Police officer"
    assert f"{place}: Home area is left out: it has no group to report on." in notes


def test_one_category_alone_is_left_out_by_name(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM movements WHERE characteristic = 'sex' AND category <> 'Female'")
    findings = retention(con)
    assert findings.tables["rows"]["group"].unique().to_list() == ["BAME"]
    place = "Leicestershire Police, Police officer"
    assert f"{place}: Sex is left out: one category alone." in findings.notes


def test_nothing_in_the_tables_is_nan_or_endless(published: Findings) -> None:
    for table in published.tables.values():
        numbers = table.select(pl.col(pl.Float64))
        assert all(column.drop_nulls().is_finite().all() for column in numbers.iter_columns())


def test_the_source_names_movements_and_the_headcounts_used(published: Findings) -> None:
    assert "paragraph 29" in published.source
    assert "paragraph 33, only the year 2017 is printed" in published.source
    assert "paragraph 13" not in published.source


def test_title_and_source_are_of_what_is_asked_about(con: duckdb.DuckDBPyConnection) -> None:
    findings = retention(con, characteristics=["sex"], periods=["2019-20"])
    assert findings.title == "Joiners and leavers: Leicestershire Police"
    assert findings.source.endswith("paragraph 31, printed 2019 - 2020, read as financial years")
    assert "2010 - 2020" not in findings.source
