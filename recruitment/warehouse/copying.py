"""Keep a second copy of a warehouse."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recruitment.errors import StorageError
from recruitment.warehouse.connections import opened
from recruitment.warehouse.creating import refuse_existing
from recruitment.warehouse.locking import exclusive
from recruitment.warehouse.manifest import content_of, ledger_path
from recruitment.warehouse.placing import put_in_place, told_plainly
from recruitment.warehouse.private_files import for_the_owner, workshop, write_durably
from recruitment.warehouse.verifying import TRIES, located, verified


def backup(path: Path, target: Path) -> int:
    """Copy the warehouse at ``path`` to ``target``, with its manifest, and return its size.

    What is copied is what was verified; an import that ends meanwhile is in it, or is not. The
    ledger of what was published goes with it, as it stands.

    Raises:
        UsageError: There is no file at ``path``.
        StorageError: The warehouse cannot be trusted, ``target`` exists, or cannot be written.
    """
    path = located(path)
    refuse_existing(target)
    target = target.parent.resolve() / target.name
    with told_plainly(target, "written"), exclusive(target), workshop(target) as folder:
        refuse_existing(target)
        refuse_existing(ledger_path(target))
        new = folder / "new.duckdb"
        _copy(path, new)
        with _ledger_copied(path, target, folder):
            put_in_place(new, target, None)
    return target.stat().st_size


@contextmanager
def _ledger_copied(path: Path, target: Path, folder: Path) -> Iterator[None]:
    """Put the ledger beside ``target`` first: a copy without it would audit nothing."""
    source = ledger_path(path)
    if not source.exists():
        yield
        return
    try:
        text = source.read_bytes()
    except OSError as error:
        raise StorageError(f"{source} cannot be read: {error.strerror}") from None
    write_durably(ledger_path(target), text, folder)
    try:
        yield
    except BaseException:
        ledger_path(target).unlink(missing_ok=True)
        raise


def _copy(path: Path, new: Path) -> None:
    from shutil import copyfile

    for _ in range(TRIES):
        with told_plainly(path, "read"):
            expected = verified(path)
        with for_the_owner():
            copyfile(path, new)
        if content_of(new) == expected:
            opened(new).close()
            return
    raise StorageError(f"{path} is being replaced all the time; try again later")
