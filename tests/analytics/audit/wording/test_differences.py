import pytest

from analytics.audit.wording.rule import Evidence, Tested
from tests.analytics.audit.wording.said import found_by, found_in

RULE = "difference not carried"
CLAIM = "Female and LGBT+ candidates have a higher pass rate than those from a BAME background."
MOVED = "The proportion of BAME leavers is lower than the proportion of BAME joiners in {years}."


def given(p_women: float | None, p_lgbt: float, ahead: float = 5.0) -> Tested:
    return {
        (None, "sex", "Female", "Overall"): Evidence(p_women, ahead, "W."),
        (None, "sexual_orientation", "LGBT+", "Overall"): Evidence(p_lgbt, ahead, "L."),
    }


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("The DHEP has a higher female share.", "higher female share"),
        ("The proportion of leavers is lower than the proportion of joiners.", "lower than the "),
        ("That is close to half the rate of BAME joiners.", "close to half the rate"),
        ("The rate improves further.", "rate improves further"),
        ("This trend is similar to the previous campaign.", "trend is similar"),
        ("This information shows the trend.", "shows the trend"),
        ("There is under-representation of disabled staff.", "under-representation of"),
        ("The cohort is roughly in line with the population.", "roughly in line with"),
        ("This is found to be even higher for staff.", "even higher"),
        ("It resulted in the closing of the gap.", "closing of the gap"),
    ],
)
def test_a_claim_without_a_test_is_said_to_need_one(printed: str, words: str) -> None:
    [(found, suggestion, severity)] = found_by(RULE, printed)
    assert found.startswith(words)
    assert severity == "precision"
    assert "say whether a test finds evidence" in suggestion


@pytest.mark.parametrize(
    "printed",
    [
        "Women had a higher pass rate than men (p 0.003).",
        "Evidence of a gap: women have a higher pass rate than men.",
        "There is no evidence of a higher pass rate of women.",
        "People in higher education attended.",
        "Concerns about lower confidence in the police were raised.",
        "Groups that are underrepresented were invited.",
        "A larger share of joiners than of leavers is neither more people nor retention.",
        "Women are 40% (4 of 10).",
    ],
)
def test_a_tested_claim_and_other_uses_of_the_words_are_left_alone(printed: str) -> None:
    assert found_by(RULE, printed) == []


def test_a_claim_that_the_tests_carry_is_left_alone() -> None:
    assert found_by(RULE, CLAIM, tested=given(0.001, 0.04)) == []


def test_a_claim_that_the_tests_do_not_carry_is_material_and_says_of_whom() -> None:
    [found] = [each for each in found_in(CLAIM, tested=given(0.001, 0.4)) if each.rule == RULE]
    assert (found.words, found.severity.value) == ("higher pass rate", "material")
    assert found.explanation.endswith("do not carry it of LGBT+ people (tested one by one, Holm).")
    assert found.suggestion == "Women: W. LGBT+ people: L."


def test_the_groups_of_one_sentence_are_adjusted_for_one_another() -> None:
    assert [each[2] for each in found_by(RULE, CLAIM, tested=given(0.03, 0.04))] == ["material"]


@pytest.mark.parametrize(("word", "ahead"), [("higher", -5.0), ("lower", 5.0)])
def test_evidence_the_other_way_round_contradicts(word: str, ahead: float) -> None:
    tested = given(0.001, 0.001, ahead)
    found = found_by(RULE, CLAIM.replace("higher", word), tested=tested)
    assert [each[2] for each in found] == ["material"]


def test_a_group_without_a_test_still_needs_one() -> None:
    tested = {(None, "sex", "Female", "Overall"): Evidence(0.001, 5.0, "W.")}
    assert found_by(RULE, CLAIM, tested=tested) == [("higher pass rate", "Women: W.", "precision")]


@pytest.mark.parametrize(
    ("ending", "stage"),
    [
        ("at the final offer stage.", "Offer"),
        ("up to assessment centre stage.", "Overall"),
        ("at the telephone interview.", "Telephone interview"),
        ("among the share of applicants.", "Applicants"),
    ],
)
def test_the_stage_that_is_named_is_the_one_that_was_tested(ending: str, stage: str) -> None:
    tested = {(None, "sex", "Female", stage): Evidence(0.5, 1.0, "W.")}
    found = found_by(RULE, f"Women show a higher rate {ending}", tested=tested)
    assert [each[1:] for each in found] == [("Women: W.", "material")]


@pytest.mark.parametrize(
    ("years", "severities"),
    [("2019 \u2013 2020", ["material"]), ("the past 10 years", []), ("those charts", [])],
)
def test_joiners_and_leavers_are_tested_in_the_years_named(
    years: str, severities: list[str]
) -> None:
    tested = {
        (None, "ethnicity", "BAME", "2010-2020"): Evidence(0.01, 2.0, "Ten."),
        (None, "ethnicity", "BAME", "2019-2020"): Evidence(0.1, 4.0, "One."),
    }
    found = found_by(RULE, MOVED.format(years=years), tested=tested)
    assert [each[2] for each in found] == severities


def test_the_years_may_be_named_in_the_sentence_before() -> None:
    tested = {(None, "ethnicity", "BAME", "2019-2020"): Evidence(0.1, 4.0, "One.")}
    before = "Look at the 2019 \u2013 2020 data."
    assert found_by(RULE, before, MOVED.format(years="it"), tested=tested) == [
        ("lower than the proportion", "BAME people: One.", "material")
    ]


def test_joiners_alone_are_not_compared_with_leavers() -> None:
    tested = {(None, "sex", "Female", "2019-2020"): Evidence(0.1, 4.0, "One.")}
    printed = "There is a higher proportion of female officers joining."
    assert [each[2] for each in found_by(RULE, printed, tested=tested)] == ["precision"]
