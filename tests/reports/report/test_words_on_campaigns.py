"""Sentences on campaigns, read aloud once, one for each verdict."""

from typing import Any

import pytest

from reports.report.words.applicants import pool_sentence, trend_sentence
from reports.report.words.changes import change_sentence
from reports.report.words.gaps import gap_sentence, pooled_sentence
from reports.report.words.headlines import change_title
from tests.reports.report.verdicts import ALONE, COMPARISON, EVIDENCE, NOTHING
from tests.reports.samples import change


def _gap(**values: Any) -> dict[str, Any]:
    return {
        "group": "Female",
        "reference": "Male",
        "stage": "Sift",
        "campaigns": "A, B",
        "passed": 30,
        "failed": 10,
        "reference_passed": 30,
        "reference_failed": 30,
        "gap_pp": 25.0,
        "gap_low_pp": 5.125,
        "gap_high_pp": 40.0,
        "p_value": 0.3,
        "p_adjusted": 0.6,
        "detectable_gap_pp": 27.25,
        "homogeneity_p": None,
        "homogeneity_p_adjusted": None,
        **values,
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {**EVIDENCE, "reading": "evidence of a rise."},
            (
                "There is evidence that the representation of women rose: 40.00% (40 of 100) at "
                "Sift and 50.00% (10 of 20) at Offer, a change of +10.00 percentage points (95% "
                "confidence interval -9.50 to +28.13)."
            ),
        ),
        (
            {**EVIDENCE, "reading": "not settled, but"},
            (
                "Whether the representation of women changed is not settled: 40.00% (40 of 100) at "
                "Sift and 50.00% (10 of 20) at Offer. So many wait or withdrew that those with an "
                "outcome point the other way."
            ),
        ),
        (
            ALONE,
            (
                "Whether the representation of women changed is not settled: 40.00% (40 of 100) at "
                "Sift and 50.00% (10 of 20) at Offer, a change of +10.00 percentage points (95% "
                f"confidence interval -9.50 to +28.13).{COMPARISON} not."
            ),
        ),
        (
            {"detectable_fall_pp": None, "detectable_rise_pp": None},
            (
                "There are too few women to say whether their representation changed: 40.00% (40 "
                "of 100) at Sift and 50.00% (10 of 20) at Offer."
            ),
        ),
        (
            {},
            (
                "There is no evidence that the representation of women changed: 40.00% (40 of "
                "100) at Sift and 50.00% (10 of 20) at Offer. A fall under 30.3 or a rise under "
                "31.8 percentage points could not have been seen reliably."
            ),
        ),
        (
            {**NOTHING, "to_group": 30},
            (
                "The change in the representation of women is not tested, as the counts do not "
                "allow it: 40.00% (40 of 100) at Sift and 30 of 20 at Offer."
            ),
        ),
    ],
)
def test_a_change_in_representation(values: dict[str, Any], said: str) -> None:
    assert change_sentence(change(**values), 8) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            EVIDENCE,
            (
                "There is evidence that women were more likely to pass than men: 75.00% (30 of "
                "40) of women passed and 50.00% (30 of 60) of men, a gap of +25.00 percentage "
                "points (95% confidence interval +5.13 to +40.00)."
            ),
        ),
        (
            ALONE,
            (
                "Whether women were more or less likely to pass than men is not settled: 75.00% "
                "(30 of 40) of women passed and 50.00% (30 of 60) of men, a gap of +25.00 "
                f"percentage points (95% confidence interval +5.13 to +40.00).{COMPARISON} not."
            ),
        ),
        (
            {"detectable_gap_pp": None},
            (
                "There are too few women with an outcome to say whether they were more or less "
                "likely to pass than men: 75.00% (30 of 40) of women passed and 50.00% (30 of 60) "
                "of men."
            ),
        ),
        (
            {},
            (
                "There is no evidence of a gap between women and men: 75.00% (30 of 40) of women "
                "passed and 50.00% (30 of 60) of men. A gap under 27.3 percentage points could not "
                "have been seen reliably."
            ),
        ),
        (
            {**NOTHING, "passed": 0, "failed": 0, "gap_pp": None},
            "Women and men are not compared: 0 of 0 of women passed and 50.00% (30 of 60) of men.",
        ),
    ],
)
def test_a_gap_in_pass_rates(values: dict[str, Any], said: str) -> None:
    assert gap_sentence(_gap(**values), 8) == said


def test_a_pooled_gap_says_that_the_sum_points_the_other_way() -> None:
    said = pooled_sentence(_gap(**EVIDENCE, gap_pp=-3.0, gap_low_pp=-5.0, gap_high_pp=-1.0), 8)
    assert "women were less likely to pass than men" in said
    assert "-3.00 percentage points (95% confidence interval -5.00 to -1.00), pooled" in said
    assert "The counts added up point the other way" in said


