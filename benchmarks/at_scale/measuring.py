"""What a process of its own takes: time, time of all cores, and the most memory."""

import json
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run took.

    Attributes:
        wall: Seconds from start to end, the interpreter's own start among them.
        cpu: Seconds of all cores, in the program and in the system on its behalf.
        memory: Megabytes at the most, of the largest single process.
        said: What it printed at last, as JSON; None where that is something else.
        failed: Why there is no result, in its last words; empty where there is one.
    """

    wall: float
    cpu: float
    memory: float
    said: object = None
    failed: str = ""


def run(command: list[str]) -> Taken:
    """Run ``command`` to its end.

    The operating system says what a process and those it waited for took, once it has ended.
    """
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=out, stderr=errors, env=os.environ | {"PYTHONPATH": str(ROOT)}
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        printed, wrong = map(_last_line, (out, errors))
    return Taken(
        wall,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1024,
        _parsed(printed),
        failed=(wrong or f"exit code {process.returncode}") if process.returncode else "",
    )


def _last_line(file: IO[str]) -> str:
    file.seek(0)
    lines = [line for line in file.read().splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None
