"""How fast candidates are counted, beside a bare query: ``python benchmarks/import_candidates.py``.

Both count the same file, in turn, each in a process of its own that has counted a small file
before. The bare query is the one that gives the same counts, ``count(DISTINCT candidate)`` by
stage, outcome and answers: it takes every text as it stands, looks for no fault and no
contradiction, and its CSV reader is told the dialect. Ours hashes the file, and checks its encoding
and every text.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from candidate_exports import stage_rows, write

ROWS, ROUNDS = 1_000_000, 5
MEASURES = {"wall": "s", "cpu": "s", "memory": "MB"}
ANSWERS = "Ethnic origin", "Sex", "Sexual orientation", "Disability"


def ours(path: Path, memory_limit: str | None) -> int:
    """Return how many candidates entered the first stage, as we count them."""
    from recruitment.ingest.candidates import count_candidates
    from recruitment.ingest.mapping.defaults import default_mapping

    counts = count_candidates(path, default_mapping(), memory_limit=memory_limit).counts
    first = counts.filter(stage="Application", outcome="entered", characteristic="sex")
    return int(first["candidates"].sum())


def bare(path: Path, memory_limit: str | None) -> int:
    """Return the same, by one query over the file."""
    import duckdb
    from duckdb import ColumnExpression as Column

    con = duckdb.connect(config={"memory_limit": memory_limit} if memory_limit else {})
    if path.suffix == ".parquet":
        file = con.read_parquet(str(path))
    else:
        names = path.open(encoding="utf-8").readline().strip().split(",")
        text = dict.fromkeys(names, "VARCHAR")
        file = con.read_csv(str(path), columns=text, auto_detect=False, header=True, delimiter=",")
    groups = [Column(name) for name in ("Stage", "Outcome", *ANSWERS)]
    people = 'count(DISTINCT "Application ID")'
    rows = file.select(*groups, Column("Application ID")).aggregate(
        [*groups, duckdb.SQLExpression(people).alias("people")]
    )
    return sum(row[-1] for row in rows.fetchall() if row[0] == "Application")


def measure(who: str, path: Path, small: Path, memory_limit: str | None) -> dict[str, float]:
    """Return what one count takes; the memory is the most of the whole process."""
    count = {"ours": ours, "bare": bare}[who]
    count(small, None)
    wall, cpu = time.perf_counter(), time.process_time()
    people = count(path, memory_limit)
    return {
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - cpu,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "people": people,
    }


def in_child(who: str, path: Path, small: Path, memory_limit: str | None) -> dict[str, float]:
    """Return what `measure` says in a process of its own."""
    command = [sys.executable, __file__, "--child", who, str(path), str(small)]
    limit = ["--memory-limit", memory_limit] if memory_limit else []
    done = subprocess.run([*command, *limit], capture_output=True, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def in_process(work: Callable[..., None], *given: object) -> None:
    """Do ``work`` in a process of its own: the peak of this one would count for its children."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(work, *given).result()


def make(rows: int, answered_later: float, path: Path, small: Path) -> None:
    """Write an export, and the first rows of it."""
    made = stage_rows(rows, answered_later=answered_later)
    write(made, path)
    write(made.head(1_000), small)


def report(name: str, path: Path, small: Path, rounds: int, memory_limit: str | None) -> None:
    """Print the medians of some rounds, and the ratios of the two."""
    taken: dict[str, list[dict[str, float]]] = {"ours": [], "bare": []}
    for _ in range(rounds):
        for who, each in taken.items():
            each.append(in_child(who, path, small, memory_limit))
    assert len({each["people"] for found in taken.values() for each in found}) == 1
    print(f"{name}, {path.stat().st_size / 1e6:.0f} MB, median of {rounds} rounds in turn")
    for key, unit in MEASURES.items():
        mine, floor = (median(each[key] for each in found) for found in taken.values())
        print(f"  {key:<6}  ours {mine:7.2f} {unit}  bare {floor:7.2f} {unit}  {mine / floor:.2f}")


def main() -> None:
    """Measure CSV and Parquet, with and without candidates who answer later."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--memory-limit")
    parser.add_argument("--child", nargs=3, metavar=("WHO", "FILE", "SMALL"))
    asked = parser.parse_args()
    if asked.child:
        who, path, small = asked.child
        print(json.dumps(measure(who, Path(path), Path(small), asked.memory_limit)))
        return
    with tempfile.TemporaryDirectory() as folder:
        for share, said in ((0.0, ""), (0.004, ", 4 in 1,000 candidates answer later")):
            for suffix in ("csv", "parquet"):
                path, small = Path(folder, f"all.{suffix}"), Path(folder, f"some.{suffix}")
                in_process(make, asked.rows, share, path, small)
                name = f"{asked.rows / 1e6:g} million rows, {suffix}{said}"
                report(name, path, small, asked.rounds, asked.memory_limit)


if __name__ == "__main__":
    main()
