"""Fixtures of the commands."""

from pathlib import Path

import pytest

from recruitment.cli.main import run


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A warehouse without anything in it."""
    path = tmp_path / "own.duckdb"
    assert run(["init", str(path)]) == 0
    return path