@pytest.mark.parametrize(
    ("p_value", "adjusted", "said"),
    [
        (0.2, 0.4, "seen reliably."),
        (0.01, 0.2, "Whether the campaigns differ is not settled; one pooled figure may not"),
        (0.001, 0.01, "There is evidence that the campaigns differ, so one pooled figure does"),
    ],
)
def test_a_pooled_gap_says_whether_the_campaigns_differ(
    p_value: float, adjusted: float, said: str
) -> None:
    row = _gap(homogeneity_p=p_value, homogeneity_p_adjusted=adjusted)
    tail = pooled_sentence(row, 8).partition("could not have been ")[2]
    assert said in tail
    assert ("campaigns" in tail) is (p_value < 0.05)


def _pool(**values: Any) -> dict[str, Any]:
    return {
        "group": "Female",
        "campaign": "C",
        "earlier_campaigns": "A, B",
        "group_entered": 30,
        "base": 60,
        "earlier_group_entered": 20,
        "earlier_base": 80,
        "difference_pp": 25.0,
        "difference_low_pp": 9.0,
        "difference_high_pp": 40.0,
        "detectable_difference_pp": 20.0,
        "p_value": 0.3,
        "p_adjusted": 0.6,
        **values,
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            EVIDENCE,
            (
                "There is evidence that women were a larger share of applicants to C than to A "
                "and B: 50.00% (30 of 60) against 25.00% (20 of 80), +25.00 percentage points "
                "(95% confidence interval +9.00 to +40.00)."
            ),
        ),
        (
            ALONE,
            (
                "Whether women were another share of applicants to C than to A and B is not "
                f"settled: 50.00% (30 of 60) against 25.00% (20 of 80).{COMPARISON} not."
            ),
        ),
        (
            {},
            (
                "There is no evidence that women were another share of applicants to C than to A "
                "and B: 50.00% (30 of 60) against 25.00% (20 of 80). A difference under 20.0 "
                "percentage points could not have been seen reliably."
            ),
        ),
        (
            {"detectable_difference_pp": None},
            (
                "There are too few women among applicants to compare: 50.00% (30 of 60) against "
                "25.00% (20 of 80)."
            ),
        ),
        (
            {**NOTHING, "base": 0, "group_entered": 0},
            "Women among applicants are not compared: 0 of 0 against 25.00% (20 of 80).",
        ),
    ],
)
def test_applicants_beside_earlier_ones(values: dict[str, Any], said: str) -> None:
    assert pool_sentence(_pool(**values), 8) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"p_trend": 0.001, "p_adjusted": 0.01},
            (
                "There is evidence that the pass rate of women at Sift fell over the campaigns: "
                "50.00% (3 of 6) in A and 25.00% (1,000 of 4,000) in B."
            ),
        ),
        (
            {"p_trend": 0.01, "p_adjusted": 0.2},
            (
                "Whether the pass rate of women at Sift moved over the campaigns is not settled: "
                f"50.00% (3 of 6) in A and 25.00% (1,000 of 4,000) in B.{COMPARISON} not."
            ),
        ),
        (
            {"p_trend": 0.01, "p_adjusted": 0.2, "campaigns": "A, the first, B"},
            (
                "Whether the pass rate of women at Sift moved over the campaigns is not settled: "
                f"3/6, 1,000/4,000 (A, the first, B).{COMPARISON} not."
            ),
        ),
    ],
)
def test_a_trend_over_the_campaigns(values: dict[str, Any], said: str) -> None:
    row = {
        "measure": "pass rate",
        "group": "Female",
        "stage": "Sift",
        "campaigns": "A, B",
        "counts": "3/6, 1,000/4,000",
        "z": -2.5,
        "detectable_change_pp": 9.0,
        **values,
    }
    assert trend_sentence(row, 8) == said


def test_the_title_of_a_chart_claims_what_there_is_evidence_of() -> None:
    rows = [change(), change(**EVIDENCE, reading="evidence of a rise.")]
    assert change_title(rows, "C1") == (
        "C1: evidence that representation of women rose from 40.00% (40 of 100) at Sift to 50.00% "
        "(10 of 20) at Offer"
    )
    assert change_title([change()], "C1").endswith(
        "no evidence that any group's representation changed"
    )
    assert change_title([change(**NOTHING)], "C1").endswith("do not allow a test of any change")
    assert change_title([], "C1").endswith("no later stage to compare yet")
