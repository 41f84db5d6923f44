"""Process charts of joiners, leavers and headcounts."""

import duckdb
import polars as pl
import pytest

from recruitment.errors import DataError, UsageError
from recruitment.studies.trend import trend

POLICE, OFFICER = "Leicestershire Police", "Police officer"
COUNTS = ("group", "period", "people", "out_of", "signal")
WORKFORCE = "INSERT INTO workforce VALUES (?, ?, ?, ?, ?, ?, NULL, 'own count')"
MOVEMENT = "INSERT INTO movements VALUES (?, ?, ?, ?, 'joined', 'sex', ?, ?, 'own count')"


def shown(con: duckdb.DuckDBPyConnection, **options: object) -> list[tuple[object, ...]]:
    rows = trend(con, **options).tables["rows"]  # type: ignore[arg-type]
    return rows.select(COUNTS).rows()


def joined(con: duckdb.DuckDBPyConnection, *years: tuple[str, str, int, int]) -> None:
    """Replace the movements by women and men who joined in these periods."""
    con.execute("DELETE FROM movements")
    for start, end, women, men in years:
        for category, people in (("Female", women), ("Male", men)):
            con.execute(MOVEMENT, ["U", "R", start, end, category, people])


def test_the_decade_is_charted_without_the_year_that_lies_in_it(
    con: duckdb.DuckDBPyConnection,
) -> None:
    assert shown(con, of="joiners") == [
        ("BAME", "2010-19", 52, 643, "stable"),
        ("BAME", "2019-20", 23, 241, "stable"),
        ("Female", "2010-19", 237, 648, "stable"),
        ("Female", "2019-20", 100, 241, "stable"),
    ]


def test_leavers_have_counts_of_their_own(con: duckdb.DuckDBPyConnection) -> None:
    assert shown(con, of="leavers", characteristics=["ethnicity"]) == [
        ("BAME", "2010-19", 71, 1093, "stable"),
        ("BAME", "2019-20", 6, 122, "stable"),
    ]


def test_not_stated_leaves_the_share_of_leavers(con: duckdb.DuckDBPyConnection) -> None:
    rows = trend(con, of="leavers", characteristics=["ethnicity"], blank="exclude").tables["rows"]
    assert rows["out_of"].to_list() == [71 + 997, 6 + 112]


def test_a_derived_period_and_a_wrong_total_are_named(con: duckdb.DuckDBPyConnection) -> None:
    notes = trend(con, of="leavers", characteristics=["ethnicity"]).notes
    assert "2010-19 is not recorded: it is 2010-20 less 2019-20." in notes
    assert (
        f"{POLICE}, {OFFICER}, 2010-20, leavers by ethnicity: 955 is printed as the total, but 77 "
        "+ 1,109 + 29 = 1,215; the parts are used."
    ) in notes


def test_a_share_of_movements_is_not_called_retention(con: duckdb.DuckDBPyConnection) -> None:
    assert trend(con, of="joiners").notes[0] == (
        "Each share is out of all joiners, Not stated included, in periods that share no day and "
        "may differ in length. It says nothing about retention, which takes headcount."
    )


def test_ten_years_show_a_shift(con: duckdb.DuckDBPyConnection) -> None:
    years = [(f"20{y}-04-01", f"20{y + 1}-03-31", 20 if y < 17 else 45, 80) for y in range(10, 22)]
    joined(con, *years)
    rows = trend(con, of="joiners").tables["rows"]
    shifted = rows.filter(pl.col("signal").str.contains("step shift below"))
    assert shifted["period"].to_list() == [f"20{y}-{y + 1}" for y in range(10, 17)]


def test_periods_that_overlap_are_left_out_by_name(con: duckdb.DuckDBPyConnection) -> None:
    joined(
        con,
        ("2010-04-01", "2012-03-31", 5, 9),
        ("2011-04-01", "2013-03-31", 6, 9),
        ("2013-04-01", "2014-03-31", 7, 9),
    )
    found = trend(con, of="joiners")
    assert found.tables["rows"]["period"].to_list() == ["2011-13", "2013-14"]
    assert (
        "U, R, sex: 2010-12 and 2011-13 overlap and no other period takes them apart; 2010-12 is "
        "left out."
    ) in found.notes


def test_a_part_that_is_larger_than_the_whole_is_left_out_by_name(
    con: duckdb.DuckDBPyConnection,
) -> None:
    joined(
        con,
        ("2010-04-01", "2012-03-31", 5, 19),
        ("2011-04-01", "2012-03-31", 6, 9),
        ("2012-04-01", "2013-03-31", 7, 9),
    )
    found = trend(con, of="joiners")
    assert found.tables["rows"]["period"].to_list() == ["2011-12", "2012-13"]
    assert (
        "U, R, women who joined: 2010-12 less 2011-12 gives -1 in 2010-11, which cannot be; that "
        "period is left out."
    ) in found.notes


def test_one_period_makes_no_chart(con: duckdb.DuckDBPyConnection) -> None:
    joined(con, ("2010-04-01", "2011-03-31", 5, 9))
    with pytest.raises(DataError, match=r"the share of joiners has no group .*points: 2010-11"):
        trend(con, of="joiners")


