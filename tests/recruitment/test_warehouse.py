import os
import stat
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from recruitment import published
from recruitment.cli.main import run
from recruitment.errors import StorageError, UsageError
from recruitment.warehouse import change, create, open_warehouse
from recruitment.warehouse.manifest import Manifest, content_of, manifest_path


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


def test_a_warehouse_of_another_version_is_refused_with_both_named(tmp_path: Path) -> None:
    path = tmp_path / "own.duckdb"
    create(path)
    with duckdb.connect(str(path)) as con:
        con.execute("UPDATE warehouse SET schema_version = 99")
    manifest_path(path).write_bytes(Manifest(content_of(path)).encoded())
    with pytest.raises(StorageError, match=r"of version 99, .* on version 3"), open_warehouse(path):
        pass


def test_all_published_tables_satisfy_the_schema(con: duckdb.DuckDBPyConnection) -> None:
    tables = {table for files in published.FILES.values() for table in files}
    for table in sorted(tables):
        assert con.table(table).limit(1).fetchall(), table


def test_every_published_file_has_the_columns_of_its_table(
    con: duckdb.DuckDBPyConnection,
) -> None:
    folder = Path(published.__file__).parent
    for files in (*published.FILES.values(), {"corrections": "corrections"}):
        for table, file in files.items():
            header = (folder / f"{file}.csv").read_text(encoding="utf-8").splitlines()[0]
            assert header.split(",") == con.table(table).columns, table


def _own_warehouse(path: Path) -> Path:
    """A warehouse as an analyst would fill it, with labels that mean mischief."""
    create(path)
    with change(path) as con:
        con.execute(
            """
            INSERT INTO characteristics VALUES ('ethnicity', NULL);
            INSERT INTO categories VALUES
                ('ethnicity', '=cmd()', 'group', 1), ('ethnicity', 'White', 'comparator', 2);
            INSERT INTO campaigns VALUES
                ('X\x1b[31m1', 'Élan', NULL, NULL, NULL, NULL, 10, 3, 'own.csv');
            INSERT INTO stages VALUES ('X\x1b[31m1', 'Sift', 1), ('X\x1b[31m1', 'Offer', 2);
            INSERT INTO stage_counts
            SELECT 'X\x1b[31m1', stage, 'entered', 'ethnicity', category, people
            FROM (VALUES ('Sift', '=cmd()', 40), ('Sift', 'White', 60), ('Offer', '=cmd()', 5),
                  ('Offer', 'White', 30)) AS counts (stage, category, people);
            """
        )
    return path


@pytest.mark.parametrize("command", ["campaigns", "attrition", "pass-rates"])
def test_every_command_runs_on_a_warehouse_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    path = _own_warehouse(tmp_path / "own.duckdb")
    assert run([command, "--db", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "X[U+001B][31m1" in shown


@pytest.mark.parametrize("command", ["attrition", "pass-rates"])
def test_small_numbers_of_ones_own_are_marked_as_internal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    note = "internal use only, not for publication"
    path = _own_warehouse(tmp_path / "own.duckdb")
    assert run([command, "--db", str(path)]) == 0
    assert note in " ".join(capsys.readouterr().out.split())
    assert run([command]) == 0
    assert note not in " ".join(capsys.readouterr().out.split())


def test_people_who_do_not_add_up_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["campaigns", "--db", str(_own_warehouse(tmp_path / "own.duckdb"))]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "10 submitted less 3 withdrawn leave 7, but 100 entered the first stage." in shown


def test_a_warehouse_damaged_within_is_a_storage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _own_warehouse(tmp_path / "own.duckdb")
    whole = path.read_bytes()
    path.write_bytes(whole[:12288] + b"\xff" * (len(whole) - 12288))
    assert run(["attrition", "--db", str(path)]) == 5
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_a_terminal_that_lacks_a_letter_is_no_reason_to_fail(tmp_path: Path, form: str) -> None:
    path = _own_warehouse(tmp_path / "own.duckdb")
    program = [sys.executable, "-m", "recruitment", "campaigns", "--format", form]
    done = subprocess.run(
        [*program, "--db", str(path)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert ("\\xc9lan" if form == "table" else "Élan") in done.stdout.decode()
