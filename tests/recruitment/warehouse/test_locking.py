import errno
from pathlib import Path

import pytest

from recruitment.errors import StorageError
from recruitment.warehouse import change, locking
from recruitment.warehouse.locking import exclusive, lock_path
from tests.recruitment.warehouse.made import empty


def test_a_second_writer_waits_says_so_and_gives_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "QUIET", 0.0)
    path = empty(tmp_path)
    said: list[str] = []
    with (
        change(path),
        pytest.raises(StorageError, match="is in use by another import"),
        change(path, said.append, patience=0.2),
    ):
        pass
    assert said == ["waiting for another import into own.duckdb"]


def test_a_writer_that_need_not_wait_long_says_nothing(tmp_path: Path) -> None:
    path = empty(tmp_path)
    said: list[str] = []
    with change(path), pytest.raises(StorageError), change(path, said.append, patience=0.2):
        pass
    assert said == []


def test_the_lock_is_free_again_after_a_failure(tmp_path: Path) -> None:
    path = empty(tmp_path)
    with pytest.raises(ValueError, match="no"), change(path):
        raise ValueError("no")
    with change(path, patience=0.0):
        pass


def test_a_lock_file_that_was_removed_and_made_anew_is_the_one_that_counts(tmp_path: Path) -> None:
    path = empty(tmp_path)
    lock_path(path).unlink()
    with (
        exclusive(path),
        pytest.raises(StorageError, match="in use"),
        exclusive(path, patience=0.0),
    ):
        pass


def test_a_lock_whose_file_is_removed_while_it_is_taken_is_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = empty(tmp_path)
    real, removed = locking.lock, []

    def lock_and_remove(file: int) -> None:
        real(file)
        if not removed:
            removed.append(lock_path(path))
            lock_path(path).unlink()

    monkeypatch.setattr(locking, "lock", lock_and_remove)
    with exclusive(path):
        assert lock_path(path).exists()
    assert removed


def test_a_file_system_without_locks_is_a_storage_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = empty(tmp_path)

    def refuse(_file: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locking, "lock", refuse)
    with pytest.raises(StorageError, match="cannot be changed: No locks available"), change(path):
        pass


def test_a_link_in_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    path = empty(tmp_path)
    lock_path(path).unlink()
    lock_path(path).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageError, match="cannot be changed"), change(path):
        pass
    assert not (tmp_path / "elsewhere").exists()
