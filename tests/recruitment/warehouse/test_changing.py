import os
import signal
import stat
import threading
from pathlib import Path
from typing import Any

import duckdb
import pytest

from recruitment.errors import StorageError, UsageError
from recruitment.warehouse import change, open_warehouse, placing
from tests.recruitment.warehouse.made import COUNTS, beside, empty, files, with_counts

REMOVE = (
    "DELETE FROM stage_counts",
    "DELETE FROM stages",
    "DELETE FROM campaigns",
    "DELETE FROM imports",
)


def _campaigns(path: Path) -> list[str]:
    with open_warehouse(path) as con:
        return [code for (code,) in con.execute("SELECT campaign FROM campaigns").fetchall()]


def test_what_is_done_in_the_block_is_kept(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    with open_warehouse(path) as con:
        assert con.execute("SELECT sum(candidates)::BIGINT FROM stage_counts").fetchall() == [
            (114,)
        ]


def test_every_type_of_value_comes_through_as_it_was(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    with change(path) as con:
        con.execute("UPDATE campaigns SET opened = DATE '2025-01-31', route = 'Élan, \"x\" ''y'''")
        con.execute("INSERT INTO import_findings VALUES (1, 1, 'c', 'p', '', true, '')")
        con.execute(
            "INSERT INTO workforce VALUES ('U', '2025-03-31', 'PC', 'sex', 'Male', NULL, 0.1, 'x')"
        )
        before = [con.table(name).fetchall() for name in ("campaigns", "imports", "workforce")]
    with open_warehouse(path) as con:
        after = [con.table(name).fetchall() for name in ("campaigns", "imports", "workforce")]
        assert con.table("import_findings").fetchall() == [(1, 1, "c", "p", "", True, "")]
    assert after == before


@pytest.mark.parametrize("error", [ValueError("no"), UsageError("no"), KeyboardInterrupt()])
def test_an_exception_passes_and_leaves_all_as_it_was(tmp_path: Path, error: BaseException) -> None:
    path = with_counts(tmp_path)
    found = files(path)
    with pytest.raises(type(error)), change(path) as con:  # noqa: PT012 - the block is the matter
        con.execute("DELETE FROM stage_counts")
        raise error
    assert files(path) == found


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (duckdb.IOException("Could not write\nmore"), "Could not write"),
        (duckdb.OutOfMemoryException("Out of memory"), "Out of memory"),
    ],
)
def test_a_full_disk_or_memory_is_one_line(tmp_path: Path, error: Exception, told: str) -> None:
    path = with_counts(tmp_path)
    found = files(path)
    with pytest.raises(StorageError) as refused, change(path):
        raise error
    assert str(refused.value) == f"{path} cannot be changed: {told}"
    assert files(path) == found


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("Query interrupted"),
        duckdb.InvalidInputException("reading the Arrow source failed: KeyboardInterrupt: "),
    ],
)
def test_ctrl_c_comes_out_of_the_database_as_ctrl_c(tmp_path: Path, error: Exception) -> None:
    path = with_counts(tmp_path)
    found = files(path)
    with pytest.raises(KeyboardInterrupt), change(path):
        raise error
    assert files(path) == found


def test_ctrl_c_while_the_rows_are_written_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_counts(tmp_path)
    found = files(path)

    def interrupted(*_: object) -> None:
        raise RuntimeError("Query interrupted")

    with pytest.raises(KeyboardInterrupt), change(path):
        monkeypatch.setattr(placing, "copy_rows", interrupted)
    assert files(path) == found


def test_rows_that_did_not_arrive_in_the_file_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_counts(tmp_path)
    found = files(path)
    with pytest.raises(StorageError, match="rows were lost"), change(path):
        monkeypatch.setattr(placing, "copy_rows", lambda *_: None)
    assert files(path) == found


def test_what_the_database_refuses_to_write_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_counts(tmp_path)

    def refuse(*_: object) -> None:
        raise duckdb.FatalException("FATAL: no space\nmore")

    with pytest.raises(StorageError, match=r"cannot be written: FATAL: no space$"), change(path):
        monkeypatch.setattr(placing, "copy_rows", refuse)


def test_a_change_of_nothing_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    found = files(path)
    with change(path) as con:
        for statement in REMOVE:
            con.execute(statement)
        con.execute("DELETE FROM categories; DELETE FROM characteristics")
        con.execute(COUNTS)
    assert files(path) == found


