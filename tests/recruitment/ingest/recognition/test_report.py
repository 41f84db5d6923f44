from pathlib import Path

import pytest

from analytics.audit.finding import Finding
from analytics.audit.printed import PrintedTable
from analytics.audit.report import audited
from analytics.audit.severity import Severity
from recruitment.ingest.documents import read_document
from recruitment.ingest.recognition.report import Recognised, recognised


@pytest.fixture
def found(report: Path) -> Recognised:
    return recognised(read_document(report))


def _monitoring(found: Recognised) -> PrintedTable:
    return found.report.tables[0]


def test_two_tables_that_continue_each_other_are_one(found: Recognised) -> None:
    tables = [(table.campaign, len(table.rows), table.whole) for table in found.report.tables]
    assert tables == [("ZZ23", 11, False), (None, 2, True)]


def test_each_row_has_stage_outcome_and_the_stage_it_enters(found: Recognised) -> None:
    rows = [(row.stage, row.outcome, row.enters) for row in _monitoring(found).rows]
    assert rows == [
        ("Application", "entered", None),
        ("Application", "failed", None),
        ("Telephone interview", "entered", None),
        ("Telephone interview", "failed", None),
        ("Telephone interview", "pending", None),
        ("Assessment centre", "entered", None),
        ("Assessment centre", "passed", "Pre-employment checks"),
        ("Assessment centre", "failed", None),
        ("Pre-employment checks", "pending", None),
        ("Pre-employment checks", "failed", None),
        ("Pre-employment checks", "passed", "Offer"),
    ]


def test_a_row_over_two_lines_is_put_together(found: Recognised) -> None:
    row = _monitoring(found).rows[3]
    assert (row.label, row.place) == ("Tel. interview unsuccessful", "line 14")
    assert row.counts == {
        ("ethnicity", "BAME"): 20,
        ("ethnicity", "Not stated"): 5,
        ("sex", "Female"): 30,
        ("sex", "Not stated"): 3,
        ("sexual_orientation", "LGBT+"): 8,
        ("sexual_orientation", "Not stated"): 4,
        ("disability", "Disabled"): 4,
        ("disability", "Not stated"): 2,
    }
    assert list(row.shares.values()) == ["20%", "5%", "30%", "3%", "8%", "4%", "4%", "2%"]


def test_a_list_has_its_stages_and_the_change_under_it(found: Recognised) -> None:
    [series] = found.report.series
    points = [(point.label, point.stage, point.printed) for point in series.points]
    assert (series.campaign, series.cell) == ("ZZ23", ("ethnicity", "BAME"))
    assert points == [
        ("Application", "Application", "20%"),
        ("Telephone interview", "Telephone interview", "19%"),
        ("SEARCH assessment centre", "Assessment centre", "17.87%"),
        ("Pre-employment", "Pre-employment checks", "Not available %"),
    ]
    assert (series.change, series.change_label) == ("-2.13%", "percentage change so far")


def test_joiners_and_leavers_have_the_shares_of_the_row_under_them(found: Recognised) -> None:
    left, joined = found.report.tables[1].rows
    assert (left.label, left.total, left.outcome) == (
        "Police Officer Leavers 2010 - 2020",
        90,
        "left",
    )
    assert left.shares == {
        ("ethnicity", "BAME"): "10%",
        ("ethnicity", "Not stated"): "5%",
        ("ethnicity", "White"): "85%",
        ("all", "All"): "100%",
    }
    assert (joined.outcome, joined.shares["ethnicity", "BAME"]) == ("joined", "15%")


def test_growth_has_both_years(found: Recognised) -> None:
    growths = [(each.label, each.printed, each.before, each.after) for each in found.report.growths]
    assert growths == [("Officers", "+18%", 1919, 2271), ("Staff", "+9", 1499, 1623)]


def test_claims_have_their_campaign_and_stage(found: Recognised) -> None:
    claims = [(each.campaign, each.stage, each.words) for each in found.report.claims]
    assert claims == [
        (None, None, "The proportion of BAME joiners (15%)"),
        ("ZZ23", "Application", "BAME application rate at 21%"),
    ]


def test_labels_that_need_their_neighbours_are_said(found: Recognised) -> None:
    said = [remark.why for remark in found.understood]
    assert "“Interview booked” is read as pending, Telephone interview" in said
    assert "“Offer” is read as passed, Pre-employment checks" in said
    assert said[0] == (
        "read as counts of ZZ23, named in “ZZ23 PC Recruitment Campaign” (line 3): "
        "8 rows, 64 percentages"
    )
    assert found.not_understood == ()


def test_the_planted_errors_are_found_and_no_others(found: Recognised) -> None:
    material = [
        (each.what.value, each.label, each.printed, each.recomputed)
        for each in audited(found.report)
        if isinstance(each, Finding) and each.severity is Severity.material
    ]
    assert material == [
        ("percentage", "Telephone interview", "28.33%", "34.00%"),
        ("percentage", "Police Officer Leavers 2010 - 2020", "10%", "11.11%"),
        ("percentage", "Police Officer Leavers 2010 - 2020", "85%", "94.44%"),
        ("total", "Police Officer Leavers 2010 - 2020", "90", "100"),
        ("series", "SEARCH assessment centre", "17.87%", "17.78%"),
        ("change", "percentage change so far", "-2.13%", "-2.22"),
        ("growth", "Staff", "+9", "+8.27%"),
        ("percentage", "BAME application rate at 21%", "21%", "20.00%"),
    ]
