"""A campaign that was brought in twice, under two codes."""

from collections.abc import Iterator
from dataclasses import replace

import duckdb
import polars as pl
import pytest

from recruitment.studies.check import check, failing
from recruitment.studies.check_duplicates import twins
from recruitment.warehouse import change, open_warehouse
from reports.check_notes import DUPLICATE
from tests.recruitment.imported import SHA256, imported
from tests.recruitment.test_check_counts import published

AGAIN = """
    INSERT INTO campaigns (campaign, title, source) VALUES ('LE26', 'LE26', 'le25 (copy).csv');
    INSERT INTO stages SELECT 'LE26', stage, stage_order FROM stages;
    INSERT INTO stage_counts
    SELECT 'LE26', stage, outcome, characteristic, category, candidates FROM stage_counts;
    INSERT INTO imports SELECT * REPLACE (3 AS import_id, 'LE26' AS campaign) FROM imports
    WHERE import_id = 2;
"""
SAME = (
    "Every count at every stage is the same as in LE25; both come from the same file (SHA-256 "
    "equal)"
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = imported(tmp_path_factory.mktemp("duplicates"))
    with change(path) as con:
        con.execute(AGAIN)
    with open_warehouse(path) as con:
        yield con


def test_it_is_advice_on_the_second_with_what_to_do(own: duckdb.DuckDBPyConnection) -> None:
    findings = check(own)
    found = findings.tables["findings"].filter(check="duplicates")
    assert found.select("subject", "finding", "standing").rows() == [("LE26", SAME, "advice")]
    assert DUPLICATE in findings.notes


@pytest.mark.parametrize(("asked", "other"), [("le26", "LE25"), ("LE25", "LE26")])
def test_one_campaign_asked_about_is_compared_with_all(
    own: duckdb.DuckDBPyConnection, asked: str, other: str
) -> None:
    found = check(own, campaigns=[asked]).tables["findings"].filter(check="duplicates")
    assert [other in words for words in found["finding"]] == [True]


def test_it_does_not_fail_unless_advice_does(own: duckdb.DuckDBPyConnection) -> None:
    findings = check(own, campaigns=["LE26"])
    assert "advice" not in failing(findings)
    assert failing(findings, advice=True).endswith("1 piece of advice")


def test_published_campaigns_are_none_of_them_twice(con: duckdb.DuckDBPyConnection) -> None:
    summary = check(con).tables["summary"].filter(check="duplicates")
    assert summary.select("looked_at", "agree").row(0) == (4, 4)


@pytest.mark.parametrize(
    ("code", "notes"),
    [
        ("X1", {"X1": "X1: Every count at every stage is the same as in LE19. " + DUPLICATE}),
        # What is there under the same code is what is brought in again.
        ("le19", {}),
    ],
)
def test_counts_that_are_there_under_another_code_are_noted_before_they_are_kept(
    con: duckdb.DuckDBPyConnection, code: str, notes: dict[str, str]
) -> None:
    assert twins(con, [(code, published(con, "LE19"))], SHA256) == notes


def test_counts_from_the_same_file_are_noted_as_such(own: duckdb.DuckDBPyConnection) -> None:
    notes = twins(own, [("LE27", published(own, "LE25"))], SHA256)
    assert notes == {"LE27": f"LE27: {SAME}. {DUPLICATE}"}


def test_of_two_campaigns_brought_in_together_the_second_is_noted(
    own: duckdb.DuckDBPyConnection,
) -> None:
    counts = published(own, "LE25")
    other = replace(counts, counts=counts.counts.with_columns(pl.col("candidates") + 1))
    notes = twins(own, [("X1", other), ("X2", other)], SHA256)
    assert list(notes) == ["X2"]
    assert "the same as in X1; both come from the same file" in notes["X2"]
