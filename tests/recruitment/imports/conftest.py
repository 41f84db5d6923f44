"""A folder with a warehouse for each test, made once and copied."""

import shutil
from pathlib import Path

import pytest

from recruitment.cli.main import run
from tests.recruitment.imports.malformed.case import DB
from tests.recruitment.imports.malformed.tables import COUNTS, csv_of
from tests.recruitment.imports.run import Importer


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a warehouse that has one campaign, KEPT."""
    made, source = tmp_path_factory.mktemp("filled"), tmp_path_factory.mktemp("kept")
    # Other counts than those of any case, so that none is a campaign under two codes.
    (source / "kept.csv").write_bytes(csv_of(COUNTS, {(2, 4): "41", (8, 4): "31"}))
    db = str(made / DB)
    assert run(["init", db]) == 0
    assert run(["import", str(source / "kept.csv"), "--db", db, "--campaign", "KEPT"]) == 0
    return made


@pytest.fixture
def importer(
    filled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Importer:
    """Imports into a copy of that warehouse, in its folder."""
    folder = tmp_path / "work"
    shutil.copytree(filled, folder)
    return Importer(folder, monkeypatch, capsys)
