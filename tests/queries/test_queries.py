import datetime as dt
from pathlib import Path

import duckdb
import polars as pl
import pytest

import queries

SQL = sorted(Path(queries.__file__).parent.glob("*.sql"))
ENTERED = ["stage", "entered", "passed", "failed", "pending"]


def test_campaigns_come_in_the_order_in_which_they_opened(con: duckdb.DuckDBPyConnection) -> None:
    listed = queries.campaigns(con)
    assert listed.select("campaign", "in_process", "stages", "last_stage").rows() == [
        ("LE19", 546, 6, "Offer"),
        ("LE19a", 517, 4, "Assessment centre"),
        ("PCDA", 170, 5, "Pre-employment checks"),
        ("DHEP", 581, 1, "Application"),
        ("DHEP2", None, 0, None),
    ]


def test_the_flow_of_a_group_is_as_printed(con: duckdb.DuckDBPyConnection) -> None:
    flow = queries.stage_flow(con, campaigns=["LE19"], corrected=False)
    assert flow.filter(category="BAME").select(ENTERED).rows() == [
        ("Application", 106, 76, 30, None),
        ("Telephone interview", 76, 50, 26, None),
        ("Face to face interview", 50, 30, 20, None),
        ("Assessment centre", 30, 27, 2, 1),
        ("Pre-employment checks", 27, 10, 1, 16),
        ("Offer", 10, None, None, None),
    ]


def test_the_remainder_is_the_comparator(con: duckdb.DuckDBPyConnection) -> None:
    flow = queries.stage_flow(con, campaigns=["LE19"], corrected=False)
    first = flow.filter(stage="Application", characteristic="ethnicity")
    assert first.select("category", "kind", "entered").rows() == [
        ("BAME", "group", 106),
        ("White", "comparator", 404),
        ("Not stated", "not stated", 36),
    ]


def test_every_characteristic_adds_up_to_the_same_total(con: duckdb.DuckDBPyConnection) -> None:
    flow = queries.stage_flow(con, campaigns=["LE19", "LE19a", "PCDA"], corrected=True)
    totals = flow.group_by("campaign", "stage", "characteristic").agg(pl.col("entered").sum())
    assert (
        totals.group_by("campaign", "stage").agg(pl.col("entered").n_unique() == 1)["entered"]
    ).all()


@pytest.mark.parametrize(("corrected", "women", "men"), [(False, 105, 172), (True, 102, 175)])
def test_a_correction_applies_only_when_asked_for(
    con: duckdb.DuckDBPyConnection, *, corrected: bool, women: int, men: int
) -> None:
    flow = queries.stage_flow(con, campaigns=["LE19a"], corrected=corrected)
    stage = flow.filter(stage="Face to face interview", characteristic="sex")
    assert stage["entered"].to_list() == [women, men, 9]


def test_a_category_nobody_is_in_counts_as_nobody(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM stage_counts WHERE campaign = 'DHEP' AND category = 'Disabled'")
    flow = queries.stage_flow(con, campaigns=["DHEP"], corrected=False)
    assert flow.filter(category="Disabled")["entered"].to_list() == [0]


def test_the_workforce_comes_with_its_kinds_and_documents(
    con: duckdb.DuckDBPyConnection,
) -> None:
    workforce = queries.workforce(con)
    officers = workforce.filter(role="Police officer", category="BAME")
    shown = officers.select("unit", "as_at", "kind", "headcount", "share_pct").rows()
    assert shown == [("Leicestershire Police", dt.date(2020, 5, 31), "group", None, 8.0)]
    assert officers["document"].item().startswith("Recruitment and Retention, Leicester, ")
    assert workforce.height == 42


def test_movements_are_as_printed_and_so_are_their_totals(
    con: duckdb.DuckDBPyConnection,
) -> None:
    ten_years = {"period_start": dt.date(2010, 4, 1), "characteristic": "ethnicity"}
    left = queries.movements(con).filter(**ten_years, direction="left")
    total = queries.movement_totals(con).filter(**ten_years, direction="left")
    assert left.select("category", "kind", "people").rows() == [
        ("BAME", "group", 77),
        ("White", "comparator", 1109),
        ("Not stated", "not stated", 29),
    ]
    assert total["printed_total"].to_list() == [955]


def test_populations_say_how_good_they_are_and_what_their_area_is_also_called(
    con: duckdb.DuckDBPyConnection,
) -> None:
    rows = queries.populations(con).filter(as_at=dt.date(2024, 1, 1), characteristic="ethnicity")
    assert rows.select("area", "also_called", "share_pct", "quality").rows() == [
        ("Leicester", "city", 60.0, "almost"),
        ("Leicestershire", "county", 13.0, "less than"),
        ("Rutland", None, 5.0, None),
    ]


def test_sentences_come_in_reading_order_with_their_documents(
    con: duckdb.DuckDBPyConnection,
) -> None:
    sentences = queries.printed_sentences(con)
    last = sentences.filter(document="panel-2020-06").row(-1, named=True)
    assert (last["location"], last["campaign"]) == ("paragraph 34", None)
    assert last["citation"].startswith("Recruitment and Retention, Leicester, ")
    assert sentences.height == 116


def test_a_source_that_names_no_document_is_still_listed(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE workforce SET source = 'HR extract' WHERE role = 'Cadet'")
    cadets = queries.workforce(con).filter(role="Cadet")
    assert cadets.select("headcount", "document", "source").rows() == [(294, "", "HR extract")]


def test_a_direction_that_is_none_is_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.ConstraintException):
        con.execute("UPDATE movements SET direction = 'retired' WHERE direction = 'dismissed'")


def test_a_statement_that_returns_other_columns_is_a_defect(
    con: duckdb.DuckDBPyConnection,
) -> None:
    with pytest.raises(AssertionError, match=r"campaigns\.sql returns"):
        queries._select(con, "campaigns", "campaign title")  # noqa: SLF001


@pytest.mark.parametrize("path", SQL, ids=lambda path: path.name)
def test_every_statement_says_first_what_it_answers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("-- ")
    assert "Grain:" in text or path.name == "schema.sql"


def test_activities_come_with_their_document_one_activity_after_the_other(
    con: duckdb.DuckDBPyConnection,
) -> None:
    recorded = queries.activities(con)
    mentored = recorded.filter(activity="PC recruitment mentoring", campaigns="LE19")
    assert mentored.select("detail", "number", "unit").rows() == [
        ("during LE19", 75, "candidates"),
        ("during LE19", 35, "mentors"),
    ]
    assert recorded["activity"].to_list() == sorted(recorded["activity"])
    assert recorded["document"].str.contains("Panel|panel").all()
