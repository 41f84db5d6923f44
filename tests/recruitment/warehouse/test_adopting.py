import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from recruitment.errors import StorageError
from recruitment.warehouse import adopt, change, open_warehouse
from tests.recruitment.warehouse.made import beside, files, with_counts

REMOVED = "INSERT INTO imports SELECT * REPLACE (2 AS import_id, 'removed' AS action) FROM imports"
# As the schema has it, but without its checks.
LAWLESS = """
    CREATE TABLE lawless AS FROM activities;
    DROP TABLE activities;
    ALTER TABLE lawless RENAME TO activities;
    INSERT INTO activities VALUES ('a', 'd', NULL, NULL, NULL, -1, 'u', 'A person');
"""


def _write_directly(path: Path, statement: str) -> None:
    with duckdb.connect(str(path)) as con:
        con.execute(statement)


def _titles(path: Path) -> list[tuple[str]]:
    with open_warehouse(path) as con:
        return con.execute("SELECT title FROM campaigns").fetchall()


def test_a_file_changed_by_another_program_is_a_warehouse_again(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    _write_directly(path, "UPDATE campaigns SET title = 'Mended'")
    adopt(path)
    assert _titles(path) == [("Mended",)]
    with change(path, patience=0.0):
        pass


def test_a_file_that_lost_its_manifest_is_a_warehouse_again(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    beside(path, ".manifest").unlink()
    adopt(path)
    assert _titles(path) == [("New",)]


def test_what_a_killed_program_left_in_its_journal_is_taken_in(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    program = (
        "import duckdb, os, sys; con = duckdb.connect(sys.argv[1]); "
        "con.execute(\"UPDATE campaigns SET title = 'Late'\"); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    assert beside(path, ".wal").exists()
    adopt(path)
    assert _titles(path) == [("Late",)]
    assert not beside(path, ".wal").exists()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "DELETE FROM stage_counts WHERE category = 'Male'",
            "100 people were imported into NEW, and 40",
        ),
        ("DELETE FROM stage_counts", "100 people were imported into NEW, and 0 are there"),
        ("CREATE TABLE extra (i INTEGER)", "other tables than a warehouse"),
        ("ALTER TABLE activities RENAME COLUMN unit TO units", "other tables than a warehouse"),
        ("DROP TABLE printed_totals", "other tables than a warehouse"),
        ("UPDATE warehouse SET schema_version = 1", "a warehouse of version 1"),
        (LAWLESS, "rows that break the rules of a warehouse (ConstraintException)"),
    ],
)
def test_what_is_not_a_whole_warehouse_is_not_adopted(
    tmp_path: Path, statement: str, told: str
) -> None:
    path = with_counts(tmp_path)
    _write_directly(path, statement)
    found = files(path)
    with pytest.raises(StorageError) as refused:
        adopt(path)
    assert told in str(refused.value)
    assert "A person" not in str(refused.value)
    assert files(path) == found


def test_a_campaign_that_was_removed_is_not_missed(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    with change(path) as con:
        con.execute("DELETE FROM stage_counts")
        con.execute("DELETE FROM stages")
        con.execute("DELETE FROM campaigns")
        con.execute(REMOVED)
    beside(path, ".manifest").unlink()
    adopt(path)
    assert _titles(path) == []


def test_rubbish_is_not_adopted(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    path.write_bytes(b"\0" * 20_000)
    with pytest.raises(StorageError, match="is not a DuckDB file"):
        adopt(path)
