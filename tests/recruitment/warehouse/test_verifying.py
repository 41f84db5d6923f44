import errno
import os
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from recruitment.errors import StorageError, UsageError
from recruitment.warehouse import open_warehouse, verifying
from recruitment.warehouse.manifest import Content, Manifest, content_of
from tests.recruitment.warehouse.made import beside, empty, with_counts

BACKUP = "restore a backup together with its .manifest"
ADOPT = f"{BACKUP}, or, if you trust it, run: recruit check --db {{path}} --adopt"


def _refusal(path: Path) -> str:
    with pytest.raises(StorageError) as refused, open_warehouse(path):
        pass
    return str(refused.value)


def _change_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[20_000] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (
            lambda path: os.truncate(path, 4096),
            "{path} has been cut short: 4,096 of 274,432 bytes are left; " + ADOPT,
        ),
        (
            lambda path: path.write_bytes(b""),
            "{path} has been cut short: 0 of 274,432 bytes are left; " + ADOPT,
        ),
        (
            _change_a_byte,
            (
                "{path} is not the file that recruit last wrote, but changed, damaged or replaced; "
                + ADOPT
            ),
        ),
        (
            lambda path: beside(path, ".wal").touch(),
            (
                "own.duckdb.wal lies beside {path}: another program has opened or changed it; "
                "close that program, or " + ADOPT
            ),
        ),
        (
            lambda path: beside(path, ".manifest").unlink(),
            "{path} has lost its manifest own.duckdb.manifest; " + ADOPT,
        ),
        (
            lambda path: beside(path, ".manifest").write_bytes(b"{}"),
            "{path}.manifest is damaged; restore it with its warehouse from a backup",
        ),
        (
            lambda path: path.unlink(),
            "{path} is gone, and only its manifest is left; " + BACKUP,
        ),
    ],
)
def test_each_damage_has_its_line_that_says_what_to_do(
    tmp_path: Path, damage: Callable[[Path], object], told: str
) -> None:
    path = empty(tmp_path)
    damage(path)
    assert _refusal(path) == told.format(path=path)


def test_a_warehouse_whose_making_was_killed_is_not_there(tmp_path: Path) -> None:
    path = empty(tmp_path)
    beside(path, ".manifest").write_bytes(Manifest(None, content_of(path)).encoded())
    path.unlink()
    with pytest.raises(UsageError, match="there is no warehouse"), open_warehouse(path):
        pass


def test_old_and_new_are_served_while_they_change_places(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    other = Content("0" * 64, 1)
    for manifest in (Manifest(content_of(path), other), Manifest(other, content_of(path))):
        beside(path, ".manifest").write_bytes(manifest.encoded())
        with open_warehouse(path) as con:
            assert con.table("campaigns").fetchall()


def test_a_database_without_a_manifest_that_is_no_warehouse_is_said_to_be_none(
    tmp_path: Path,
) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE warehouse (shelf INTEGER)")
    assert _refusal(path) == f"{path} is a DuckDB file but not a recruit warehouse"


def test_a_warehouse_without_a_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE warehouse (schema_version INTEGER)")
    assert "is a warehouse of no version, and this recruit works on version 3" in _refusal(path)


def test_a_file_replaced_while_it_is_looked_at_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    path, other = empty(tmp_path), with_counts(tmp_path / "other")
    real, replaced = verifying.content_of, []

    def replace_and_read(where: Path) -> Content:
        if not replaced:
            replaced.append(other.replace(where))
            beside(other, ".manifest").replace(beside(where, ".manifest"))
        return real(where)

    monkeypatch.setattr(verifying, "content_of", replace_and_read)
    with open_warehouse(path) as con:
        assert con.execute("SELECT campaign FROM campaigns").fetchall() == [("NEW",)]


def test_a_file_that_never_stays_the_same_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = empty(tmp_path)
    numbers = iter(range(1000))
    monkeypatch.setattr(verifying, "content_of", lambda _: Content("0" * 64, 0))
    monkeypatch.setattr(
        verifying,
        "manifest_text",
        lambda _: Manifest(Content("a" * 64, next(numbers))).encoded(),
    )
    assert "is being replaced all the time" in _refusal(path)


def test_a_dangling_link_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "link.duckdb").symlink_to(tmp_path / "gone.duckdb")
    with (
        pytest.raises(UsageError, match="is a link to nothing"),
        open_warehouse(tmp_path / "link.duckdb"),
    ):
        pass


def test_a_file_that_cannot_be_read_is_a_storage_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = empty(tmp_path)

    def refuse(_: Path) -> Content:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(verifying, "content_of", refuse)
    assert _refusal(path) == f"{path} cannot be read: Input/output error"


def test_a_warehouse_is_read_without_its_lock(tmp_path: Path) -> None:
    path = with_counts(tmp_path)
    beside(path, ".lock").unlink()
    with open_warehouse(path) as con:
        assert con.table("campaigns").fetchall()
    assert not beside(path, ".lock").exists()


@pytest.mark.parametrize("name", ["temp", "own", "memory", "wave[1]", 'it\'s; "x"', "ünï cödé"])
def test_the_name_of_a_file_means_nothing_to_the_database(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    path = with_counts(tmp_path / name).rename(tmp_path / f"{name}.duckdb")
    beside(tmp_path / name / "own.duckdb", ".manifest").rename(beside(path, ".manifest"))
    with open_warehouse(path) as con:
        assert con.execute("SELECT campaign FROM campaigns").fetchall() == [("NEW",)]
