import duckdb
import pytest

from analytics.audit.printed import PrintedClaim, PrintedGrowth, PrintedPoint, PrintedReport
from recruitment.studies.printed_report import printed_report

BAME = ("ethnicity", "BAME")


@pytest.fixture
def report(con: duckdb.DuckDBPyConnection) -> PrintedReport:
    return printed_report(con)


def test_every_campaign_has_one_table_and_every_page_of_movements_another(
    report: PrintedReport,
) -> None:
    told = [(each.campaign, len(each.rows), each.whole) for each in report.tables]
    assert told == [
        ("DHEP", 1, False),
        ("LE19", 13, False),
        ("LE19a", 11, False),
        ("PCDA", 10, False),
        (None, 4, True),
        (None, 4, True),
    ]


def test_a_row_has_its_counts_its_blanks_and_what_is_printed_of_them(report: PrintedReport) -> None:
    [row] = next(each.rows for each in report.tables if each.campaign == "DHEP")
    assert (row.label, row.place, row.total) == ("Applications submitted", "paragraph 14", 581)
    assert (row.stage, row.outcome, row.enters) == ("Application", "entered", None)
    assert (row.counts[BAME], row.counts["ethnicity", "Not stated"]) == (140, 22)
    assert (row.shares[BAME], row.shares["ethnicity", "Not stated"]) == ("22.10%", "3.79%")


def test_successes_enter_the_next_stage(report: PrintedReport) -> None:
    rows = next(each.rows for each in report.tables if each.campaign == "PCDA")
    [row] = [each for each in rows if each.label == "F2F interview successful"]
    assert (row.stage, row.outcome, row.enters) == (
        "Face to face interview",
        "passed",
        "Assessment centre",
    )


def test_movements_have_their_total_counts_and_shares(report: PrintedReport) -> None:
    first = next(each.rows[0] for each in report.tables if each.whole)
    assert (first.total, list(first.counts.values())) == (955, [77, 29, 1109, 955])
    assert first.shares[BAME] == "6.34%"


def test_a_list_has_its_values_in_order_and_the_change_under_it(report: PrintedReport) -> None:
    [series] = [each for each in report.series if (each.campaign, each.cell) == ("PCDA", BAME)]
    assert series.points[0] == PrintedPoint("Application", "paragraph 16", "Application", "18.66%")
    assert [each.printed for each in series.points][1:4] == ["22.82%", "19.64%", "20.51%"]
    assert (series.change, series.change_label) == ("+1.85%", "percentage point change so far")


def test_growth_without_the_earlier_figure_has_none(report: PrintedReport) -> None:
    assert report.growths[0] == PrintedGrowth(
        "panel-2021-03",
        "paragraph 17",
        "Police Cadets has seen a growth with an increase of 30% more Cadets to date than in 2017",
        "30%",
        None,
        294,
    )


def test_a_claim_has_its_stage(report: PrintedReport) -> None:
    assert report.claims[0] == PrintedClaim(
        "panel-2020-06",
        "DHEP",
        "paragraph 15",
        "The DHEP is showing a higher BAME application rate at 22.1%",
        BAME,
        "22.1%",
        "Application",
        "entered",
    )
