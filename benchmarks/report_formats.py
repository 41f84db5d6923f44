"""How long each format of the panel report takes, against the bare cost of its library.

    .venv/bin/python benchmarks/report_formats.py [ROUNDS]

``report_floors`` says what is bare. Whole rounds are interleaved, after one to warm up; medians,
seconds of wall time and of processor time. First of all a fresh process makes the web page, with
what it imports and what it does told apart: the second is promised to stay under 3 seconds.
"""

import statistics
import subprocess
import sys
import time

from report_floors import Step, floor

from recruitment import published
from recruitment.studies.report import report
from recruitment.warehouse import open_warehouse
from reports.renderers import MODULES, renderer
from reports.report.model import Report

Lap = tuple[float, float]
# Everything that takes long to load, then the page; prints the seconds of each.
FRESH = """
import time
start = time.perf_counter()
import altair, duckdb, polars
from recruitment import published
from recruitment.studies.report import report
from recruitment.warehouse import open_warehouse
from reports.renderers import renderer
render = renderer(".html")
loaded = time.perf_counter()
with open_warehouse(subjects=published.ALL) as con:
    made = report(con)
render(made)
print(loaded - start, time.perf_counter() - loaded)
"""


def main(rounds: int) -> None:
    """Measure and print."""
    _fresh_page(rounds)
    finished = made()
    steps: dict[str, Step] = {"the studies": made}
    for suffix in MODULES:
        steps[suffix] = lambda suffix=suffix: renderer(suffix)(finished)
        steps[f"{suffix}, bare library"] = floor(suffix, finished)
    for step in steps.values():
        step()
    laps = [{name: _lap(step) for name, step in steps.items()} for _ in range(rounds)]
    print(f"{rounds} rounds, seconds by the clock (of the processor), medians")
    for name in steps:
        clock, processor = (
            statistics.median(part) for part in zip(*(each[name] for each in laps), strict=True)
        )
        print(f"  {name:24}{clock:8.3f} ({processor:.3f})")


def made() -> Report:
    """Return the report of the published figures."""
    with open_warehouse(subjects=published.ALL) as con:
        return report(con)


def _fresh_page(rounds: int) -> None:
    told = [
        subprocess.run([sys.executable, "-c", FRESH], capture_output=True, text=True, check=True)
        for _ in range(rounds)
    ]
    seconds = [[float(each) for each in done.stdout.split()] for done in told]
    imports, beyond = (statistics.median(part) for part in zip(*seconds, strict=True))
    print(f"a web page from nothing: {imports:.3f} s of imports, {beyond:.3f} s beyond")


def _lap(step: Step) -> Lap:
    clock, processor = time.perf_counter(), time.process_time()
    step()
    return time.perf_counter() - clock, time.process_time() - processor


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
