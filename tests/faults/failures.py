"""The system refuses: the Nth write, flush, open or rename fails, or a file may not grow."""

import os
import subprocess
from pathlib import Path
from typing import Literal

from tests.faults.jobs import Job, copied, made
from tests.faults.states import Tally, judge

How = Literal["die", "once", "full", "count"]
SMALLEST_FILE = 4096
BLOCK = 512


def disturber(folder: Path) -> Path:
    """Return the library that disturbs calls, made with the C compiler of the machine."""
    library = folder / "nth_call.so"
    source = Path(__file__).with_name("nth_call.c")
    command = ["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"]
    subprocess.run(command, check=True)
    return library


def at_each_call(job: Job, folder: Path, library: Path, how: How, times: int) -> Tally:
    """Disturb the first ``times`` calls, and then the last ones, each in a run of its own."""
    start = made(folder / f"start-{how}")
    before = start.read_bytes()
    _, text = _disturbed(job, copied(start, folder / "count"), library, "count", 0)
    calls = int(text.split()[-1])
    told = {"die": "killed", "once": "no space", "full": "no space from then on"}[how]
    tally = Tally(f"{job.name}: {told} at a call, of {calls}")
    for n in sorted({*range(1, min(times, calls) + 1), *range(max(calls - times, 1), calls + 1)}):
        path = copied(start, folder / f"{how}-{n}")
        judge(tally, job, path, before, _disturbed(job, path, library, how, n))
    return tally


def at_each_size(job: Job, folder: Path, times: int) -> Tally:
    """Let no file grow beyond a size, from nothing to what is needed."""
    tally = Tally(f"{job.name}: no file may grow beyond a size")
    start = made(folder / "start-size")
    before = start.read_bytes()
    for n in range(times):
        path = copied(start, folder / f"size-{n}")
        blocks = n * (len(before) + SMALLEST_FILE) // times // BLOCK
        limited = ["sh", "-c", 'ulimit -f "$0" && exec "$@"', str(blocks)]
        done = subprocess.run(
            [*limited, *job.command(path, ["during"])], capture_output=True, text=True, check=False
        )
        judge(tally, job, path, before, (done.returncode, done.stderr))
    return tally


def _disturbed(job: Job, path: Path, library: Path, how: How, at: int) -> tuple[int, str]:
    disturbance = {"FAULT_UNDER": str(path.parent), "FAULT_AT": str(at), "FAULT_HOW": how}
    done = subprocess.run(
        job.command(path, ["during"]),
        env={**os.environ, "LD_PRELOAD": str(library), **disturbance},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr
