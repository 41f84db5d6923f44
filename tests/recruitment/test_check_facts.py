"""Checks of a warehouse that has a workforce, and of what they name as their source."""

from pathlib import Path

import duckdb
import pytest

import queries
from recruitment.ingest.mapping.mapping import Category, Characteristic
from recruitment.studies.check import check
from recruitment.studies.check_counts import check_rows
from recruitment.warehouse import change, create, open_warehouse
from reports.findings import Findings

NAMES = """
    INSERT INTO characteristics VALUES ('sex', NULL), ('ethnicity', NULL), ('ethnic_group',
        'ethnicity');
    INSERT INTO categories VALUES ('sex', 'Female', 'group', 1), ('sex', 'Male', 'comparator', 2),
        ('ethnicity', 'BAME', 'group', 1), ('ethnicity', 'White', 'comparator', 2),
        ('ethnic_group', 'Indian', 'group', 1), ('ethnic_group', 'Irish', 'comparator', 2);
"""
WORKFORCE = """
    INSERT INTO workforce SELECT 'Force', DATE '2025-04-01', 'Officer', characteristic, category,
        headcount, NULL, 'hr.csv'
    FROM (VALUES ('sex', 'Female', 900), ('sex', 'Male', 1200), ('ethnicity', 'BAME', 200),
        ('ethnicity', 'White', 1800), ('ethnic_group', 'Indian', 200),
        ('ethnic_group', 'Irish', 1800)) AS rows (characteristic, category, headcount);
"""
COUNTED = [
    Characteristic(name, (Category(group, "group"), Category(other, "comparator")), {}, refines)
    for name, group, other, refines in (
        ("sex", "Female", "Male", None),
        ("ethnicity", "BAME", "White", None),
        ("ethnic_group", "Indian", "Irish", "ethnicity"),
    )
]


def _checked(folder: Path, *statements: str) -> Findings:
    path = folder / "own.duckdb"
    create(path)
    with change(path) as con:
        for statement in statements:
            con.execute(statement)
    with open_warehouse(path) as con:
        return check(con)


def test_a_workforce_that_does_not_add_up_is_a_contradiction(tmp_path: Path) -> None:
    found = _checked(tmp_path, NAMES, WORKFORCE).tables["findings"]
    said = "1 April 2025: there are 2,000 by ethnic group, 2,000 by ethnicity and 2,100 by sex"
    assert found.select("check", "subject", "finding", "standing").rows() == [
        ("totals", "Force, Officer", said, "contradiction")
    ]


def test_an_import_says_the_same_of_the_same_rows_in_whatever_order(tmp_path: Path) -> None:
    said = _checked(tmp_path, NAMES, WORKFORCE).tables["findings"]["finding"].to_list()
    with open_warehouse(tmp_path / "own.duckdb") as con:
        rows = queries.workforce(con, refined=True).reverse()
    own = rows.drop("kind", "category_order", "document")
    assert [each.finding for each in check_rows("workforce", own, COUNTED)] == said


@pytest.mark.parametrize(("statements", "source"), [((NAMES, WORKFORCE), "hr.csv"), ((), "")])
def test_the_source_is_that_of_whatever_there_is(
    tmp_path: Path, statements: tuple[str, ...], source: str
) -> None:
    assert _checked(tmp_path, *statements).source == source


def test_documents_of_facts_are_named_without_every_place(con: duckdb.DuckDBPyConnection) -> None:
    everything, campaigns = check(con).source, check(con, campaigns=["LE19"]).source
    assert campaigns.endswith("15 June 2020: paragraphs 4 and 8")
    assert "15 June 2020: paragraphs 4 and 8; paragraphs 4 and 12" in everything
    assert everything.endswith("OPCC Headcount, Office of the Police and Crime Commissioner")
