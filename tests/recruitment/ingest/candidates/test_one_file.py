"""The connection reaches one file, and what it spills is its owner's and gone afterwards."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pytest

from recruitment.errors import DataError, StorageError, UsageError
from recruitment.ingest.candidates.one_file import connection_for
from recruitment.ingest.candidates.scratch import PREFIX, remove_left_behind, scratch_folder
from recruitment.ingest.candidates.unchanged import seen
from tests.recruitment.ingest.candidates.made import counted


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    path = tmp_path / "export.csv"
    path.write_text("a\n1\n")
    return path


def test_no_other_file_can_be_read_or_written(source: Path) -> None:
    other = source.with_name("other.csv")
    other.write_text("a\n1\n")
    with connection_for(source, None) as (con, name):
        assert con.execute("SELECT count(*) FROM read_csv($name)", {"name": name}).fetchall()
        for statement in ("SELECT * FROM read_csv($name)", "COPY (SELECT 1) TO $name"):
            with pytest.raises(duckdb.PermissionException):
                con.execute(statement, {"name": str(other)})


def test_the_settings_cannot_be_changed_back(source: Path) -> None:
    with connection_for(source, None) as (con, _), pytest.raises(duckdb.Error, match="locked"):
        con.execute("SET enable_external_access = true")


def test_what_is_spilled_is_in_a_folder_of_ones_own(source: Path) -> None:
    with connection_for(source, None) as (con, _):
        [(spilled,)] = con.execute("SELECT current_setting('temp_directory')").fetchall()
        assert stat.S_IMODE(Path(spilled).parent.stat().st_mode) == 0o700
    assert not Path(spilled).parent.exists()


def test_what_does_not_fit_goes_to_disk_unreadable_and_is_gone_afterwards(source: Path) -> None:
    with connection_for(source, "40MB") as (con, _):
        keys = "SELECT 'canary' || md5(range::VARCHAR) AS key FROM range(1_000_000)"
        con.sql(keys).to_table("keys")
        spilled = [each for each in source.parent.rglob("*.tmp") if each.stat().st_size]
        assert spilled
        assert not any(b"canary" in each.read_bytes() for each in spilled)
    assert list((source.parent / "scratch").iterdir()) == []


def test_a_memory_limit_that_is_none_is_refused(source: Path) -> None:
    with (
        pytest.raises(UsageError, match="“plenty” is no memory limit"),
        connection_for(source, "plenty"),
    ):
        pass


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (duckdb.OutOfMemoryException("row: canary"), DataError),
        (duckdb.IOException("row: canary"), StorageError),
        (RuntimeError("Query interrupted"), KeyboardInterrupt),
        (RuntimeError("a defect"), RuntimeError),
    ],
)
def test_what_duckdb_raises_becomes_what_a_user_can_act_on(
    source: Path, error: Exception, told: type[BaseException]
) -> None:
    with pytest.raises(told) as raised, connection_for(source, None):
        raise error
    assert "canary" not in str(raised.value)


def test_too_little_memory_is_told_with_what_to_do(source: Path) -> None:
    error = duckdb.OutOfMemoryException("full")
    with (
        pytest.raises(DataError, match="limit of 90MB; raise it with --memory-limit"),
        connection_for(source, "90MB"),
    ):
        raise error


def test_folders_of_killed_processes_are_removed_and_no_others(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        capture_output=True,
        check=True,
        text=True,
    )
    names = [
        f"{PREFIX}-{ended.stdout.strip()}-abc",
        f"{PREFIX}-{os.getpid()}-abc",
        f"{PREFIX}-x-abc",
        "other",
    ]
    for name in names:
        (tmp_path / name / "spilled").mkdir(parents=True)
    remove_left_behind(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == set(names[1:])


def test_a_link_in_place_of_a_folder_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (tmp_path / f"{PREFIX}-999999999-abc").symlink_to(kept)
    remove_left_behind(tmp_path)
    assert kept.exists()


def test_a_scratch_folder_is_gone_after_an_error(source: Path) -> None:
    def fail() -> None:
        with scratch_folder() as folder:
            (folder / "spilled").write_text("x")
            raise ValueError("planned")

    with pytest.raises(ValueError, match="planned"):
        fail()
    assert list((source.parent / "scratch").iterdir()) == []


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    rows = "Candidate ID,Stage,Outcome,Sex\n1,Application,Failed,F\n"

    def change(_: str) -> None:
        (tmp_path / "export.csv").write_text(f"{rows}2,Application,Failed,F\n")

    with pytest.raises(DataError, match="changed while it was read"):
        counted(tmp_path, rows, progress=change)


def test_a_young_file_changed_within_the_same_instant_is_refused(source: Path) -> None:
    before = seen(source)
    assert before.young
    with pytest.raises(DataError, match="changed while it was read"):
        before.check("of other bytes")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file"):
        seen(tmp_path / "missing.csv")


def test_each_phase_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    rows = "Candidate ID,Stage,Outcome,Sex\n1,Application,Failed,F\n"
    counted(tmp_path, rows, progress=told.append)
    assert told == [
        "finding the columns",
        "looking up what the answers mean",
        "counting candidates",
        "checking what only the rows can show",
    ]
