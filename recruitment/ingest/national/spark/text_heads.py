"""The first line of each text file, and what a look at all of its characters tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recruitment.errors import DataError
from recruitment.ingest.characters import tidy
from recruitment.ingest.faults import NOTHING_IMPORTED, Fault, Place, SourceRefused
from recruitment.ingest.national.spark.failures import in_our_words
from recruitment.ingest.national.spark.listing import File, Files
from recruitment.ingest.national.spark.places import path_of
from recruitment.ingest.sources.csv_headings import heading_faults
from recruitment.ingest.sources.csv_rows import NEVER_CLOSED, csv_rows
from recruitment.ingest.sources.delimiters import delimiter_of, named_delimiter

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

NO_TEXT = "is no text in UTF-8; save it so, or import it without --engine spark"
# What stands where bytes were none of the encoding.
LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Head:
    """How a file is to be read.

    Attributes:
        headings: Of its columns, tidied.
        delimiter: What stands between values.
    """

    headings: tuple[str, ...]
    delimiter: str


def head_of(spark: "SparkSession", files: Files, file: File) -> Head:
    """Return how one file is to be read; its first line holds the headings.

    Raises:
        SourceRefused: Headings are missing, repeated or broken.
        DataError: It is empty, or no text.
    """
    where = files.where(file)
    with in_our_words(where):
        lines = spark.read.text(files.url(file)).limit(1).collect()
    line = lines[0][0] if lines else ""
    if not tidy(line):
        raise DataError(f"{where} has nothing in its first line, where headings are expected")
    if named_delimiter(where, line) is not None:
        raise DataError(f"{where}, line 1: leave the line that names the delimiter out")
    suffix = "." + file.path.rpartition(".")[2].lower()
    delimiter = delimiter_of(suffix, line)
    [row, *_] = csv_rows([line], delimiter)
    if faults := tuple(heading_faults(where, row)):
        raise SourceRefused(files.named, faults)
    return Head(tuple(map(tidy, row.cells)), delimiter)


def check_characters(spark: "SparkSession", files: Files) -> bool:
    """See that every file is text whose quotation marks are closed.

    Returns:
        Whether a value may go on in the next line.

    Raises:
        SourceRefused: A mark is never closed: what follows would be taken for one value.
        DataError: A file is no text in UTF-8.
    """
    with in_our_words(files.named, files):
        found = _counted(spark, files)
    by_path = {file.path: file for file in files.files}
    faults = []
    for url, odd, lost in found:
        # As Spark has it in addresses.
        where = files.where(_named(by_path, url)) if url else files.named
        if lost:
            raise DataError(f"{where} {NO_TEXT}; {NOTHING_IMPORTED}")
        if odd % 2:
            faults.append(Fault(Place(where), NEVER_CLOSED))
    if faults:
        raise SourceRefused(files.named, faults)
    return any(odd for _, odd, _ in found)


def _counted(spark: "SparkSession", files: Files) -> Sequence[Any]:
    from recruitment.ingest.national.spark.sessions import functions_of

    functions = functions_of(spark)
    lines = spark.read.text(list(map(files.url, files.files)))
    bare = functions.translate("value", '"', "")
    marks = functions.length("value") - functions.length(bare)
    lost = functions.col("value").contains(LOST) | functions.col("value").contains("\x00")
    return (
        lines.select(
            functions.col("_metadata.file_path").alias("file"),
            (marks % 2).alias("odd"),
            (lost | ~functions.is_valid_utf8("value")).cast("int").alias("lost"),
        )
        .groupBy("file")
        .agg(functions.sum("odd").alias("odd"), functions.max("lost").alias("lost"))
        .collect()
    )


def _named(by_path: dict[str, File], url: str) -> File:
    from urllib.parse import unquote

    path = path_of(url)
    return by_path.get(path) or by_path[unquote(path)]
