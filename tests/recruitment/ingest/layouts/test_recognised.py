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