def test_no_movements_by_group_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM movements WHERE characteristic <> 'all'")
    with pytest.raises(DataError, match=r"^there are no leavers by group in the warehouse"):
        trend(con, of="leavers")


def test_each_role_is_a_share_of_the_printed_total(con: duckdb.DuckDBPyConnection) -> None:
    assert shown(con, of="workforce") == [
        ("PCSO", "2017-01-01", 249, 3667, "outside limits above"),
        ("PCSO", "2021-01-01", 188, 4082, "stable"),
        (OFFICER, "2017-01-01", 1919, 3667, "stable"),
        (OFFICER, "2021-01-01", 2271, 4082, "stable"),
        ("Police staff", "2017-01-01", 1499, 3667, "stable"),
        ("Police staff", "2021-01-01", 1623, 4082, "stable"),
    ]


def test_a_role_is_a_series_of_its_unit(con: duckdb.DuckDBPyConnection) -> None:
    found = trend(con, of="workforce", units=["leicestershire police"], roles=["pcso"])
    keys = ["unit", "role", "characteristic", "group"]
    assert found.tables["rows"].select(keys).unique().rows() == [(POLICE, None, "role", "PCSO")]
    assert found.headline == (
        "Signal in the share of the workforce: Leicestershire Police: PCSO (2017-01-01 outside "
        "limits above)"
    )


def test_headcounts_are_no_sample_and_it_is_said(con: duckdb.DuckDBPyConnection) -> None:
    text = " ".join(trend(con, of="workforce").notes)
    assert "they show size, and are no test of chance" in text
    assert "23 printed shares are left out: limits take counts" in text
    assert "one point makes no chart: Independent Custody Visiting Scheme" in text


def test_headcounts_by_group_are_out_of_all_categories(con: duckdb.DuckDBPyConnection) -> None:
    for year, women, men in (("2022-01-01", 30, 70), ("2023-01-01", 35, 65)):
        for category, people in (("Female", women), ("Male", men), ("Not stated", 5)):
            con.execute(WORKFORCE, ["U", year, "R", "sex", category, people])
    assert shown(con, of="workforce", units=["U"]) == [
        ("Female", "2022-01-01", 30, 105, "stable"),
        ("Female", "2023-01-01", 35, 105, "stable"),
    ]
    rows = trend(con, of="workforce", units=["U"], blank="exclude").tables["rows"]
    assert rows["out_of"].to_list() == [100, 100]


def test_a_group_counted_alone_is_out_of_everybody(con: duckdb.DuckDBPyConnection) -> None:
    for year in ("2022-01-01", "2023-01-01"):
        con.execute(WORKFORCE, ["U", year, "R", "sex", "Female", 40])
        con.execute(WORKFORCE, ["U", year, "R", "all", "All", 90])
    assert [row[3] for row in shown(con, of="workforce", units=["U"])] == [90, 90]


def test_categories_that_do_not_add_up_are_named_with_both_totals(
    con: duckdb.DuckDBPyConnection,
) -> None:
    for year in ("2022-01-01", "2023-01-01"):
        for category, people in (("Female", 40), ("Male", 50)):
            con.execute(WORKFORCE, ["U", year, "R", "sex", category, people])
        con.execute(WORKFORCE, ["U", year, "R", "all", "All", 120])
    found = trend(con, of="workforce", units=["U"])
    assert found.tables["rows"]["out_of"].to_list() == [90, 90]
    assert (
        "U, R, sex: the categories do not add up to the headcount (90 against 120 at 2022-01-01 "
        "and 90 against 120 at 2023-01-01); the sum is used."
    ) in found.notes


def test_headcounts_have_no_chance_of_a_false_alarm(con: duckdb.DuckDBPyConnection) -> None:
    assert not any("chance alone would" in note for note in trend(con, of="workforce").notes)


def test_more_people_than_everybody_are_left_out_by_name(con: duckdb.DuckDBPyConnection) -> None:
    for year, women in (("2022-01-01", 40), ("2023-01-01", 41), ("2024-01-01", 99)):
        con.execute(WORKFORCE, ["U", year, "R", "sex", "Female", women])
        con.execute(WORKFORCE, ["U", year, "R", "all", "All", 90])
    found = trend(con, of="workforce", units=["U"])
    assert found.tables["rows"].height == 2
    assert "U, R, sex: Female at 2024-01-01 is left out: 99 people of 90." in found.notes


def test_one_date_makes_no_chart(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM workforce WHERE as_at = '2017-01-01'")
    with pytest.raises(DataError, match="the share of the workforce has no group with two"):
        trend(con, of="workforce")


def test_shares_without_headcount_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM workforce WHERE headcount IS NOT NULL")
    with pytest.raises(DataError, match=r"^no group or role has a headcount beside a total"):
        trend(con, of="workforce")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"units": ["Leicester Police"]}, "there is no unit 'Leicester Police'; did you mean"),
        ({"roles": ["PCSOs"]}, "there is no role 'PCSOs'; did you mean PCSO?"),
        ({"characteristics": ["rolle"]}, "there is no characteristic 'rolle'; did you mean role?"),
    ],
)
def test_what_there_is_not_is_refused(
    con: duckdb.DuckDBPyConnection, options: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError) as error:
        trend(con, of="workforce", **options)  # type: ignore[arg-type]
    assert str(error.value).startswith(message)
