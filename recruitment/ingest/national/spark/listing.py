"""The files of a source, as the cluster lists them: this machine need not reach any of them."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recruitment.errors import DataError, UsageError
from recruitment.ingest.national.listing import MOST_FILES, PARQUET, TEXTS
from recruitment.ingest.national.partitions import Partition, partition_of
from recruitment.ingest.national.spark.places import Place, escaped, path_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

BYTE = re.compile("%([0-9a-fA-F]{2})")


@dataclass(frozen=True, slots=True)
class File:
    """A file of rows.

    Attributes:
        path: Its path, without what stands before it in its address.
        called: Its name, from the folder that was named.
        state: Its size in bytes, and when it changed last.
    """

    path: str
    called: str
    state: tuple[int, Any]


@dataclass(frozen=True, slots=True)
class Files:
    """The files that hold the rows of a source.

    Attributes:
        named: What the source is called.
        start: Scheme and host of all of them.
        root: The folder above all of them; from there on, names of folders may be columns.
        files: In the order of their names.
        partitions: What the names of folders say of each.
    """

    named: str
    start: str
    root: str
    files: tuple[File, ...]
    partitions: tuple[Partition, ...]

    @property
    def is_parquet(self) -> bool:
        """Whether they are Parquet files; else text."""
        return _suffix(self.files[0].path) in PARQUET

    @property
    def partitioned(self) -> tuple[str, ...]:
        """The columns that the folders name."""
        return tuple(column for column, _ in self.partitions[0])

    def misread(self, number: int) -> dict[str, str]:
        """Return what a column that folders name says, by what Spark takes it for, if that differs.

        Spark takes each sign that stands for a byte for a character; who writes folders for others
        means a byte of UTF-8.
        """
        found = {}
        for file, partition in zip(self.files, self.partitions, strict=True):
            folders = [part for part in file.called.split("/")[:-1] if "=" in part.lstrip("=")]
            written = folders[number].partition("=")[2]
            taken = BYTE.sub(lambda sign: chr(int(sign[1], 16)), written)
            if (meant := partition[number][1]) is not None and meant != taken:
                found[taken] = meant
        return found

    @property
    def size(self) -> int:
        """How many bytes they have together."""
        return sum(file.state[0] for file in self.files)

    def url(self, file: File) -> str:
        """Return the address of one of them, as a pattern that fits it alone."""
        return self.start + escaped(file.path)

    def where(self, file: File) -> str:
        """Return how one of them is told of in messages."""
        return self.named if file.called == self.named else f"{self.named}, {file.called}"


def listed(spark: "SparkSession", place: Place) -> Files:
    """Return the files at ``place``, with all that is in folders there.

    Raises:
        UsageError: There are none, or of several kinds.
        DataError: The names of their folders say different columns.
    """
    found = sorted(_found(spark, place))
    if not found:
        raise UsageError(f"{place.named} has no .parquet, .csv or .tsv file with anything in it")
    if len({_suffix(path) in PARQUET for path, _ in found}) > 1:
        raise UsageError(f"{place.named} has Parquet and text files; name those of one kind")
    alone = [path for path, _ in found] == [place.path]
    root = posixpath.dirname(place.path) if alone else place.root
    start = root.rstrip("/") + "/"
    files = tuple(File(path, path.removeprefix(start), state) for path, state in found)
    called = [file.called for file in files]
    partitions = ((),) if alone else partition_of(place.named, called)
    return Files(place.named, place.start, root, files, partitions)


def check_unchanged(spark: "SparkSession", place: Place, before: Files) -> None:
    """See that the files are still those that were listed.

    Raises:
        DataError: One changed, went or came.
    """
    states = {file.path: file.state for file in before.files}
    if dict(_found(spark, place)) != states:
        raise DataError(f"{before.named} changed while it was read; wait until it is whole")


def _found(spark: "SparkSession", place: Place) -> Iterator[tuple[str, tuple[int, Any]]]:
    # Of a folder, texts are those that can be nothing else; a pattern may name others.
    suffixes = {*PARQUET, *(TEXTS if place.is_pattern else TEXTS[:2])}
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    rows = reader.load(place.url).select("path", "length", "modificationTime")
    for number, row in enumerate(rows.limit(MOST_FILES + 1).collect()):
        if number == MOST_FILES:
            raise UsageError(f"{place.named} has over {MOST_FILES:,} files; name some of them")
        path = path_of(row[0])
        hidden = _is_hidden(path.removeprefix(place.root).split("/"))
        if path == place.path or (_suffix(path) in suffixes and not hidden):
            yield path, (row[1], row[2])


def _is_hidden(parts: Sequence[str]) -> bool:
    return any(part.startswith(("_", ".")) for part in parts)


def _suffix(path: str) -> str:
    return posixpath.splitext(path)[1].lower()
