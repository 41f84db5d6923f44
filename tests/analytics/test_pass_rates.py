import polars as pl
import pytest
from hypothesis import given

from analytics.pass_rates import EVERYONE_ELSE, OVERALL, STATED, compared, outcomes
from tests.analytics.campaigns import flow
from tests.strategies import flows

PEOPLE = ["passed", "failed", "pending", "withdrawn"]


@given(flows(min_stages=2))
def test_at_a_stage_everyone_who_entered_has_one_outcome(flow: pl.DataFrame) -> None:
    counts = outcomes(flow).filter(pl.col("stage") != OVERALL)
    entered = counts.join(flow, on=["stage", "category"])["entered"]
    assert counts.select(pl.sum_horizontal(PEOPLE)).to_series().to_list() == entered.to_list()


@given(flows(min_stages=2))
def test_overall_everyone_who_applied_has_one_outcome(flow: pl.DataFrame) -> None:
    overall = outcomes(flow).filter(stage=OVERALL)
    applied = flow.filter(stage_order=1)["entered"].to_list()
    people = overall.select(pl.sum_horizontal(PEOPLE)).to_series().to_list()
    assert people in (applied, [])


@given(flows(min_stages=2))
def test_group_reference_and_blanks_are_everybody(flow: pl.DataFrame) -> None:
    counts = outcomes(flow)
    pairs = compared(counts)
    everybody = counts.group_by("stage").agg(pl.col("passed").sum()).sort("stage")
    parts = pairs.select("stage", pl.sum_horizontal("passed", "reference_passed", "blank_passed"))
    assert parts.sort("stage").rows() == everybody.rows()


@given(flows(min_stages=2))
def test_blanks_may_count_among_those_compared_with(flow: pl.DataFrame) -> None:
    counts = outcomes(flow)
    apart, within = compared(counts), compared(counts, blank="include")
    together = (apart["reference_failed"] + apart["blank_failed"]).to_list()
    assert within["reference_failed"].to_list() == together
    assert set(within["reference"]) == {EVERYONE_ELSE}


def _counts(*rows: tuple[str, str, int, int]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "campaign": "C1",
                "stage": "Application",
                "stage_order": 1,
                "characteristic": "ethnicity",
                "category": category,
                "kind": kind,
                "passed": passed,
                "failed": failed,
                "pending": 0,
                "withdrawn": 0,
            }
            for category, kind, passed, failed in rows
        ]
    )


def test_several_comparators_are_added_up_under_a_name_of_their_own() -> None:
    counts = _counts(
        ("Asian", "group", 1, 2), ("White", "comparator", 3, 4), ("Other", "comparator", 5, 6)
    )
    pair = compared(counts).select("group", "reference", "reference_passed", "reference_failed")
    assert pair.rows() == [("Asian", STATED, 8, 10)]


def test_a_group_is_never_compared_with_itself() -> None:
    counts = _counts(
        ("Asian", "group", 1, 2), ("Black", "group", 3, 4), ("White", "comparator", 5, 6)
    )
    pairs = compared(counts, reference="Asian").select("group", "reference", "reference_passed")
    assert pairs.rows() == [("Black", "Asian", 1)]


def test_without_blanks_nobody_is_blank() -> None:
    counts = _counts(("Asian", "group", 1, 2), ("White", "comparator", 3, 4))
    assert compared(counts).select(pl.col("^blank_.*$")).row(0) == (0, 0, 0, 0)


@pytest.mark.parametrize("reference", ["Not stated", "Nobody"])
def test_a_characteristic_without_the_reference_is_left_out(reference: str) -> None:
    counts = _counts(("Asian", "group", 1, 2), ("White", "comparator", 3, 4))
    assert compared(counts, reference=reference).is_empty()


def test_overall_those_who_wait_or_withdrew_on_the_way_neither_passed_nor_failed() -> None:
    stages = ("Sift", 100, 20, 2), ("Test", 68, 8, 0), ("Offer", 50, 0, 0)
    overall = outcomes(flow("C1", *stages, withdrawn=10)).filter(stage=OVERALL, category="Female")
    assert overall.select(PEOPLE).row(0) == (50, 28, 2, 20)


def test_overall_is_left_out_where_more_reached_the_end_than_could() -> None:
    flow = pl.DataFrame(
        [
            {
                "campaign": "C1",
                "characteristic": "sex",
                "category": "Female",
                "kind": "group",
                "stage": stage,
                "stage_order": order,
                "entered": entered,
                "passed": passed,
                "failed": failed,
                "pending": 0,
                "withdrawn": 0,
            }
            for stage, order, entered, passed, failed in (
                ("Application", 1, 10, 11, 2),
                ("Offer", 2, 11, None, None),
            )
        ]
    )
    assert outcomes(flow)["stage"].to_list() == ["Application"]
