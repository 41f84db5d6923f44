"""A process is killed, or interrupted, at some point of a change."""

import signal
import subprocess
import time
from pathlib import Path
from random import Random

from tests.faults.jobs import Job, copied, made
from tests.faults.states import Tally, judge

# Of the time that a run takes: Python starts before, and ends after.
EARLIEST, LATEST = 0.3, 1.02


def at_random(job: Job, folder: Path, times: int, sent: signal.Signals = signal.SIGKILL) -> Tally:
    """Send a signal at random points of the time that the job takes."""
    tally = Tally(f"{job.name}: {sent.name} at a random point")
    random = Random(times)  # noqa: S311 - where to disturb, not a secret
    start = made(folder / "start")
    before = start.read_bytes()
    whole = min(_seconds(job, copied(start, folder / f"timed-{n}")) for n in range(3))
    for n in range(times):
        path = copied(start, folder / f"{sent.name}-{n}")
        delay = whole * random.uniform(EARLIEST, LATEST)
        judge(tally, job, path, before, _killed(job, path, delay, sent))
    return tally


def _seconds(job: Job, path: Path) -> float:
    began = time.monotonic()
    subprocess.run(job.command(path, ["during"]), check=True, capture_output=True)
    return time.monotonic() - began


def _killed(job: Job, path: Path, delay: float, sent: signal.Signals) -> tuple[int, str]:
    command = job.command(path, ["during"])
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.send_signal(sent)
        _, text = process.communicate()
    return process.returncode, text
