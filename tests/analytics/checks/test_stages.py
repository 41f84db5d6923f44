import duckdb
import polars as pl

import queries
from analytics.checks.stage_flow import stage_flow
from tests.analytics.checks.known import TOTALS, counted, known, told

NUMBERS = ("check", "rule", "stage", "category", "recorded", "expected")
ENTERED = {"entered": [40, 60]}


def test_the_flow_is_that_of_the_query(con: duckdb.DuckDBPyConnection) -> None:
    campaigns = ["LE19", "LE19a", "PCDA", "DHEP"]
    flow = queries.stage_flow(con, campaigns=campaigns, corrected=False)
    counts = queries.all_stage_counts(con, campaigns=campaigns, corrected=False)
    keys = ["campaign", "stage_order", "characteristic", "category"]
    own = stage_flow(counts).select(flow.columns).sort(keys)
    assert own.equals(flow.sort(keys))


def test_who_grows_is_named() -> None:
    counts = counted("sex", {"Sift": ENTERED, "Interview": {"entered": [41, 60]}})
    assert told(known(counts), *NUMBERS, "next_stage") == [
        ("flow", "more", "Sift", "Female", 41, 40, "Interview")
    ]


def test_who_grows_over_a_stage_that_is_not_counted_is_named_once() -> None:
    rows = {"Sift": ENTERED, "Test": {}, "Interview": {"entered": [41, 60]}}
    assert told(known(counted("sex", rows)), *NUMBERS, "next_stage") == [
        ("flow", "more", "Sift", "Female", 41, 40, "Interview")
    ]


def test_those_who_left_unseen_over_such_a_stage_contradict_nothing() -> None:
    sift = {**ENTERED, "failed": [10, 10]}
    rows = {"Sift": sift, "Test": {}, "Interview": {"entered": [20, 60 - 20]}}
    assert told(known(counted("sex", rows)), *NUMBERS) == []


def test_outcomes_that_do_not_add_up_are_named_with_what_they_leave() -> None:
    rows = {"Sift": {**ENTERED, "failed": [10, 10]}, "Interview": {"entered": [29, 50]}}
    assert told(known(counted("sex", rows)), *NUMBERS) == [
        ("outcomes", "left", "Sift", "Female", 29, 30)
    ]


def test_those_who_passed_are_those_who_entered_the_next_stage() -> None:
    sift = {**ENTERED, "failed": [10, 10], "passed": [30, 50]}
    rows = {"Sift": sift, "Interview": {"entered": [29, 50]}}
    assert told(known(counted("sex", rows)), *NUMBERS) == [
        ("outcomes", "passed", "Sift", "Female", 29, 30)
    ]


def test_passes_alone_need_not_be_everybody() -> None:
    sift = {**ENTERED, "passed": [30, 50]}
    rows = {"Sift": sift, "Interview": {"entered": [29, 50]}}
    assert told(known(counted("sex", rows)), *NUMBERS) == [
        ("outcomes", "passed", "Sift", "Female", 29, 30)
    ]


def test_a_total_that_is_wrong_is_told_once_and_not_for_every_remainder() -> None:
    rows = {"Sift": {**ENTERED, "failed": [10, 10]}, "Interview": {"entered": [30, 49]}}
    sex = counted("sex", rows)
    other = counted(
        "disability",
        {"Sift": {"entered": [4, 96], "failed": [1, 19]}, "Interview": {"entered": [3, 76]}},
    )
    assert told(known(pl.concat([sex, other])), *NUMBERS) == [
        ("outcomes", "left", "Sift", "All", 79, 80)
    ]


def test_a_total_is_followed_where_it_is_printed_for_one_characteristic() -> None:
    rows = {"Sift": {**ENTERED, "failed": [10, 10]}, "Interview": {"entered": [30, 49]}}
    printed = [("Sift", "entered", 100), ("Sift", "failed", 20), ("Interview", "entered", 79)]
    totals = pl.DataFrame([("C1", *row, "here") for row in printed], TOTALS, orient="row")
    assert told(known(counted("sex", rows), totals=totals), *NUMBERS) == [
        ("outcomes", "left", "Sift", "All", 79, 80)
    ]


def test_details_of_a_category_that_is_wrong_are_not_told_again() -> None:
    rows = {"Sift": {**ENTERED, "failed": [10, 10]}, "Interview": {"entered": [29, 50]}}
    sex = counted("sex", rows)
    detail = sex.with_columns(characteristic=pl.lit("sex in detail"))
    refinements = pl.DataFrame({"characteristic": ["sex in detail"], "refines": ["sex"]})
    found = told(known(pl.concat([sex, detail]), refinements=refinements), "characteristic")
    assert found == [("sex",)]
