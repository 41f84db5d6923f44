from pathlib import Path

import pytest

from recruitment.cli.main import run
from recruitment.warehouse import create


def test_backup_copies_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, copy = tmp_path / "own.duckdb", tmp_path / "copy.duckdb"
    create(path)
    assert run(["backup", str(copy), "--db", str(path)]) == 0
    size = path.stat().st_size
    assert capsys.readouterr().err == f"copied {path} to {copy}, verified: {size:,} bytes\n"
    assert run(["campaigns", "--db", str(copy)]) in {0, 3}


@pytest.mark.parametrize(
    ("db", "target", "code", "told"),
    [
        ("own.duckdb", "own.duckdb", 5, "exists already"),
        ("none.duckdb", "copy.duckdb", 2, "there is no warehouse"),
        ("own.duckdb", "missing/copy.duckdb", 5, "cannot be written"),
    ],
)
def test_what_cannot_be_copied_is_said_in_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    db: str,
    target: str,
    code: int,
    told: str,
) -> None:
    create(tmp_path / "own.duckdb")
    assert run(["backup", str(tmp_path / target), "--db", str(tmp_path / db)]) == code
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
