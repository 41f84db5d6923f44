"""The ledger beside a warehouse: damaged, of another version, removed, copied."""

from pathlib import Path

import pytest

from recruitment.cli.main import run
from recruitment.publishing.ledger import read_ledger
from tests.recruitment.publishing.made import own, people

CANARY = "ZZTOP77"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A warehouse of which two campaigns and a workforce were published."""
    path = own(tmp_path, {CANARY: people(1, 200), "LE26": people(2, 300)}, workforce=True)
    assert _report(path) == 0
    return path


def _report(db: Path, *options: str) -> int:
    output = db.with_name("panel.md")
    return run(["report", "--db", str(db), "--output", str(output), "--force", *options])


def _ledger(db: Path) -> Path:
    return db.with_name(f"{db.name}.ledger")


def _remove(db: Path, *options: str) -> int:
    return run(["remove", "--db", str(db), *options])


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"format":1', b"\x00" * 900])
def test_a_damaged_ledger_stops_a_report_before_anything_is_written(
    db: Path, damage: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    _ledger(db).write_bytes(damage)
    before = db.with_name("panel.md").read_bytes()
    capsys.readouterr()
    assert _report(db) == 5
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"recruit: {_ledger(db)} is damaged, so what was published before is")
    assert db.with_name("panel.md").read_bytes() == before
    assert _ledger(db).read_bytes() == damage


def test_a_ledger_of_another_version_is_said_to_be_one(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = _ledger(db).read_bytes()
    _ledger(db).write_bytes(text.replace(b'{"format":1', b'{"format":2', 1))
    assert _report(db) == 5
    assert "is of format 2, and this recruit knows 1" in capsys.readouterr().err


def test_reports_that_publish_nothing_need_no_ledger(db: Path) -> None:
    _ledger(db).write_bytes(b"")
    assert _report(db, "--preset", "internal") == 0


def test_a_removed_campaign_leaves_no_byte_in_the_ledger(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert CANARY.encode() in _ledger(db).read_bytes()
    assert _remove(db, "--campaign", CANARY) == 0
    left = [each for each in db.parent.iterdir() if each.name != "panel.md"]
    assert not [each.name for each in left if CANARY.encode() in each.read_bytes()]
    assert f"{CANARY}: what was published stays published, and is forgotten" in (
        capsys.readouterr().err
    )
    assert [each.name for each in read_ledger(db)] == ["LE26", "Officer, Mercia", "Officer, Mercia"]


@pytest.mark.parametrize("subject", ["workforce", "movements"])
def test_a_removed_subject_leaves_the_ledger_too(db: Path, subject: str) -> None:
    assert _remove(db, "--subject", subject) == 0
    assert subject not in {each.subject for each in read_ledger(db)}


@pytest.mark.parametrize("options", [("--campaign", CANARY.lower()), ("--subject", "workforce")])
def test_what_a_killed_removal_has_left_in_the_ledger_can_be_removed(
    db: Path, options: tuple[str, str]
) -> None:
    ledger = _ledger(db).read_bytes()
    assert _remove(db, *options) == 0
    _ledger(db).write_bytes(ledger)
    assert _remove(db, *options) == 0
    assert _remove(db, *options) == 2


def test_a_removal_with_a_damaged_ledger_removes_nothing(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _ledger(db).write_bytes(b"?")
    assert _remove(db, "--campaign", CANARY) == 5
    assert "is damaged" in capsys.readouterr().err
    assert run(["attrition", "--db", str(db), "--campaign", CANARY]) == 0


def test_a_backup_keeps_what_was_published(db: Path) -> None:
    copy = db.with_name("copy.duckdb")
    assert run(["backup", str(copy), "--db", str(db)]) == 0
    assert _ledger(copy).read_bytes() == _ledger(db).read_bytes()
    assert _ledger(copy).stat().st_mode & 0o777 == 0o600
    assert _report(copy, "--preset", "strict", "--section", "le26") == 4


def test_a_backup_is_not_mixed_with_a_ledger_that_is_there(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = db.with_name("copy.duckdb")
    _ledger(copy).write_bytes(b"of something else")
    assert run(["backup", str(copy), "--db", str(db)]) == 5
    assert "exists already" in capsys.readouterr().err
    assert _ledger(copy).read_bytes() == b"of something else"
    assert not copy.exists()
