import pytest

from analytics.audit.flows import EVERYBODY, audited_flows, people, stages
from analytics.audit.printed import PrintedRow, PrintedTable
from analytics.audit.severity import Severity
from tests.analytics.audit.packaged import packaged
from tests.analytics.audit.printed_tables import NO_SEX, WOMEN, row, table


def _row(label: str, total: int, women: int, *, stage: str, outcome: str) -> PrintedRow:
    return row(label, total, {WOMEN: women}, is_about=(stage, outcome, None))


# LE19a at telephone interview: 137 women entered, 35 failed and 105 went on.
ENTERED = _row("Telephone interview", 365, 137, stage="A", outcome="entered")
FAILED = _row("unsuccessful", 79, 35, stage="A", outcome="failed")
WENT_ON = _row("Face to face interview", 286, 105, stage="B", outcome="entered")


def _checked(printed: PrintedTable) -> list[tuple[str, str | None, Severity]]:
    return [(each.printed, each.recomputed, each.severity) for each in audited_flows(printed)]


def test_those_who_failed_and_went_on_are_those_who_entered() -> None:
    assert _checked(table(ENTERED, FAILED, WENT_ON)) == [
        ("365", "365", Severity.agrees),
        ("137", "140", Severity.material),
    ]


def test_the_parts_are_named() -> None:
    found = list(audited_flows(table(ENTERED, FAILED, WENT_ON)))[1]
    assert found.detail == "35 unsuccessful + 105 Face to face interview"
    assert (found.label, found.stage, found.cell) == ("Telephone interview", "A", WOMEN)


def test_without_failures_only_more_outcomes_than_entrants_contradict() -> None:
    fewer = _row("went on", 286, 100, stage="B", outcome="entered")
    more = _row("went on", 366, 138, stage="B", outcome="entered")
    assert [each[2] for each in _checked(table(ENTERED, fewer))] == [Severity.agrees] * 2
    assert [each[2] for each in _checked(table(ENTERED, more))] == [Severity.material] * 2


def test_those_printed_as_successful_are_counted_and_not_the_next_entrants() -> None:
    passed = row("successful", 286, {WOMEN: 102}, is_about=("A", "passed", None))
    [stage] = stages(table(ENTERED, FAILED, passed))
    assert stage.outcomes == (FAILED, passed)


def test_a_row_of_successes_stands_for_the_entrants_of_the_stage_it_enters() -> None:
    passed = row("successful", 286, {WOMEN: 102}, is_about=("A", "passed", "B"))
    failed = _row("unsuccessful at B", 10, 2, stage="B", outcome="failed")
    assert [stage.entered for stage in stages(table(ENTERED, FAILED, passed, failed))] == [
        ENTERED,
        passed,
    ]


def test_a_cell_that_a_row_lacks_is_not_checked() -> None:
    lacking = row("unsuccessful", 79, {}, is_about=("A", "failed", None))
    assert len(_checked(table(ENTERED, lacking, WENT_ON))) == 1


def test_without_outcomes_there_is_no_flow() -> None:
    assert _checked(table(ENTERED)) == []


def test_everybody_is_the_total() -> None:
    assert (people(ENTERED, EVERYBODY), people(ENTERED, WOMEN)) == (365, 137)
    assert people(ENTERED, NO_SEX) is None


@pytest.mark.parametrize(
    ("campaign", "broken"), [("LE19", 1), ("LE19a", 4), ("PCDA", 0), ("DHEP", 0)]
)
def test_the_broken_flows_of_the_2020_report_are_counted(campaign: str, broken: int) -> None:
    [printed] = [each for each in packaged().tables if each.campaign == campaign]
    found = list(audited_flows(printed))
    assert sum(each.severity is Severity.material for each in found) == broken
