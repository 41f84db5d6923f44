"""People who withdraw at a stage neither pass nor fail, whatever is asked."""

from collections.abc import Iterator

import duckdb
import pytest
from scipy import stats

from recruitment.studies.attrition import attrition
from recruitment.studies.compare import compare
from recruitment.studies.pass_rates import pass_rates
from recruitment.studies.trend import trend
from recruitment.warehouse import change, create, open_warehouse

# Of 100 women 20 failed, 30 withdrew and 50 went on; of 100 men 40 failed, 10 withdrew, 50 went on.
COUNTS = """
    INSERT INTO characteristics VALUES ('sex', NULL);
    INSERT INTO categories VALUES ('sex', 'Female', 'group', 1), ('sex', 'Male', 'comparator', 2);
    INSERT INTO campaigns (campaign, title, opened, submitted, withdrawn, source) VALUES
        ('LATE', 'LATE', DATE '2025-04-01', NULL, NULL, 'late.csv'),
        ('EARLY', 'EARLY', DATE '2026-04-01', 240, 40, 'early.csv');
    INSERT INTO stages
    SELECT * FROM (VALUES ('LATE'), ('EARLY')), (VALUES ('Sift', 1), ('Offer', 2));
    INSERT INTO stage_counts SELECT campaign, stage, outcome, 'sex', category, candidates
    FROM (VALUES ('LATE'), ('EARLY')) AS campaigns (campaign), (VALUES
        ('Sift', 'entered', 'Female', 100), ('Sift', 'entered', 'Male', 100),
        ('Sift', 'failed', 'Female', 20), ('Sift', 'failed', 'Male', 40),
        ('Sift', 'withdrawn', 'Female', 30), ('Sift', 'withdrawn', 'Male', 10),
        ('Offer', 'entered', 'Female', 50), ('Offer', 'entered', 'Male', 50)
    ) AS counts (stage, outcome, category, candidates)
    WHERE campaign = 'LATE' OR outcome <> 'withdrawn';
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("withdrawals") / "own.duckdb"
    create(path)
    with change(path) as con:
        con.execute(COUNTS)
    with open_warehouse(path) as con:
        yield con


def test_overall_has_the_pass_rate_of_the_only_stage(own: duckdb.DuckDBPyConnection) -> None:
    rows = pass_rates(own, campaigns=["LATE"]).tables["rows"]
    counts = ["passed", "failed", "pending", "withdrawn", "reference_passed", "reference_failed"]
    assert rows.select("stage", *counts).rows() == [
        ("Sift", 50, 20, 0, 30, 50, 40),
        ("Overall", 50, 20, 0, 30, 50, 40),
    ]


def test_campaigns_together_count_them_the_same_way(own: duckdb.DuckDBPyConnection) -> None:
    rows = compare(own, campaigns=["LATE", "EARLY"]).tables["rows"].filter(stage="Overall")
    assert rows.select("passed", "failed", "reference_failed").row(0) == (100, 70, 90)


def test_a_change_in_representation_is_tested_without_them(own: duckdb.DuckDBPyConnection) -> None:
    (row,) = attrition(own, campaigns=["LATE"]).tables["changes"].to_dicts()
    assert (row["from_group"], row["from_base"], row["change_pp"]) == (100, 200, 0)
    assert row["p_value"] == pytest.approx(stats.fisher_exact([[50, 20], [50, 40]]).pvalue)


def test_where_they_are_among_the_applicants_is_said(own: duckdb.DuckDBPyConnection) -> None:
    said = (
        "Applicants of EARLY are counted after withdrawals, those of LATE (40 withdrew) before, so "
        "the bases differ."
    )
    assert said in compare(own, campaigns=["LATE", "EARLY"]).notes
    assert said in trend(own).notes
