"""``recruit import --engine spark``: each in a process of its own, which has one Spark at most."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from recruitment.cli.main import run
from tests.java import needs_java
from tests.recruitment.ingest.national.made import ROWS, hive
from tests.recruitment.ingest.national.spark.engines import QUICKLY
from tests.recruitment.watched import all_signals_heard

ON_SPARK = ("--engine", "spark", "--master", "local[2]", "--memory-limit", "600MB")
# Two imports, one after the other.
TWICE = """
import sys
from recruitment.cli.main import run
source, db, *more = sys.argv[1:]
sys.exit(max(run(["import", source, "--db", db, *more]) for _ in range(2)))
"""
# A Java that tells its version, and then does not start.
NO_JAVA = """#!/bin/sh
if [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; exit 0; fi
echo 'Error: Could not create the Java Virtual Machine.' >&2; exit 1
"""


def started(db: Path, *command: str, **env: str) -> "subprocess.Popen[str]":
    """Start Python in an empty folder, with another one for what is temporary."""
    for name in ("here", "temporary"):
        db.with_name(name).mkdir()
    own = {"TMPDIR": str(db.with_name("temporary")), "PYTHONPATH": os.pathsep.join(sys.path)}
    own["JAVA_TOOL_OPTIONS"] = QUICKLY
    with all_signals_heard():
        return subprocess.Popen(
            [sys.executable, "-W", "error", *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=db.with_name("here"),
            env=os.environ | own | env,
        )


def left_behind(db: Path) -> list[str]:
    """Return what is left in the folders that were empty."""
    return [str(path) for name in ("here", "temporary") for path in db.with_name(name).iterdir()]


def attrition(db: Path, capsys: pytest.CaptureFixture[str]) -> object:
    """Return what a warehouse says of its campaigns."""
    capsys.readouterr()
    assert run(["attrition", "--db", str(db), "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)["stages"]


@needs_java
def test_an_import_by_spark_is_that_of_duckdb(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, other = str(hive(tmp_path, ROWS)), tmp_path / "other.duckdb"
    with started(db, "-c", TWICE, source, str(db), *ON_SPARK) as process:
        out, err = process.communicate()
    # Of what Spark, Java and Python have to say, nothing.
    told = [line for line in err.splitlines() if not line.endswith(" …")]
    assert [line for line in told if not line.startswith("note: ")] == []
    assert (process.returncode, left_behind(db)) == (0, [])
    assert "Imported: LE25 and Été 24" in out
    assert "Unchanged: LE25 and Été 24" in out
    assert run(["init", str(other)]) == run(["import", source, "--db", str(other)]) == 0
    assert attrition(db, capsys) == attrition(other, capsys)
    assert run(["log", "--db", str(db), "--format", "json"]) == 0
    assert '\\"engine\\": \\"spark\\"' in capsys.readouterr().out


@needs_java
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_import_that_is_interrupted_leaves_nothing(
    db: Path, tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    source, before = str(hive(tmp_path, ROWS)), db.read_bytes()
    command = ("-m", "recruitment", "import", source, "--db", str(db), *ON_SPARK)
    with started(db, *command) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "starting Spark at local[2] …\n"
        process.send_signal(sent)
        err = process.communicate()[1]
    assert (process.returncode, left_behind(db)) == (code, [])
    assert err.splitlines()[-1] in {"recruit: interrupted", "recruit: terminated"}
    assert db.read_bytes() == before


@needs_java
def test_why_spark_does_not_start_is_told_in_a_line(db: Path, tmp_path: Path) -> None:
    java = tmp_path / "java" / "bin" / "java"
    java.parent.mkdir(parents=True)
    java.write_text(NO_JAVA, encoding="utf-8")
    java.chmod(stat.S_IRWXU)
    command = ("-m", "recruitment", "import", str(hive(tmp_path, ROWS)), "--db", str(db))
    home = str(java.parents[1])
    with started(db, *command, *ON_SPARK, JAVA_HOME=home) as process:
        err = process.communicate()[1]
    assert (process.returncode, left_behind(db)) == (5, [])
    said = "Spark did not start there: Error: Could not create the Java Virtual Machine."
    assert err.splitlines()[-1] == f"recruit: local[2] cannot be used: {said}"


@needs_java
@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--master", "local[2]"], 2, "--master is for --engine spark; add that, or leave"),
        (["--engine", "spark"], 2, "add --master, such as local[4] or spark://HOST:7077"),
        ([*ON_SPARK, "--sheet", "Data"], 2, "reads no workbooks; leave --sheet out"),
        ([*ON_SPARK, "--layout", "stage-counts"], 2, "leave --layout out, or import without"),
        ([*ON_SPARK, "--layout", "candidates-dates"], 2, "leave --layout out, or import without"),
        (["--engine", "spark", "--master", "sp:1"], 2, "--master sp:1: no address of Spark; write"),
        (["--engine", "spark", "--master", "spark://127.0.0.1:9"], 5, "127.0.0.1:9 cannot be reac"),
        ([*ON_SPARK, "--memory-limit", "1MB"], 2, "give --memory-limit 600MB or more"),
    ],
)
def test_what_cannot_be_is_said_before_spark_starts(
    db: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    code: int,
    said: str,
) -> None:
    source, before = str(hive(tmp_path, ROWS)), db.read_bytes()
    assert run(["import", source, "--db", str(db), *options]) == code
    assert said in capsys.readouterr().err
    assert db.read_bytes() == before


def test_a_file_that_is_not_there_is_said_before_spark_starts(
    db: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "none.parquet", "--db", str(db), *ON_SPARK]) == 2
    assert capsys.readouterr().err == "recruit: there is no file none.parquet\n"
