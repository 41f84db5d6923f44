"""Whether the file at a path is the warehouse that was last written there, byte for byte.

All of it is read while no connection is open. No reader waits for a lock: a file that is replaced
stays whole for those who have opened it, and the manifest names old and new meanwhile.
"""

import os
from pathlib import Path

from recruitment.errors import StorageError, UsageError
from recruitment.warehouse.connections import opened
from recruitment.warehouse.manifest import Content, Manifest, content_of, decoded, manifest_path

# Bytes 8 to 11 of every DuckDB file.
MAGIC = b"DUCK"
# What DuckDB writes beside a database, and reads before it.
JOURNALS = (".wal", ".wal.checkpoint", ".wal.recovery")
# How often a file may be replaced while it is read; each time takes a whole import.
TRIES = 20
# No manifest is longer.
MANIFEST_BYTES = 4096
BACKUP = "restore a backup together with its .manifest"


def located(path: Path) -> Path:
    """Return where the file at ``path`` really is, past all links.

    Raises:
        UsageError: There is no file, or something else.
        StorageError: It cannot be reached.
    """
    try:
        if not path.exists():
            _explain_absence(path)
        if path.is_dir():
            raise UsageError(f"{path} is a folder; --db names a DuckDB file")
        if not path.is_file():
            raise UsageError(f"{path} is no regular file; --db names a DuckDB file")
        return path.resolve(strict=True)
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}") from None


def verified(path: Path) -> Content:
    """Return what is in the warehouse at ``path``, which is what its manifest says.

    Raises:
        StorageError: It is not; the message says in what way, and what to do.
    """
    for _ in range(TRIES):
        text = manifest_text(path)
        if text is None:
            raise unmanifested(path)
        _check_journals(path)
        manifest = decoded(text, manifest_path(path))
        content = content_of(path)
        if content in manifest:
            return content
        if manifest_text(path) == text:
            raise _difference(path, content, manifest)
    raise StorageError(f"{path} is being replaced all the time; try again later")


def manifest_text(path: Path) -> bytes | None:
    """Return the manifest of the warehouse at ``path`` as it is written, or None without one."""
    try:
        with manifest_path(path).open("rb") as file:
            return file.read(MANIFEST_BYTES)
    except FileNotFoundError:
        return None


def check_is_duckdb(path: Path) -> None:
    """Refuse, unconnected, what DuckDB would not open, or would fill.

    Raises:
        StorageError: It is not a DuckDB file.
    """
    with path.open("rb") as file:
        head = file.read(12)
    if head[8:12] != MAGIC:
        raise StorageError(f"{path} is not a DuckDB file")


def signature(path: Path) -> tuple[int, ...]:
    """Return what changes when another file takes its place, or something writes to it."""
    status = path.stat()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def trust(path: Path) -> str:
    """Return what to do with a file that is not what it was, in words."""
    from shlex import quote

    return f"{BACKUP}, or, if you trust it, run: recruit check --db {quote(str(path))} --adopt"


def unmanifested(path: Path) -> StorageError:
    """Return what is wrong with a warehouse that has no manifest.

    Raises:
        StorageError: It never was a warehouse, or is one of another version.
    """
    check_is_duckdb(path)
    opened(path).close()
    return StorageError(f"{path} has lost its manifest {manifest_path(path).name}; {trust(path)}")


def _explain_absence(path: Path) -> None:
    if os.path.lexists(path):
        raise UsageError(f"{path} is a link to nothing; check --db or RECRUIT_DB")
    text = manifest_text(path)
    if text is not None and decoded(text, manifest_path(path)).current is not None:
        raise StorageError(f"{path} is gone, and only its manifest is left; {BACKUP}")
    raise UsageError(f"there is no warehouse at {path}; check --db or RECRUIT_DB")


def _check_journals(path: Path) -> None:
    for suffix in JOURNALS:
        journal = path.with_name(path.name + suffix)
        if os.path.lexists(journal):
            raise StorageError(
                f"{journal.name} lies beside {path}: another program has opened or changed it; "
                f"close that program, or {trust(path)}"
            )


def _difference(path: Path, content: Content, manifest: Manifest) -> StorageError:
    expected = manifest.current or manifest.next
    if expected is not None and content.size < expected.size:
        return StorageError(
            f"{path} has been cut short: {content.size:,} of {expected.size:,} bytes are left; "
            f"{trust(path)}"
        )
    return StorageError(
        f"{path} is not the file that recruit last wrote, but changed, damaged or replaced; "
        f"{trust(path)}"
    )
