"""What a protected report says: plainly, with its counts, and why where it does not."""

import re
from dataclasses import replace

import pytest

from reports.protected import fixed, words
from reports.protected.assembly import assembled
from reports.renderers import renderer
from reports.report.assembly import Cover
from reports.report.model import Paragraph
from tests.reports.protected.made import (
    FEMALE,
    MALE,
    PRINTED,
    applications,
    campaign,
    changed,
    part,
    protected,
)
from tests.test_own_wording import tripped

COVER = Cover("Recruitment", "", None, "")


def _sentences() -> list[str]:
    report = assembled(protected(), COVER)
    blocks = [each for section in report.sections for each in section.blocks]
    said = [
        text for each in blocks if isinstance(each, Paragraph) for text in (each.text, *each.items)
    ]
    return [*said, *(each.text for each in report.findings)]


def test_a_change_stands_with_both_shares_and_all_four_counts() -> None:
    assert words.changed(campaign(), part(), "Interview") == (
        (
            "Women in LE25: 30% (60 of 200) at Sift, 32% (35 of 110) at Interview, a change of +2 "
            "percentage points."
        ),
    )


@pytest.mark.parametrize(
    ("women", "said"),
    [
        (33, "not a point apart."),
        (35, "a change of +2 percentage points."),
        (34, "a change of +1 percentage point."),
        (32, "a change of -1 percentage point."),
        (11, "a change of -20 percentage points."),
    ],
)
def test_a_change_reads_as_a_sentence(women: int, said: str) -> None:
    own = changed("Interview", 110, women, 75, None, 55, 5)
    assert words.changed(campaign(own), own, "Interview")[0].endswith(said)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((110, None, 75, 5), "because a count that it rests on is kept back"),
        ((None, 35, 75, 5), "because a count that it rests on is kept back"),
        ((40, 35, 5, 0), "because too few people entered for a percentage"),
        ((0, 0, 0, 0), "because a stage has no people"),
    ],
)
def test_a_change_that_is_not_shown_says_why(row: tuple[int | None, ...], why: str) -> None:
    own = changed("Interview", *row, 55, 5)
    assert words.changed(campaign(own), own, "Interview") == (
        f"Women in LE25: the change from Sift to Interview is not shown, {why}.",
    )
    assert words.changes_shown(campaign(own), own, "Interview") == ()


def test_a_group_whose_number_is_kept_back_is_named_and_not_left_out() -> None:
    own = replace(changed("Sift", 200, None, 135, 5, 80, 10), groups=(FEMALE, MALE))
    assert words.who_entered(campaign(own), own) == (
        "Of those who entered Sift of LE25, 68% (135 of 200) were men. The number of women is not "
        "shown."
    )


def test_where_too_few_entered_for_a_percentage_the_counts_stand_alone() -> None:
    own = changed("Sift", 45, 15, 30, 0, 20, 0)
    assert words.who_entered(campaign(own), own) == (
        "Of those who entered Sift of LE25, 15 of 45 were women."
    )


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (None, "About 200 candidates entered Sift of LE25."),
        (
            applications(260, 60),
            (
                "About 260 applications to LE25 were submitted. About 60 applications to LE25 were "
                "withdrawn. About 200 candidates entered Sift of LE25."
            ),
        ),
        (
            applications(None, 0),
            (
                "How many applications to LE25 were submitted is not shown. No applications to "
                "LE25 were withdrawn. About 200 candidates entered Sift of LE25."
            ),
        ),
    ],
)
def test_how_many_applied_is_said_as_a_rounded_count(before: object, said: str) -> None:
    own = replace(campaign(), applications=before)  # type: ignore[arg-type]
    assert words.applied(own, part()) == f"{said} The figures describe 30 June 2025."


def test_it_is_said_of_whom_counts_are_kept_back() -> None:
    assert words.kept_back(campaign(), part()) == (
        "Some counts of LE25 are kept back: by sex. They are shown as [c]."
    )
    hidden = changed("Offer", None, None, 40, None)
    assert words.kept_back(campaign(hidden), hidden) == (
        "Some counts of LE25 are kept back: of all candidates and by sex. They are shown as [c]."
    )


def test_it_is_said_where_nothing_is_kept_back() -> None:
    own = part({"Sift": PRINTED["Sift"]})
    assert words.kept_back(campaign(own), own) == "No count of LE25 is kept back."


def test_the_policy_says_its_name_and_how_many_counts_are_kept_back() -> None:
    assert words.policy(protected(workforce=(), movements=())) == (
        "Disclosure policy: public. 3 of 16 counts are kept back, shown as [c]; all others are "
        "rounded."
    )


def test_the_reader_is_told_why_counts_are_kept_back_before_the_first_table() -> None:
    said = _sentences()
    assert words.WHY_HIDDEN in said[:4]
    assert "could tell a reader who they are" in words.WHY_HIDDEN
    assert "0 is printed" in words.WHY_HIDDEN


def test_no_percentage_stands_without_its_counts() -> None:
    for sentence in _sentences():
        for found in re.finditer(r"\d+%", sentence):
            assert re.match(r" \([\d,]+ of [\d,]+\)", sentence[found.end() :]), sentence


@pytest.mark.parametrize(
    "word",
    [
        "significant",
        "p =",
        "confidence",
        "because of",
        "caused",
        "success rate",
        "percentage change",
    ],
)
def test_nothing_is_claimed_that_rounded_counts_cannot_carry(word: str) -> None:
    assert not any(word in sentence for sentence in _sentences())


def test_no_sentence_is_unfinished_or_has_an_empty_place() -> None:
    for sentence in _sentences():
        assert sentence.endswith((".", ":")), sentence
        assert not re.search(r"  | ,| \.|None|\(\)", sentence), sentence


def test_it_trips_none_of_the_rules_by_which_reports_of_others_are_audited() -> None:
    assert tripped(renderer(".md")(assembled(protected(), COVER)).decode()) == []


def test_fixed_sentences_tell_no_count() -> None:
    numbers = {found for text in fixed.fixed_sentences() for found in re.findall(r"\d+", text)}
    # Sections and years of the Equality Act, bases, thresholds and denominators of policies.
    assert numbers <= {
        "0",
        "1",
        "4",
        "5",
        "9",
        "10",
        "13",
        "50",
        "000",
        "149",
        "158",
        "159",
        "2010",
    }
