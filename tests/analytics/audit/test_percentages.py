from hypothesis import given

from analytics.audit.candidates import Kind
from analytics.audit.finding import Finding, Unchecked, What
from analytics.audit.percentages import audited_percentages
from analytics.audit.printed import PrintedTable
from analytics.audit.severity import Severity
from tests.analytics.audit.printed_tables import BAME, WOMEN, right_tables, row, table


def test_a_finding_has_the_figure_its_counts_and_its_place() -> None:
    printed = table(row("applied", 581, {BAME: 140}, {BAME: "22.10%"}))
    [found] = audited_percentages(printed)
    assert isinstance(found, Finding)
    assert (found.document, found.place, found.campaign) == ("a report", "row applied", "C1")
    assert (found.what, found.label, found.cell) == (What.percentage, "applied", BAME)
    assert (found.printed, found.recomputed) == ("22.10%", "24.10%")
    assert (found.numerator, found.denominator, found.severity) == (140, 581, Severity.material)
    assert [each.found.kind for each in found.explanations] == [Kind.digit_slip]


def test_what_is_only_truncated_is_not_explained_any_further() -> None:
    [found] = audited_percentages(table(row("booked", 177, {BAME: 6}, {BAME: "3.38%"})))
    assert isinstance(found, Finding)
    assert (found.severity, found.explanations) == (Severity.truncated, ())


def test_what_cannot_be_checked_says_why() -> None:
    uncounted = row("uncounted", 20, {}, {BAME: "5%"})
    no_total = row("no total", None, {BAME: 1}, {BAME: "5%"})
    nobody = row("nobody", 0, {BAME: 0}, {BAME: "0%"})
    words = row("words", 20, {BAME: 1}, {BAME: "n/a"})
    found = list(audited_percentages(table(uncounted, no_total, nobody, words)))
    assert [each.why for each in found if isinstance(each, Unchecked)] == [
        "no count beside it",
        "no total in its row",
        "no total in its row",
        "not a number",
    ]


@given(right_tables())
def test_right_percentages_agree(right: PrintedTable) -> None:
    found = [each for each in audited_percentages(right) if isinstance(each, Finding)]
    assert len(found) == sum(len(each.shares) for each in right.rows)
    assert {each.severity for each in found} == {Severity.agrees}


@given(right_tables(decimals=1))
def test_right_percentages_of_one_decimal_agree_as_printed(right: PrintedTable) -> None:
    found = [each for each in audited_percentages(right) if isinstance(each, Finding)]
    assert {each.severity for each in found} <= {Severity.agrees, Severity.precision}


def test_only_the_percentages_printed_are_looked_at() -> None:
    printed = table(row("applied", 20, {BAME: 1, WOMEN: 10}, {WOMEN: "50%"}))
    assert [each.cell for each in audited_percentages(printed)] == [WOMEN]
