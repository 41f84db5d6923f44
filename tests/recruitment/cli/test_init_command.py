from pathlib import Path

import pytest

from recruitment.cli.main import run
from recruitment.warehouse import open_warehouse


def test_init_makes_a_warehouse_and_says_how_to_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "our own.duckdb"
    assert run(["init", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"made {path}; import next: recruit import SOURCE --db '{path}' --campaign CODE\n"
    )
    with open_warehouse(path) as con:
        assert con.table("campaigns").fetchall() == []


def test_init_over_a_file_is_a_storage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.duckdb"
    path.write_text("keep me")
    assert run(["init", str(path)]) == 5
    assert capsys.readouterr().err == f"recruit: {path} exists already; choose another name\n"
    assert path.read_text() == "keep me"


def test_init_without_a_name_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 2
    assert "FILE" in capsys.readouterr().err
