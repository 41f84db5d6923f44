"""The bytes of a document: read once, and never written."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from recruitment.errors import DataError, StorageError, UsageError

MOST_BYTES = 50_000_000
MISSING = {errno.ENOENT, errno.ENOTDIR}


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was read.

    Attributes:
        name: The name of the file, without its folder.
        content: All of its bytes.
    """

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """The suffix in small letters, such as ``.docx``."""
        return Path(self.name).suffix.lower()


def original(path: Path, advice: str = "leave the pictures out") -> Original:
    """Return what is in the file at ``path``, which stays as it is.

    Args:
        path: The file.
        advice: What to do about a file that is too large.

    Raises:
        UsageError: There is none, or it is a folder, a pipe or a device.
        DataError: It is empty, over 50 MB, or changed while it was read.
        StorageError: It cannot be read.
    """
    with opened(path) as file:
        content = file.read(MOST_BYTES + 1)
        size = max(os.fstat(file.fileno()).st_size, len(content)) / 1_000_000
    if len(content) > MOST_BYTES:
        raise DataError(f"{path} is {size:,.1f} MB; up to 50 MB are read: {advice}")
    if not content:
        raise DataError(f"{path} is empty: there is nothing to read in it")
    return Original(path.name, content)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file to read its bytes, and refuse it if it changed meanwhile.

    Raises:
        UsageError: There is none, or it is a folder, a pipe or a device.
        DataError: It changed while it was read.
        StorageError: It cannot be read.
    """
    with _open(path) as file:
        _check_regular(path, os.fstat(file.fileno()).st_mode)
        before = _state(file)
        try:
            yield file
        except OSError as error:
            raise StorageError(f"{path} cannot be read: {error.strerror}") from None
        if _state(file) != before:
            raise DataError(f"{path} changed while it was read; wait until it is whole")


def _open(path: Path) -> BinaryIO:
    try:
        _check_regular(path, path.stat().st_mode)
        # A pipe that takes the file's place in between would be waited for without end.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        return os.fdopen(os.open(path, flags), "rb")
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) or error.errno in MISSING:
            raise UsageError(f"there is no file {path}") from None
        raise StorageError(f"{path} cannot be read: {error.strerror}") from None


def _state(file: BinaryIO) -> tuple[int, int]:
    found = os.fstat(file.fileno())
    return found.st_size, found.st_mtime_ns


def _check_regular(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise UsageError(f"{path} is a folder; name a document in it")
    if not stat.S_ISREG(mode):
        raise UsageError(f"{path} is no regular file; name one")
