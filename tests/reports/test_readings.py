from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import given

from analytics.representation import stage_representation
from analytics.representation_change import representation_changes
from recruitment.studies.attrition import attrition
from reports.readings import Verdict, change_headline, change_reading, verdict, with_change_readings
from tests.reports.samples import change, changes
from tests.strategies import flows

FOUND = {"p_adjusted": 0.0127}
CLEAR = {**FOUND, "group_progressed": 30, "rest_progressed": 10}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"p_adjusted": None}, Verdict.unknown),
        ({**CLEAR, "p_adjusted": 0.0499}, Verdict.evidence),
        ({**CLEAR, "p_adjusted": 0.05}, Verdict.none),
        ({"change_pp": -9.0, **CLEAR}, Verdict.against),
        ({"change_pp": 0.0, **CLEAR}, Verdict.against),
        ({"p_value": 0.0499}, Verdict.alone),
        ({"detectable_fall_pp": None, "detectable_rise_pp": None}, Verdict.too_few),
        ({"detectable_fall_pp": None}, Verdict.none),
        ({"detectable_rise_pp": None}, Verdict.none),
    ],
)
def test_a_verdict_claims_no_more_than_the_figures_carry(
    values: dict[str, Any], expected: Verdict
) -> None:
    assert verdict(change(**values)) is expected


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"p_adjusted": None},
            "not tested: the counts do not allow it.",
        ),
        (
            {"change_pp": 6.48, "p_value": 0.0078, "p_adjusted": 0.0858},
            (
                "not settled, +6.48 percentage points: evidence by itself (p 0.0078), but not once "
                "the comparisons shown are allowed for (adjusted p 0.0858)."
            ),
        ),
        (
            {**CLEAR, "change_pp": 9.0871},
            "evidence of a rise, +9.09 percentage points (adjusted p 0.0127).",
        ),
        (
            {**FOUND, "change_pp": -9.0871, "group_progressed": 1, "provisional": True},
            "evidence of a fall, -9.09 percentage points (adjusted p 0.0127); provisional.",
        ),
        (
            {**CLEAR, "change_pp": -7.14, "provisional": True},
            (
                "not settled, -7.14 percentage points, but of those with an outcome the group got "
                "through more often than all others; provisional."
            ),
        ),
        (
            {**FOUND, "change_pp": 7.14, "group_progressed": 1},
            (
                "not settled, +7.14 percentage points, but of those with an outcome the group got "
                "through less often than all others."
            ),
        ),
        (
            {"detectable_fall_pp": None, "detectable_rise_pp": None},
            "too few people to say (40 at Sift).",
        ),
        (
            {},
            (
                "no evidence of a change (a fall under 30.3 or a rise under 31.8 points could not "
                "have been seen reliably)."
            ),
        ),
        (
            {"detectable_fall_pp": None},
            (
                "no evidence of a change (any fall or a rise under 31.8 points could not have been "
                "seen reliably)."
            ),
        ),
        (
            {"detectable_rise_pp": None},
            (
                "no evidence of a change (any rise or a fall under 30.3 points could not have been "
                "seen reliably)."
            ),
        ),
    ],
)
def test_readings_are_as_they_were_reviewed(values: dict[str, Any], sentence: str) -> None:
    assert change_reading(change(**values)) == sentence


def test_readings_stand_beside_their_rows() -> None:
    rows = with_change_readings(changes(change(p_adjusted=None), change()).drop("reading"))
    assert rows["reading"].to_list() == [
        "not tested: the counts do not allow it.",
        (
            "no evidence of a change (a fall under 30.3 or a rise under 31.8 points could not have "
            "been seen reliably)."
        ),
    ]


def test_the_headline_is_what_there_is_evidence_of() -> None:
    rows = changes(change(), change(**CLEAR, provisional=True))
    assert change_headline(rows, ["C1"]) == (
        "Representation of women rose from 40.00% (40 of 100) at Sift to 50.00% (10 of 20) at Offer"
        " (provisional)"
    )


def test_several_campaigns_are_named_in_the_headline() -> None:
    fall = change(**FOUND, group_progressed=1, change_pp=-10.0, campaign="C2", group="BAME")
    assert change_headline(changes(change(**CLEAR), fall), ["C1", "C2"]) == (
        "C1: representation of women rose from 40.00% (40 of 100) at Sift to 50.00% (10 of 20) at "
        "Offer; C2: representation of BAME people fell from 40.00% (40 of 100) at Sift to 50.00% "
        "(10 of 20) at Offer"
    )


def test_a_headline_without_evidence_says_so() -> None:
    assert change_headline(changes(change()), ["C1", "C2", "C3"]) == (
        "C1, C2 and C3: no evidence that any group's representation changed"
    )


def test_a_headline_without_a_later_stage_says_so() -> None:
    assert change_headline(changes(change()).clear(), ["DHEP"]) == (
        "DHEP: representation of applicants; no later stage to compare yet"
    )


@given(flows(min_stages=2))
def test_a_rise_is_claimed_only_where_share_and_pass_rate_both_rose(flow: pl.DataFrame) -> None:
    read = with_change_readings(
        representation_changes(stage_representation(flow), to_stage="Stage 2")
    )
    for row in read.filter(pl.col("reading").str.contains("evidence of a (rise|fall)")).to_dicts():
        gap = (
            row["group_progressed"] / row["group_resolved"]
            - row["rest_progressed"] / row["rest_resolved"]
        )
        assert row["change_pp"] * gap > 0
        assert ("a rise" in row["reading"]) == (gap > 0)


def test_no_published_text_says_what_the_evidence_does_not(con: duckdb.DuckDBPyConnection) -> None:
    every = [attrition(con, corrected=corrected) for corrected in (False, True)]
    texts = [text for each in every for text in (each.headline, *each.notes)]
    texts += [text for each in every for text in each.tables["changes"]["reading"]]
    for refused in (
        "no difference",
        "percentage change",
        "success rate",
        "because",
        "due to",
        "caused",
        "target",
        "quota",
        "significant",
        "minorit",
    ):
        assert [text for text in texts if refused in text.lower()] == []
