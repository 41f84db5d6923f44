"""Files of the owner alone, written so that a power cut leaves the old or the new."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What a file system says that has no way to flush a folder: there is nothing to be done then.
NOT_FOR_FOLDERS = ("EINVAL", "ENOTSUP", "EACCES", "EPERM", "EBADF", "EISDIR")


@contextmanager
def for_the_owner() -> Iterator[None]:
    """Let nobody else read the files made meanwhile."""
    others = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(others)


@contextmanager
def workshop(path: Path) -> Iterator[Path]:
    """Make a folder beside ``path`` for what is not finished, and remove it.

    Its name is always the same, so that whoever works on ``path`` next finds and removes what a
    killed process has left. Only the holder of the lock may do so.
    """
    folder = path.with_name(f".recruit-{path.name}.work")
    clear(folder)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        clear(folder, trying=True)


def clear(folder: Path, *, trying: bool = False) -> None:
    """Remove a folder with all that is in it, or whatever else has its name."""
    from shutil import rmtree

    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        rmtree(folder, ignore_errors=trying)


def write_durably(path: Path, content: bytes, folder: Path) -> None:
    """Replace ``path`` by a file with ``content``, made in ``folder`` first, and flush both."""
    move_durably(prepared(path, content, folder), path)


def prepared(path: Path, content: bytes, folder: Path) -> Path:
    """Return a file with ``content``, on the disk in ``folder``, to take the place of ``path``."""
    partial = folder / path.name
    with for_the_owner():
        partial.write_bytes(content)
    flush(partial)
    return partial


def move_durably(partial: Path, path: Path) -> None:
    """Replace ``path`` by a file that is on the disk, and flush its new name."""
    partial.replace(path)
    flush_folder(path.parent)


def flush(path: Path) -> None:
    """Wait until a file is on the disk."""
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where its file system can say so."""
    import errno

    try:
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as error:
        if errno.errorcode.get(error.errno or 0) not in NOT_FOR_FOLDERS:
            raise