def test_a_campaign_can_be_removed_with_all_that_refers_to_it(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    with change(path) as con:
        for statement in REMOVE:
            con.execute(statement)
    assert _campaigns(path) == []


def test_what_was_removed_leaves_no_bytes(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    with change(path) as con:
        con.execute("UPDATE campaigns SET title = 'Canary ' || repeat('of the mine', 3)")
    assert b"Canary of the mine" in path.read_bytes()
    with change(path) as con:
        for statement in REMOVE:
            con.execute(statement)
    assert not any(b"Canary" in content for content in files(path).values())


def test_a_change_is_seen_by_the_next_reader_but_not_by_one_at_work(tmp_path: Path) -> None:
    path = empty(tmp_path)
    with open_warehouse(path) as reader:
        with change(path) as con:
            con.execute(COUNTS)
        assert reader.execute("SELECT count(*) FROM campaigns").fetchall() == [(0,)]
        assert _campaigns(path) == ["NEW"]


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = empty(tmp_path)
    with change(path) as con:
        con.execute(COUNTS)
        assert _campaigns(path) == []


def test_all_files_are_their_owners_alone_and_the_rest_is_gone(tmp_path: Path) -> None:
    path = empty(tmp_path)
    others = os.umask(0)
    try:
        with change(path) as con:
            con.execute(COUNTS)
    finally:
        os.umask(others)
    assert {each.name: stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {
        "own.duckdb": 0o600,
        "own.duckdb.manifest": 0o600,
        "own.duckdb.lock": 0o600,
    }


def test_a_change_follows_a_link_and_leaves_it_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    path = empty(tmp_path / "real")
    link = tmp_path / "link.duckdb"
    link.symlink_to(path)
    with change(link) as con:
        con.execute(COUNTS)
    assert link.is_symlink()
    assert _campaigns(path) == _campaigns(link) == ["NEW"]
    assert {each.name for each in tmp_path.iterdir()} == {"real", "link.duckdb"}


def test_what_a_killed_writer_left_is_removed_by_the_next(tmp_path: Path) -> None:
    path = empty(tmp_path)
    left = tmp_path / ".recruit-own.duckdb.work"
    left.mkdir()
    (left / "new.duckdb").write_bytes(b"half")
    (tmp_path / ".recruit-abc").write_bytes(b"of another command")
    with change(path) as con:
        con.execute(COUNTS)
    assert not left.exists()
    assert (tmp_path / ".recruit-abc").exists()


def test_a_file_exchanged_during_a_change_is_not_written_over(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    (tmp_path / "other").mkdir()
    other = empty(tmp_path / "other")
    meanwhile = pytest.raises(StorageError, match="by another program meanwhile")
    with meanwhile, change(path) as con:
        con.execute("DELETE FROM stage_counts")
        path.write_bytes(other.read_bytes())
    assert path.read_bytes() == other.read_bytes()


def test_a_writer_refuses_what_a_reader_refuses(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    beside(path, ".manifest").unlink()
    with pytest.raises(StorageError, match="lost its manifest"), change(path):
        pass


def test_nothing_can_be_reached_from_a_change(tmp_path: Path) -> None:
    path = empty(tmp_path)
    with pytest.raises(duckdb.PermissionException), change(path) as con:
        con.execute(f"COPY campaigns TO '{tmp_path / 'out.csv'}'")
    assert not (tmp_path / "out.csv").exists()


def test_a_change_from_another_thread_works_without_signals(tmp_path: Path) -> None:
    path = empty(tmp_path)

    def add() -> None:
        with change(path) as con:
            con.execute(COUNTS)

    thread = threading.Thread(target=add)
    thread.start()
    thread.join()
    assert _campaigns(path) == ["NEW"]


def test_ctrl_c_in_the_moment_of_replacement_is_not_heard_and_later_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = empty(tmp_path)
    heard = signal.getsignal(signal.SIGINT)
    real = placing.write_durably

    def interrupted(*arguments: Any) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        real(*arguments)

    monkeypatch.setattr(placing, "write_durably", interrupted)
    with change(path) as con:
        con.execute(COUNTS)
    assert _campaigns(path) == ["NEW"]
    assert signal.getsignal(signal.SIGINT) is heard


def test_any_signal_that_is_raised_is_not_heard_in_the_moment_of_replacement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = empty(tmp_path)
    heard: list[object] = []
    monkeypatch.setattr(
        placing, "flush_folder", lambda _: heard.append(signal.getsignal(signal.SIGTERM))
    )
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with change(path) as con:
            con.execute(COUNTS)
        assert heard == [signal.SIG_IGN]
        assert signal.getsignal(signal.SIGTERM) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGTERM, before)
