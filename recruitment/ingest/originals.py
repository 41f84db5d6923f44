"""The bytes of a document: read once, and never written."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

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


def original(path: Path) -> Original:
    """Return what is in the file at ``path``, which stays as it is.

    Raises:
        UsageError: There is none, or it is a folder, a pipe or a device.
        DataError: It is empty, or over 50 MB.
        StorageError: It cannot be read.
    """
    try:
        content = _content(path)
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) or error.errno in MISSING:
            raise UsageError(f"there is no file {path}") from None
        raise StorageError(f"{path} cannot be read: {error.strerror}") from None
    if not content:
        raise DataError(f"{path} is empty: there is nothing to read in it")
    return Original(path.name, content)


def _content(path: Path) -> bytes:
    _check_regular(path, path.stat().st_mode)
    # A pipe that takes the file's place in between would otherwise be waited for without end.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(file.fileno())
        _check_regular(path, found.st_mode)
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        size = max(found.st_size, len(content)) / 1_000_000
        raise DataError(f"{path} is {size:,.1f} MB; up to 50 MB are read: leave the pictures out")
    return content


def _check_regular(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise UsageError(f"{path} is a folder; name a document in it")
    if not stat.S_ISREG(mode):
        raise UsageError(f"{path} is no regular file; name one")
