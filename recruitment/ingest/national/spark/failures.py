"""What Spark says of a failure, in our words: its own may quote a row about a person."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from recruitment.errors import DataError, StorageError, UsageError, UserError
from recruitment.ingest.faults import NOTHING_IMPORTED

if TYPE_CHECKING:
    from recruitment.ingest.national.spark.listing import Files

CONDITION = re.compile(r"\[([A-Z][A-Z0-9_]+(?:\.[A-Z0-9_]+)*)\]")


@dataclass(frozen=True, slots=True)
class Failure:
    """One kind of failure.

    Attributes:
        signs: What is in Spark's words for it.
        what: Ours, after the name of the source or of the file.
        kind: The kind of error that it is to the user.
    """

    signs: re.Pattern[str]
    what: str
    kind: type[UserError]


def _failure(signs: str, what: str, kind: type[UserError]) -> Failure:
    return Failure(re.compile(signs), what, kind)


# The first that fits decides: what a failure comes from is in its words too.
FAILURES = (
    _failure(
        r"OutOfMemoryError|Java heap space|UNABLE_TO_ACQUIRE_MEMORY",
        "needs more memory to be counted than Spark has; raise it with --memory-limit, or where "
        "the cluster is started",
        DataError,
    ),
    _failure(
        r"No space left on device|ENOSPC|Disk quota exceeded",
        "cannot be counted: a disk of Spark has no room for what does not fit into memory",
        StorageError,
    ),
    _failure(
        r"No FileSystem for scheme|UnsupportedFileSystemException|ClassNotFoundException: Class "
        r"org\.apache\.hadoop\.fs",
        "cannot be read by this Spark: it lacks what reads such addresses; add that to its jars "
        "(spark.jars.packages), such as hadoop-aws for s3a://",
        UsageError,
    ),
    _failure(r"PATH_NOT_FOUND", "is not there, where Spark looks for it; name what is", UsageError),
    _failure(
        r"TABLE_OR_VIEW_NOT_FOUND|SCHEMA_NOT_FOUND|REQUIRES_SINGLE_PART_NAMESPACE|"
        r"CATALOG_NOT_FOUND",
        "is no table that Spark knows; name one as ::SCHEMA.TABLE",
        UsageError,
    ),
    _failure(
        r"AccessControlException|AccessDenied|Permission denied|Forbidden|status code: 403",
        "may not be read by Spark; give who runs it the right to",
        StorageError,
    ),
    _failure(
        r"UnknownHostException|java\.net\.\w*(Connect|Timeout|Route)\w*Exception",
        "cannot be read: where it is stored cannot be reached",
        StorageError,
    ),
    _failure(
        r"FileNotFoundException|FILE_NOT_EXIST|NoSuchFileException",
        "cannot be read where the work is done: it is not there; put it where every worker reaches "
        "it, by the same name",
        StorageError,
    ),
    _failure(
        r"MALFORMED_RECORD|TextParsingException|MALFORMED_CSV",
        "has a row with other than one value for each heading, or a broken quotation mark; an "
        f"import without --engine spark lists such rows by line; {NOTHING_IMPORTED}",
        DataError,
    ),
    _failure(
        r"PARQUET_COLUMN_DATA_TYPE_MISMATCH|SchemaColumnConvertNotSupported",
        "has a column that is of another type than in other files; write them alike; "
        f"{NOTHING_IMPORTED}",
        DataError,
    ),
    _failure(
        r"PARQUET_TYPE_|UNSUPPORTED_TIME_TYPE",
        f"has a column of a type that this Spark does not read; leave it out; {NOTHING_IMPORTED}",
        DataError,
    ),
    _failure(
        r"FAILED_READ_FILE|is not a Parquet file|ParquetDecodingException|Could not read footer",
        f"cannot be read as Parquet: it is damaged or encrypted; {NOTHING_IMPORTED}",
        DataError,
    ),
    _failure(
        r"Py4JNetworkError|Answer from Java side is empty|SparkContext was shut down|"
        r"stopped SparkContext|UNAVAILABLE|ExecutorLostFailure|SESSION_CLOSED|SESSION_NOT_FOUND|"
        r"StreamCorrupted|Connection reset",
        f"was not counted: Spark ended meanwhile; {NOTHING_IMPORTED}",
        StorageError,
    ),
)


@contextmanager
def in_our_words(named: str, files: "Files | None" = None) -> Iterator[None]:
    """Raise what Spark raises as an error of ours.

    Args:
        named: What the source is called.
        files: Those that are read; the one that Spark names is named.

    Raises:
        UserError: Spark raised anything.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException) as error:
        raise told(f"{type(error).__name__} {error}", named, files) from None


def told(text: str, named: str, files: "Files | None" = None) -> UserError:
    """Return an error of ours for what Spark says."""
    where = _where(text, named, files)
    for failure in FAILURES:
        if failure.signs.search(text):
            return failure.kind(f"{where} {failure.what}")
    found = CONDITION.search(text)
    kind = f" ({found[1]})" if found else ""
    return StorageError(f"{where} was not counted: Spark failed{kind}; {NOTHING_IMPORTED}")


def _where(text: str, named: str, files: "Files | None") -> str:
    if files is None:
        return named
    # Spark writes some addresses with signs in place of what may not be in one.
    texts = (text, unquote(text))
    said = [file for file in files.files if any(file.path in each for each in texts)]
    # Of a path that goes on as another one does, the longer is meant.
    said.sort(key=lambda file: len(file.path))
    return files.where(said[-1]) if said else named
