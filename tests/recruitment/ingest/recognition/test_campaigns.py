import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.recognition.campaigns import Campaigns
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


PHRASES = {"degree entry": "DE", "degree entry programme": "DEP"}
OPENED = ["Degree Entry (DE), then Degree Entry Programme (DEP)", "LE19", "LE19a", "LE20 campaign"]
PARTS = ("Degree", "Entry", "Programme", "LE19", "LE19A", "le20", "DEP", "x", "(", ".", "-", "_")


@given(st.lists(st.sampled_from(PARTS)), st.sampled_from([" ", ""]))
def test_names_are_found_as_one_pattern_of_them_all_finds_them(
    parts: list[str], between: str
) -> None:
    text = between.join(parts)
    codes = {each.casefold(): each for each in ("LE19", "LE19a", "LE20", *PHRASES.values())}
    longest = sorted((*PHRASES, *codes), key=len, reverse=True)
    found = re.findall(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", text.casefold())
    expected = dict.fromkeys(PHRASES.get(each) or codes[each] for each in found)
    assert Campaigns(OPENED).named_in(text) == list(expected)


def test_the_name_of_a_table_is_taken_but_once(read: Reads) -> None:
    found = read(
        f"LE20 campaign\n\n{TABLE}\n\nLE21 campaign\n\n{TABLE}\n\nLE20 campaign\n\n{TABLE}"
    )
    names = [table.campaign for table in found.report.tables]
    assert names == ["LE20", "LE21", "LE20, table 3"]
