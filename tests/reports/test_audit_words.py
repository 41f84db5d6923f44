from dataclasses import replace

import pytest

from analytics.audit.candidates import Candidate, Kind
from analytics.audit.explanations import Explanation
from analytics.audit.finding import Finding, What
from analytics.audit.severity import Severity
from reports.audit_words import explained

WRONG = Finding(
    document="a report",
    place="a table",
    what=What.percentage,
    printed="31.2%",
    recomputed="36.45%",
    severity=Severity.material,
    label="failed",
    cell=("sex", "Female"),
    numerator=39,
    denominator=107,
)
GIVEN = "39 of 107 is 36.45%; "
BOTH = ("interview", "failed")


def _because(
    kind: Kind,
    *labels: str,
    support: int = 1,
    quotient: tuple[int | None, int | None] = (39, 125),
    cell: tuple[str, str] = ("", ""),
) -> Explanation:
    return Explanation(Candidate(kind, (kind,), *quotient, labels, cell), support, 0.01)


def _told(*found: Explanation) -> str:
    return explained(replace(WRONG, explanations=found))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (_because(Kind.other_total, "calls"), "it is 39/125, over the total of “calls”"),
        (_because(Kind.sum_of_parts), "it is 39/125, over the sum of the parts"),
        (_because(Kind.shared_denominator), "it is 39/125, over a total nowhere printed"),
        (
            _because(Kind.shared_denominator, "calls"),
            "it is 39/125, the counts of “calls” over 125, a total nowhere printed",
        ),
        (_because(Kind.without_blanks), "it is 39/125, over those who stated"),
        (
            _because(Kind.other_cell, cell=("sexual_orientation", "Not stated")),
            "it is 39/125, the figure of people with sexual orientation not stated",
        ),
        (_because(Kind.other_row, "calls"), "it is 39/125, the figure of “calls”"),
        (_because(Kind.difference, *BOTH), "it is 39/125, “interview” less “failed”"),
        (
            _because(Kind.other_count_and_total, *BOTH),
            "it is 39/125, “interview” over the total of “failed”",
        ),
        (
            _because(Kind.fitting_denominator),
            "125 is the smallest denominator that fits (39/125)",
        ),
        (
            _because(Kind.fitting_denominator, "calls"),
            "it is 39/125, another count over the total of “calls”",
        ),
    ],
)
def test_where_the_figure_came_from_is_said(found: Explanation, words: str) -> None:
    assert _told(found) == GIVEN + words


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        ("one too high", "its last digit is one too high"),
        ("one too low", "its last digit is one too low"),
        ("rounded twice", "it was rounded to one decimal and filled with a nought"),
        ("dropped", "a digit was dropped"),
        ("exchanged", "two digits were exchanged"),
        ("changed", "one digit was changed"),
        ("added", "a digit was added"),
    ],
)
def test_slips_of_the_hand_are_said(slip: str, words: str) -> None:
    found = _because(Kind.digit_slip, slip, quotient=(None, None))
    assert _told(found) == f"{GIVEN}it is the right figure, but {words}"


@pytest.mark.parametrize(
    ("support", "words"),
    [(2, ", as is another figure of the row"), (3, ", as are 2 more figures of the row")],
)
def test_other_figures_of_the_row_are_counted(support: int, words: str) -> None:
    assert _told(_because(Kind.sum_of_parts, support=support)).endswith(words)


def test_several_explanations_stand_side_by_side() -> None:
    told = _told(_because(Kind.sum_of_parts), _because(Kind.other_row, "calls"))
    first, last = "it is 39/125, over the sum of the parts", "it is 39/125, the figure of “calls”"
    assert told == f"{GIVEN}{first}; or {last}"


def test_undetermined_is_an_answer() -> None:
    assert _told() == f"{GIVEN}how it came about is undetermined"


@pytest.mark.parametrize("severity", [Severity.agrees, Severity.precision])
def test_what_agrees_needs_no_words(severity: Severity) -> None:
    assert explained(replace(WRONG, severity=severity)) == ""


def test_truncated_figures_say_what_they_should_be() -> None:
    found = replace(WRONG, severity=Severity.truncated, numerator=6, denominator=177)
    found = replace(found, recomputed="3.39%")
    assert explained(found) == "digits were left off instead of rounded: 6 of 177 is 3.39%"


def _without_counts(what: What, printed: str, recomputed: str, detail: str) -> Finding:
    found = replace(WRONG, what=what, printed=printed, recomputed=recomputed, detail=detail)
    return replace(found, numerator=None, denominator=None)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            _without_counts(What.flow, "137", "140", "35 failed + 105 went on"),
            "137 entered, but 35 failed + 105 went on make 140",
        ),
        (
            _without_counts(What.total, "955", "1215", "the parts make 1,215"),
            "the parts make 1,215",
        ),
        (
            _without_counts(
                What.change, "+9.16%", "+9.09", "like for like, 72 of 169 less 183 of 546"
            ),
            "like for like, 72 of 169 less 183 of 546 is +9.09",
        ),
        (
            _without_counts(
                What.change, "+1.85%", "-0.36", "like for like, 11 of 56 less 34 of 170"
            ),
            "like for like, 11 of 56 less 34 of 170 is -0.36, the opposite of what is printed",
        ),
        (
            replace(
                WRONG, what=What.growth, numerator=2271, denominator=1932, recomputed="+17.55%"
            ),
            "from 1,932 to 2,271 is +17.55%",
        ),
        (
            replace(WRONG, detail="the counts are those of “failed”"),
            "39 of 107 is 36.45%; the counts are those of “failed”",
        ),
        (
            _without_counts(What.wording, "percentage change", "a change in points", "The unit."),
            "The unit. Instead: “a change in points”",
        ),
    ],
)
def test_what_is_no_percentage_of_a_row_has_words_of_its_own(found: Finding, words: str) -> None:
    assert explained(found) == words
