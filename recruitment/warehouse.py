"""Create and open the tables that every command reads.

Without a file they are filled, in memory, with the published figures. A file is opened read-only.
Either way DuckDB can reach no other file and no network while a command runs.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import queries
from recruitment import published
from recruitment.errors import StorageError, UsageError

if TYPE_CHECKING:
    import duckdb

SCHEMA_VERSION = 1
# Bytes 8 to 11 of every DuckDB file.
MAGIC = b"DUCK"
CLOSED_WORLD: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}


@contextmanager
def open_warehouse(
    path: Path | None = None, subjects: tuple[published.Subject, ...] = ("campaigns",)
) -> Iterator["duckdb.DuckDBPyConnection"]:
    """Open the warehouse at ``path``, or the published figures on ``subjects`` in memory.

    Raises:
        UsageError: There is no file at ``path``.
        StorageError: The file is not a warehouse, is of another version, or cannot be opened.
    """
    import duckdb

    con = _connect_in_memory(subjects) if path is None else _connect_to_file(path)
    try:
        yield con
    except duckdb.Error as error:
        if path is None:
            raise
        raise StorageError(f"{path} cannot be read: {_first_line(error)}") from None
    finally:
        con.close()


def create(path: Path) -> None:
    """Make an empty warehouse at ``path``, readable by its owner only.

    Raises:
        StorageError: The file exists already, or its folder cannot be written.
    """
    import duckdb

    if path.exists():
        raise StorageError(f"{path} exists already; choose another name")
    others = os.umask(0o077)
    try:
        with duckdb.connect(str(path)) as con:
            _create_tables(con)
    except duckdb.Error as error:
        raise StorageError(f"{path} cannot be written: {_first_line(error)}") from None
    finally:
        os.umask(others)


def _connect_in_memory(
    subjects: tuple[published.Subject, ...],
) -> "duckdb.DuckDBPyConnection":
    import duckdb

    con = duckdb.connect(config=CLOSED_WORLD)
    _create_tables(con)
    published.load(con, subjects)
    return con


def _create_tables(con: "duckdb.DuckDBPyConnection") -> None:
    con.execute(f"BEGIN;{queries.statement('schema')}COMMIT;")


def _connect_to_file(path: Path) -> "duckdb.DuckDBPyConnection":
    import duckdb

    _check_is_duckdb(path)
    try:
        con = duckdb.connect(str(path), read_only=True, config=CLOSED_WORLD)
        # All rows are fetched: a result left half-read would block the next query.
        found = con.execute("SELECT schema_version FROM warehouse").fetchall()
    except duckdb.CatalogException:
        raise StorageError(f"{path} is a DuckDB file but not a recruit warehouse") from None
    except duckdb.Error as error:
        raise StorageError(f"{path} cannot be opened: {_first_line(error)}") from None
    if found != [(SCHEMA_VERSION,)]:
        con.close()
        raise StorageError(f"{path} is not a warehouse of version {SCHEMA_VERSION}")
    return con


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _check_is_duckdb(path: Path) -> None:
    try:
        if not path.exists():
            raise UsageError(f"there is no warehouse at {path}; check --db or RECRUIT_DB")
        if path.is_dir():
            raise UsageError(f"{path} is a folder; --db names a DuckDB file")
        if not path.is_file():
            raise UsageError(f"{path} is no regular file; --db names a DuckDB file")
        with path.open("rb") as file:
            head = file.read(12)
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}") from None
    if head[8:12] != MAGIC:
        raise StorageError(f"{path} is not a DuckDB file")
