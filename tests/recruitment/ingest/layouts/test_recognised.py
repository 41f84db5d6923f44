from dataclasses import replace

import pytest

from recruitment.errors import UsageError
from recruitment.ingest.faults import SourceRefused
from recruitment.ingest.layouts.recognition import recognised
from recruitment.ingest.mapping.defaults import default_mapping
from tests.recruitment.ingest.layouts.tables import source_of


@pytest.mark.parametrize(
    ("headings", "layout"),
    [
        ("LE25\n|Total|BAME|Blank\nApplied|9|2|1", "monitoring table"),
        ("campaign|stage|outcome|characteristic|category|candidates", "stage counts"),
        ("Stage|Outcome|Characteristic|Category|Candidates|Stage order", "stage counts"),
        ("unit|as_at|role|characteristic|category|headcount", "workforce"),
        (
            "unit|role|period_start|period_end|direction|characteristic|category|people",
            "movements",
        ),
        ("area|as_at|characteristic|category|share_pct", "populations"),
        ("Candidate ID|Stage|Outcome|Ethnic origin|Sex", "candidates"),
        ("Applicant number|Furthest stage|Status|Gender", "candidates"),
        ("Reference|Application date|Date of telephone interview|Sex", "candidates"),
        ("Export of May\nCandidate ID|Stage|Outcome|Ethnic origin|Sex", "candidates"),
        ("Candidate ID|Stage|Total|LGBT|Disability\n1|Offer|9|1|0", "candidates"),
    ],
)
def test_a_layout_is_told_by_its_headings(headings: str, layout: str) -> None:
    assert recognised(source_of(headings), default_mapping()) == layout


def test_a_layout_that_is_asked_for_is_not_questioned() -> None:
    source = source_of("a|b\n1|2")

    assert recognised(source, default_mapping(), "Workforce") == "workforce"


def test_a_layout_that_there_is_not_suggests_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean workforce"):
        recognised(source_of("a|b"), default_mapping(), "workforces")


def test_two_layouts_that_fit_are_named() -> None:
    counts = source_of("stage|outcome|characteristic|category|candidates", sheet="Counts")
    staff = source_of("unit|as_at|role|characteristic|category|headcount", sheet="Staff")
    both = replace(counts, sheets=(*counts.sheets, *staff.sheets))

    with pytest.raises(SourceRefused, match="stage counts and workforce; say which with --layout"):
        recognised(both, default_mapping())


def test_a_table_that_lacks_a_column_is_told_what() -> None:
    source = source_of("unit|as_at|role|characteristic|category|number")

    with pytest.raises(SourceRefused, match="nearest to workforce, and lacks headcount or share"):
        recognised(source, default_mapping())


def test_headings_that_fit_nothing_are_not_repeated() -> None:
    with pytest.raises(SourceRefused) as refused:
        recognised(source_of("C0017|Jane Smith|Asian|Female"), default_mapping())

    assert "Smith" not in str(refused.value)


def test_headings_of_candidates_below_other_rows_of_a_workbook_are_found() -> None:
    text = "Report|Applicants\nOf|May 2025\nCandidate ID|Stage|Sex\n1|Offer|F"

    assert recognised(source_of(text, sheet="Export"), default_mapping()) == "candidates"
    with pytest.raises(SourceRefused, match="its headings stand in row 3; delete what is above"):
        recognised(source_of(text), default_mapping())


def test_candidates_on_one_sheet_and_a_table_on_another_have_to_be_chosen_from() -> None:
    people = source_of("Candidate ID|Stage|Sex\n1|Offer|F", sheet="People")
    table = source_of("|Total|BAME|Blank\nApplied|9|2|1", sheet="Table")
    both = replace(people, sheets=(*people.sheets, *table.sheets))

    with pytest.raises(SourceRefused, match="monitoring table and candidates; say which"):
        recognised(both, default_mapping())


def test_groups_over_figures_without_a_total_lack_the_total() -> None:
    with pytest.raises(SourceRefused, match="monitoring table, and lacks a column of totals"):
        recognised(source_of("|BAME|Female\nApplied|9|2"), default_mapping())


@pytest.mark.parametrize(
    "text",
    [
        "Ethnicity|Sex|Sexual orientation|Name\nIndian|Female|Bisexual|Canary One",
        "Vorgang|Name|Stage|Gender|Disability|LGBT\nV1|Canary One|Offer|Female|No|Yes",
        "Name|Sex|Ethnicity|Total\nCanary One|Female|Indian|54\nCanary Two|Male|White|61",
        "Name|BAME|Female\nCanary One|1|0",
    ],
)
def test_a_list_of_people_without_keys_or_stages_is_no_table(text: str) -> None:
    with pytest.raises(SourceRefused, match="no layout fits") as refused:
        recognised(source_of(text), default_mapping())

    assert "Canary" not in str(refused.value)
