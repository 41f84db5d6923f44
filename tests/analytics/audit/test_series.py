from analytics.audit.candidates import Kind
from analytics.audit.finding import Finding, Unchecked, What
from analytics.audit.series import audited_series, entrants_by_stage
from analytics.audit.severity import Severity
from tests.analytics.audit.printed_tables import BAME, WOMEN, row, series, share, table

A = row("rows of A", 170, {BAME: 34, WOMEN: 66}, is_about=("A", "entered", None))
B = row("rows of B", 150, {BAME: 28, WOMEN: 61}, is_about=("B", "entered", None))
PASSED = row("passed B", 56, {BAME: 11, WOMEN: 25}, is_about=("B", "passed", "C"))
TABLE = table(A, B, PASSED)


def test_the_entrants_of_a_stage_are_its_own_row_or_those_who_passed_into_it() -> None:
    assert entrants_by_stage(TABLE) == {"A": A, "B": B, "C": PASSED}


def test_a_value_is_recomputed_from_the_entrants_of_its_stage() -> None:
    found = list(audited_series(TABLE, [series("20.00%", "18.67%", "19.64%")]))
    assert all(isinstance(each, Finding) for each in found)
    told = [(each.recomputed, each.severity) for each in found if isinstance(each, Finding)]
    assert told == [(text, Severity.agrees) for text in ("20.00%", "18.67%", "19.64%")]


def test_a_finding_has_the_counts_of_its_stage() -> None:
    found = list(audited_series(TABLE, [series("20.00%", "18.70%")]))[1]
    assert isinstance(found, Finding)
    assert (found.what, found.label, found.stage, found.cell) == (What.series, "B", "B", BAME)
    assert (found.numerator, found.denominator) == (28, 150)
    assert (found.printed, found.severity) == ("18.70%", Severity.material)


def test_values_of_the_next_stage_are_told_by_what_the_lists_share() -> None:
    bame = series(share(28, 150), share(11, 56))
    women = series(share(61, 150), share(25, 56), cell=WOMEN)
    found = [each for each in audited_series(TABLE, [bame, women]) if isinstance(each, Finding)]
    best = [each.explanations[0] for each in found]
    assert [(each.found.kind, each.found.labels, each.support) for each in best] == [
        (Kind.other_row, ("rows of B",), 2),
        (Kind.other_row, ("passed B",), 2),
    ] * 2


def test_a_value_that_is_not_there_is_not_checked() -> None:
    found = list(audited_series(TABLE, [series("20.00%", "Data not yet available")]))
    assert [each.why for each in found if isinstance(each, Unchecked)] == ["not a number"]


def test_a_value_at_a_stage_without_counts_is_not_checked() -> None:
    unknown, no_table = series("20.00%", "18.67%", "19.64%", "5%"), series("20.00%")
    found = [*audited_series(TABLE, [unknown]), *audited_series(None, [no_table])]
    assert [(each.label, each.why) for each in found if isinstance(each, Unchecked)] == [
        ("D", "no counts of that stage"),
        ("A", "no counts of that stage"),
    ]
