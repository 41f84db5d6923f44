from pathlib import Path

import pytest

from recruitment.cli.main import run
from tests.recruitment.cli.importing import CANDIDATES, file_beside, import_into


def test_the_mapping_is_explained_and_nothing_imported(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = file_beside(db, "c.csv", CANDIDATES)
    before = db.read_bytes()
    assert run(["import", source, "--explain"]) == 0
    text = capsys.readouterr().out
    assert "# Ethnic origin: ethnicity\n" in text
    assert '"BAME" = ["indian"]' in text
    mapping = file_beside(db, "mapping.toml", text)
    assert import_into(db, source, "--mapping", mapping, "--campaign", "A", "--explain") == 0
    assert capsys.readouterr().out == text
    assert db.read_bytes() == before


def test_the_mapping_of_a_source_that_is_not_understood_says_why_and_quotes_nobody(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_into(db, file_beside(db, "e.csv", "a,b\n"), "--explain") == 0
    assert "# This source cannot be understood yet:\n# e.csv: no layout" in capsys.readouterr().out
    unknown = CANDIDATES.replace("Indian", "Zephyrian")
    assert import_into(db, file_beside(db, "c.csv", unknown), "--explain") == 0
    assert "Zephyrian" not in capsys.readouterr().out
