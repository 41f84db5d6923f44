"""How long the command line takes, as ratios against named floors, interleaved in one run.

    .venv/bin/python benchmarks/command_line.py [ROUNDS]

The floors are a bare interpreter, one that imports typer, and one that imports duckdb and polars:
what no program on these libraries can be faster than. Medians of whole-process wall times; the
ratios are taken round by round, so that a machine that slows down slows both.
"""

import compileall
import statistics
import subprocess
import sys
import time
from pathlib import Path

import analytics
import queries
import recruitment
import reports

PYTHON = sys.executable
RECRUIT = str(Path(PYTHON).with_name("recruit"))
COMMANDS = {
    "python -c pass": [PYTHON, "-c", "pass"],
    "import typer": [PYTHON, "-c", "import typer"],
    "recruit --help": [RECRUIT, "--help"],
    "import duckdb, polars": [PYTHON, "-c", "import duckdb, polars"],
    "recruit attrition": [RECRUIT, "attrition", "--campaign", "LE19", "--format", "csv"],
    # CSV holds the stages alone; JSON holds the tests too, and these need NumPy.
    "with the tests": [RECRUIT, "attrition", "--campaign", "LE19", "--format", "json"],
}
RATIOS = [
    ("recruit --help", "python -c pass"),
    ("recruit --help", "import typer"),
    ("recruit attrition", "import duckdb, polars"),
    ("with the tests", "import duckdb, polars"),
]


def main(rounds: int) -> None:
    """Compile, warm up, measure, print."""
    for package in (analytics, queries, recruitment, reports):
        compileall.compile_dir(str(Path(package.__path__[0])), quiet=1)
    _round()
    times = [_round() for _ in range(rounds)]
    print(f"{rounds} rounds, seconds, median (minimum)")
    for name in COMMANDS:
        taken = [each[name] for each in times]
        print(f"  {name:24}{statistics.median(taken):8.3f} ({min(taken):.3f})")
    print("ratios, median of rounds (minimum)")
    for name, floor in RATIOS:
        ratios = [each[name] / each[floor] for each in times]
        print(f"  {name} / {floor:24}{statistics.median(ratios):6.2f} ({min(ratios):.2f})")
    print(f"within the process, milliseconds: {_inside()}")


def _round() -> dict[str, float]:
    return {name: _seconds(command) for name, command in COMMANDS.items()}


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def _inside() -> str:
    """Say what loading the published figures and answering take, once everything is imported."""
    from recruitment.studies.attrition import attrition
    from recruitment.warehouse import open_warehouse

    laps = []
    for _ in range(7):
        start = time.perf_counter()
        with open_warehouse() as con:
            loaded = time.perf_counter()
            attrition(con, campaigns=["LE19"])
        laps.append((loaded - start, time.perf_counter() - loaded))
    load, answer = (1000 * statistics.median(part) for part in zip(*laps, strict=True))
    return f"loading the published figures {load:.0f}, the study {answer:.0f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
