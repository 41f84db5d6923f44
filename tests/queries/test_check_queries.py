from pathlib import Path

import duckdb
import pytest

import queries
from recruitment.warehouse import change, open_warehouse
from tests.recruitment.imported import imported


def test_every_count_comes_with_its_stage_and_kind(con: duckdb.DuckDBPyConnection) -> None:
    counts = queries.all_stage_counts(con, campaigns=["DHEP"], corrected=False)
    sex = counts.filter(characteristic="sex").drop("campaign", "characteristic")
    assert sex.rows() == [
        ("Application", 1, "entered", "Female", "group", 259),
        ("Application", 1, "entered", "Male", "comparator", 308),
        ("Application", 1, "entered", "Not stated", "not stated", 14),
    ]


@pytest.mark.parametrize(("corrected", "women"), [(False, 105), (True, 102)])
def test_corrected_counts_replace_the_printed_ones(
    con: duckdb.DuckDBPyConnection, women: int, *, corrected: bool
) -> None:
    counts = queries.all_stage_counts(con, campaigns=["LE19a"], corrected=corrected)
    stage = counts.filter(stage="Face to face interview", outcome="entered", category="Female")
    assert stage["candidates"].to_list() == [women]


def test_stages_are_numbered_without_a_gap(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("INSERT INTO stages VALUES ('DHEP', 'Online test', 40)")
    con.execute(
        "INSERT INTO stage_counts VALUES ('DHEP', 'Online test', 'entered', 'sex', 'Female', 3)"
    )
    counts = queries.all_stage_counts(con, campaigns=["DHEP"], corrected=False)
    assert counts.filter(stage="Online test")["stage_order"].to_list() == [2]


def test_printed_totals_are_those_of_the_tables_and_of_own_sources(
    con: duckdb.DuckDBPyConnection,
) -> None:
    con.execute("INSERT INTO printed_totals VALUES ('DHEP', 'Application', 'entered', 580, 'own')")
    rows = queries.printed_totals(con, campaigns=["DHEP"])
    assert rows.select("people", "place").rows() == [
        (580, "own"),
        (581, "panel-2020-06, paragraph 14"),
    ]


def test_those_who_passed_into_a_stage_are_its_total(con: duckdb.DuckDBPyConnection) -> None:
    rows = queries.printed_totals(con, campaigns=["LE19"]).filter(people=169)
    assert rows.select("stage", "outcome").rows() == [
        ("Pre-employment checks", "entered"),
        ("Assessment centre", "passed"),
    ]


def test_printed_percentages_come_with_their_counts_and_place(
    con: duckdb.DuckDBPyConnection,
) -> None:
    rows = queries.printed_percentages(con, campaigns=["DHEP"]).filter(category="BAME")
    assert rows.select("printed", "numerator", "denominator", "place").rows() == [
        ("22.10%", 140, 581, "panel-2020-06, paragraph 14")
    ]


def test_characteristics_in_more_detail_are_named(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("INSERT INTO characteristics VALUES ('ethnic_group', 'ethnicity')")
    assert queries.refinements(con).rows() == [("ethnic_group", "ethnicity")]


def test_findings_are_those_of_the_last_import(tmp_path: Path) -> None:
    path = imported(tmp_path)
    with change(path) as con:
        con.execute(
            "INSERT INTO imports (import_id, imported_at, version, action, subject, campaign) "
            "VALUES (3, TIMESTAMP '2025-06-01 00:00:00', '0.1.0', 'replaced', 'campaign', 'LE25')"
        )
        con.execute("INSERT INTO import_findings VALUES (3, 1, 'rows', 'row 2', 'odd', true, NULL)")
    with open_warehouse(path) as con:
        findings = queries.import_findings(con)
        counted = queries.imports(con).select("import_id", "findings", "contradictions")
    assert findings.rows() == [(3, "campaign", "LE25", "rows", "row 2", "odd", True, None)]
    assert counted.rows() == [(1, 0, 0), (2, 3, 2), (3, 1, 1)]
