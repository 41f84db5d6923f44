from pathlib import Path

import pytest

from recruitment.cli.main import run
from tests.recruitment.cli.importing import CANDIDATES, file_beside, import_into


def test_a_removed_campaign_leaves_no_bytes(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import_into(db, file_beside(db, "canary-file.csv", CANDIDATES), "--campaign", "CANARY25")
    assert run(["remove", "--db", str(db), "--campaign", "canary25"]) == 0
    left = b"".join(each.read_bytes() for each in db.parent.glob("own.duckdb*"))
    assert b"CANARY25" not in left
    assert b"canary-file" not in left
    assert run(["remove", "--db", str(db)]) == 2
    assert "name what to remove" in capsys.readouterr().err


def test_nothing_is_removed_where_there_is_nothing(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["remove", "--db", str(db), "--subject", "movements"]) == 2
    assert "holds no movements; nothing was removed" in capsys.readouterr().err
