import polars as pl
import pytest
from hypothesis import given

from analytics.representation import stage_representation
from tests.strategies import flows


def _everyone_a_group(flow: pl.DataFrame) -> pl.DataFrame:
    return flow.with_columns(kind=pl.lit("group"))


@given(flows())
def test_representation_of_all_categories_adds_up_to_100(flow: pl.DataFrame) -> None:
    stages = stage_representation(_everyone_a_group(flow)).filter(pl.col("base") > 0)
    totals = stages.group_by("stage").agg(pl.col("representation_pct").sum())
    assert totals["representation_pct"].to_list() == pytest.approx([100] * totals.height)


@given(flows())
def test_changes_of_all_categories_add_up_to_nothing(flow: pl.DataFrame) -> None:
    stages = stage_representation(_everyone_a_group(flow)).drop_nulls("change_pp")
    totals = stages.group_by("stage").agg(pl.col("change_pp").sum())
    assert totals["change_pp"].to_list() == pytest.approx([0] * totals.height, abs=1e-9)


@given(flows())
def test_each_change_is_the_difference_of_the_two_shares(flow: pl.DataFrame) -> None:
    for row, before in _with_previous(stage_representation(flow)):
        if before["representation_pct"] is None or row["representation_pct"] is None:
            assert row["change_from_previous_pp"] is None
        else:
            expected = row["representation_pct"] - before["representation_pct"]
            assert row["change_from_previous_pp"] == pytest.approx(expected, abs=1e-9)


def _with_previous(stages: pl.DataFrame) -> list[tuple[dict[str, object], dict[str, object]]]:
    rows = stages.to_dicts()
    return list(zip(rows[1:], rows[:-1], strict=True))


@given(flows())
def test_leaving_out_blanks_takes_them_from_the_denominator_alone(flow: pl.DataFrame) -> None:
    stages = stage_representation(flow, blank="exclude")
    assert (stages["base"] == stages["entered"] - stages["not_stated"]).all()
    assert stages["group_entered"].equals(stage_representation(flow)["group_entered"])


@given(flows())
def test_a_stage_is_provisional_exactly_while_people_wait_before_it(flow: pl.DataFrame) -> None:
    waiting = 0
    for row in stage_representation(flow).to_dicts():
        assert row["provisional"] == (waiting > 0)
        waiting += row["pending"]


@given(flows())
def test_once_unsettled_every_later_stage_is_unsettled(flow: pl.DataFrame) -> None:
    settled = stage_representation(flow)["settled"].to_list()
    assert settled == sorted(settled, reverse=True)


def test_a_stage_is_settled_while_no_more_than_one_in_twenty_wait_before_it() -> None:
    flow = pl.DataFrame(
        [
            _entrants("Application", 1, pending=5),
            _entrants("Interview", 2, pending=6),
            _entrants("Offer", 3, pending=0),
        ]
    )
    assert stage_representation(flow)["settled"].to_list() == [True, True, False]


def _entrants(stage: str, order: int, *, pending: int) -> dict[str, object]:
    return {
        "campaign": "C1",
        "stage": stage,
        "stage_order": order,
        "characteristic": "ethnicity",
        "category": "BAME",
        "kind": "group",
        "entered": 100,
        "pending": pending,
        "withdrawn": 0,
    }


def test_a_group_absent_at_first_keeps_the_first_stage_as_its_baseline() -> None:
    flow = pl.DataFrame([_entrants("Application", 1, pending=0), _entrants("Offer", 2, pending=0)])
    other = flow.with_columns(category=pl.lit("Other"))
    absent = flow.with_columns(entered=pl.Series([0, 50]), category=pl.lit("Late"))
    stages = stage_representation(pl.concat([flow, other, absent])).filter(group="Late")
    assert stages["change_pp"].to_list() == [None, pytest.approx(20.0)]


def test_a_stage_that_nobody_entered_has_no_representation() -> None:
    flow = pl.DataFrame([_entrants("Application", 1, pending=0)]).with_columns(entered=pl.lit(0))
    assert stage_representation(flow)["representation_pct"].to_list() == [None]
