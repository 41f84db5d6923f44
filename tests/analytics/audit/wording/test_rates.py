import pytest

from analytics.audit.wording.rule import Evidence
from tests.analytics.audit.wording.said import found_by

SHARE = "rate of a share"
REJECTION = "rejection from success"
RETENTION = "retention from shares"


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (
            "Female candidates have a higher success rate than BAME candidates.",
            "higher success rate",
        ),
        ("Disabled candidates are more successful up to that stage.", "more successful"),
        (
            "The attrition rates below show that women are more successful.",
            "attrition rates … more successful",
        ),
    ],
)
def test_success_of_a_share_is_representation(printed: str, words: str) -> None:
    [(found, suggestion, severity)] = found_by(SHARE, printed)
    assert (found, severity) == (words, "material")
    assert suggestion.startswith("Representation of ")
    assert "[n of N] of the group passed" in suggestion


@pytest.mark.parametrize(
    ("printed", "suggestion"),
    [
        (
            "Attrition rates by diversity breakdown",
            "Shares at each stage (representation) by diversity breakdown",
        ),
        (
            "See the attrition tables below for each stage of the process.",
            "See the representation tables below for each stage of the process.",
        ),
        (
            "The DHEP is showing a higher BAME application rate at 22.1%.",
            "The DHEP is showing a higher BAME share of applicants at 22.1%.",
        ),
    ],
)
def test_attrition_and_application_of_a_share_are_renamed(printed: str, suggestion: str) -> None:
    assert [each[1] for each in found_by(SHARE, printed)] == [suggestion]


@pytest.mark.parametrize(
    "printed",
    [
        "Women had a success rate of 81.97% (150 of 183).",
        "The success rate is those who passed out of passed and failed candidates.",
        "The online seminars were more successful.",
        "The attrition rate of officers is leavers over headcount.",
        "Say representation, never attrition rate, at a stage.",
        "There is no “success rate” of a stage.",
        "A successful candidate is offered a place at that stage.",
    ],
)
def test_a_real_rate_and_a_word_only_mentioned_are_left_alone(printed: str) -> None:
    assert found_by(SHARE, printed) == []


def test_a_rejection_ratio_from_success_rates_is_worked_out_anew() -> None:
    printed = (
        "With success rates of 80% and 40%, BAME candidates are twice as likely to be rejected."
    )
    [(words, suggestion, severity)] = found_by(REJECTION, printed)
    assert (words, severity) == ("twice as likely to be rejected", "material")
    assert "3.00 times as likely to fail" in suggestion


def test_a_rejection_ratio_by_itself_needs_its_failure_rates() -> None:
    [(words, _, severity)] = found_by(
        REJECTION, "Disabled candidates were 1.5 times more likely to fail."
    )
    assert (words, severity) == ("1.5 times more likely to fail", "precision")


@pytest.mark.parametrize(
    "printed",
    [
        "Of men 20% failed and of women 10% failed: men are twice as likely to fail.",
        "Men are twice as likely to fail: 40 of 200 failed, against 20 of 200.",
        "Women are twice as likely to apply.",
        "Women are more likely to fail.",
    ],
)
def test_a_rejection_ratio_beside_its_failure_rates_is_fine(printed: str) -> None:
    assert found_by(REJECTION, printed) == []


JOINED = "The proportion of BAME leavers (6.34%) is lower than of joiners (8.48%)."


def test_retention_is_not_known_from_joiners_and_leavers() -> None:
    [(words, suggestion, severity)] = found_by(
        RETENTION, JOINED, "The retention rate improves further in 2019-2020."
    )
    assert (words, severity) == ("retention rate", "material")
    assert suggestion == (
        "BAME people are [n of N] joiners and [n of N] leavers. How many of those in post stayed "
        "takes headcount and is not known from this."
    )


def test_the_suggestion_has_the_counts_where_they_are_known() -> None:
    tested = {(None, "ethnicity", "BAME", "2019-2020"): Evidence(0.1, 4.6, "23 and 6.")}
    [(_, suggestion, _)] = found_by(
        RETENTION, JOINED, "The retention rate improves in 2019 \u2013 2020.", tested=tested
    )
    assert suggestion.startswith("BAME people: 23 and 6. How many of those in post")


def test_a_higher_proportion_joining_than_leaving_is_shares_of_two_wholes() -> None:
    [(words, _, severity)] = found_by(
        RETENTION, "A higher proportion of women are joining than leaving the police."
    )
    assert (words, severity) == (
        "higher proportion of women are joining than leaving",
        "material",
    )


def test_length_of_service_is_not_retention() -> None:
    [(_, suggestion, severity)] = found_by(
        RETENTION, "There are fantastic retention rates with over 69% having 5 years' service."
    )
    assert severity == "precision"
    assert suggestion.startswith("Of [N] in post at the start of the year [n] left")


@pytest.mark.parametrize(
    "printed",
    [
        "The retention rate is 94%: of a headcount of 2,000 joiners excluded, 120 left.",
        "Recruitment, support and retention matter to joiners and leavers alike.",
        "The group chairs recruitment, retention and progression.",
        "The retention rate of records is set by law.",
    ],
)
def test_retention_with_headcount_or_in_passing_is_left_alone(printed: str) -> None:
    assert found_by(RETENTION, printed) == []
