import json
from pathlib import Path

import pytest

from recruitment.cli.main import run
from recruitment.warehouse import create
from tests.recruitment.imported import SHA256, imported


def test_programs_get_every_entry_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["log", "--db", str(imported(tmp_path)), "--format", "json"]) == 0
    _, entry = json.loads(capsys.readouterr().out)["imports"]
    assert entry == {
        "import_id": 2,
        "imported_at": "2025-05-02T09:30:15Z",
        "action": "imported",
        "subject": "campaign",
        "campaign": "LE25",
        "layout": "candidates, one row per stage",
        "file": "le25.csv",
        "sha256": SHA256,
        "bytes": 1234,
        "rows_read": 170,
        "people": 100,
        "findings": 3,
        "contradictions": 2,
        "mapping": "own.toml",
        "mapping_sha256": SHA256,
        "options": '{"sheet": "A"}',
        "version": "0.1.0",
    }


def test_people_get_the_first_characters_of_the_hash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["log", "--db", str(imported(tmp_path))]) == 0
    shown = capsys.readouterr().out
    assert SHA256[:12] in shown
    assert SHA256[:13] not in shown


def test_the_tables_fit_into_eighty_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["log", "--db", str(imported(tmp_path))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    # A table that does not fit is one block of "heading: value" lines to each entry.
    assert [line for line in lines if line.startswith("No.:")] == []
    shown = "  2 2025-05-02 09:30 imported campaign LE25      170    100        2"
    assert shown in lines


def test_what_was_removed_is_there_without_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = imported(tmp_path)
    assert run(["log", "--db", str(path), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    removed = document["imports"][0]
    assert (removed["action"], removed["campaign"], removed["file"]) == ("removed", None, None)
    assert (
        "What was removed is there without its name: nothing else of it is left."
        in (document["notes"])
    )


def test_a_csv_has_the_whole_hash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["log", "--db", str(imported(tmp_path)), "--format", "csv"]) == 0
    assert SHA256 in capsys.readouterr().out


def test_an_empty_log_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    create(tmp_path / "own.duckdb")
    assert run(["log", "--db", str(tmp_path / "own.duckdb")]) == 0
    assert "Nothing was imported yet" in capsys.readouterr().out


@pytest.mark.parametrize("suffix", ["html", "xlsx", "md", "parquet"])
def test_the_log_is_written_in_every_format(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"log.{suffix}"
    assert run(["log", "--db", str(imported(tmp_path)), "--output", str(target)]) == 0
    assert target.stat().st_size > 500


def test_the_published_figures_have_no_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["log"]) == 2
    message = capsys.readouterr().err
    assert message.startswith("recruit: log lists what was imported into a warehouse of your own;")
    assert message.count("\n") == 1
