"""``recruit import`` of a source that holds many campaigns."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from recruitment.cli.main import run
from tests.recruitment.cli.importing import file_beside, import_into

HEADING = "Campaign,Candidate ID,Stage,Outcome,Sex"


def campaigns(number: int, outcome: str = "Passed") -> str:
    """Return so many campaigns, each of two candidates more than the one before."""
    lines = [
        f"C{campaign:02},{candidate},{stage},{outcome},{'Female' if candidate % 2 else 'Male'}"
        for campaign in range(number)
        for candidate in range(2 * campaign + 2)
        for stage in ("Application", "Offer")
    ]
    return "\n".join([HEADING, *lines])


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def people(db: Path, code: str, capsys: pytest.CaptureFixture[str]) -> int:
    asked = ["attrition", "--db", str(db), "--campaign", code, "--format", "json"]
    capsys.readouterr()
    assert run(asked) == 0
    stages = json.loads(capsys.readouterr().out)["stages"]
    return int(stages[0]["entered"])


def imported(db: Path, text: str, *options: str) -> int:
    return import_into(db, file_beside(db, "many.csv", text), *options)


@pytest.mark.parametrize(
    ("number", "told", "tables"),
    [
        (2, "Imported: C00 and C01", ["C01: people by stage"]),
        (12, "Imported: C00, C01, ", ["C11: people by stage"]),
        (60, "Imported: 60 campaigns, from C00 to C59", []),
    ],
)
def test_as_many_tables_are_shown_as_a_person_reads(
    db: Path, capsys: pytest.CaptureFixture[str], number: int, told: str, tables: Sequence[str]
) -> None:
    assert imported(db, campaigns(number)) == 0
    text = said(capsys)
    assert told in text
    assert [table for table in tables if table in text] == list(tables)
    assert ("people by stage" in text) == bool(tables)
    assert ("recruit attrition --db FILE --campaign CODE" in text) != bool(tables)
    assert people(db, f"C{number - 1:02}", capsys) == 2 * number


def test_a_note_on_some_campaigns_names_them(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drafts = "C00,9,Application,Draft,Female\nC02,9,Application,Draft,Female"
    assert imported(db, f"{campaigns(3)}\n{drafts}") == 0
    text = said(capsys)
    assert "Note: C00 and C02: 1 row was left out as no application" in text
    assert text.count("each row was read as one stage of a candidate") == 1


def test_all_is_kept_or_nothing(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(db, campaigns(2)) == 0
    before = db.read_bytes()
    assert imported(db, campaigns(3, outcome="Failed")) == 4
    assert imported(db, campaigns(1).replace("Female", "Male")) == 2
    assert "C00 is in the warehouse already, and would change" in capsys.readouterr().err
    assert db.read_bytes() == before


def test_what_is_there_already_is_left_and_the_rest_comes_in(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(db, campaigns(2)) == 0
    capsys.readouterr()
    assert imported(db, campaigns(3)) == 0
    assert "Unchanged: C00 and C01; imported: C02" in said(capsys)
    assert imported(db, campaigns(3), "--replace") == 0
    assert "Replaced: C00, C01 and C02" in said(capsys)
    assert [people(db, f"C0{place}", capsys) for place in range(3)] == [2, 4, 6]


def test_one_of_them_can_be_asked_for(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(db, campaigns(3), "--campaign", "C01", "--title", "The second") == 0
    assert "Imported: C01" in said(capsys)
    assert imported(db, campaigns(3), "--campaign", "C03") == 2
    assert "no campaign 'C03'; did you mean" in capsys.readouterr().err


def test_what_is_said_of_one_campaign_is_not_said_of_several(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(db, campaigns(3), "--opened", "2025-04-01") == 2
    assert "holds 3 campaigns; name one with --campaign, or leave out --opened" in (
        capsys.readouterr().err
    )
