"""A source opened by DuckDB: one relation over all its files, under names of our own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recruitment.errors import DataError, StorageError
from recruitment.ingest.candidates.one_file import connection_in
from recruitment.ingest.candidates.scratch import scratch_folder
from recruitment.ingest.candidates.unchanged import watched
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.national.locations import Location

if TYPE_CHECKING:
    import duckdb
    import polars as pl

# The number of a file's folders in `partition_frame`; it is in the links that DuckDB reads.
PART = "recruit_partition"
# The type of a column in which a file of typed columns says nothing.
NOTHING = '"NULL"'


@dataclass(frozen=True, slots=True)
class FileRows:
    """The rows of one file, or of one table.

    Attributes:
        called: What it is called in messages.
        headings: Of its columns.
        kinds: The type of each, in words; empty where all are text.
        parts: Which of the types hold more than a value each.
        link: By which DuckDB reads it.
    """

    called: str
    headings: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    parts: frozenset[int] = frozenset()
    link: str = ""


def alike(files: Sequence[FileRows]) -> list[FileRows]:
    """Return ``files`` with headings that differ in case alone spelt as in the first of them."""
    spelt: dict[str, str] = {}
    found = []
    for file in files:
        own = [spelt.setdefault(heading.casefold(), heading) for heading in file.headings]
        # Where a file has both, they are two columns.
        headings = tuple(own) if len(set(own)) == len(own) else file.headings
        found.append(replace(file, headings=headings))
    return found


@dataclass(slots=True)
class Opened:
    """A source, opened.

    Attributes:
        con: The connection that can read it, and reach nothing else.
        location: What the user named.
        links: By which name DuckDB reads each file; a name of the user's may be a pattern.
        sha256: Of the bytes of each file, in hexadecimal, where reading it told.
        remarks: What a reader must know about the reading, one sentence each.
    """

    con: "duckdb.DuckDBPyConnection"
    location: Location
    links: tuple[str, ...]
    sha256: dict[Path, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def partitioned(self) -> tuple[str, ...]:
        """The columns that the folders name."""
        return tuple(column for column, _ in self.location.partitions[0])


@contextmanager
def opened(location: Location, memory_limit: str | None) -> Iterator[Opened]:
    """Open a source for reading.

    Raises:
        UsageError: The memory limit is none that DuckDB knows.
        DataError: It changed meanwhile, or counting it needs more memory than the limit.
        StorageError: It cannot be reached, or the disk for what does not fit is full.
    """
    from recruitment.ingest.sources import sha256_of

    before = location.seen()
    # The times of a young file do not tell whether it changes: its bytes from now on do.
    hashes = {each.path: sha256_of(each.path) for each in before if each.young}
    with (
        watched(before),
        scratch_folder() as folder,
        _connected(location, folder, memory_limit) as source,
    ):
        source.sha256.update(hashes)
        yield source


@contextmanager
def _connected(location: Location, folder: Path, memory_limit: str | None) -> Iterator[Opened]:
    if location.kind == "table":
        path = location.files[0].resolve()
        _check_duckdb(path)
        with connection_in(folder, [], location.named, memory_limit, path) as con:
            yield Opened(con, location, ())
        return
    links = tuple(_linked(location, folder))
    with connection_in(folder, links, location.named, memory_limit) as con:
        yield Opened(con, location, links, remarks=location.remarks)


def partition_numbers(location: Location) -> list[int]:
    """Return for each file the number of its folders among the different ones."""
    different = {each: number for number, each in enumerate(dict.fromkeys(location.partitions))}
    return [different[each] for each in location.partitions]


def partition_frame(location: Location) -> "pl.DataFrame":
    """Return the texts of each different partition, in columns ``h0 h1 ...``, by its number."""
    import polars as pl

    different = list(dict.fromkeys(location.partitions))
    columns = {PART: pl.Series(PART, range(len(different)), pl.Int64)}
    for number in range(len(different[0])):
        texts = [each[number][1] for each in different]
        columns[f"h{number}"] = pl.Series(f"h{number}", texts, pl.String)
    return pl.DataFrame(columns)


def united(relations: Sequence[Any]) -> Any:
    """Return all rows of ``relations`` of the same columns; in pairs, so that none nests deeply."""
    while len(relations) > 1:
        pairs = zip(relations[::2], relations[1::2], strict=False)
        joined = [left.union(right) for left, right in pairs]
        relations = [*joined, *relations[2 * len(joined) :]]
    return relations[0]


def _linked(location: Location, folder: Path) -> Iterator[str]:
    for number, part in enumerate(partition_numbers(location)):
        place = folder / "files" / f"{PART}={part}"
        place.mkdir(parents=True, exist_ok=True)
        link = place / f"{number}{location.files[number].suffix.lower()}"
        try:
            link.symlink_to(location.files[number].resolve(strict=True))
        except OSError as error:
            file = location.full_name(number)
            raise StorageError(f"{file} cannot be read: {error.strerror}") from None
        yield str(link)


def _check_duckdb(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(12)
    except OSError as error:
        raise StorageError(f"{path.name} cannot be read: {error.strerror}") from None
    if start[8:12] != b"DUCK":
        raise DataError(f"{path.name} is no DuckDB file; {NOTHING_IMPORTED}")
