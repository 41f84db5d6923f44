"""What Spark says of a failure is said in our words, and quotes nobody."""

import pytest

from recruitment.errors import DataError, StorageError, UsageError, UserError
from recruitment.ingest.national.spark.failures import told
from recruitment.ingest.national.spark.listing import File, Files

FILES = Files(
    "all",
    "hdfs://nn",
    "/hr/all",
    (File("/hr/all/a.parquet", "a.parquet", (1, 0)), File("/hr/all/a b.pq", "a b.pq", (1, 0))),
    ((), ()),
)
READING = "[FAILED_READ_FILE.NO_HINT] Encountered error while reading file hdfs://nn/hr/all/"


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (f"{READING}a.parquet. x", DataError, "all, a.parquet cannot be read as Parquet: it is"),
        (
            f"{READING}a%20b.pq. Caused by: java.io.FileNotFoundException",
            StorageError,
            "all, a b.pq",
        ),
        (
            f"{READING}a.parquet. Caused by: [MALFORMED_RECORD_IN_PARSING] [Zephyrian,null]",
            DataError,
            "all, a.parquet has a row with other than one value for each heading",
        ),
        ("java.lang.OutOfMemoryError: Java heap space", DataError, "all needs more memory"),
        ("java.io.IOException: No space left on device", StorageError, "has no room for what"),
        ("AccessControlException: Permission denied: user=hr", StorageError, "may not be read"),
        ("Py4JNetworkError: Answer from Java side is empty", StorageError, "Spark ended meanwhile"),
        ("UNAVAILABLE: ipv4:10.0.0.1:15002", StorageError, "Spark ended meanwhile"),
        ("[PARQUET_TYPE_NOT_SUPPORTED] Zephyrian", DataError, "a type that this Spark does not"),
        ("[INTERNAL_ERROR] Zephyrian", StorageError, "Spark failed (INTERNAL_ERROR)"),
        ("Zephyrian", StorageError, "all was not counted: Spark failed; nothing was imported"),
        ("[PATH_NOT_FOUND] Path does not exist: x", UsageError, "all is not there, where Spark"),
    ],
)
def test_a_failure_is_told(text: str, kind: type[UserError], said: str) -> None:
    error = told(text, "all", FILES)
    assert type(error) is kind
    assert said in str(error)
    assert "Zephyrian" not in str(error)
