"""What the user named as the source: one file, a folder or pattern of many, or a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recruitment.errors import StorageError, UsageError
from recruitment.ingest.candidates.unchanged import Seen, seen
from recruitment.ingest.national.partitions import Partition, partition_of

TABLE = "::"
PARQUET, TEXTS = (".parquet",), (".csv", ".tsv", ".txt")
DUCKDB = (".duckdb", ".ddb", ".db")
# What engines leave beside the files that they write, and what is hidden.
NO_DATA = ("_", ".")
MOST_FILES = 100_000


@dataclass(frozen=True, slots=True)
class Location:
    """A source of many rows.

    Attributes:
        named: As the user named it, without the folders above.
        files: The files that hold its rows, in the order of their names.
        called: The name of each, from the folder that was named.
        partitions: What the names of its folders say of each file; all have the same columns.
        table: The table of a DuckDB file; None for files of rows.
    """

    named: str
    files: tuple[Path, ...]
    called: tuple[str, ...]
    partitions: tuple[Partition, ...]
    table: str | None = None

    @property
    def kind(self) -> str:
        """What its files are: ``parquet``, ``text`` or ``table``."""
        if self.table is not None:
            return "table"
        return "parquet" if self.files[0].suffix.lower() in PARQUET else "text"

    def seen(self) -> tuple[Seen, ...]:
        """Return every file as it is now."""
        return tuple(map(seen, self.files))


def is_of_many(path: Path) -> bool:
    """Return whether ``path`` names more than one file of rows: a folder, a pattern, a table."""
    return path.is_dir() or TABLE in path.name or is_pattern(path) or _is_duckdb(path)


def is_pattern(path: Path) -> bool:
    """Return whether ``path`` is a pattern of names, and no file of that very name.

    >>> is_pattern(Path("exports/*.parquet")), is_pattern(Path("exports"))
    (True, False)
    """
    return bool(set(str(path)) & set("*?[")) and not path.exists()


def located(path: Path) -> Location:
    """Return the files that ``path`` names.

    Raises:
        UsageError: There are none, or files of several kinds, or a table is not named.
        StorageError: A folder cannot be read.
    """
    if TABLE in path.name:
        name, _, table = path.name.partition(TABLE)
        return _of_table(path.with_name(name), table)
    if _is_duckdb(path):
        raise UsageError(f"{path} holds tables; name one of them: {path}{TABLE}TABLE")
    if path.is_dir():
        return _of_files(path, path, path.rglob("*"))
    if is_pattern(path):
        root = _fixed(path)
        return _of_files(path, root, root.glob(str(path.relative_to(root))))
    seen(path)
    return Location(path.name, (path,), (path.name,), ((),))


def _is_duckdb(path: Path) -> bool:
    return path.suffix.lower() in DUCKDB and path.is_file()


def _of_table(path: Path, table: str) -> Location:
    if not path.is_file():
        raise UsageError(f"there is no file {path}")
    named = f"{path.name}{TABLE}{table}"
    # What was written last stands in a file beside it until DuckDB puts it in place.
    log = path.with_name(f"{path.name}.wal")
    files = (path, log) if log.is_file() else (path,)
    return Location(named, files, tuple(each.name for each in files), ((),), table)


def _of_files(path: Path, root: Path, found: Iterator[Path]) -> Location:
    files = sorted(_with_rows(path, root, found))
    if not files:
        raise UsageError(f"{path} has no files of rows: .parquet, .csv or .tsv")
    if len({each.suffix.lower() in PARQUET for each in files}) > 1:
        raise UsageError(f"{path} has Parquet and text files; name those of one kind")
    called = tuple(each.relative_to(root).as_posix() for each in files)
    named = path.name or path.resolve().name
    return Location(named, tuple(files), called, partition_of(named, called))


def _with_rows(path: Path, root: Path, found: Iterator[Path]) -> Iterator[Path]:
    # Of a folder, texts are those that can be nothing else; a pattern may name others.
    suffixes = {*PARQUET, *(TEXTS if path != root else TEXTS[:2])}
    number = 0
    try:
        for each in found:
            parts = each.relative_to(root).parts
            if any(part.startswith(NO_DATA) for part in parts) or not each.is_file():
                continue
            if each.suffix.lower() in suffixes:
                number += 1
                if number > MOST_FILES:
                    raise UsageError(f"{path} has over {MOST_FILES:,} files; name some of them")
                yield each
    except OSError as error:
        raise StorageError(f"{path} cannot be read: {error.strerror}") from None


def _fixed(path: Path) -> Path:
    """Return the folder above the first part of ``path`` that is a pattern."""
    for parent in reversed((path, *path.parents)):
        if set(parent.name) & set("*?["):
            return parent.parent
    return path.parent


def listed_again(path: Path, before: Sequence[Path]) -> bool:
    """Return whether ``path`` still names the same files."""
    return located(path).files == tuple(before)
