"""Candidates made to have the published counts of LE19 import to these, in all three layouts."""

from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import polars as pl
import pytest

import queries
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates.layouts import DATE_PER_STAGE, FURTHEST_STAGE, ROW_PER_STAGE
from tests.recruitment.ingest.candidates import le19
from tests.recruitment.ingest.candidates.made import as_csv, counted

FLOW = ["entered", "passed", "failed", "pending", "withdrawn"]
KEY = ["stage", "characteristic", "category"]
# The blanks of sexual orientation contradict each other: nobody's one answer gives these counts.
ONE_ANSWER = ["ethnicity", "sex", "disability"]


@pytest.fixture
def people(con: duckdb.DuckDBPyConnection) -> list[le19.Person]:
    return le19.candidates(con)


@pytest.mark.parametrize(
    ("written", "layout"),
    [
        (le19.per_stage, ROW_PER_STAGE),
        (le19.furthest, FURTHEST_STAGE),
        (le19.dated, DATE_PER_STAGE),
    ],
)
def test_candidates_of_le19_have_the_published_counts(
    tmp_path: Path,
    con: duckdb.DuckDBPyConnection,
    people: list[le19.Person],
    written: Callable[[list[le19.Person]], list[le19.Person]],
    layout: str,
) -> None:
    counts = counted(tmp_path, as_csv(written(people)))
    published = queries.stage_flow(con, campaigns=["LE19"], corrected=False)
    assert counts.layout == layout
    assert _people(_flow(con, counts), ONE_ANSWER) == _people(published, ONE_ANSWER)


def test_blanks_that_answers_filled_later_have_the_published_counts(
    tmp_path: Path, con: duckdb.DuckDBPyConnection, people: list[le19.Person]
) -> None:
    counts = counted(tmp_path, as_csv(le19.per_stage(people)))
    published = queries.stage_flow(con, campaigns=["LE19"], corrected=False)
    # Nobody printed who passed Application: the flow takes those who entered the next stage for
    # them, with the answers that they gave there.
    printed, subject = ("entered", "failed", "pending"), ["sexual_orientation"]
    own = _people(_flow(con, counts), subject, printed)
    assert own == _people(published, subject, printed)


def test_the_two_who_answered_later_are_noted(tmp_path: Path, people: list[le19.Person]) -> None:
    counts = counted(tmp_path, as_csv(le19.per_stage(people)))
    assert (
        "2 candidates do not give the same answers in all rows; at each stage the answers are those "  # noqa: E501
        "of its own row." in counts.notes
    )
    assert counts.contradictions == ()


def test_the_rows_of_le19_are_all_counted(tmp_path: Path, people: list[le19.Person]) -> None:
    rows = le19.per_stage(people)
    assert (
        counted(tmp_path, as_csv(rows)).rows_read == len(rows) == 546 + 409 + 284 + 177 + 169 + 72
    )


def _flow(con: duckdb.DuckDBPyConnection, counts: CampaignCounts) -> pl.DataFrame:
    stored = counts.counts.filter(pl.col("category") != "Another answer")
    con.execute("INSERT INTO campaigns (campaign, title, source) VALUES ('OWN', 'Own', 'own.csv')")
    for order, stage in enumerate(counts.stages, 1):
        con.execute("INSERT INTO stages VALUES ('OWN', ?, ?)", [stage, order])
    con.from_arrow(queries.ArrowStream(stored)).create_view("own_counts")
    con.execute("INSERT INTO stage_counts SELECT 'OWN', * FROM own_counts")
    return queries.stage_flow(con, campaigns=["OWN"], corrected=False)


def _people(
    flow: pl.DataFrame, characteristics: list[str], outcomes: Sequence[str] = FLOW
) -> list[tuple[object, ...]]:
    wanted = flow.filter(pl.col("characteristic").is_in(characteristics))
    return wanted.select(*KEY, pl.col(outcomes).fill_null(0)).sort(KEY).rows()
