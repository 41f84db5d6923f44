"""What must be installed is told before Spark is started."""

import stat
from pathlib import Path

import pytest

from recruitment.errors import UsageError
from recruitment.ingest.national.spark import needs
from recruitment.ingest.national.spark.masters import master_at
from recruitment.ingest.national.spark.memory import driver_memory
from recruitment.ingest.national.spark.needs import check_installed
from tests.java import needs_java

LOCAL = master_at("local[2]")


def java(folder: Path, does: str) -> None:
    """Write a program in the place of Java."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    program.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("name", ["pyspark", "sqlglot"])
def test_a_missing_library_is_told_with_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(needs, "find_spec", lambda each: None if each == name else each)
    with pytest.raises(UsageError, match=rf"needs {name}, .* pip install 'recruit\[spark\]'"):
        check_installed(LOCAL)


@pytest.mark.parametrize(
    ("does", "said"),
    [
        (
            "echo 'openjdk version \"11.0.2\"' >&2",
            "needs Java 17, and .*java is 11; install Java 17",
        ),
        ("echo 'java version \"1.8.0_391\"' >&2", "java is 8;"),
        ("exit 1", "java does not start"),
    ],
)
def test_an_older_java_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str, said: str
) -> None:
    java(tmp_path, does)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(UsageError, match=said):
        check_installed(LOCAL)


@pytest.mark.parametrize("home", [True, False])
def test_no_java_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, home: bool) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("JAVA_HOME" if home else "PATH", str(tmp_path))
    with pytest.raises(UsageError, match="needs Java, and there is none"):
        check_installed(LOCAL)


def test_a_server_needs_no_java_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    check_installed(master_at("sc://hr"))


@needs_java
def test_yarn_needs_the_files_of_its_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HADOOP_CONF_DIR", raising=False)
    monkeypatch.delenv("YARN_CONF_DIR", raising=False)
    with pytest.raises(UsageError, match="name their folder in HADOOP_CONF_DIR"):
        check_installed(master_at("yarn"))


@pytest.mark.parametrize(
    ("limit", "said"),
    [("lots", "is no memory limit"), ("100MB", "Spark does not start with")],
)
def test_a_limit_that_spark_cannot_keep_is_refused(limit: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        driver_memory(limit)


@pytest.mark.parametrize(
    ("limit", "spark"),
    [("600MB", "572m"), ("1.5 GiB", "1536m"), ("2g", "1907m")],
)
def test_a_limit_is_told_to_spark_in_its_own_words(limit: str, spark: str) -> None:
    assert driver_memory(limit) == spark
