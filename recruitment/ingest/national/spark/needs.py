"""What must be installed before Spark can start: its Python side, and Java for a driver of ours."""

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from recruitment.errors import UsageError
from recruitment.ingest.national.spark.masters import Master

INSTALL = "install it with pip install 'recruit[spark]'"
OF_ALL = ("pyspark", "pyarrow", "pandas", "sqlglot")
OF_CONNECT = ("grpc", "grpc_status", "zstandard")
OLDEST_JAVA = 17
JAVA = (
    f"install Java {OLDEST_JAVA} (on Debian and Ubuntu: apt install openjdk-17-jre-headless), or "
    "name its folder in JAVA_HOME"
)
# As `java -version` says it; before Java 9 as 1.8.
VERSION = re.compile(r'version "(?:1\.)?(\d+)')
PATIENCE = 30.0


def check_installed(master: Master) -> None:
    """See that all is there that a session with ``master`` needs.

    Raises:
        UsageError: Something is missing, or too old.
    """
    needed = OF_ALL + (OF_CONNECT if master.kind == "connect" else ())
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        raise UsageError(f"--engine spark needs {missing[0]}, which is not installed; {INSTALL}")
    if master.kind == "connect":
        # The driver runs where the server does.
        return
    _check_java()
    if master.kind == "yarn" and not {"HADOOP_CONF_DIR", "YARN_CONF_DIR"} & set(os.environ):
        raise UsageError(
            "--master yarn finds its cluster by files; name their folder in HADOOP_CONF_DIR"
        )


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(str(Path(home) / "bin" / "java") if home else "java")
    if java is None:
        where = f" in JAVA_HOME={home}" if home else ""
        raise UsageError(f"--engine spark needs Java, and there is none{where}; {JAVA}")
    version = _version(java)
    if version is None:
        raise UsageError(f"--engine spark needs Java, and {java} does not start; {JAVA}")
    if version < OLDEST_JAVA:
        raise UsageError(
            f"--engine spark needs Java {OLDEST_JAVA}, and {java} is {version}; {JAVA}"
        )


def _version(java: str) -> int | None:
    try:
        told = subprocess.run(  # noqa: S603 - the Java that Spark would start
            [java, "-version"], capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = VERSION.search((told.stderr + told.stdout).decode(errors="replace"))
    return int(found[1]) if found else None
