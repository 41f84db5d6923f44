"""``recruit report --preset``: what is published, kept and refused."""

import stat
from pathlib import Path

import pytest

from recruitment.cli.main import run
from recruitment.warehouse import open_warehouse
from tests.recruitment.publishing.made import go_on, own, people

POLICY = "Disclosure policy: public. "


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return own(tmp_path, {"LE25": people(1, 200)}, workforce=True)


def _report(db: Path, name: str, *options: str) -> int:
    return run(["report", "--db", str(db), "--output", str(db.with_name(name)), *options])


def _names(db: Path) -> set[str]:
    kept = {"own.duckdb", "own.duckdb.lock", "own.duckdb.manifest"}
    return {each.name for each in db.parent.iterdir()} - kept


def test_own_figures_are_published_under_public_without_being_asked(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(db, "panel.md") == 0
    said = capsys.readouterr().err.splitlines()
    text = db.with_name("panel.md").read_text(encoding="utf-8")
    assert said[-2].startswith(POLICY)
    assert said[-1] == f"wrote {db.with_name('panel.md')}"
    assert f"**{said[-2]}**".replace("[c]", r"\[c\]") in text


@pytest.mark.parametrize("suffix", [".html", ".docx", ".pdf", ".xlsx", ".md"])
def test_every_format_passes_the_attack(db: Path, suffix: str) -> None:
    assert _report(db, f"panel{suffix}") == 0


def test_strict_hides_and_rounds_more(db: Path) -> None:
    assert _report(db, "panel.md", "--preset", "strict") == 0
    text = db.with_name("panel.md").read_text(encoding="utf-8")
    assert "rounded to the nearest 10" in text
    assert "| Officer, Mercia, 31 March 2025: in post | 1,740 | 610 | 1,120 |" in text


def test_internal_is_marked_and_not_kept_as_published(db: Path) -> None:
    assert _report(db, "panel.md", "--preset", "internal") == 0
    text = db.with_name("panel.md").read_text(encoding="utf-8")
    assert "**Disclosure policy: internal. Not for publication:" in text
    assert _names(db) == {"panel.md"}


def test_open_prints_true_counts_and_is_kept_as_published(db: Path) -> None:
    assert _report(db, "panel.md", "--preset", "open", "--section", "le25") == 0
    assert _names(db) == {"panel.md", "own.duckdb.ledger"}
    assert _report(db, "again.md", "--section", "le25") == 4


def test_a_policy_that_does_not_exist_is_refused(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(db, "panel.md", "--preset", "secret") == 2
    assert "'public', 'strict', 'open', 'internal'" in capsys.readouterr().err
    assert _names(db) == set()


def test_the_ledger_is_for_the_owner_alone(db: Path) -> None:
    assert _report(db, "panel.md") == 0
    ledger = db.with_name("own.duckdb.ledger")
    assert stat.S_IMODE(ledger.stat().st_mode) == 0o600


def test_where_the_report_cannot_be_put_in_place_nothing_was_published(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("recruitment.cli.files.Path.replace", full)
    assert _report(db, "panel.md") == 5
    assert _names(db) == set()


def test_the_same_report_again_adds_nothing_to_the_ledger(db: Path) -> None:
    assert _report(db, "panel.md") == 0
    before = db.with_name("own.duckdb.ledger").read_bytes()
    assert _report(db, "panel.docx") == 0
    assert db.with_name("own.duckdb.ledger").read_bytes() == before


def test_what_is_piped_to_a_file_is_published_too(db: Path) -> None:
    assert run(["report", "--db", str(db)]) == 0
    assert db.with_name("own.duckdb.ledger").exists()


def test_a_later_release_is_audited_together_with_the_first(db: Path) -> None:
    assert _report(db, "june.md") == 0
    go_on(db, "LE25", people(1, 200) + people(2, 60), "2025-09-30")
    assert _report(db, "september.md") == 0
    text = db.with_name("own.duckdb.ledger").read_text(encoding="utf-8")
    assert '"release":"2025-06-30"' in text
    assert '"release":"2025-09-30"' in text


def test_a_second_release_that_is_not_safe_with_the_first_is_refused_in_plain_words(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(db, "june.md", "--section", "le25") == 0
    kept = db.with_name("own.duckdb.ledger").read_bytes()
    capsys.readouterr()
    assert _report(db, "again.md", "--section", "le25", "--preset", "strict") == 4
    said = capsys.readouterr().err
    assert "recruit: LE25 cannot be published under policy strict together with what was" in said
    assert "Traceback" not in said
    assert _names(db) == {"june.md", "own.duckdb.ledger"}
    assert db.with_name("own.duckdb.ledger").read_bytes() == kept


def test_a_refusal_keeps_an_existing_file_as_it_was(db: Path) -> None:
    assert _report(db, "panel.md", "--section", "le25") == 0
    before = db.with_name("panel.md").read_bytes()
    assert _report(db, "panel.md", "--section", "le25", "--preset", "strict", "--force") == 4
    assert db.with_name("panel.md").read_bytes() == before


def test_where_nothing_would_be_left_the_report_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = own(tmp_path, {"LE25": [("Female", "BAME", 0, "failed")] * 3})
    assert _report(few, "panel.md") == 4
    assert capsys.readouterr().err.splitlines()[-1] == (
        "recruit: nothing is left to show once small counts are hidden (policy public); publish "
        "coarser categories, or several campaigns added up"
    )
    assert _names(few) == set()


def test_a_name_of_a_file_that_tells_a_count_is_refused(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(db, "only 3 women.md") == 4
    assert "recruit: --output: a number in it could be taken for a count" in capsys.readouterr().err
    assert _names(db) == set()


def test_a_title_or_author_with_a_number_is_refused_by_its_option(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(db, "a.md", "--title", "3 women", "--author", "J Smith 3rd") == 4
    assert "recruit: --title and --author: a number in it" in capsys.readouterr().err
    dated = ("--title", "Recruitment, 30 June 2025", "--date", "2025-06-30")
    assert _report(db, "a.md", *dated) == 0


def test_published_figures_stay_open_and_need_no_ledger(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "panel.md"
    assert run(["report", "--section", "le19", "--output", str(path)]) == 0
    assert "Disclosure policy: open. Nothing is hidden" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["panel.md"]


def test_published_figures_can_be_protected_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "panel.md"
    assert run(["report", "--campaign", "LE19", "--preset", "public", "--output", str(path)]) == 0
    assert "About 545 candidates entered Application of LE19." in path.read_text(encoding="utf-8")


def test_a_report_never_changes_the_warehouse(db: Path) -> None:
    before = db.read_bytes()
    assert _report(db, "panel.md") == 0
    assert db.read_bytes() == before
    with open_warehouse(db) as con:
        assert con.execute("SELECT count(*) FROM campaigns").fetchall() == [(1,)]
