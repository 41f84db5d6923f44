"""Open a warehouse to read it, or the published figures, or both side by side."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment import published
from recruitment.errors import StorageError
from recruitment.warehouse.connections import first_line, in_memory, interruptible, opened
from recruitment.warehouse.locking import Tell
from recruitment.warehouse.verifying import TRIES, located, signature, verified

if TYPE_CHECKING:
    import duckdb


@contextmanager
def open_warehouse(
    path: Path | None = None,
    subjects: tuple[published.Subject, ...] = ("campaigns",),
    *,
    with_published: bool = False,
    tell: Tell | None = None,
) -> Iterator["duckdb.DuckDBPyConnection"]:
    """Open the warehouse at ``path``, or the published figures on ``subjects`` in memory.

    Args:
        path: The warehouse; None for the published figures alone.
        subjects: Which published figures are needed.
        with_published: Add the published figures to those at ``path``, in memory.
        tell: Takes a sentence on each published campaign that one at ``path`` of the same code
            stands in for.

    Raises:
        UsageError: There is no file at ``path``.
        StorageError: The file is not a warehouse, is of another version, is not what was last
            written there, or cannot be opened.
    """
    import duckdb

    con = _published(subjects) if path is None else _opened(path)
    try:
        with interruptible():
            if path is not None and with_published:
                con = _with_published(con, path, subjects, tell)
            yield con
    except (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException) as error:
        # Of a file; any other error of the database is a defect of ours.
        if path is None:
            raise
        raise StorageError(f"{path} cannot be read: {first_line(error)}") from None
    finally:
        con.close()


def _published(subjects: tuple[published.Subject, ...]) -> "duckdb.DuckDBPyConnection":
    con = in_memory()
    published.load(con, subjects)
    return con


def _opened(path: Path) -> "duckdb.DuckDBPyConnection":
    """Return a connection to what was verified, and not to what took its place just then."""
    where = located(path)
    try:
        for _ in range(TRIES):
            before = signature(where)
            verified(where)
            con = opened(where)
            if signature(where) == before:
                return con
            con.close()
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}") from None
    raise StorageError(f"{path} is being replaced all the time; try again later")


def _with_published(
    own: "duckdb.DuckDBPyConnection",
    path: Path,
    subjects: tuple[published.Subject, ...],
    tell: Tell | None,
) -> "duckdb.DuckDBPyConnection":
    from recruitment.warehouse.combining import combined

    with own, _published(subjects) as others:
        both, left_out = combined(own, others)
    for code in left_out:
        if tell is not None:
            tell(
                f"{code} is the one in {path.name}; the published campaign of that code is left out"
            )
    return both
