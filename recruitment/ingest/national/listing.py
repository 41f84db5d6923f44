"""The files of rows in a folder, or of a pattern of names; none is passed over in silence."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from recruitment.errors import DataError, StorageError, UsageError
from recruitment.ingest.faults import NOTHING_IMPORTED

PARQUET, TEXTS = (".parquet",), (".csv", ".tsv", ".txt")
MAGIC = frozenset("*?[")
# Tables of other programs, which say elsewhere which of their files still hold.
TABLES_OF = {"_delta_log": "Delta Lake", ".hoodie": "Hudi"}
MOST_FILES = 100_000


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder or a pattern holds.

    Attributes:
        root: The folder that the names are told from.
        files: Those of rows, by name.
        others: Those that may hold rows, and are not read.
    """

    root: Path
    files: list[Path] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)


def listing(path: Path) -> Listing:
    """Return what is in the folder, or fits the pattern, ``path``.

    Raises:
        UsageError: There is too much; a link to a folder, or what is no regular file.
        DataError: It is the table of a program that may keep deleted rows there.
        StorageError: A folder or a file cannot be reached.
    """
    try:
        found = _found(path)
    except OSError as error:
        raise StorageError(f"{error.filename or path} cannot be read: {error.strerror}") from None
    found.files.sort()
    return found


def _found(path: Path) -> Listing:
    is_folder = path.is_dir()
    found = Listing(path if is_folder else _fixed(path))
    parts = path.relative_to(found.root).parts
    # Of a folder, texts are those that can be nothing else; a pattern may name others.
    suffixes = {*PARQUET, *(TEXTS[:2] if is_folder else TEXTS)}
    for each in dict.fromkeys(_below(path) if is_folder else _matching(found.root, parts)):
        has_rows = each.suffix.lower() in suffixes
        hidden = any(map(_is_hidden, each.relative_to(found.root).parts))
        if has_rows and not hidden:
            found.files.append(_regular(each))
        elif has_rows or (is_folder and not hidden):
            found.others.append(each)
    return found


def _below(folder: Path) -> Iterator[Path]:
    for each in _folders(folder):
        yield from (Path(entry) for entry in _entries(each) if not entry.is_dir())


def _folders(folder: Path) -> Iterator[Path]:
    """Yield ``folder`` and all below it; links could lead round in circles, and are refused."""
    left = [folder]
    while left:
        here = left.pop()
        yield here
        for entry in _entries(here):
            if entry.is_symlink() and entry.is_dir():
                raise UsageError(
                    f"{entry.path} is a link to a folder, which is not followed; put the folder "
                    "itself there, or take the link away"
                )
            if entry.is_dir() and not _is_hidden(entry.name):
                left.append(Path(entry))


def _matching(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    """Yield the files whose names fit, part by part; ``**`` is any folders, or none."""
    if not parts:
        yield from [] if folder.is_dir() else [folder]
    elif parts == ("**",):
        yield from _below(folder)
    elif parts[0] == "**":
        for each in _folders(folder):
            yield from _matching(each, parts[1:])
    elif set(parts[0]) & MAGIC:
        for entry in _entries(folder) if folder.is_dir() else ():
            if fnmatchcase(entry.name, parts[0]):
                yield from _matching(Path(entry), parts[1:])
    elif os.path.lexists(folder / parts[0]):
        yield from _matching(folder / parts[0], parts[1:])


def _entries(folder: Path) -> "list[os.DirEntry[str]]":
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    if len(entries) > MOST_FILES:
        raise UsageError(f"{folder} has over {MOST_FILES:,} files; name some of them")
    for entry in entries:
        if program := TABLES_OF.get(entry.name):
            raise DataError(
                f"{folder} is a table of {program}, whose files may hold rows that were deleted; "
                f"export its rows, and name those files; {NOTHING_IMPORTED}"
            )
    return entries


def _is_hidden(name: str) -> bool:
    # A column of that name, as "_wave=1", hides nothing.
    return name.startswith(".") or (name.startswith("_") and "=" not in name)


def _regular(path: Path) -> Path:
    # A link that leads nowhere would be rows that are lost.
    path.stat()
    if not path.is_file():
        raise UsageError(f"{path} is no regular file; leave it out")
    return path


def _fixed(path: Path) -> Path:
    """Return the folder above the first part of ``path`` that is a pattern."""
    for parent in reversed((path, *path.parents)):
        if set(parent.name) & MAGIC:
            return parent.parent
    return path.parent
