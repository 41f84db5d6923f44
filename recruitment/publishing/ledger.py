"""What was published of a warehouse, kept beside it, so that releases can be attacked together.

A release is published in full only once its file is in place. The ledger holds true counts, as the
warehouse does: without them nobody could say which changes since a release are small.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from analytics.disclosure.cells import Cell
from analytics.disclosure.ledger import Past
from analytics.disclosure.release import Published
from recruitment.errors import CheckError, StorageError
from recruitment.publishing.components import Subject
from recruitment.warehouse.locking import exclusive
from recruitment.warehouse.manifest import ledger_path
from recruitment.warehouse.placing import told_plainly
from recruitment.warehouse.private_files import (
    move_durably,
    prepared,
    workshop,
    write_durably,
)
from recruitment.warehouse.verifying import located


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What was published of one component.

    Attributes:
        subject: What it is about, as ``recruit remove`` calls it.
        name: Which campaign, or which post.
        published: What was printed, under which policy.
        counts: The true counts behind it.
    """

    subject: Subject
    name: str
    published: Published
    counts: Mapping[Cell, int]

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells its component from all others."""
        return self.subject, self.name

    @property
    def past(self) -> Past:
        """Return it as the audit wants it."""
        return Past(self.published, self.counts)


def read_ledger(path: Path) -> tuple[Entry, ...]:
    """Return what was published of the warehouse at ``path``, first to last.

    Raises:
        UsageError: There is no warehouse at ``path``.
        StorageError: The ledger is damaged, of a later format, or cannot be read.
    """
    return _read(ledger_path(located(path)))


@contextmanager
def keeping(path: Path, entries: Sequence[Entry], seen: Sequence[Entry]) -> Iterator[None]:
    """Keep what is published within the block, once it has ended well.

    The ledger is on the disk before, under another name, so that little can fail afterwards.

    Args:
        path: The warehouse.
        entries: What is published now; nothing where all was published before.
        seen: The ledger with which it was found to be safe.

    Raises:
        CheckError: Something else was published meanwhile, with which it may not be safe.
        StorageError: The ledger cannot be read or written; it is as it was.
    """
    if not entries:
        yield
        return
    from recruitment.publishing.ledger_text import encoded

    path = located(path)
    ledger = ledger_path(path)
    with ExitStack() as stack:
        with told_plainly(ledger, "written"):
            stack.enter_context(exclusive(path))
            folder = stack.enter_context(workshop(path))
            old = _read(ledger)
            _refuse_unless_same(old, seen, ledger)
            new = prepared(ledger, encoded((*old, *entries)), folder)
        yield
        with told_plainly(ledger, "written"):
            move_durably(new, ledger)


def _refuse_unless_same(old: Sequence[Entry], seen: Sequence[Entry], ledger: Path) -> None:
    now, then = ([(*each.key, each.published.release) for each in own] for own in (old, seen))
    if now != then:
        raise CheckError(
            f"{ledger} was changed meanwhile, by another report or a removal, so this report was "
            "not audited together with it; run the command again; nothing was written"
        )


def remove_from_ledger(
    path: Path, *, campaigns: Collection[str], subjects: Collection[str]
) -> list[str]:
    """Forget what was published of some campaigns, and of all posts of some subjects.

    No byte of them is left. What was published stays published: a later release of the same people
    can no longer be audited together with it.

    Returns:
        The campaigns and posts that there were releases of.
    """
    gone: dict[str, None] = {}

    def kept(old: tuple[Entry, ...]) -> tuple[Entry, ...]:
        forgotten = [
            each
            for each in old
            if each.subject in subjects or (each.subject == "campaign" and each.name in campaigns)
        ]
        gone.update(dict.fromkeys(each.name for each in forgotten))
        return tuple(each for each in old if each not in forgotten)

    _rewrite(path, kept)
    return list(gone)


def _rewrite(path: Path, changed: Callable[[tuple[Entry, ...]], tuple[Entry, ...]]) -> None:
    from recruitment.publishing.ledger_text import encoded

    path = located(path)
    ledger = ledger_path(path)
    with told_plainly(ledger, "written"), exclusive(path), workshop(path) as folder:
        old = _read(ledger)
        new = changed(old)
        if len(new) != len(old):
            write_durably(ledger, encoded(new), folder)


def _read(ledger: Path) -> tuple[Entry, ...]:
    from recruitment.publishing.ledger_text import decoded

    try:
        text = ledger.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StorageError(f"{ledger} cannot be read: {error.strerror}") from None
    return decoded(text, ledger)
