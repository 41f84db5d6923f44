"""The page of the documentation on how candidates are counted at scale."""

import os
import platform
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from at_scale.making import Made
from at_scale.measuring import Taken
from at_scale.ways import BARE, WAYS

# Of each file and way, what each round took.
Results = Mapping[Made, Mapping[str, Sequence[Taken]]]

OTHERS = ("pandas", "pyspark", "aequitas", "fairlearn")
ABOUT = """\
# Counting candidates at scale

<!-- Generated: do not edit. -->

Candidates, made up, in one Parquet file, counted as one campaign: a row for each stage that they
reached, with key, stage, outcome, one of nineteen ethnic groups, sex, sexual orientation,
disability and age band, some of them blank. Each way of counting them runs in a process of its own,
in turn with all others. *Dictionary*: texts are written as DuckDB, pyarrow, Polars and Spark write
them by themselves; *plain*: each is spelt out in each row.

Rounds: {rounds}; figures are medians, ratios are taken round by round. Times include the start of
the interpreter, and with the fewest rows that is nearly all. CPU is that of all cores, memory the
most that one process held. All that count agreed on how many applied and on how many women passed
the first stage; fairlearn and aequitas work out pass rates. Where there was no answer, the last
words are given.

Recruit looks for much that a bare query takes as it stands: that texts are understood, that keys
are keys, candidates who are at a stage twice, outcomes and answers that contradict each other.

To measure anew, with the other libraries installed as the script says:

```console
python benchmarks/candidates_at_scale.py --rows {rows} \\
    --encoding {encodings} --rounds {rounds} \\
    --others .others/bin/python --write docs/national-benchmark.md
```"""
VERSIONS = "from importlib.metadata import version\nprint(version({!r}))"


def page(results: Results, rounds: int, memory: str, others: str) -> str:
    """Return the page.

    Args:
        results: What was measured.
        rounds: How many there were.
        memory: What DuckDB and Spark could use.
        others: The interpreter that has the libraries that recruit does not need.
    """
    sizes = dict.fromkeys(f"{made.rows:g}".replace("e+0", "e") for made in results)
    encodings = dict.fromkeys(made.encoding for made in results)
    blocks = [
        ABOUT.format(rounds=rounds, rows=" ".join(sizes), encodings=" ".join(encodings)),
        f"Measured on {_machine()}, on {datetime.now(UTC):%-d %B %Y}, with {_versions(others)}.",
        f"Recruit, DuckDB and Spark could use {memory}.",
        *(f"## {made}\n\n{_table(taken)}" for made, taken in results.items()),
        f"## Growth\n\nCPU seconds to a million rows.\n\n{_growth(results)}",
    ]
    return "\n\n".join(blocks) + "\n"


def _table(taken: Mapping[str, Sequence[Taken]]) -> str:
    lines = [
        f"| way | seconds | CPU seconds | CPU to that of {BARE} | megabytes |",
        "|:---|---:|---:|---:|---:|",
    ]
    bare = taken.get(BARE, ())
    return "\n".join([*lines, *(_line(name, own, bare) for name, own in taken.items())])


def _line(name: str, own: Sequence[Taken], bare: Sequence[Taken]) -> str:
    if failed := next((each.failed for each in own if each.failed), ""):
        return f"| {WAYS[name].label} | {failed.replace('|', '/')[:60]} | | | |"
    wall, cpu, memory = (
        median(getattr(each, key) for each in own) for key in ("wall", "cpu", "memory")
    )
    usable = bare and not any(each.failed for each in bare)
    pairs = zip(own, bare, strict=True) if usable else ()
    ratios = [each.cpu / floor.cpu for each, floor in pairs]
    ratio = f"{median(ratios):.2f}" if ratios else ""
    return f"| {WAYS[name].label} | {wall:.2f} | {cpu:.2f} | {ratio} | {memory:,.0f} |"


def _growth(results: Results) -> str:
    files = [made for made in results if made.rows >= 1_000_000] or list(results)
    lines = [
        f"| way | {' | '.join(map(str, files))} |",
        f"|:---|{'---:|' * len(files)}",
    ]
    for name, way in WAYS.items():
        cells = [_per_million(made.rows, results[made].get(name, ())) for made in files]
        if any(cells):
            lines.append(f"| {way.label} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _per_million(rows: int, taken: Sequence[Taken]) -> str:
    if not taken or any(each.failed for each in taken):
        return ""
    return f"{median(each.cpu for each in taken) / rows * 1e6:.2f}"


def _machine() -> str:
    cores = f"{os.cpu_count()} cores"
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{_processor()}, {cores}, {memory:.0f} GB of memory, {platform.system()}"


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _versions(others: str) -> str:
    own = [f"Python {platform.python_version()}"]
    own += [f"{name} {version(name)}" for name in ("duckdb", "polars")]
    return ", ".join([*own, *_of_others(others)])


def _of_others(others: str) -> Iterator[str]:
    for name in OTHERS:
        asked = [others, "-c", VERSIONS.format(name)]
        found = subprocess.run(asked, capture_output=True, check=False, text=True)
        if found.returncode == 0:
            yield f"{name} {found.stdout.strip()}"
