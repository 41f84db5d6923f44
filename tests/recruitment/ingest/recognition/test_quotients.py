import pytest

from analytics.audit.claims import audited_quotient
from analytics.audit.finding import Finding, Unchecked
from analytics.audit.printed import PrintedQuotient
from recruitment.ingest.recognition.places import Sentence
from recruitment.ingest.recognition.quotients import quotients_in


def _found(text: str) -> list[tuple[str, int, int]]:
    stated = quotients_in(Sentence(text, "line 1"), "draft")
    return [(each.printed, each.numerator, each.denominator) for each in stated]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Women are 13.0% (130 of 1,400).", [("13.0%", 130, 1400)]),
        ("It has 130 of 1,400 officers (13.0%).", [("13.0%", 130, 1400)]),
        ("13.0% (130/1,400)", [("13.0%", 130, 1400)]),
        ("Of 1,000 officers, 400 (44%) are women.", [("44%", 400, 1000)]),
        (
            "It rose from 40.0% (400 of 1,000) to 46.9% (600 of 1,400).",
            [("40.0%", 400, 1000), ("46.9%", 600, 1400)],
        ),
        ("32% of officers are women.", []),
        ("In 2019 of 2020 plans 3 (three) failed.", []),
    ],
)
def test_a_percentage_is_found_beside_its_counts(
    text: str, found: list[tuple[str, int, int]]
) -> None:
    assert _found(text) == found


def test_it_is_recomputed_from_them() -> None:
    wrong = audited_quotient(PrintedQuotient("draft", "line 1", "words", "13.0%", 130, 1400))
    assert isinstance(wrong, Finding)
    assert (wrong.recomputed, wrong.severity) == ("9.29%", "material")


def test_a_share_of_nobody_cannot_be_checked() -> None:
    left = audited_quotient(PrintedQuotient("draft", "line 1", "words", "13.0%", 0, 0))
    assert isinstance(left, Unchecked)
    assert left.why == "a share of nobody"
