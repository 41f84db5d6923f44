"""What the user named as the source: one file, a folder or pattern of many, or a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from recruitment.errors import DataError, UsageError
from recruitment.ingest.candidates.unchanged import Seen, seen
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.national.listing import MAGIC, MOST_FILES, PARQUET, listing
from recruitment.ingest.national.partitions import Partition, partition_of

TABLE = "::"
DUCKDB = (".duckdb", ".ddb", ".db")
# As many as a person would look for.
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Location:
    """A source of many rows.

    Attributes:
        named: As the user named it, without the folders above.
        files: The files that hold its rows, in the order of their names.
        called: The name of each, from the folder that was named.
        partitions: What the names of its folders say of each file; all have the same columns.
        table: The table of a DuckDB file; None for files of rows.
        remarks: What a reader must know about what is left out, one sentence each.
    """

    named: str
    files: tuple[Path, ...]
    called: tuple[str, ...]
    partitions: tuple[Partition, ...]
    table: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What its files are: ``parquet``, ``text`` or ``table``."""
        if self.table is not None:
            return "table"
        return "parquet" if self.files[0].suffix.lower() in PARQUET else "text"

    def seen(self) -> tuple[Seen, ...]:
        """Return every file as it is now."""
        return tuple(map(seen, self.files))

    def full_name(self, number: int) -> str:
        """Return what a file is called in messages: among several, below the name of all.

        >>> Location("all", (), ("a.csv", "b/a.csv"), ()).full_name(1)
        'all, b/a.csv'
        """
        called = self.called[number]
        return called if called == self.named else f"{self.named}, {called}"


def is_of_many(path: Path) -> bool:
    """Return whether ``path`` names more than one file of rows: a folder, a pattern, a table."""
    return _is(path.is_dir) or _names_table(path) or is_pattern(path) or _is_duckdb(path)


def is_pattern(path: Path) -> bool:
    """Return whether ``path`` is a pattern of names, and no file of that very name.

    >>> is_pattern(Path("exports/*.parquet")), is_pattern(Path("exports"))
    (True, False)
    """
    return bool(set(str(path)) & MAGIC) and not _is(path.exists)


def located(path: Path) -> Location:
    """Return the files that ``path`` names.

    Raises:
        UsageError: There are none, or files of several kinds, or a table is not named.
        DataError: They are not whole, or their folders do not go together.
        StorageError: A folder or a file cannot be reached.
    """
    if _names_table(path):
        return _of_table(path)
    if _is_duckdb(path):
        raise UsageError(f"{path} holds tables; name one of them: {path}{TABLE}TABLE")
    if _is(path.is_dir) or is_pattern(path):
        return _of_files(path)
    seen(path)
    return Location(path.name, (path,), (path.name,), ((),))


def _is(asked: Callable[[], bool]) -> bool:
    # What cannot be looked at is told by the one who reads it.
    try:
        return asked()
    except OSError:
        return False


def file_of_table(path: Path) -> Path | None:
    """Return the DuckDB file of which ``path`` names a table; None where it names none.

    >>> str(file_of_table(Path("all.duckdb::people")))
    'all.duckdb'
    """
    name = path.name.partition(TABLE)[0]
    return path.with_name(name) if name and _names_table(path) else None


def _names_table(path: Path) -> bool:
    return TABLE in path.name and not _is(path.exists)


def _is_duckdb(path: Path) -> bool:
    return path.suffix.lower() in DUCKDB and _is(path.is_file)


def _of_table(path: Path) -> Location:
    name, _, table = path.name.partition(TABLE)
    if not (name and table):
        raise UsageError(f"{path}: name a file and a table in it, such as all.duckdb::candidates")
    file = path.with_name(name)
    seen(file)
    if not file.is_file():
        raise UsageError(f"{file} is no regular file; name one")
    # Of a log that is cut short or damaged, DuckDB leaves out rows and says nothing.
    real = file.resolve()
    if real.with_name(f"{real.name}.wal").exists():
        raise DataError(
            f"{name} is not whole: {real.name}.wal beside it holds what a program is writing, or "
            "did when it was killed; close that program, or open the file with DuckDB and close "
            f"it; {NOTHING_IMPORTED}"
        )
    return Location(path.name, (file,), (path.name,), ((),), table)


def _of_files(path: Path) -> Location:
    found = listing(path)
    files = found.files
    if not files and not path.is_dir():
        raise UsageError(f"there is no file of rows that fits {path}")
    if not files:
        raise UsageError(f"{path} has no files of rows: .parquet, .csv or .tsv")
    if len(files) > MOST_FILES:
        raise UsageError(f"{path} has over {MOST_FILES:,} files; name some of them")
    if len({each.suffix.lower() in PARQUET for each in files}) > 1:
        raise UsageError(f"{path} has Parquet and text files; name those of one kind")
    called = tuple(each.relative_to(found.root).as_posix() for each in files)
    named = path.name or path.resolve().name
    others = tuple(each.relative_to(found.root).as_posix() for each in found.others)
    partitions = partition_of(named, called)
    return Location(named, tuple(files), called, partitions, remarks=_left_out(named, others))


def _left_out(named: str, others: Sequence[str]) -> tuple[str, ...]:
    if not others:
        return ()
    more = f" and {len(others) - MOST_NAMED:,} more" if len(others) > MOST_NAMED else ""
    listed = ", ".join(others[:MOST_NAMED])
    return (f"Not read in {named}, by their names: {listed}{more}.",)
