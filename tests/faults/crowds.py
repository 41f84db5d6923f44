"""Several processes change one warehouse at once."""

import subprocess
from itertools import chain
from pathlib import Path

from tests.faults.jobs import AT_REST, Job, made
from tests.faults.states import Tally


def at_once(job: Job, folder: Path, processes: int, each: int) -> Tally:
    """Let every process add ``each`` labels of its own; all must be there, and once."""
    tally = Tally(f"{job.name}: {processes} processes at once, {each} each", done=processes * each)
    path = made(folder / "crowd")
    names = [[f"{one}-{n}" for n in range(each)] for one in range(processes)]
    running = [subprocess.Popen(job.command(path, labels)) for labels in names]
    codes = [process.wait() for process in running]
    found = job.labels(path)
    tally.new = len(set(found))
    if any(codes):
        tally.losses.append(f"exit codes {codes}")
    if sorted(found) != sorted(chain(*names)):
        tally.losses.append(f"lost or twice: {sorted(found)}")
    if {file.name for file in path.parent.iterdir()} != AT_REST:
        tally.losses.append("something was left behind")
    return tally
