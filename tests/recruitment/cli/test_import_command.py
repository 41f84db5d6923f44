import json
from pathlib import Path

import pytest

from recruitment.cli.main import run
from tests.recruitment.cli.importing import CANDIDATES, COUNTS, WORKFORCE, file_beside, import_into


def test_candidates_are_counted_and_every_command_answers(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)
    assert import_into(db, source, "--campaign", "LE25", "--cross", "ethnicity,sex") == 0
    assert "Imported: LE25" in capsys.readouterr().out
    for command in ("campaigns", "attrition", "check", "log"):
        assert run([command, "--db", str(db), "--format", "json"]) == 0
        assert "LE25" in capsys.readouterr().out
    assert run(["campaigns", "--db", str(db), "--with-published"]) == 0
    assert "LE19a" in capsys.readouterr().out


def test_a_cross_is_shown_when_it_is_named(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)
    import_into(db, source, "--campaign", "LE25", "--cross", "ethnicity,sex")
    capsys.readouterr()
    asked = ["attrition", "--db", str(db), "--format", "json"]
    assert run(asked) == 0
    plain = {row["characteristic"] for row in json.loads(capsys.readouterr().out)["stages"]}
    assert run([*asked, "--characteristic", "ethnicity,sex"]) == 0
    rows = json.loads(capsys.readouterr().out)["stages"]
    assert plain == {"ethnicity", "sex"}
    assert {row["group"] for row in rows} >= {"BAME, Female"}


def test_the_same_source_twice_changes_nothing(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)
    import_into(db, source, "--campaign", "LE25")
    before = db.read_bytes()
    assert import_into(db, source, "--campaign", "LE25") == 0
    assert "Unchanged: LE25" in capsys.readouterr().out
    assert db.read_bytes() == before


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (OSError(28, "No space left on device"), 5, "the output cannot be written: No space left"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_an_import_that_cannot_be_told_says_that_it_is_done(
    db: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    said: str,
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)

    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("recruitment.cli.emit.emit", failing)
    assert import_into(db, source, "--campaign", "LE25") == code
    told = capsys.readouterr().err
    assert f"recruit: {said}" in told
    assert told.endswith("; the import itself is done, and recruit log shows it\n")
    monkeypatch.undo()
    assert import_into(db, source, "--campaign", "LE25") == 0
    assert "Unchanged: LE25" in capsys.readouterr().out


def test_other_counts_of_a_campaign_need_replace(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_into(db, file_beside(db, "c.csv", CANDIDATES), "--campaign", "LE25")
    other = file_beside(db, "n.csv", COUNTS.format(men=40))
    assert import_into(db, other, "--campaign", "le25") == 2
    assert "add --replace" in capsys.readouterr().err
    assert import_into(db, other, "--campaign", "le25", "--replace") == 0
    assert "Replaced: LE25" in capsys.readouterr().out


def test_the_workforce_is_imported_replaced_and_removed(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = file_beside(db, "w.csv", WORKFORCE.format(women=40))
    second = file_beside(db, "w2.csv", WORKFORCE.format(women=41))
    assert import_into(db, first) == 0
    assert import_into(db, second) == 2
    assert import_into(db, second, "--replace") == 0
    assert import_into(db, second, "--campaign", "LE25") == 2
    assert "no campaign; leave out --campaign" in capsys.readouterr().err
    assert run(["remove", "--db", str(db), "--subject", "workforce"]) == 0
    assert b"Own Police" not in db.read_bytes()


def test_a_code_is_kept_without_what_cannot_be_seen(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)
    assert import_into(db, source, "--campaign", " LE25\u200b") == 0
    assert import_into(db, source, "--campaign", "ＬＥ25") == 0  # noqa: RUF001 - full-width on purpose
    assert "Unchanged: LE25" in capsys.readouterr().out


def test_what_is_not_said_of_a_campaign_again_stays(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)
    import_into(db, source, "--campaign", "LE25", "--title", "Spring")
    assert import_into(db, source, "--campaign", "LE25", "--route", "Direct") == 2
    assert import_into(db, source, "--campaign", "LE25", "--route", "Direct", "--replace") == 0
    capsys.readouterr()
    run(["campaigns", "--db", str(db), "--format", "json"])
    [row] = json.loads(capsys.readouterr().out)["campaigns"]
    assert (row["title"], row["route"]) == ("Spring", "Direct")


def test_tables_of_facts_do_not_change_with_the_name_of_their_file(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("w.csv", "renamed.csv"):
        assert import_into(db, file_beside(db, name, WORKFORCE.format(women=40))) == 0
    assert "Unchanged: workforce" in capsys.readouterr().out


def test_an_import_without_findings_answers_for_them(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)
    asked = ("--campaign", "LE25", "--format", "csv", "--table", "findings")
    assert import_into(db, source, *asked) == 0
    assert capsys.readouterr().out == "subject,check,place,finding,standing\n"


def test_the_same_counts_under_a_second_code_are_noted(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)
    import_into(db, source, "--campaign", "LE25")
    assert import_into(db, source, "--campaign", "LE26") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "LE26: " in told
    assert "LE25" in told.partition("Imported: LE26")[2]


def test_published_campaigns_are_added_to_ones_own_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["campaigns", "--with-published"]) == 2
    assert "name it with --db" in capsys.readouterr().err
