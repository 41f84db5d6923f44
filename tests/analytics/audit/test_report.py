from collections import Counter

import pytest

from analytics.audit.finding import Finding, What
from analytics.audit.printed import PrintedReport
from analytics.audit.report import audited
from analytics.audit.severity import Severity
from tests.analytics.audit.packaged import packaged
from tests.analytics.audit.printed_tables import BAME, row, series, table


@pytest.fixture(scope="module")
def material() -> list[Finding]:
    found = (each for each in audited(packaged()) if isinstance(each, Finding))
    return [each for each in found if each.severity is Severity.material]


def test_what_is_materially_wrong_with_the_packaged_reports_is_counted(
    material: list[Finding],
) -> None:
    assert Counter(each.what for each in material) == {
        What.percentage: 13,
        What.flow: 5,
        What.total: 3,
        What.series: 20,
        What.change: 7,
    }


def test_the_joiners_are_884_in_one_table_and_889_in_the_next(material: list[Finding]) -> None:
    repeated = [
        each for each in material if each.what is What.total and "same people" in each.detail
    ]
    assert [(each.printed, each.recomputed) for each in repeated] == [
        ("1215", "955"),
        ("889", "884"),
    ]


def test_three_gains_of_pcda_are_losses(material: list[Finding]) -> None:
    changes = [each for each in material if each.campaign == "PCDA" and each.what is What.change]
    told = {each.cell[1]: (each.printed, each.recomputed) for each in changes if each.cell}
    assert told == {
        "BAME": ("+1.85%", "-0.36"),
        "Female": ("+0.34%", "+5.82"),
        "LGBT+": ("+2.16%", "-1.07"),
        "Disabled": ("+0.24%", "-0.40"),
    }


def test_lists_are_checked_by_the_table_of_their_own_campaign() -> None:
    entered = row("entered", 100, {BAME: 20}, is_about=("A", "entered", None))
    report = PrintedReport((table(entered),), (series("20%"),))
    [_, found] = audited(report)
    assert isinstance(found, Finding)
    assert (found.what, found.severity) == (What.series, Severity.agrees)


def test_a_table_of_movements_has_no_flow() -> None:
    entered = row("entered", 100, {BAME: 100}, is_about=("A", "entered", None))
    failed = row("failed", 100, {BAME: 100}, is_about=("A", "failed", None))
    found = audited(PrintedReport((table(entered, failed, whole=True),)))
    assert {each.what for each in found if isinstance(each, Finding)} == {What.total}


def test_an_empty_report_has_nothing_to_find() -> None:
    assert list(audited(PrintedReport(()))) == []
