"""A driver of Spark on this machine: a process of our own, which ends with the import.

It works in a scratch folder, so that whatever Spark leaves in the folder it is started in
(``spark-warehouse``, ``artifacts``, ``metastore_db``, ``derby.log``) goes with it, and its log too.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, BinaryIO

from recruitment.ingest.national.spark.masters import Master
from recruitment.ingest.national.spark.memory import driver_memory
from recruitment.ingest.national.spark.waiting import tried

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

HERE = "127.0.0.1"
# How long a driver has to start its process, and to end it.
PATIENCE = 10.0
# A line of the log that says why: not one of a stack, and not where a log begins.
OF_STACK = re.compile(r"\s*(at\s|\.\.\. \d+ more|WARNING: Using incubator)|\s*$")
STAMP = re.compile(r"^\d\d/\d\d/\d\d \d\d:\d\d:\d\d ")
TELLING = re.compile(r"exception|error|cannot|could not|failed|must|refused", re.IGNORECASE)
LONGEST = 200


class Driver:
    """A driver, and the session with it."""

    def __init__(self, master: Master, folder: Path, memory_limit: str | None) -> None:
        """Prepare to start it.

        Args:
            master: Where its work is done.
            folder: A scratch folder.
            memory_limit: What the driver may take.

        Raises:
            UsageError: That is no size, or too little.
        """
        self._master = master
        self._folder = folder
        self._log = folder / "spark.log"
        self._settings = dict(_settings(master, folder, memory_limit))
        self._gateway: Any = None
        self._session: SparkSession | None = None
        self._launching = self._given_up = False
        self._launched = Event()

    def start(self) -> "SparkSession":
        """Start it, and return the session."""
        from pyspark import SparkConf, SparkContext
        from pyspark.java_gateway import launch_gateway
        from pyspark.sql import SparkSession

        conf = SparkConf(loadDefaults=False)
        conf.setAll(list(self._settings.items()))
        with _written(self._log) as log, _own_folder_for_spills(self._master):
            place = {"cwd": self._folder, "stdout": log, "stderr": log}
            self._launching = True
            try:
                self._gateway = launch_gateway(conf, place)  # type: ignore[no-untyped-call]
            finally:
                self._launched.set()
        if self._given_up:
            self._end_process()
            raise TimeoutError
        context = SparkContext(conf=conf, gateway=self._gateway)
        self._session = SparkSession(context)
        return self._session

    def end(self) -> None:
        """End it, with all work that it has begun."""
        self._given_up = True
        if self._launching:
            # Else its process would be left, and the file by which it tells where it is.
            self._launched.wait(PATIENCE)
        session = self._session
        if session is not None:
            tried(session.sparkContext.cancelAllJobs)
            tried(session.stop)
        self._end_process()
        _forget()

    def last_words(self) -> str:
        """Return the last line of the log that says something; empty for none."""
        try:
            lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return ""
        said = [STAMP.sub("", line).strip() for line in lines if not OF_STACK.match(line)]
        telling = [line for line in said if TELLING.search(line)]
        return (telling or said or [""])[-1][:LONGEST]

    def _end_process(self) -> None:
        import subprocess

        if self._gateway is None:
            return
        process = self._gateway.proc
        tried(self._gateway.shutdown)
        if process is None:
            return
        with suppress(OSError):
            process.stdin.close()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _settings(master: Master, folder: Path, memory_limit: str | None) -> Iterator[tuple[str, str]]:
    yield "spark.master", master.url
    yield "spark.app.name", "recruit"
    yield "spark.submit.deployMode", "client"
    yield "spark.ui.enabled", "false"
    yield "spark.ui.showConsoleProgress", "false"
    yield "spark.driver.memory", driver_memory(memory_limit)
    if master.is_local:
        yield "spark.driver.host", HERE
        yield "spark.driver.bindAddress", HERE
        yield "spark.local.dir", str(folder / "spilled")
        # What does not fit into memory is on the disk with a key that is in memory alone.
        yield "spark.io.encryption.enabled", "true"
        yield "spark.sql.shuffle.partitions", str(4 * _cores(master.url))


def _cores(url: str) -> int:
    found = re.search(r"\[(\d+)", url)
    return int(found[1]) if found else (os.cpu_count() or 1) if "*" in url else 1


@contextmanager
def _written(log: Path) -> Iterator[BinaryIO]:
    with log.open("wb") as file:
        yield file


@contextmanager
def _own_folder_for_spills(master: Master) -> Iterator[None]:
    # What it says would count for more than our own setting, and the driver inherits it.
    said = os.environ.pop("SPARK_LOCAL_DIRS", None) if master.is_local else None
    try:
        yield
    finally:
        if said is not None:
            os.environ["SPARK_LOCAL_DIRS"] = said


def _forget() -> None:
    """Have Spark's Python side start anew next time: it keeps one driver for a whole process."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    SparkContext._active_spark_context = None  # noqa: SLF001 - there is no other way
    SparkContext._gateway = SparkContext._jvm = None  # noqa: SLF001
    SparkSession._instantiatedSession = SparkSession._activeSession = None  # noqa: SLF001
