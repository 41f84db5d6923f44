"""One writer at a time, whoever and wherever in the system they are."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from recruitment.errors import StorageError

Tell = Callable[[str], None]
# Seconds: to wait without a word, between two tries, and at most.
QUIET = 1.0
PAUSE = 0.05
PATIENCE = 60.0
BUSY = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)


@contextmanager
def exclusive(path: Path, tell: Tell | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of the warehouse at ``path``.

    It is a file of its own: a process that opens and closes the database, while it holds a lock on
    that, drops it without knowing. The file stays: who removed it would let two writers in.

    Raises:
        StorageError: Another holds it for longer than ``patience`` seconds.
    """
    file = _acquired(path, tell, patience)
    try:
        yield
    finally:
        os.close(file)


def lock_path(path: Path) -> Path:
    """Return where the lock of the warehouse at ``path`` is."""
    return path.with_name(f"{path.name}.lock")


def _acquired(path: Path, tell: Tell | None, patience: float) -> int:
    began = time.monotonic()
    told = tell is None
    while (file := _tried(lock_path(path))) is None:
        waited = time.monotonic() - began
        if waited >= patience:
            raise StorageError(f"{path} is in use by another import; try again when it has ended")
        if waited >= QUIET and tell is not None and not told:
            told = True
            tell(f"waiting for another import into {path.name}")
        time.sleep(PAUSE)
    return file


def _tried(path: Path) -> int | None:
    """Return the lock file, opened and locked, or None where another has it."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        lock(file)
        # A lock on a file that somebody has removed would keep nobody out.
        if os.path.samestat(os.fstat(file), path.stat()):
            return file
    except FileNotFoundError:
        pass
    except OSError as error:
        if error.errno not in BUSY:
            os.close(file)
            raise
    except BaseException:
        os.close(file)
        raise
    os.close(file)
    return None


if sys.platform == "win32":

    def lock(file: int) -> None:
        """Lock an open file at once, or raise an OSError."""
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:

    def lock(file: int) -> None:
        """Lock an open file at once, or raise an OSError."""
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
