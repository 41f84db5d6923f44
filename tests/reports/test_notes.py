from typing import Any

import polars as pl
import pytest
from hypothesis import given

from analytics.contradictions import contradictions
from analytics.representation import stage_representation
from analytics.representation_change import representation_changes
from reports import notes
from tests.reports.samples import change, changes
from tests.strategies import flows

Counts = dict[str, int]


def _flow(*stages: dict[str, Counts], characteristic: str = "ethnicity") -> pl.DataFrame:
    """Return a flow from what each category's people do at each stage."""
    kinds = {"BAME": "group", "White": "comparator", "Not stated": "not stated"}
    rows = [
        {
            "campaign": "C1",
            "stage": f"Stage {order}",
            "stage_order": order,
            "characteristic": characteristic,
            "category": category,
            "kind": kinds[category],
            "pending": 0,
            "withdrawn": 0,
            **counts,
        }
        for order, categories in enumerate(stages, start=1)
        for category, counts in categories.items()
    ]
    return pl.DataFrame(rows)


def _everyone(entered: int, pending: int = 0) -> dict[str, Counts]:
    counts = {"entered": entered, "pending": pending}
    return {"BAME": counts, "White": counts, "Not stated": {"entered": 0}}


def _headline_notes(*flow_parts: pl.DataFrame, to_stage: str | None = None) -> list[str]:
    stages = stage_representation(pl.concat(flow_parts, how="diagonal"))
    changed = representation_changes(stages, to_stage=to_stage)
    return list(notes.on_headline_stage(stages, changed, to_stage))


def test_the_denominator_is_named() -> None:
    assert [*notes.on_blanks("include"), *notes.on_blanks("exclude")] == [
        "Representation is a share of all who entered the stage, Not stated included.",
        "Representation is a share of those who answered; Not stated is left out.",
    ]


def test_campaigns_without_counts_are_named() -> None:
    chosen = pl.DataFrame(
        {"campaign": ["A", "B", "C"], "opened": [None, "2020-05-18", None], "stages": [0, 0, 3]}
    )
    assert list(notes.on_campaigns_without_counts(chosen)) == [
        "A is left out: no counts yet.",
        "B is left out: opened 2020-05-18; no counts yet.",
    ]


def test_a_campaign_settled_to_its_end_needs_no_note() -> None:
    assert _headline_notes(_flow(_everyone(40), _everyone(20))) == []


def test_the_stage_where_too_many_wait_is_named() -> None:
    flow = _flow(_everyone(40), _everyone(20, pending=3), _everyone(17))
    assert _headline_notes(flow) == [
        (
            "C1: the change goes to Stage 2, the last settled stage; 15.00% (6 of 40) are still "
            "waiting at Stage 2."
        )
    ]


def test_a_few_who_wait_earlier_are_not_the_reason_named() -> None:
    flow = _flow(_everyone(40, pending=1), _everyone(20, pending=3), _everyone(17))
    assert _headline_notes(flow) == [
        (
            "C1: the change goes to Stage 2, the last settled stage; 15.00% (6 of 40) are still "
            "waiting at Stage 2."
        )
    ]


def test_a_later_stage_that_nobody_entered_is_no_stage_to_go_to() -> None:
    flow = _flow(_everyone(40), _everyone(20), _everyone(0))
    assert _headline_notes(flow) == [
        "C1: the change goes to Stage 2; there is nobody to compare at a later stage."
    ]


def test_each_end_is_named_where_characteristics_end_apart() -> None:
    ethnicity = _flow(_everyone(40), _everyone(20, pending=3), _everyone(17), _everyone(9))
    sex = _flow(
        _everyone(40),
        _everyone(20),
        _everyone(17, pending=4),
        _everyone(9),
        characteristic="sex",
    )
    assert _headline_notes(ethnicity, sex) == [
        (
            "C1: the change goes to Stage 2, the last settled stage; 15.00% (6 of 40) are still "
            "waiting at Stage 2."
        ),
        (
            "C1: the change goes to Stage 3, the last settled stage; 23.53% (8 of 34) are still "
            "waiting at Stage 3."
        ),
    ]


def test_a_campaign_with_one_stage_has_no_change() -> None:
    assert _headline_notes(_flow(_everyone(40))) == [
        "C1 has counts at Stage 1 alone, so there is no change to report."
    ]


def test_a_campaign_that_nobody_has_left_has_no_settled_stage() -> None:
    flow = _flow(_everyone(40, pending=20), _everyone(20))
    assert _headline_notes(flow) == [
        "C1 has no counts at a settled later stage, so there is no change to report."
    ]


def test_a_campaign_without_the_stage_asked_for_is_named() -> None:
    flow = _flow(_everyone(40), _everyone(20))
    assert _headline_notes(flow, to_stage="Offer") == [
        "C1 has no counts at Offer, so there is no change to report."
    ]


