from dataclasses import replace

import pytest

from analytics.audit.candidates import Candidate, Kind
from analytics.audit.explanations import Explanation
from analytics.audit.finding import Finding, What
from analytics.audit.severity import Severity
from reports.audit_notes import audit_headline, on_method, on_shifted_series

RIGHT = Finding("a report", "a table", What.percentage, "24.10%", "24.10%", Severity.agrees)
WRONG = replace(RIGHT, severity=Severity.material)
METHOD = "Every figure is recomputed"


def _moved(label: str, to: str, *, support: int = 2) -> Finding:
    found = Candidate(Kind.other_row, (Kind.other_row, to), 28, 150, (to,))
    explanation = Explanation(found, support, 0.001)
    return replace(
        WRONG, what=What.series, campaign="PCDA", label=label, explanations=(explanation,)
    )


@pytest.mark.parametrize(
    ("findings", "headline"),
    [
        ([], "Nothing was found that could be checked"),
        ([RIGHT, RIGHT], "2 figures and statements looked at: none materially wrong"),
        (
            [RIGHT, WRONG, WRONG, replace(WRONG, what=What.flow)],
            (
                "4 figures and statements looked at, 3 materially wrong: 2 percentages and 1 flow "
                "through a stage"
            ),
        ),
    ],
)
def test_the_headline_says_what_is_wrong(findings: list[Finding], headline: str) -> None:
    assert audit_headline(findings) == headline


@pytest.mark.parametrize(
    ("findings", "begins"),
    [
        ([RIGHT], [METHOD]),
        ([_moved("Application", "calls")], [METHOD, "An explanation is"]),
        ([replace(RIGHT, what=What.change)], [METHOD, "A change is looked at twice"]),
        ([replace(RIGHT, what=What.wording)], [METHOD, "Statements are looked at by rules"]),
    ],
)
def test_only_what_is_there_is_explained(findings: list[Finding], begins: list[str]) -> None:
    notes = list(on_method(findings))
    assert len(notes) == len(begins)
    assert all(note.startswith(begin) for note, begin in zip(notes, begins, strict=True))


def test_lists_of_another_stage_are_named() -> None:
    [note] = on_shifted_series([_moved("Application", "calls"), _moved("Calls", "interviews")])
    assert note == (
        "PCDA: the lists do not belong to their stages: at Application those of “calls” and at "
        "Calls those of “interviews”."
    )


def test_one_value_alone_shifts_no_list() -> None:
    alone = _moved("Calls", "interviews", support=1)
    assert list(on_shifted_series([_moved("Application", "calls"), alone])) == []
    assert list(on_shifted_series([WRONG, replace(alone, explanations=())])) == []


def test_values_over_a_total_printed_nowhere_shift_no_list() -> None:
    found = Candidate(Kind.shared_denominator, (Kind.shared_denominator, 0, 150), 28, 150, ())
    own = replace(_moved("Calls", ""), explanations=(Explanation(found, 2, 0.001),))
    assert list(on_shifted_series([_moved("Application", "calls"), own, own])) == []
