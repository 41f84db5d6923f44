"""A session with Spark, from the address to its end; it does not outlive the import."""

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from recruitment.errors import StorageError, UsageError, UserError
from recruitment.ingest.candidates.scratch import scratch_folder
from recruitment.ingest.national.spark.connected import Connected
from recruitment.ingest.national.spark.drivers import Driver
from recruitment.ingest.national.spark.masters import Master, check_answers
from recruitment.ingest.national.spark.needs import check_installed
from recruitment.ingest.national.spark.quiet import quiet
from recruitment.ingest.national.spark.waiting import waited_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyspark.sql import SparkSession

# How many seconds a cluster has to give us the first of its cores, and this machine, which has some
# and may be busy, to start at all.
PATIENCE, PATIENCE_HERE = 120.0, 600.0
# What of a server's answer says why.
DETAILS = re.compile(r'details = "([^"]+)"')
LONGEST = 200
# What a result depends on, whatever the cluster is used to.
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.sql.ansi.enabled": "true",
    # What folders say is text: "01" is no number.
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    # A row with too many values shows only where all are looked at.
    "spark.sql.csv.parser.columnPruning.enabled": "false",
    # Columns that nobody reads may hold times of day.
    "spark.sql.timeType.enabled": "true",
}


@contextmanager
def started(master: Master, memory_limit: str | None) -> "Iterator[SparkSession]":
    """Start a session with ``master``, and end it with all that it has begun.

    Args:
        master: The cluster.
        memory_limit: What a driver on this machine may take.

    Raises:
        UsageError: Something that it takes is not installed, or the limit is none.
        StorageError: The cluster cannot be reached, or gives nothing in time.
    """
    check_installed(master)
    check_answers(master)
    with scratch_folder() as folder, quiet():
        side = _side(master, folder, memory_limit)
        try:
            yield _begun(side, master)
        finally:
            side.end()


def _side(master: Master, folder: "Path", memory_limit: str | None) -> Driver | Connected:
    if master.kind == "connect":
        return Connected(master, memory_limit)
    driver = Driver(master, folder, memory_limit)
    _check_alone()
    return driver


def _check_alone() -> None:
    from pyspark import SparkContext

    if SparkContext._active_spark_context is not None:  # noqa: SLF001
        raise UsageError("Spark runs in this process already; stop its session first")


def _begun(side: Driver | Connected, master: Master) -> "SparkSession":
    patience = PATIENCE_HERE if master.is_local else PATIENCE
    try:
        return waited_for(lambda: _ready(side), patience)
    except UserError:
        raise
    except TimeoutError:
        what = f"it gave no work to do within {patience:.0f} seconds; has it free cores and memory?"
    except Exception as error:  # noqa: BLE001 - whatever Spark stumbles over as it starts
        words = side.last_words() or _first_line(error)
        what = f"Spark did not start there: {words}"
    raise StorageError(f"{master.shown} cannot be used: {what}")


def _ready(side: Driver | Connected) -> "SparkSession":
    spark = side.start()
    for name, value in SETTINGS.items():
        spark.conf.set(name, value)
    # Somebody must do the work; a cluster without free cores would let it wait for ever.
    spark.range(1).count()
    return spark


def _first_line(error: Exception) -> str:
    # Nothing was read yet, so this is about no person.
    if (details := DETAILS.search(str(error))) is not None:
        return details[1][:LONGEST]
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines or [type(error).__name__])[0][:LONGEST]
