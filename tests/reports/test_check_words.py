from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.checks.campaigns import checked_campaigns
from analytics.checks.checked import FINDING
from reports.check_words import sentence
from tests.analytics.checks.known import known
from tests.strategies import stage_counts

OUTCOMES = {"check": "outcomes", "rule": "left", "next_stage": "Interview"}
SIFT = {"stage": "Sift", "outcome": "entered", "characteristic": "sex", "category": "Female"}


def said(**row: Any) -> str:
    return sentence(dict.fromkeys(FINDING) | SIFT | row)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            {"entered": 48, "failed": 7, "passed": 39, "entered_next": 39, "expected": 41}
            | {"characteristic": "sexual_orientation", "category": "Not stated"},
            (
                "Sift: of 48 people with sexual orientation not stated 7 failed, which leaves 41, "
                "but 39 entered Interview"
            ),
        ),
        (
            {"entered": 1105, "failed": 26, "pending": 1, "passed": 75, "expected": 1078},
            "Sift: of 1,105 women 26 failed and 1 is waiting, which leaves 1,078, but 75 passed",
        ),
        (
            {"entered": 5, "failed": 0, "passed": 4, "entered_next": 3, "expected": 5},
            "Sift: of 5 women 0 failed, which leaves 5, but 4 passed and 3 entered Interview",
        ),
        (
            {"entered": 1, "failed": 2, "withdrawn": 1, "expected": -2, "category": "Male"},
            "Sift: of 1 man 2 failed and 1 withdrew, which makes 3",
        ),
        (
            {"entered": 9, "failed": 8, "pending": 4, "passed": 1, "expected": -3}
            | {"characteristic": "all", "category": "All"},
            "Sift: of 9 people 1 passed, 8 failed and 4 are waiting, which makes 13",
        ),
        (
            {"entered": 40, "passed": 41, "entered_next": 35, "expected": 40},
            "Sift: 40 women entered, but 41 passed and 35 entered Interview",
        ),
        (
            {"rule": "passed", "passed": 30, "entered_next": 29, "category": "Indian"},
            "Sift: 30 Indian people passed, but 29 entered Interview",
        ),
    ],
)
def test_outcomes_are_told_with_their_arithmetic(row: dict[str, Any], words: str) -> None:
    assert said(**(OUTCOMES | row)) == words


def test_growth_is_told_by_both_stages() -> None:
    row = {"entered": 40, "recorded": 41, "next_stage": "Interview", "category": "BAME, Female"}
    words = "Sift: 40 people in “BAME, Female” entered, but 41 entered Interview"
    assert said(check="flow", characteristic="ethnicity,sex", **row) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            {"against": "ethnicity"},
            "Sift: by sex 1,099 people entered, but by ethnicity it is 1,100",
        ),
        (
            {"against": "printed", "outcome": "pending"},
            "Sift: by sex 1,099 people are waiting, but 1,100 is printed as the total",
        ),
        (
            {"rule": "printed total", "against": "sex", "outcome": "withdrawn"},
            "Sift: 1,099 is printed as the total of those who withdrew, but by sex it is 1,100",
        ),
        (
            {"against": "ethnicity", "category": "BAME", "recorded": 1}
            | {"characteristic": "ethnic_group", "outcome": "failed"},
            "Sift: by ethnic group 1 BAME person failed, but by ethnicity it is 1,100",
        ),
        (
            {"rule": "at most", "against": "ethnicity", "category": "Not stated"}
            | {"characteristic": "ethnicity,sex"},
            (
                "Sift: by ethnicity and sex at most 1,099 people with ethnicity not stated "
                "entered, but by ethnicity it is 1,100"
            ),
        ),
    ],
)
def test_totals_are_told_side_by_side(row: dict[str, Any], words: str) -> None:
    numbers = {"rule": "apart", "category": None, "recorded": 1099, "expected": 1100}
    assert said(check="totals", **(numbers | row)) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("opened after closed", "The campaign opened on 2 May 2025, but closed on 1 April 2025"),
        (
            "opened after as_at",
            "The campaign opened on 2 May 2025, but its counts are as at 3 March 2025",
        ),
        (
            "closed after as_at",
            (
                "The counts are as at 3 March 2025, before the campaign closed on 1 April 2025, so "
                "they may still change"
            ),
        ),
    ],
)
def test_dates_are_spelt(rule: str, words: str) -> None:
    dates = {"opened": "2025-05-02", "closed": "2025-04-01", "as_at": "2025-03-03"}
    assert said(check="dates", rule=rule, **dates) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            "left",
            "Sift: 1,802 applications submitted less 256 withdrawn leave 1,546, but 540 entered",
        ),
        ("more", "Sift: 1,802 applications were submitted, but 540 entered"),
    ],
)
def test_applications_are_reckoned_up(rule: str, words: str) -> None:
    people = {"submitted": 1802, "withdrawn": 256, "expected": 1546, "recorded": 540}
    assert said(check="submitted", rule=rule, **people) == words


@pytest.mark.parametrize(
    ("category", "about"), [("Not stated", "Offers, people with sex not stated"), (None, "Offers")]
)
def test_a_percentage_stands_beside_what_its_counts_give(category: str | None, about: str) -> None:
    figure = {"printed": "22.10%", "numerator": 140, "denominator": 1581, "recomputed": "8.86%"}
    words = said(
        check="percentages", label="Offers", severity="material", category=category, **figure
    )
    assert words == f"{about}: 22.10% is printed, but 140 of 1,581 is 8.86% (material)"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (None, ""),
        ("same file", "; both come from the same file (SHA-256 equal)"),
        ("other file", "; they come from two files (SHA-256 not equal)"),
    ],
)
def test_a_campaign_that_is_there_twice_is_told_with_its_files(
    rule: str | None, words: str
) -> None:
    told = said(check="duplicates", rule=rule, against="LE25")
    assert told == f"Every count at every stage is the same as in LE25{words}"


@given(stage_counts(), st.data())
def test_whatever_is_found_has_words_without_a_gap(
    counts: pl.DataFrame, data: st.DataObject
) -> None:
    numbers = data.draw(
        st.lists(st.integers(0, 60), min_size=counts.height, max_size=counts.height)
    )
    kept = data.draw(st.sets(st.sampled_from(["entered", "passed", "failed", "withdrawn"])))
    muddled = counts.with_columns(candidates=pl.Series(numbers, dtype=pl.Int64)).filter(
        pl.col("outcome").is_in(kept)
    )
    told = [sentence(row) for row in checked_campaigns(known(muddled)).findings.to_dicts()]
    assert [words for words in told if "None" in words or "  " in words or words[-1] == "."] == []
