import pytest

from tests.recruitment.ingest.recognition.conftest import Reads

TABLE = "\tTotal\tBAME\nApplications\t50\t10\nOffer\t5\t1"


@pytest.mark.parametrize(
    ("text", "campaign"),
    [
        ("LE20a campaign", "LE20a"),
        ("LE20 PC Recruitment Campaign", "LE20"),
        ("Table 1: monitoring data of LE20", "LE20"),
        ("DHEP campaign", "DHEP"),
        ("The Degree Entry Programme (DEP) opened.\n\nDegree Entry Programme 2020", "DEP"),
        ("Police Constable Degree Apprenticeship 2019 (PCDA)", "PCDA"),
        ("Autumn recruitment campaign", "Autumn"),
        ("LE20 campaign\n\nAttrition rates by diversity breakdown", "LE20"),
        ("COVID-19", "table 1"),
        ("The LE20 campaign has not yet concluded.", "table 1"),
        ("LE20 and LE21 campaigns", "table 1"),
    ],
)
def test_the_nearest_heading_names_the_campaign(read: Reads, text: str, campaign: str) -> None:
    [table] = read(f"{text}\n\n{TABLE}").report.tables
    assert table.campaign == campaign


def test_tables_under_one_heading_that_do_not_continue_each_other_stay_apart(read: Reads) -> None:
    found = read(f"LE20 campaign\n\n{TABLE}\n\nA year later.\n\n{TABLE}")
    assert [table.campaign for table in found.report.tables] == ["LE20", "LE20, table 2"]


def test_a_list_belongs_to_the_table_before_it(read: Reads) -> None:
    found = read(f"{TABLE}\n\nBAME\n\nApplication\t20%\nOffer\t20%")
    assert [series.campaign for series in found.report.series] == ["table 1"]
