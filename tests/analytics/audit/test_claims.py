import pytest

from analytics.audit.claims import audited_claim, audited_share
from analytics.audit.finding import Finding, Unchecked
from analytics.audit.printed import PrintedClaim, PrintedShare
from analytics.audit.severity import Severity
from tests.analytics.audit.printed_tables import BAME, row, table

APPLIED = row("applied", 581, {BAME: 140}, {BAME: "22.10%"}, is_about=("A", "entered", None))
LEFT = row("left", 955, {BAME: 77}, {BAME: "6.34 %"})


def _claim(
    printed: str, *, stage: str | None = None, outcome: str | None = None, campaign: str = "C1"
) -> PrintedClaim:
    return PrintedClaim("a report", campaign, "paragraph 1", "says", BAME, printed, stage, outcome)


def test_a_claim_about_a_stage_is_checked_by_its_counts() -> None:
    found = audited_claim([table(APPLIED)], _claim("22.1%", stage="A", outcome="entered"))
    assert isinstance(found, Finding)
    assert (found.recomputed, found.severity) == ("24.10%", Severity.material)
    assert (found.numerator, found.denominator) == (140, 581)
    assert found.detail == "the counts are those of “applied”"


def test_a_claim_without_a_stage_is_found_by_the_share_printed_in_a_table() -> None:
    found = audited_claim([table(APPLIED, LEFT)], _claim("6.34%"))
    assert isinstance(found, Finding)
    assert (found.recomputed, found.severity) == ("8.06%", Severity.material)


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (_claim("7%"), "no table has its counts"),
        (_claim("22.10%", campaign="C2"), "no table has its counts"),
        (_claim("22.10%", stage="B", outcome="entered"), "no table has its counts"),
        (_claim("fifty percent"), "not a number"),
    ],
)
def test_a_claim_that_cannot_be_checked_says_why(claim: PrintedClaim, why: str) -> None:
    found = audited_claim([table(APPLIED)], claim)
    assert isinstance(found, Unchecked)
    assert (found.why, found.label) == (why, "says")


def _share(printed: str, total: int | None) -> PrintedShare:
    return PrintedShare("a report", "paragraph 2", "says", BAME, printed, total)


@pytest.mark.parametrize(
    ("printed", "total", "people", "severity"),
    [
        ("62%", 16, 10, Severity.truncated),
        ("63%", 16, 10, Severity.precision),
        ("62.5%", 16, 10, Severity.agrees),
        ("61%", 16, 10, Severity.material),
    ],
)
def test_a_share_of_so_many_is_that_of_the_nearest_whole_number(
    printed: str, total: int, people: int, severity: Severity
) -> None:
    found = audited_share(_share(printed, total))
    assert isinstance(found, Finding)
    assert (found.numerator, found.denominator, found.severity) == (people, total, severity)


def test_a_share_that_no_number_of_people_makes_says_so() -> None:
    found = audited_share(_share("61%", 16))
    assert isinstance(found, Finding)
    assert found.detail == "no whole number of 16 gives it"


@pytest.mark.parametrize(
    ("printed", "why"), [("32%", "printed without counts"), ("n/a", "not a number")]
)
def test_a_share_without_counts_cannot_be_checked(printed: str, why: str) -> None:
    found = audited_share(_share(printed, None))
    assert isinstance(found, Unchecked)
    assert found.why == why
