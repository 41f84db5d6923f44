import duckdb
import polars as pl
from hypothesis import given

import queries
from analytics.disclosure.campaign_flow import release_of
from analytics.disclosure.cells import ENTERED, EVERYBODY, Cell
from analytics.disclosure.structure import Refinement, Stage
from tests.analytics.campaigns import flow
from tests.strategies import flows


def test_le19_is_six_stages_of_what_is_recorded(con: duckdb.DuckDBPyConnection) -> None:
    release = release_of(queries.stage_flow(con, campaigns=["LE19"], corrected=False), "2020-06")
    assert release.structures[0].stages == (
        Stage("Application", ("failed",)),
        Stage("Telephone interview", ("failed",)),
        Stage("Face to face interview", ("failed",)),
        Stage("Assessment centre", ("failed", "pending")),
        Stage("Pre-employment checks", ("failed", "pending")),
        Stage("Offer", (), complete=False),
    )


def test_totals_are_everybody(con: duckdb.DuckDBPyConnection) -> None:
    release = release_of(queries.stage_flow(con, campaigns=["LE19"], corrected=False), "2020-06")
    stages = [stage.name for stage in release.structures[0].stages]
    totals = [Cell("2020-06", "LE19", EVERYBODY, EVERYBODY, each, ENTERED) for each in stages]
    assert [release.counts[cell] for cell in totals] == [546, 409, 284, 177, 169, 72]


def test_printed_counts_that_contradict_each_other_bind_nobody(
    con: duckdb.DuckDBPyConnection,
) -> None:
    release = release_of(queries.stage_flow(con, campaigns=["LE19a"], corrected=False), "2020-06")
    broken = {
        (each.terms[0][0].stage, each.terms[0][0].category) for each in release.contradicted()
    }
    assert ("Telephone interview", "Female") in broken
    assert not {*release.contradicted()} & {*release.identities()}


def test_a_pass_that_is_counted_apart_is_kept_apart(con: duckdb.DuckDBPyConnection) -> None:
    release = release_of(queries.stage_flow(con, campaigns=["LE19a"], corrected=False), "2020-06")
    assert release.structures[0].stages[-1].outcomes == ("passed", "failed", "pending")


def test_outcomes_that_leave_people_out_are_not_complete() -> None:
    made = flow("C1", ("Sift", 20, 5, 0), ("Offer", 15, 0, 0))
    short = made.with_columns(pl.col("failed") - (pl.col("stage") == "Sift"))
    assert [release_of(each, "R1").structures[0].stages[0].complete for each in (made, short)] == [
        True,
        False,
    ]


@given(flows())
def test_every_recorded_count_is_in_the_release(rows: pl.DataFrame) -> None:
    release = release_of(rows, "R1")
    for row in rows.iter_rows(named=True):
        who = ("C1", row["characteristic"], row["category"], row["stage"])
        assert release.counts[Cell("R1", *who, ENTERED)] == row["entered"]
        if row["failed"] is not None:
            assert release.counts[Cell("R1", *who, "failed")] == row["failed"]


@given(flows())
def test_a_consistent_flow_contradicts_nothing(rows: pl.DataFrame) -> None:
    assert not release_of(rows, "R1").contradicted()


@given(flows(max_stages=2))
def test_a_refinement_of_a_characteristic_that_is_not_there_is_left_out(rows: pl.DataFrame) -> None:
    nothing = Refinement("ethnicity", "BAME", "ethnic_group", ("Asian", "Black"))
    assert release_of(rows, "R1", (nothing,)).structures == release_of(rows, "R1").structures