def test_the_stage_asked_for_needs_no_reason() -> None:
    flow = _flow(_everyone(40, pending=20), _everyone(20))
    assert _headline_notes(flow, to_stage="Stage 2") == []


@given(flows())
def test_every_campaign_has_at_most_one_note_on_where_its_change_ends(flow: pl.DataFrame) -> None:
    assert len(_headline_notes(flow)) <= 1


@pytest.mark.parametrize(("rows", "family"), [(1, "1 comparison"), (3, "3 comparisons")])
def test_the_tests_and_their_family_are_named(rows: int, family: str) -> None:
    assert list(notes.on_tests(changes(*[change()] * rows), 0.95)) == [
        (
            "Tests compare who got through among the group and among everybody else in the "
            "denominator, those who wait or withdrew left out (Fisher's exact test); the "
            f"adjusted p allows for the {family} shown (Holm); intervals are 95% confidence "
            "intervals of the change."
        )
    ]


@pytest.mark.parametrize(("level", "text"), [(0.9, "90%"), (0.995, "99.5%"), (0.999, "99.9%")])
def test_the_confidence_level_is_named_as_it_was_given(level: float, text: str) -> None:
    (note,) = notes.on_tests(changes(change()), level)
    assert f"intervals are {text} confidence intervals" in note


def test_comparisons_that_were_not_made_are_not_counted() -> None:
    untested = change(p_value=None)
    (note,) = notes.on_tests(changes(change(), untested), 0.95)
    assert "the 1 comparison shown" in note
    assert list(notes.on_tests(changes(untested), 0.95)) == []


def test_the_other_reading_is_given_where_blanks_turn_the_verdict() -> None:
    found = change(p_adjusted=0.01, group_progressed=30, reading="evidence of a rise.")
    assert list(notes.on_other_reading(changes(change()), changes(found), "include")) == [
        "C1, Female: with Not stated left out the reading is: evidence of a rise."
    ]
    assert list(notes.on_other_reading(changes(found), changes(change()), "exclude")) == [
        "C1, Female: with Not stated counted the reading is: no evidence of a change."
    ]


def test_the_other_reading_is_not_given_where_it_is_the_same_or_there_is_none() -> None:
    assert list(notes.on_other_reading(changes(change()), changes(change()), "include")) == []
    assert list(notes.on_other_reading(changes(change()), changes(change()).clear(), "x")) == []


CORRECTION = {
    "campaign": "C1",
    "stage": "Stage 2",
    "outcome": "entered",
    "characteristic": "ethnicity",
    "category": "BAME",
    "printed": 105,
    "corrected": 102,
    "reason": "The rows around it agree on 102.",
}


@pytest.mark.parametrize(
    ("applied", "note"),
    [
        (
            False,
            (
                "C1, Stage 2, BAME people: 105 as printed; --corrected uses 102. The rows around "
                "it agree on 102."
            ),
        ),
        (
            True,
            "C1, Stage 2, BAME people: 105 printed, 102 used. The rows around it agree on 102.",
        ),
    ],
)
def test_a_correction_is_named_with_its_reason(applied: bool, note: str) -> None:  # noqa: FBT001
    found = notes.on_corrections(pl.DataFrame([CORRECTION]), _flow(_everyone(9)), applied=applied)
    assert list(found) == [note]


def test_a_correction_of_the_remainder_or_of_what_is_not_shown_is_not_named() -> None:
    remainder, other = {**CORRECTION, "category": "White"}, {**CORRECTION, "characteristic": "sex"}
    corrections = pl.DataFrame([remainder, other])
    assert list(notes.on_corrections(corrections, _flow(_everyone(9)), applied=False)) == []


def _contradiction(**counts: Any) -> list[str]:
    outcomes = dict.fromkeys(("passed", "failed", "pending", "withdrawn", "entered_next"), 0)
    group = {"entered": 31, **outcomes, **counts}
    nobody = {"entered": 0, **outcomes}
    flow = _flow({"BAME": group, "White": nobody, "Not stated": nobody})
    return list(notes.on_contradictions(contradictions(flow)))


def test_outcomes_that_do_not_add_up_are_named_one_by_one() -> None:
    found = _contradiction(passed=14, failed=7, pending=8, withdrawn=1, entered_next=14)
    assert found == [
        (
            "C1, Stage 1: the counts of BAME people contradict each other: 31 entered, but 14 who "
            "got through, 7 unsuccessful, 8 waiting and 1 withdrawn make 30."
        )
    ]


def test_people_without_any_outcome_are_named() -> None:
    assert _contradiction() == [
        (
            "C1, Stage 1: the counts of BAME people contradict each other: 31 entered, but the "
            "outcomes make 0."
        )
    ]


def test_people_lost_between_two_stages_are_named() -> None:
    assert _contradiction(passed=20, failed=11, entered_next=19) == [
        (
            "C1, Stage 1: the counts of BAME people contradict each other: 20 got through, but 19 "
            "entered the next stage."
        )
    ]
