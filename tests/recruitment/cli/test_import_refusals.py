from pathlib import Path

import pytest

from recruitment.cli.main import run
from tests.recruitment.cli.importing import CANDIDATES, COUNTS, WORKFORCE, file_beside, import_into

TWO = """\
campaign,stage,outcome,characteristic,category,candidates
{first},Application,entered,sex,Female,40
{first},Application,entered,sex,Male,60
{second},Application,entered,sex,Female,4
{second},Application,entered,sex,Male,6
"""


def test_contradictions_stop_the_import_unless_they_are_accepted(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "n.csv", COUNTS.format(men=50))
    before = db.read_bytes()
    assert import_into(db, source, "--campaign", "LE25") == 4
    assert "add --accept-contradictions" in capsys.readouterr().err
    assert db.read_bytes() == before
    assert import_into(db, source, "--campaign", "LE25", "--accept-contradictions") == 0
    assert run(["check", "--db", str(db)]) == 0


def test_what_was_accepted_in_one_year_is_remembered_after_the_next(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apart = WORKFORCE.format(women=40) + (
        "Own Police,2025-03-31,Police officer,disability,Disabled,5\n"
        "Own Police,2025-03-31,Police officer,disability,Not disabled,90\n"
    )
    assert import_into(db, file_beside(db, "a.csv", apart)) == 4
    assert import_into(db, file_beside(db, "a.csv", apart), "--accept-contradictions") == 0
    assert (
        import_into(
            db, file_beside(db, "b.csv", WORKFORCE.format(women=40).replace("2025", "2026"))
        )
        == 0
    )
    capsys.readouterr()
    assert run(["check", "--db", str(db)]) == 0
    assert "accepted" in capsys.readouterr().out


def test_what_cannot_be_understood_is_listed_and_nothing_is_imported(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "n.csv", COUNTS.format(men="<5").replace("20", "2.5"))
    before = db.read_bytes()
    assert import_into(db, source, "--campaign", "LE25") == 3
    told = capsys.readouterr().err
    assert "2 faults; nothing was imported" in told
    assert "“<5” is suppressed" in told
    assert db.read_bytes() == before


def test_an_answer_that_is_not_known_is_masked(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES.replace("Indian", "Zephyrian"))
    assert import_into(db, source, "--campaign", "LE25") == 3
    told = capsys.readouterr()
    assert "text of 9 characters" in told.err
    assert "Zephyrian" not in told.out + told.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "add --campaign CODE"),
        (["--campaign", " "], "a code has 1 to 40 characters"),
        (["--campaign", "A", "--opened", "1/4/25"], "write it as 2025-04-01"),
        (["--campaign", "A", "--opened", "2025-05-01", "--closed", "2025-04-01"], "is after"),
        (["--campaign", "A", "--submitted", "2", "--withdrawn", "3"], "more than --submitted"),
        (["--campaign", "A", "--cross", "sex,ethnicity"], "leave --cross out"),
    ],
)
def test_what_is_said_of_a_campaign_must_be_possible(
    db: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    source = file_beside(db, "n.csv", COUNTS.format(men=40))
    assert import_into(db, source, *arguments) == 2
    assert message in capsys.readouterr().err


def test_an_import_needs_a_warehouse(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", file_beside(db, "c.csv", CANDIDATES), "--campaign", "LE25"]) == 2
    assert "name your warehouse with --db" in capsys.readouterr().err


def test_one_campaign_spelt_in_two_ways_is_refused(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "two.csv", TWO.format(first="LE25", second="le25"))
    assert import_into(db, source) == 3
    assert "spells one campaign in several ways: “LE25”, “le25”; use one" in capsys.readouterr().err


def test_what_is_about_one_campaign_is_not_said_of_several(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "two.csv", TWO.format(first="LE25", second="LE26"))
    assert import_into(db, source, "--title", "Same") == 2
    assert "name one with --campaign, or leave out --title" in capsys.readouterr().err
    assert import_into(db, source, "--title", "Same", "--campaign", "le26") == 0
    assert import_into(db, source) == 0
    assert "Imported: LE25; unchanged: LE26" in capsys.readouterr().out.replace("le26", "LE26")


def test_neither_source_nor_warehouse_is_written_over(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)
    assert import_into(db, source, "--campaign", "LE25", "--output", source, "--force") == 2
    assert "is the source itself, which is never changed" in capsys.readouterr().err
    assert import_into(db, source, "--explain", "--format", "json") == 2
