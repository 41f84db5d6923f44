from dataclasses import replace

import polars as pl
import pytest

from analytics.audit.finding import Finding, Unchecked, What
from analytics.audit.severity import Severity
from reports.audit_rows import finding_rows, summary_rows, unchecked_rows

FOUND = Finding(
    document="a report",
    place="paragraph 14",
    what=What.percentage,
    printed="22.10%",
    recomputed="24.10%",
    severity=Severity.material,
    campaign="DHEP",
    label="applied",
    stage="Application",
    cell=("ethnicity", "BAME"),
    numerator=140,
    denominator=581,
)
LEFT = Unchecked("a report", "paragraph 5", "officers", "32%", "printed without counts")


def test_a_finding_is_a_row() -> None:
    [row] = finding_rows([FOUND]).drop("words").to_dicts()
    assert row == {
        "document": "a report",
        "location": "paragraph 14",
        "kind": "percentage",
        "campaign": "DHEP",
        "subject": "DHEP",
        "about": "applied, BAME",
        "label": "applied",
        "stage": "Application",
        "characteristic": "ethnicity",
        "group": "BAME",
        "printed": "22.10%",
        "recomputed": "24.10%",
        "numerator": 140,
        "denominator": 581,
        "severity": "material",
        "explanation": "140 of 581 is 24.10%; how it came about is undetermined",
    }


def test_what_agrees_has_no_explanation() -> None:
    rows = finding_rows([replace(FOUND, severity=Severity.agrees)])
    assert rows["explanation"].to_list() == [None]


@pytest.mark.parametrize(
    ("label", "cell", "about"),
    [
        ("applied", ("sex", "Not stated"), "applied, sex not stated"),
        ("", ("sexual_orientation", "Not stated"), "sexual orientation not stated"),
        ("applied", None, "applied"),
    ],
)
def test_a_row_says_whom_it_is_about(label: str, cell: tuple[str, str] | None, about: str) -> None:
    assert finding_rows([replace(FOUND, label=label, cell=cell)])["about"].to_list() == [about]


def test_a_figure_of_no_campaign_is_one_of_its_document() -> None:
    assert finding_rows([replace(FOUND, campaign=None)])["subject"].to_list() == ["a report"]


def test_the_summary_counts_by_kind_and_severity() -> None:
    found = [
        FOUND,
        FOUND,
        replace(FOUND, severity=Severity.last_digit),
        replace(FOUND, what=What.flow),
    ]
    assert summary_rows(found).rows() == [
        ("percentage", 3, 0, 0, 0, 1, 2),
        ("flow", 1, 0, 0, 0, 0, 1),
    ]
    assert summary_rows(found).columns[2:] == [
        "agrees",
        "precision",
        "truncated",
        "last_digit",
        "material",
    ]


def test_what_could_not_be_checked_is_a_row_with_the_reason() -> None:
    assert unchecked_rows([LEFT]).rows() == [
        ("a report", "paragraph 5", None, "officers", "officers", None, None, "32%", LEFT.why)
    ]
    counted = unchecked_rows([replace(LEFT, cell=("sex", "Female"))])
    assert counted.select("about", "characteristic", "group").rows() == [
        ("officers, Female", "sex", "Female")
    ]


def test_without_findings_the_columns_are_there() -> None:
    for frame in (finding_rows([]), unchecked_rows([])):
        assert frame.is_empty()
        assert frame.schema["printed"] == pl.String
    assert summary_rows([]).is_empty()
