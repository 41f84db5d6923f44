"""Reports on campaigns of which hardly anything is known, in every format."""

from functools import cache
from pathlib import Path

import pytest

from recruitment import published
from recruitment.studies.report import report
from recruitment.warehouse import change, create, open_warehouse
from reports.renderers import MODULES, renderer
from reports.report.model import Paragraph, Report

ONE_STAGE = (
    "INSERT INTO characteristics VALUES ('sex', NULL)",
    "INSERT INTO categories VALUES ('sex', 'Female', 'group', 1), ('sex', 'Male', 'comparator', 2)",
    "INSERT INTO campaigns (campaign, title, source) VALUES ('Own', 'Our own', 'Own file')",
    "INSERT INTO stages VALUES ('Own', 'Sift', 1)",
    """INSERT INTO stage_counts VALUES
       ('Own', 'Sift', 'entered', 'sex', 'Female', 40),
       ('Own', 'Sift', 'entered', 'sex', 'Male', 60)""",
)
NOTHING = (ONE_STAGE[2],)


def _own(folder: Path, statements: tuple[str, ...]) -> Report:
    create(folder / "own.duckdb")
    with change(folder / "own.duckdb") as con:
        for statement in statements:
            con.execute(statement)
    with open_warehouse(folder / "own.duckdb") as con:
        return report(con)


@cache
def _without_counts() -> Report:
    with open_warehouse(subjects=published.ALL) as con:
        return report(con, campaigns=["DHEP2"])


def _said(made: Report, key: str) -> list[str]:
    section = next(each for each in made.sections if each.key == key)
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("suffix", MODULES)
@pytest.mark.parametrize("statements", [ONE_STAGE, NOTHING], ids=["one stage", "nothing"])
def test_every_format_takes_a_campaign_of_little(
    tmp_path: Path, suffix: str, statements: tuple[str, ...]
) -> None:
    assert len(renderer(suffix)(_own(tmp_path, statements))) > 1000


@pytest.mark.parametrize("suffix", MODULES)
def test_every_format_takes_a_published_campaign_without_counts(suffix: str) -> None:
    assert len(renderer(suffix)(_without_counts())) > 1000


def test_one_stage_is_told_and_nothing_is_concluded(tmp_path: Path) -> None:
    made = _own(tmp_path, ONE_STAGE)
    said = _said(made, "own")
    assert "Of those who entered Sift, 40.00% (40 of 100) were women. See Table 2," in said[1]
    assert "Own has no later stage that is settled, so there is no change to report." in said
    assert made.findings == ()
    assert _said(made, "conclusion")[-1].startswith("These figures show what happened to whom")


def test_one_campaign_is_one_campaign() -> None:
    assert _without_counts().subtitle == "Recruitment campaign DHEP2"
    assert "in the recruitment campaign DHEP2, how" in _said(_without_counts(), "purpose")[0]


def test_a_campaign_of_nothing_has_no_findings(tmp_path: Path) -> None:
    made = _own(tmp_path, NOTHING)
    assert made.findings == ()
    assert _said(made, "own") == [
        "Own has no counts of candidates yet, so there is nothing to report on."
    ]
    assert _said(made, "conclusion")[0] == "There is nothing to conclude yet."
