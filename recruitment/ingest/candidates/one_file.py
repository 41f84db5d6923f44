"""A DuckDB connection that can read one file, and reach nothing else of the machine."""

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.errors import DataError, StorageError, UsageError
from recruitment.ingest.candidates.scratch import scratch_folder
from recruitment.ingest.faults import NOTHING_IMPORTED

if TYPE_CHECKING:
    import duckdb

MEMORY_LIMIT = "1GB"
MOST_THREADS = 8
# DuckDB takes a negative number for no limit at all.
A_SIZE = re.compile(r"[0-9]+(\.[0-9]+)? ?[KMGT]i?B", re.IGNORECASE)
# By what DuckDB calls the room that there was on the disk.
DISK_LIMIT = "max_temp_directory_size"
# What DuckDB says where another program writes, on each kind of machine.
IN_USE = ("could not set lock", "being used by another process")
# By which DuckDB knows the file: its own name may be a pattern ("wave[1].csv") or, in a folder
# "year=2024", add a column.
NAME = "source"


@contextmanager
def connection_for(
    path: Path, memory_limit: str | None
) -> Iterator[tuple["duckdb.DuckDBPyConnection", str]]:
    """Open a connection in memory for the file at ``path``; yield it and the name to read by.

    Raises:
        UsageError: The memory limit is none that DuckDB knows.
        DataError: Counting needs more memory than the limit, even with the disk's help.
        StorageError: The file cannot be reached, or the disk for what does not fit is full.
    """
    with scratch_folder() as folder:
        name = _linked(path, folder)
        with connection_in(folder, [name], path.name, memory_limit) as con:
            yield con, name


@contextmanager
def connection_in(
    folder: Path,
    names: Sequence[str],
    called: str,
    memory_limit: str | None,
    attached: Path | None = None,
) -> Iterator["duckdb.DuckDBPyConnection"]:
    """Open a connection in memory that can read the files of ``names`` and spills into ``folder``.

    Args:
        folder: One that only the user can enter.
        names: The files.
        called: What they are called together in messages.
        memory_limit: As DuckDB writes it.
        attached: A DuckDB file, to be read as the database ``source``.

    Raises:
        As `connection_for`.
    """
    import duckdb

    limit = MEMORY_LIMIT if memory_limit is None else memory_limit
    con = _connected(folder, names, limit)
    try:
        if attached is not None:
            _attach(con, attached)
        con.execute("SET enable_external_access = false")
        con.execute("SET lock_configuration = true")
        yield con
    except duckdb.OutOfMemoryException as error:
        if DISK_LIMIT in str(error):
            raise _no_room(called) from None
        raise DataError(
            f"{called} needs more memory to be counted than the limit of {limit}; "
            "raise it with --memory-limit"
        ) from None
    except duckdb.IOException:
        raise _no_room(called) from None
    except RuntimeError as error:
        if "interrupted" in str(error).casefold():
            raise KeyboardInterrupt from None
        raise
    finally:
        con.close()


def _attach(con: "duckdb.DuckDBPyConnection", path: Path) -> None:
    import duckdb

    try:
        con.execute("ATTACH $path AS source (READ_ONLY)", {"path": str(path)})
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        if any(words in str(error).casefold() for words in IN_USE):
            raise StorageError(
                f"{path.name} is in use by another program; close it there, and try again"
            ) from None
        raise DataError(
            f"{path.name} cannot be read as a DuckDB file: it is damaged, encrypted, or of another "
            f"version; {NOTHING_IMPORTED}"
        ) from None


def _connected(folder: Path, names: Sequence[str], limit: str) -> "duckdb.DuckDBPyConnection":
    import duckdb

    if not A_SIZE.fullmatch(limit):
        raise _no_limit(limit)
    try:
        con = duckdb.connect(
            config={
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "python_enable_replacements": False,
                "memory_limit": limit,
                "temp_directory": str(folder / "spilled"),
                "temp_file_encryption": True,
                "threads": min(len(_cores()), MOST_THREADS),
            }
        )
    except duckdb.Error:
        raise _no_limit(limit) from None
    # DuckDB's own cipher has no certified source of random keys, and the other is an extension that
    # would have to be downloaded. It keeps what is spilled from being read as text.
    con.execute("SET force_mbedtls_unsafe = true")
    # The instants of a typed file are dates by the same clock on every machine.
    con.execute("SET TimeZone = 'UTC'")
    con.execute("SET allowed_paths = $names", {"names": list(names)})
    return con


def _no_room(called: str) -> StorageError:
    return StorageError(
        f"{called} cannot be counted: reading it failed, or the disk has no room for what does not "
        f"fit into memory; free some in {tempfile.gettempdir()}, or raise --memory-limit"
    )


def _no_limit(limit: str) -> UsageError:
    return UsageError(f"“{limit}” is no memory limit; write one such as 2GB")


def _cores() -> "set[int] | range":
    if hasattr(os, "sched_getaffinity"):
        return os.sched_getaffinity(0)
    return range(os.cpu_count() or 1)


def _linked(path: Path, folder: Path) -> str:
    link = folder / NAME
    try:
        link.symlink_to(path.resolve(strict=True))
    except OSError as error:
        plain = str(path.resolve())
        # Windows lets few users make links; a name without signs needs none.
        if os.name == "nt" and not set(plain) & set("*?[]{}="):
            return plain
        raise StorageError(f"{path} cannot be read: {error.strerror}") from None
    return str(link)
