"""Sentences on the workforce, joiners and leavers, read aloud once, one for each verdict."""

from typing import Any

import pytest

from reports.report.words.leaving import rate_sentence
from reports.report.words.movements import make_up_sentence, numbers_sentence, period_sentence
from reports.report.words.shares import share_sentence
from tests.reports.report.verdicts import ALONE, COMPARISON, EVIDENCE, NOTHING


def _share(**values: Any) -> dict[str, Any]:
    return {
        "characteristic": "sex",
        "group": "Female",
        "people_low": 30,
        "people": 30,
        "people_high": 30,
        "out_of": 100,
        "representation_pct": 30.0,
        "benchmark_pct": 50.5,
        "benchmark_quality": "estimated",
        "gap_pp": -20.5,
        "p_value": 0.3,
        "p_adjusted": 0.6,
        "detectable_gap_pp": 9.0,
        "detectable_under_pp": 9.0,
        "detectable_over_pp": 11.25,
        "reading": "",
        **values,
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {**EVIDENCE, "reading": "evidence of it; not evidence with Not stated left out."},
            (
                "There is evidence of under-representation of women: 30.00% (30 of 100) against "
                "the community's 50.5% (“estimated”), -20.50 percentage points. It depends on how "
                "Not stated is counted."
            ),
        ),
        (
            {**ALONE, "people_low": 29, "benchmark_quality": None},
            (
                "Whether the share of women differs from the community's is not settled: 30% (29 "
                "to 30 of 100, as printed) against the community's 50.5%, -20.50 percentage points."
                f"{COMPARISON} not."
            ),
        ),
        (
            {"benchmark_quality": None},
            (
                "There is no evidence of a gap between the share of women and the community's: "
                "30.00% (30 of 100) against the community's 50.5%, -20.50 percentage points. A "
                "share less than 9.0 percentage points below the community's, or 11.3 percentage "
                "points above, could not have been told from it reliably."
            ),
        ),
        (
            {"benchmark_quality": None, "detectable_gap_pp": None},
            (
                "There are too few people to compare the share of women: 30.00% (30 of 100) "
                "against the community's 50.5%, -20.50 percentage points."
            ),
        ),
    ],
)
def test_a_share_beside_the_community(values: dict[str, Any], said: str) -> None:
    assert share_sentence(_share(**values), 8) == said


@pytest.mark.parametrize(
    ("side", "said"),
    [
        (
            "detectable_under_pp",
            "Any share below the community's, or less than 11.3 percentage points above, could",
        ),
        (
            "detectable_over_pp",
            "Any share above the community's, or less than 9.0 percentage points below, could",
        ),
    ],
)
def test_a_gap_that_could_not_be_seen_on_one_side_at_all(side: str, said: str) -> None:
    assert said in share_sentence(_share(**{side: None}), 8)


def _moved(**values: Any) -> dict[str, Any]:
    return {
        "group": "Female",
        "joiners": 50,
        "leavers": 40,
        "net_change": 10,
        "all_joiners": 100,
        "all_leavers": 200,
        "share_gap_pp": 30.0,
        "reference_joiners": 50,
        "reference_leavers": 160,
        "p_value": 0.3,
        "p_adjusted": 0.6,
        "detectable_gap_pp": 12.0,
        **values,
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "More women joined than left: 50 joined and 40 left (net +10)."),
        (
            {"joiners": 30, "net_change": -10, "share_gap_pp": 10.0},
            (
                "Fewer women joined than left: 30 joined and 40 left (net -10). Their share of "
                "joiners is above their share of leavers all the same: of everybody, 100 joined "
                "and 200 left."
            ),
        ),
        ({"joiners": 40, "net_change": 0}, "As many women joined as left, 40 each."),
        ({"joiners": 0, "leavers": 0, "net_change": 0}, "No women joined or left."),
    ],
)
def test_joiners_and_leavers_in_numbers(values: dict[str, Any], said: str) -> None:
    assert numbers_sentence(_moved(**values)) == said


SHARES = "50.00% (50 of 100) of joiners and 20.00% (40 of 200) of leavers."


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            EVIDENCE,
            f"There is evidence that women are rarer among leavers than among joiners: {SHARES}",
        ),
        (
            {**ALONE, "reference_leavers": 10},
            (
                "Whether women are more common among leavers than among joiners is not settled: "
                f"{SHARES}{COMPARISON} not."
            ),
        ),
        (
            {"detectable_gap_pp": None},
            f"There are too few women to compare joiners with leavers: {SHARES}",
        ),
        (
            {},
            (
                "There is no evidence that leavers differ from joiners in the share of women: "
                f"{SHARES} A gap under 12.0 percentage points could not have been seen reliably."
            ),
        ),
        (NOTHING, f"The shares of women among joiners and leavers are not compared: {SHARES}"),
    ],
)
def test_the_make_up_of_joiners_and_leavers(values: dict[str, Any], said: str) -> None:
    assert make_up_sentence(_moved(**values), 8) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            EVIDENCE,
            (
                "There is evidence that women as a share of joiners fell: 50.00% (5 of 10) in "
                "2018-19 and 25.00% (1 of 4) in 2019-20, -25.00 percentage points."
            ),
        ),
        (
            ALONE,
            (
                "Whether women as a share of joiners changed is not settled: 50.00% (5 of 10) in "
                f"2018-19 and 25.00% (1 of 4) in 2019-20.{COMPARISON} not."
            ),
        ),
    ],
)
def test_the_last_period_beside_the_earlier_ones(values: dict[str, Any], said: str) -> None:
    row = {
        "group": "Female",
        "measure": "share of joiners",
        "earlier_people": 5,
        "earlier_out_of": 10,
        "earlier": "2018-19",
        "people": 1,
        "out_of": 4,
        "later": "2019-20",
        "difference_pp": -25.0,
        "difference_low_pp": None,
        "difference_high_pp": None,
        "detectable_difference_pp": 30.0,
        **values,
    }
    assert period_sentence(row, 8) == said


LEFT = "20.00 in 100 left in a year (20 of a mean of 100)."


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"p_adjusted": None}, f"Women: {LEFT}"),
        (EVIDENCE, f"There is evidence that women leave slower than men: {LEFT}"),
        (
            {**EVIDENCE, "rate_ratio": None},
            f"There is evidence that women leave faster than men: {LEFT}",
        ),
        (
            ALONE,
            (
                f"Whether women leave faster or slower than men is not settled: {LEFT}{COMPARISON} "
                "not."
            ),
        ),
        ({}, f"There is no evidence that women leave faster or slower than men: {LEFT}"),
    ],
)
def test_a_leaving_rate(values: dict[str, Any], said: str) -> None:
    row = {
        "group": "Female",
        "reference": "Male",
        "leavers": 20,
        "mean_headcount": 100.0,
        "leaving_rate": 0.2,
        "years": 1.0,
        "rate_ratio": 0.5,
        "p_value": 0.3,
        "p_adjusted": 0.6,
        **values,
    }
    assert rate_sentence(row, 8) == said
