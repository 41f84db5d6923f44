from pathlib import Path

import pytest

from recruitment.errors import StorageError
from tests.faults import crowds, damages, kills
from tests.faults.failures import at_each_size
from tests.faults.jobs import AT_REST, CHANGE, IMPORT, made


def test_a_killed_process_leaves_the_old_warehouse_or_the_new(tmp_path: Path) -> None:
    tally = kills.at_random(CHANGE, tmp_path, 10)
    assert (tally.losses, tally.old + tally.new) == ([], 10)


def test_a_killed_import_leaves_the_old_warehouse_or_the_new(tmp_path: Path) -> None:
    tally = kills.at_random(IMPORT, tmp_path, 4)
    assert (tally.losses, tally.old + tally.new) == ([], 4)


def test_imports_at_once_lose_nothing_and_add_nothing_twice(tmp_path: Path) -> None:
    tally = crowds.at_once(IMPORT, tmp_path, 2, 2)
    assert (tally.losses, tally.new) == ([], 4)


def test_a_full_disk_leaves_the_old_warehouse(tmp_path: Path) -> None:
    tally = at_each_size(CHANGE, tmp_path, 4)
    assert (tally.losses, tally.old) == ([], 4)


def test_three_writers_at_once_lose_nothing_and_add_nothing_twice(tmp_path: Path) -> None:
    tally = crowds.at_once(CHANGE, tmp_path, 3, 2)
    assert (tally.losses, tally.new) == ([], 6)


def test_damage_of_every_kind_is_noticed_and_left_as_it_is(tmp_path: Path) -> None:
    tally = damages.of_all_kinds(CHANGE, tmp_path, damages.KINDS)
    assert (tally.losses, tally.old) == ([], damages.KINDS)


def _failing_at(monkeypatch: pytest.MonkeyPatch, nth: int) -> None:
    """Let the ``nth`` call that writes in Python fail, of those that a change makes in order."""
    import os

    calls = iter(range(1, 1000))

    def disturbed(name: str) -> None:
        real = getattr(os, name)

        def call(*arguments: object, **options: object) -> object:
            if next(calls) == nth:
                raise OSError(28, "No space left on device")
            return real(*arguments, **options)

        monkeypatch.setattr(os, name, call)

    for name in ("open", "fsync", "replace", "mkdir"):
        disturbed(name)


# Lock, folder, new file, manifest and its folder, the file itself: all before the replacement.
@pytest.mark.parametrize("nth", range(1, 11))
def test_a_failing_call_before_the_replacement_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    path = made(tmp_path / "own")
    found = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    with monkeypatch.context() as disturbed:
        _failing_at(disturbed, nth)
        with pytest.raises(StorageError, match="No space left on device"):
            CHANGE.add(path, "during")
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == found


@pytest.mark.parametrize("nth", range(11, 19))
def test_a_failing_call_after_the_replacement_does_not_undo_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    path = made(tmp_path / "own")
    with monkeypatch.context() as disturbed:
        _failing_at(disturbed, nth)
        CHANGE.add(path, "during")
    assert CHANGE.labels(path) == ["during"]
    CHANGE.add(path, "after")
    assert CHANGE.labels(path) == ["during", "after"]
    assert {each.name for each in path.parent.iterdir()} == AT_REST
