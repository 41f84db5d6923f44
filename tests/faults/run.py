"""Disturb what is written to a warehouse in every way that can be thought of.

    python tests/faults/run.py [SHARE]

Prints how often what was done, and what was left: the old warehouse, byte for byte, the new one, or
a loss. Exits with 1 where there is any loss. ``SHARE``, such as 0.1, does less. Needs a C compiler.
"""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.faults import crowds, damages, failures, kills
from tests.faults.jobs import CHANGE, IMPORT, Job
from tests.faults.states import Tally

JOBS = (CHANGE, IMPORT)


def disturbances(job: Job, folder: Path, share: float) -> Iterator[Tally]:
    """Yield the results of each kind of disturbance of one job."""

    def times(all_of_them: int) -> int:
        return max(round(all_of_them * share), 1)

    library = failures.disturber(folder)
    yield kills.at_random(job, folder / "kills", times(200))
    yield kills.at_random(job, folder / "interrupts", times(50), signal.SIGINT)
    yield kills.at_random(job, folder / "terminations", times(50), signal.SIGTERM)
    for how in ("die", "once", "full"):
        yield failures.at_each_call(job, folder / how, library, how, times(50))
    yield failures.at_each_size(job, folder / "sizes", times(50))
    yield crowds.at_once(job, folder / "crowd", 8, times(5))
    yield damages.of_all_kinds(job, folder / "damages", times(100))


def main(share: float) -> int:
    """Do all, print the table, and return the exit code."""
    # In the background of a shell Ctrl-C is not heard, and would not be by what is started here.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stdout.write(f"{'what was done':44}{'times':>6}{'old':>8}{'new':>8}{'losses':>8}\n")
    losses = 0
    for job in JOBS:
        with TemporaryDirectory() as name:
            for tally in disturbances(job, Path(name), share):
                sys.stdout.write(f"{tally}\n")
                sys.stdout.flush()
                losses += len(tally.losses)
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if sys.argv[1:] else 1.0))
