"""A file that must stay as it is from its first byte read to its last, whoever reads it."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from recruitment.errors import DataError, StorageError, UsageError, UserError

# Some file systems tell times to two seconds: a file as young as that may change unseen.
YOUNG = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was before it was read.

    Attributes:
        path: Where it is.
        state: Which file it is, its size, and when it changed last.
        young: Whether it changed so shortly before that the times cannot be relied upon.
    """

    path: Path
    state: tuple[int, ...]
    young: bool

    def check(self, sha256: str) -> None:
        """See that the file is still the one that was read.

        Raises:
            DataError: It changed meanwhile; whatever was read must not be used.
        """
        from recruitment.ingest.sources import sha256_of

        self.check_state()
        if self.young and sha256_of(self.path) != sha256:
            raise self._changed()

    def check_state(self) -> None:
        """See that the file is still there, and that nothing says that it changed.

        Raises:
            DataError: Something does.
        """
        try:
            now = _state(self.path)
        except UserError:
            raise self._changed() from None
        if now != self.state:
            raise self._changed()

    def _changed(self) -> DataError:
        return DataError(f"{self.path.name} changed while it was read; wait until it is whole")


@contextmanager
def watched(before: Sequence[Seen]) -> Iterator[None]:
    """Where anything goes wrong meanwhile, tell of a file that changed before all else.

    Raises:
        DataError: One did, which may be why.
    """
    try:
        yield
    except (UserError, OSError):
        for each in before:
            each.check_state()
        raise


def seen(path: Path) -> Seen:
    """Return the file at ``path`` as it is now.

    Raises:
        UsageError: There is none.
        StorageError: It cannot be reached.
    """
    state = _state(path)
    return Seen(path, state, young=time.time_ns() - state[-1] < YOUNG)


def _state(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise UsageError(f"there is no file {path}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be one"
        raise StorageError(f"{path} cannot be read: {reason}") from None
    return (found.st_dev, found.st_ino, found.st_size, found.st_ctime_ns, found.st_mtime_ns)
