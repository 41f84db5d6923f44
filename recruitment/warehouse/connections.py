"""Connections to DuckDB that can reach one file, or none, and nothing else."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import queries
from recruitment.errors import StorageError

if TYPE_CHECKING:
    import duckdb

SCHEMA_VERSION = 3
# What a file is attached as, whatever it is called: names of files never become identifiers.
ATTACH_OWN = "ATTACH ? AS own (READ_ONLY, TYPE duckdb)"
ATTACH_NEW = "ATTACH ? AS new (READ_ONLY, TYPE duckdb)"
# Nothing is loaded from elsewhere, and nothing spills: temporary files are encrypted only for
# databases that are, and tables of counts fit into memory. Few threads, for they are small.
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
    "temp_directory": "",
    "memory_limit": "50%",
    "threads": 2,
}
# What DuckDB says of Ctrl-C.
INTERRUPTED = ("interrupted", "Interrupted", "KeyboardInterrupt")
CLOSED_WORLD = {**SETTINGS, "enable_external_access": False, "lock_configuration": True}


def in_memory() -> "duckdb.DuckDBPyConnection":
    """Return an empty warehouse in memory, which can reach no file."""
    import duckdb

    con = duckdb.connect(config=CLOSED_WORLD)
    create_tables(con)
    return con


def reading(path: Path) -> "duckdb.DuckDBPyConnection":
    """Return a connection that reads the database at ``path`` and can reach nothing else.

    The file is attached to a database in memory, because DuckDB shares what it opens by name within
    a process, and would go on to read a file that has been replaced since.
    """
    con = attached(path)
    try:
        con.execute("USE own")
        close_world(con)
    except BaseException:
        con.close()
        raise
    return con


def attached(own: Path, new: Path | None = None) -> "duckdb.DuckDBPyConnection":
    """Return a connection in memory with a database attached to read, as ``own``, or two.

    The world is still open: copy what is needed, then `close_world`.
    """
    import duckdb

    con = duckdb.connect(config=SETTINGS)
    try:
        con.execute(ATTACH_OWN, [str(own)])
        if new is not None:
            con.execute(ATTACH_NEW, [str(new)])
    except BaseException:
        con.close()
        raise
    return con


def opened(path: Path) -> "duckdb.DuckDBPyConnection":
    """Return a connection to the file at ``path``, which is a warehouse of this version.

    Raises:
        StorageError: It is not, or cannot be opened.
    """
    import duckdb

    try:
        con = reading(path)
    except duckdb.Error as error:
        raise StorageError(f"{path} cannot be opened: {first_line(error)}") from None
    try:
        _check_version(con, path)
    except BaseException:
        con.close()
        raise
    return con


@contextmanager
def writing(path: Path) -> Iterator["duckdb.DuckDBPyConnection"]:
    """Open a new database at ``path``, with the tables of a warehouse, and close it."""
    import duckdb

    with duckdb.connect(str(path), config=CLOSED_WORLD) as con:
        create_tables(con)
        yield con


def create_tables(con: "duckdb.DuckDBPyConnection") -> None:
    """Make the tables of the schema in an empty database."""
    con.execute(f"BEGIN;{queries.statement('schema')}COMMIT;")


def close_world(con: "duckdb.DuckDBPyConnection") -> None:
    """Take from a connection, for good, the way to any file that it has not opened yet."""
    con.execute("SET enable_external_access = false; SET lock_configuration = true")


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C be Ctrl-C, under whatever name it comes out of DuckDB.

    Raises:
        KeyboardInterrupt: A query was interrupted, or rows on their way from one to another.
    """
    import duckdb

    try:
        yield
    except (duckdb.Error, RuntimeError) as error:
        if not any(sign in str(error) for sign in INTERRUPTED):
            raise
        raise KeyboardInterrupt from None


# What the system says of a disk, which DuckDB wraps into words of its own.
OF_THE_DISK = tuple(
    map(os.strerror, (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO))
)


def reason(error: Exception) -> str:
    """Return why DuckDB failed: what is wrong with the disk, or else the first line it says."""
    text = first_line(error)
    return next((each for each in OF_THE_DISK if each in text), text)


def first_line(error: Exception) -> str:
    """Return what DuckDB says is wrong, without the statement it quotes."""
    return str(error).partition("\n")[0]


def _check_version(con: "duckdb.DuckDBPyConnection", path: Path) -> None:
    import duckdb

    try:
        # All rows are fetched: a result left half-read would block the next query.
        found = con.execute("SELECT schema_version FROM warehouse").fetchall()
    except (duckdb.CatalogException, duckdb.BinderException):
        raise StorageError(f"{path} is a DuckDB file but not a recruit warehouse") from None
    except duckdb.Error as error:
        raise StorageError(f"{path} cannot be opened: {first_line(error)}") from None
    if found != [(SCHEMA_VERSION,)]:
        theirs = f"version {found[0][0]}" if len(found) == 1 else "no version"
        raise StorageError(
            f"{path} is a warehouse of {theirs}, and this recruit works on version "
            f"{SCHEMA_VERSION}; use the recruit that made it, or import its sources anew"
        )
