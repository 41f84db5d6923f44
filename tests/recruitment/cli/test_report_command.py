from pathlib import Path

import pytest

from recruitment.cli.main import run
from recruitment.studies.report import OPEN
from recruitment.warehouse import create
from tests.reports.golden import golden


def test_without_a_file_it_is_printed_as_markdown(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run(["report", "--date", "2020-06-15"]) == 0
    assert capsysbinary.readouterr().out.decode() == golden("panel.md")


def test_a_file_is_written_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "panel.md"
    options = ["report", "--section", "purpose", "--section", "LE19", "--output", str(path)]
    assert run(options) == 0
    assert capsys.readouterr().err.endswith(f"{OPEN}\nwrote {path}\n")
    assert "## LE19 PC Recruitment Campaign" in path.read_text(encoding="utf-8")
    assert run(options) == 2
    assert run([*options, "--force"]) == 0


@pytest.mark.parametrize(
    ("suffix", "start"), [(".pdf", b"%PDF-1.7"), (".xlsx", b"PK"), (".md", b"# ")]
)
def test_the_suffix_says_which_format(tmp_path: Path, suffix: str, start: bytes) -> None:
    path = tmp_path / f"panel{suffix}"
    assert run(["report", "--section", "purpose", "--output", str(path)]) == 0
    assert path.read_bytes().startswith(start)


def test_a_format_that_is_not_installed_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reports.renderers.find_spec", lambda _: None)
    path = tmp_path / "panel.pdf"
    assert run(["report", "--db", "nowhere.duckdb", "--output", str(path)]) == 2
    assert capsys.readouterr().err == (
        f"recruit: {path}: .pdf needs the extra 'pdf', which is not installed; "
        "pip install '.[pdf]' in the copy it came from, or choose another format\n"
    )
    assert not path.exists()


def test_the_suffix_chooses_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "panel.DOCX"
    assert run(["report", "--section", "purpose", "--output", str(path)]) == 0
    assert capsys.readouterr().err.endswith(f"{OPEN}\nwrote {path}\n")
    assert path.read_bytes().startswith(b"PK")


def test_a_web_page_is_written(tmp_path: Path) -> None:
    path = tmp_path / "panel.html"
    assert run(["report", "--section", "purpose", "--author", "HR", "--output", str(path)]) == 0
    page = path.read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "<p>Author: HR</p>" in page


def test_title_and_author_stand_on_the_front(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(["report", "--title", "Annual report", "--author", "HR", "--section", "purpose"]) == 0
    )
    assert capsys.readouterr().out.startswith("# Annual report\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--date", "15/6/2020"], "--date '15/6/2020' is no date; write it like 2020-06-15"),
        (["--section", "zzz"], "there is no section 'zzz'; known are purpose, recommendation"),
        (["--campaign", "LE91"], "there is no campaign 'LE91'; did you mean LE19?"),
        (
            ["--output", "panel.doc"],
            "panel.doc: unknown suffix '.doc'; use one of .md .html .docx .pdf .xlsx",
        ),
    ],
)
def test_a_wrong_option_is_one_line(
    capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    assert run(["report", *options]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"recruit: {message}")
    assert error.count("\n") == 1


def test_own_data_without_campaigns_leaves_with_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    create(tmp_path / "own.duckdb")
    assert run(["report", "--db", str(tmp_path / "own.duckdb")]) == 3
    assert capsys.readouterr().err == "recruit: the warehouse has no campaigns; import one\n"
