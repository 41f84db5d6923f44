"""One Spark on this machine for all tests here, and a Spark Connect server in the same process."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from recruitment.ingest.national.spark.masters import master_at
from recruitment.ingest.national.spark.quiet import quiet
from recruitment.ingest.national.spark.starting import started
from tests.java import HAS_JAVA, NO_JAVA
from tests.recruitment.ingest.national.spark.engines import QUICKLY

PLUGIN = "org.apache.spark.sql.connect.SparkConnectPlugin"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SparkSession, str]]:
    """A session with a driver of ours, and the address at which it is also a server.

    The settings of a cluster are read from its own file: here, that it is a server too.
    """
    if not HAS_JAVA:
        pytest.skip(NO_JAVA)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("conf")
    own = {"spark.plugins": PLUGIN, "spark.connect.grpc.binding.port": port}
    said = "\n".join(f"{name} {value}" for name, value in own.items())
    (folder / "spark-defaults.conf").write_text(said, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_CONF_DIR", str(folder))
        patch.setenv("JAVA_TOOL_OPTIONS", QUICKLY)
        with started(master_at("local[2]"), "600MB") as session:
            yield session, f"sc://127.0.0.1:{port}"


@pytest.fixture
def spark(server: tuple[SparkSession, str]) -> Iterator[SparkSession]:
    """A session with a driver of ours."""
    with quiet():
        yield server[0]


@pytest.fixture(scope="session")
def connected(server: tuple[SparkSession, str]) -> Iterator[SparkSession]:
    """A session with a server."""
    with started(master_at(server[1]), None) as session:
        yield session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose name has what Spark and Hadoop take for patterns, or write otherwise."""
    path = tmp_path / "wave {a,b} 100% é"
    path.mkdir()
    return path
