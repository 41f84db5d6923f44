import pytest

from tests.analytics.audit.wording.said import found_by


@pytest.mark.parametrize(
    ("before", "printed", "words", "suggestion"),
    [
        (
            "The proportion of leavers is 5%.",
            "This reflects the campaigns.",
            "reflects",
            "This may reflect the campaigns; counts cannot show it.",
        ),
        (
            "",
            "The data is reflective of low rates caused by austerity.",
            "is reflective of … caused by",
            (
                "The data may reflect low rates which may have been caused by austerity; counts "
                "cannot show it."
            ),
        ),
        (
            "",
            "The work has resulted in an average of over half.",
            "has resulted in",
            "The work was followed by an average of over half; counts cannot show it.",
        ),
        (
            "",
            "The gap is due to low recruiting.",
            "is due to",
            "The gap may be due to low recruiting; counts cannot show it.",
        ),
        (
            "",
            "The share fell because of mentoring.",
            "because of",
            "The share fell which may be because of mentoring; counts cannot show it.",
        ),
    ],
)
def test_a_cause_of_figures_is_softened(
    before: str, printed: str, words: str, suggestion: str
) -> None:
    found = [each for each in found_by("cause", before, printed) if each[0]]
    assert found == [(words, suggestion, "precision")]


@pytest.mark.parametrize(
    "printed",
    [
        "This resulted in 546 applicants going through the recruitment process.",
        "0.9% of all days were lost due to sickness.",
        "The figure of 10% is difficult to verify due to the lack of reliable data.",
        "The second volunteer left after 8 years due to a conflict of interest.",
        "The training, with a pass rate of 90%, is due to be completed in May.",
        "The gap may be due to chance.",
        "The share, it is thought, reflects the weather.",
        "The panel reflects on the data.",
        "The event was cancelled because of COVID.",
        "These rates give no cause.",
    ],
)
def test_arithmetic_records_and_opinions_are_no_claims_of_a_cause(printed: str) -> None:
    assert found_by("cause", printed) == []


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("There is no difference between women and men.", "no difference"),
        ("We found no significant difference in pass rates.", "no significant difference"),
        ("No gap was found.", "No gap"),
        ("There was no significant change in sickness.", "no significant change"),
    ],
)
def test_no_difference_is_said_to_be_no_evidence_of_one(printed: str, words: str) -> None:
    [(found, suggestion, severity)] = found_by("no difference", printed)
    assert (found, severity) == (words, "precision")
    assert "no evidence of a " in suggestion
    assert suggestion.endswith("(one under [N] percentage points could not have been seen).")


@pytest.mark.parametrize(
    "printed",
    [
        "There is no evidence of a difference between women and men.",
        "It makes no difference to us.",
        "There was no change in the law.",
        "Say no evidence, never no difference between groups.",
        "“No difference between” is not what a test shows.",
    ],
)
def test_no_evidence_of_a_difference_is_fine(printed: str) -> None:
    assert found_by("no difference", printed) == []
