import shutil
from pathlib import Path

import pytest

from recruitment.errors import StorageError
from recruitment.warehouse import backup, change, copying, open_warehouse
from recruitment.warehouse.manifest import Content, content_of
from tests.recruitment.warehouse.made import beside, files, with_counts


def test_a_backup_is_the_same_file_and_opens(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    copy = tmp_path / "copy.duckdb"
    assert backup(path, copy) == path.stat().st_size
    assert copy.read_bytes() == path.read_bytes()
    with open_warehouse(copy) as con:
        assert con.execute("SELECT campaign FROM campaigns").fetchall() == [("NEW",)]


def test_a_backup_put_in_the_place_of_a_damaged_file_is_the_warehouse_again(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    copy = tmp_path / "copy.duckdb"
    backup(path, copy)
    path.write_bytes(b"")
    for suffix in ("", ".manifest"):
        shutil.copyfile(beside(copy, suffix), beside(path, suffix))
    with change(path) as con:
        assert con.execute("SELECT campaign FROM campaigns").fetchall() == [("NEW",)]


def test_a_backup_leaves_the_warehouse_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    path = with_counts(tmp_path / "own")
    found = files(path)
    backup(path, tmp_path / "copy.duckdb")
    assert files(path) == found


@pytest.mark.parametrize("target", ["own.duckdb", "a folder", "a link"])
def test_a_backup_over_something_is_refused(tmp_path: Path, target: str) -> None:
    path = with_counts(tmp_path)
    (tmp_path / "a folder").mkdir()
    (tmp_path / "a link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(StorageError, match="exists already"):
        backup(path, tmp_path / target)


def test_a_damaged_warehouse_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    path = with_counts(tmp_path / "own")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StorageError, match="cut short"):
        backup(path, tmp_path / "copy.duckdb")
    assert {each.name for each in tmp_path.iterdir()} == {"own", "copy.duckdb.lock"}


def test_a_backup_into_a_missing_folder_is_refused(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    with pytest.raises(StorageError, match="cannot be written: No such file or directory"):
        backup(path, tmp_path / "missing" / "copy.duckdb")


def test_a_copy_that_is_not_what_was_verified_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_counts(tmp_path)
    wrong = [Content("0" * 64, 0)]
    monkeypatch.setattr(
        copying, "content_of", lambda where: wrong.pop() if wrong else content_of(where)
    )
    backup(path, tmp_path / "copy.duckdb")
    assert (wrong, (tmp_path / "copy.duckdb").read_bytes()) == ([], path.read_bytes())


def test_a_copy_that_is_never_what_was_verified_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_counts(tmp_path)
    monkeypatch.setattr(copying, "content_of", lambda _: Content("0" * 64, 0))
    with pytest.raises(StorageError, match="is being replaced all the time"):
        backup(path, tmp_path / "copy.duckdb")
    assert not (tmp_path / "copy.duckdb").exists()
