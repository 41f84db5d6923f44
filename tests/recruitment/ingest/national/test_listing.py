"""What a folder or a pattern holds, whatever else lies there: nothing is lost without a word."""

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from recruitment.errors import DataError, StorageError, UserError
from recruitment.ingest.national import listing as module
from recruitment.ingest.national.listing import listing
from recruitment.ingest.national.locations import is_of_many, located

NAMES = [
    *("a b.csv", "a'b\".csv", "a[1].csv", "a{1,2}.csv", "*.csv", "?.csv", "é\u202e.csv", "::.csv"),
    *("a\nb.csv", "a\x1b[31m.csv", "x=1.csv", "a;--.csv", "%41.csv", "-a.CSV", "\udcff.csv"),
]


def _made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def _found(path: Path) -> list[str]:
    found = listing(path)
    return [each.relative_to(found.root).as_posix() for each in found.files]


def test_files_of_any_name_are_found(tmp_path: Path) -> None:
    assert set(_found(_made(tmp_path, *NAMES))) == set(NAMES)
    assert all(located(tmp_path / name).files == (tmp_path / name,) for name in NAMES)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.csv", ["a.csv"]),
        ("*", ["a.csv", "b.txt"]),
        ("**/*.csv", ["a.csv", "x/a.csv", "x/y/b.csv"]),
        ("**", ["a.csv", "b.txt", "x/a.csv", "x/y/b.csv"]),
        ("x/**/[!a].csv", ["y/b.csv"]),
        ("?/a.csv", ["x/a.csv"]),
        ("x/*/b.csv", ["y/b.csv"]),
        ("a**", ["a.csv"]),
        ("z/*", []),
        ("[", []),
    ],
)
def test_a_pattern_is_matched_part_by_part(
    tmp_path: Path, pattern: str, expected: list[str]
) -> None:
    _made(tmp_path, "a.csv", "b.txt", "x/a.csv", "x/y/b.csv", "x/.z/c.csv", "_d.csv")
    assert _found(tmp_path / pattern) == expected


def test_what_is_hidden_or_of_another_kind_is_left_out_and_known(tmp_path: Path) -> None:
    _made(tmp_path, "a.csv", "_b.csv", "c.xlsx", "_SUCCESS", ".a.csv.crc", "_wave=1/d.csv")
    found = listing(tmp_path)
    assert _found(tmp_path) == ["_wave=1/d.csv", "a.csv"]
    assert {each.name for each in found.others} == {"_b.csv", "c.xlsx"}


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_pipe, "a.csv is no regular file; leave it out"),
        (_socket, "a.csv is no regular file; leave it out"),
        (lambda path: path.symlink_to("none.csv"), "a.csv cannot be read: No such file"),
        (lambda path: path.symlink_to(path), "a.csv cannot be read: Too many levels"),
        (lambda path: path.symlink_to(path.parent), "a.csv is a link to a folder, which is not"),
    ],
)
def test_what_would_be_rows_that_are_lost_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], told: str
) -> None:
    # The address of a socket has to be short.
    monkeypatch.chdir(_made(tmp_path, "b.csv"))
    make(Path("a.csv"))
    with pytest.raises(UserError, match=told):
        listing(Path())


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    _made(tmp_path, "else/b.csv", "src/a.csv")
    (tmp_path / "src" / "b.csv").symlink_to(tmp_path / "else" / "b.csv")
    assert _found(tmp_path / "src") == ["a.csv", "b.csv"]


@pytest.mark.parametrize("pattern", ["", "*/*.csv"])
def test_a_folder_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    _made(tmp_path, "a.csv", "x/b.csv")
    real = os.scandir

    def refusing(folder: Path) -> object:
        if Path(folder).name == "x":
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return real(folder)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(StorageError, match=r"x cannot be read: Permission denied"):
        listing(tmp_path / pattern)


@pytest.mark.parametrize("name", ["_delta_log", ".hoodie"])
def test_a_table_of_another_program_is_refused(tmp_path: Path, name: str) -> None:
    _made(tmp_path, "a.csv", f"{name}/0.json")
    for pattern in ("", "*.csv", "**/*.csv"):
        with pytest.raises(DataError, match="whose files may hold rows that were deleted"):
            listing(tmp_path / pattern)


def test_more_files_than_anybody_means_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 2)
    _made(tmp_path, "a.csv", "b.csv", "c.csv")
    with pytest.raises(UserError, match="has over 2 files; name some of them"):
        listing(tmp_path)


@pytest.mark.parametrize("name", ["x" * 300, f"{'x' * 300}*", f"{'x' * 300}.csv", "x/" * 3_000])
def test_a_name_that_is_too_long_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert is_of_many(path) == name.endswith("*")
    with pytest.raises(UserError, match="cannot be read: File name too long"):
        located(path)


def test_a_folder_of_a_name_that_could_be_a_table_is_a_folder(tmp_path: Path) -> None:
    folder = _made(tmp_path / "all.duckdb::people", "a.csv")
    assert located(folder).files == (folder / "a.csv",)
