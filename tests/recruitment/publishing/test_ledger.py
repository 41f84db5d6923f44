import json
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from recruitment.errors import CheckError, StorageError
from recruitment.publishing.ledger import Entry, keeping, read_ledger, remove_from_ledger
from recruitment.publishing.ledger_text import decoded, encoded
from recruitment.warehouse import create
from tests.recruitment.publishing.made import in_memory_with, made, people


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A warehouse of which nothing was published yet."""
    create(tmp_path / "own.duckdb")
    return tmp_path / "own.duckdb"


@pytest.fixture(scope="module")
def entries() -> Iterator[tuple[Entry, ...]]:
    with in_memory_with({"LE25": people(1, 200), "LE26": people(2, 300)}) as con:
        yield tuple(each.entry for each in made(con).found)


def _ledger(path: Path) -> Path:
    return path.with_name("own.duckdb.ledger")


def _names(path: Path) -> list[str]:
    return [each.name for each in read_ledger(path)]


def test_nothing_was_published_before_the_first_time(path: Path) -> None:
    assert read_ledger(path) == ()
    assert not _ledger(path).exists()


def test_what_is_kept_is_read_again(path: Path, entries: tuple[Entry, ...]) -> None:
    with keeping(path, entries, ()):
        pass
    again = read_ledger(path)
    assert [each.counts for each in again] == [each.counts for each in entries]
    assert [each.published.facts() for each in again] == [
        each.published.facts() for each in entries
    ]
    assert [each.published.sensitive for each in again] == [
        each.published.sensitive for each in entries
    ]


def test_only_the_owner_may_read_it(path: Path, entries: tuple[Entry, ...]) -> None:
    with keeping(path, entries, ()):
        pass
    assert stat.S_IMODE(_ledger(path).stat().st_mode) == 0o600


def test_it_is_written_as_the_block_ends_and_not_before(
    path: Path, entries: tuple[Entry, ...]
) -> None:
    with keeping(path, entries, ()):
        assert not _ledger(path).exists()
    assert _ledger(path).exists()


def test_it_stays_as_it_was_where_the_report_is_not_put_in_place(
    path: Path, entries: tuple[Entry, ...]
) -> None:
    with keeping(path, entries[:1], ()):
        pass
    before = _ledger(path).read_bytes()
    with suppress(OSError), keeping(path, entries[1:], read_ledger(path)):
        raise OSError
    assert _ledger(path).read_bytes() == before
    assert {each.name for each in path.parent.iterdir()} == {
        *("own.duckdb", "own.duckdb.manifest", "own.duckdb.ledger", "own.duckdb.lock"),
    }


def test_where_another_report_was_published_meanwhile_this_one_is_refused(
    path: Path, entries: tuple[Entry, ...]
) -> None:
    seen = read_ledger(path)
    with keeping(path, entries[:1], seen):
        pass
    with (
        pytest.raises(CheckError, match=r"was changed meanwhile.*run the command again"),
        keeping(path, entries[1:], seen),
    ):
        pytest.fail("the report must not be written")
    assert _names(path) == ["LE25"]


def test_writers_at_the_same_time_lose_nothing(path: Path, entries: tuple[Entry, ...]) -> None:
    refused = []

    def publish(entry: Entry) -> None:
        while True:
            try:
                with keeping(path, [entry], read_ledger(path)):
                    return
            except CheckError:
                refused.append(entry.name)

    threads = [Thread(target=publish, args=(each,)) for each in entries * 3]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(_names(path)) == ["LE25"] * 3 + ["LE26"] * 3


def test_where_nothing_is_new_no_file_is_made(path: Path) -> None:
    with keeping(path, (), ()):
        pass
    assert not _ledger(path).exists()


DAMAGES = {
    "empty": lambda _: b"",
    "cut off": lambda text: text[: len(text) // 2],
    "no object": lambda _: b"[]",
    "not even text": lambda _: b"\xff\x00\x01",
    "one count changed": lambda text: text.replace(b'"counts":[[0,200]', b'"counts":[[0,201]', 1),
    "a space more": lambda text: text + b" ",
    "deep": lambda _: b"[" * 100_000,
    "a release without cells": lambda _: b'{"format":1,"releases":[{}],"sha256":""}\n',
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_noticed(kind: str, entries: tuple[Entry, ...]) -> None:
    text = encoded(entries)
    damaged = DAMAGES[kind](text)
    assert damaged != text
    with pytest.raises(StorageError, match=r"^own\.ledger is damaged, .* restore it") as refused:
        decoded(damaged, Path("own.ledger"))
    assert "\n" not in str(refused.value)


def test_a_later_format_is_named(entries: tuple[Entry, ...]) -> None:
    later = json.dumps({**json.loads(encoded(entries)), "format": 7}).encode()
    with pytest.raises(StorageError, match=r"own\.ledger is of format 7, and this recruit knows 1"):
        decoded(later, Path("own.ledger"))


def test_what_is_removed_leaves_no_bytes(path: Path, entries: tuple[Entry, ...]) -> None:
    with keeping(path, entries, ()):
        pass
    assert remove_from_ledger(path, campaigns=["LE25"], subjects=[]) == ["LE25"]
    assert _names(path) == ["LE26"]
    assert b"LE25" not in _ledger(path).read_bytes()


def test_removing_what_was_never_published_makes_no_ledger(path: Path) -> None:
    assert remove_from_ledger(path, campaigns=["LE25"], subjects=["workforce"]) == []
    assert not _ledger(path).exists()


def test_a_ledger_that_cannot_be_read_is_no_empty_one(path: Path) -> None:
    _ledger(path).mkdir()
    with pytest.raises(StorageError, match="ledger cannot be read: Is a directory"):
        read_ledger(path)
