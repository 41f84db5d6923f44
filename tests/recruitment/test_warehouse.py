import stat
from pathlib import Path

import duckdb
import pytest

from recruitment import published
from recruitment.errors import StorageError, UsageError
from recruitment.warehouse import create, open_warehouse


def test_a_new_warehouse_is_empty_and_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.duckdb"
    create(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with open_warehouse(path) as con:
        assert con.execute("SELECT count(*) FROM campaigns").fetchone() == (0,)


def test_a_warehouse_is_opened_read_only(tmp_path: Path) -> None:
    create(tmp_path / "own.duckdb")
    with (
        open_warehouse(tmp_path / "own.duckdb") as con,
        pytest.raises(duckdb.InvalidInputException, match="read-only"),
    ):
        con.execute("DELETE FROM campaigns")


def test_no_command_can_read_another_file(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a\n1\n")
    with open_warehouse() as con, pytest.raises(duckdb.PermissionException):
        con.read_csv(str(tmp_path / "other.csv"))


def test_creating_over_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.duckdb").write_text("keep me")
    with pytest.raises(StorageError, match="exists already"):
        create(tmp_path / "own.duckdb")
    assert (tmp_path / "own.duckdb").read_text() == "keep me"


def test_creating_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be written"):
        create(tmp_path / "missing" / "own.duckdb")


def test_a_missing_file_and_a_folder_are_usage_errors(tmp_path: Path) -> None:
    for path, message in ((tmp_path / "none.duckdb", "no warehouse"), (tmp_path, "is a folder")):
        with pytest.raises(UsageError, match=message), open_warehouse(path):
            pass


@pytest.mark.parametrize("content", [b"", b"campaign,stage\n", b"\0" * 8 + b"DUCK" + b"\0" * 90])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.duckdb"
    path.write_bytes(content)
    with pytest.raises(StorageError, match=str(path)), open_warehouse(path):
        pass


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    duckdb.connect(str(path)).close()
    with pytest.raises(StorageError, match="not a recruit warehouse"), open_warehouse(path):
        pass


def test_a_warehouse_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.duckdb"
    create(path)
    with duckdb.connect(str(path)) as con:
        con.execute("UPDATE warehouse SET schema_version = 99")
    with pytest.raises(StorageError, match="version 1"), open_warehouse(path):
        pass


def test_all_published_tables_satisfy_the_schema(con: duckdb.DuckDBPyConnection) -> None:
    tables = {table for files in published.FILES.values() for table in files}
    for table in sorted(tables):
        assert con.table(table).limit(1).fetchall(), table
