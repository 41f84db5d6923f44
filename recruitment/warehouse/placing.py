"""The one way in which the file of a warehouse comes into being, or changes."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.errors import StorageError, UserError
from recruitment.warehouse.connections import interruptible, reading, reason, writing
from recruitment.warehouse.manifest import Content, Manifest, content_of, manifest_path
from recruitment.warehouse.private_files import flush, flush_folder, for_the_owner, write_durably
from recruitment.warehouse.rows import copy_rows, counted
from recruitment.warehouse.verifying import manifest_text

if TYPE_CHECKING:
    import duckdb


def write_database(con: "duckdb.DuckDBPyConnection", new: Path, path: Path) -> None:
    """Write the rows of ``con`` into the file ``new`` for ``path``, and see that they are there.

    Rows that were removed leave no bytes in it, as they would in the file that they had been in.

    Raises:
        StorageError: The rows are not in the file, or not all, whatever DuckDB says.
    """
    import duckdb

    try:
        with interruptible():
            complete = _written(con, new)
    except duckdb.Error as error:
        raise StorageError(f"{path} cannot be written: {reason(error)}") from None
    if not complete or new.with_name(f"{new.name}.wal").exists():
        raise StorageError(f"{path} cannot be written: rows were lost; look if the disk is full")


def _written(con: "duckdb.DuckDBPyConnection", new: Path) -> bool:
    """Write all rows, and return whether as many are there as the file is opened again."""
    with for_the_owner(), writing(new) as written:
        copy_rows(con, written)
        written.execute("CHECKPOINT")
    with reading(new) as written:
        return counted(written) == counted(con)


def put_in_place(new: Path, path: Path, current: Content | None) -> None:
    """Let ``new`` take the place of ``path``, whose content is ``current``.

    The manifest names both before, and the new one alone afterwards. Up to the replacement a
    failure leaves all as it was; from then on the change is made, whatever may still fail.
    """
    flush(new)
    successor = content_of(new)
    with _uninterrupted():
        with _manifest_kept(path, new.parent):
            write_durably(manifest_path(path), Manifest(current, successor).encoded(), new.parent)
            new.replace(path)
        with suppress(OSError):
            flush_folder(path.parent)
            write_durably(manifest_path(path), Manifest(successor).encoded(), new.parent)


@contextmanager
def told_plainly(path: Path, done: str) -> Iterator[None]:
    """Say in one line why ``path`` cannot be ``done``; errors of the user's making pass.

    Raises:
        StorageError: The disk is full or refuses, or memory does not suffice.
        KeyboardInterrupt: It was interrupted.
    """
    import duckdb

    try:
        with interruptible():
            yield
    except UserError:
        raise
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise StorageError(f"{path} cannot be {done}: {reason(error)}") from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise StorageError(f"{path} cannot be {done}: {why}") from None


@contextmanager
def _manifest_kept(path: Path, folder: Path) -> Iterator[None]:
    """Give the manifest back its old text where what was to follow has failed."""
    text = manifest_text(path)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            if text is None:
                manifest_path(path).unlink(missing_ok=True)
            else:
                write_durably(manifest_path(path), text, folder)
        raise


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Leave signals that are raised unheard for the moment in which old and new change places.

    One that the system carries out, with nothing raised, may come: it leaves the old or the new.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    raised = [each for each in signal.valid_signals() if callable(signal.getsignal(each))]
    before = {each: signal.signal(each, signal.SIG_IGN) for each in raised}
    try:
        yield
    finally:
        for each, heard in before.items():
            signal.signal(each, heard)
