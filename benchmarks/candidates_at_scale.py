"""How candidates are counted at scale: ours, bare queries and other libraries, in one run.

    python benchmarks/candidates_at_scale.py [--rows N ...] [--rounds N] [--only WAY ...] [--write]

Makes candidates of a hundred campaigns (``at_scale/candidates.sql``) in one Parquet file for each
number of rows and each encoding, counts them in every way of ``at_scale/ways.py``, each in a
process of its own, in turn, and prints the page of the documentation, or writes it with
``--write FILE``. The file and what was spilled are removed at the end. 100 million rows take a file
of half a gigabyte, or two where texts are plain, some gigabytes beside it for what spills, and
about two hours with three rounds on two cores that do nothing else:

    python benchmarks/candidates_at_scale.py --rows 1e3 1e5 1e6 1e7 1e8 \
        --encoding dictionary plain --rounds 3 \
        --others .others/bin/python --write docs/national-benchmark.md

pandas, Spark (Java 17), fairlearn and aequitas are no part of recruit. They are measured where they
are installed, best in an environment of their own:

    python -m venv .others
    .others/bin/pip install polars pandas pyarrow pyspark sqlglot aequitas fairlearn

pandas is asked for up to 10 million rows, which take it several gigabytes; aequitas for one million
and fairlearn for a hundred thousand, because more take them minutes.
"""

import argparse
import importlib
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from at_scale.making import STATEMENTS, Made, make
from at_scale.measuring import Taken, run
from at_scale.page import page
from at_scale.ways import WAYS

ROWS, ROUNDS, MEMORY = (1e3, 1e5, 1e6, 1e7), 3, "1GB"


def main() -> None:
    """Measure; or do once, in this process, what a measurement asks for."""
    asked = _arguments().parse_args()
    if asked.make:
        make(asked.make, int(asked.rows[0]), asked.encoding[0])
    elif asked.count:
        _count(*asked.count, asked.memory)
    else:
        files = [Made(int(rows), each) for each in asked.encoding for rows in asked.rows]
        with TemporaryDirectory(dir=asked.folder) as folder:
            results = {made: _measured(Path(folder), made, asked) for made in files}
        _show(page(results, asked.rounds, asked.memory, asked.others), asked.write)


def _measured(folder: Path, made: Made, asked: argparse.Namespace) -> dict[str, list[Taken]]:
    path = folder / f"{made.rows}-{made.encoding}.parquet"
    # In a process of its own: what this one has ever held would count for all that it starts.
    like = ["--rows", str(made.rows), "--encoding", made.encoding]
    if failed := run([sys.executable, __file__, "--make", str(path), *like]).failed:
        sys.exit(f"no file of {made}: {failed}")
    names = [
        name
        for name, way in WAYS.items()
        if way.most >= made.rows and (not asked.only or name in asked.only)
    ]
    taken: dict[str, list[Taken]] = {name: [] for name in names}
    for turn in range(asked.rounds):
        # Nobody always comes first, or after the same other.
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            print(f"{made}, round {turn + 1}: {WAYS[name].label}", file=sys.stderr)
            taken[name].append(run(_command(name, path, asked)))
    _check_that_all_agree(taken)
    path.unlink()
    return taken


def _command(name: str, path: Path, asked: argparse.Namespace) -> list[str]:
    if name == "import":
        from at_scale.our_ways import command

        return command(path, asked.memory)
    python = asked.others if WAYS[name].others else sys.executable
    return [python, __file__, "--count", name, str(path), "--memory", asked.memory]


def _count(name: str, path: str, memory: str) -> None:
    """Count, and print what all ways must agree on."""
    way = WAYS[name]
    count = getattr(importlib.import_module(f"at_scale.{way.module}"), way.function)
    print(json.dumps(count(Path(path), memory)))


def _check_that_all_agree(taken: dict[str, list[Taken]]) -> None:
    said = {
        name: [each.said for each in own if not each.failed]
        for name, own in taken.items()
        if WAYS[name].answers
    }
    if len({str(each) for own in said.values() for each in own}) > 1:
        sys.exit(f"they do not give the same counts: {said}")


def _show(text: str, write: Path | None) -> None:
    if write is None:
        print(text, end="")
    else:
        write.write_text(text, encoding="utf-8")


def _arguments() -> argparse.ArgumentParser:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--rows", type=float, nargs="+", default=ROWS, metavar="N")
    parser.add_argument("--encoding", nargs="+", choices=list(STATEMENTS), default=["dictionary"])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument(
        "--only", nargs="+", choices=list(WAYS), metavar="WAY", help=", ".join(WAYS)
    )
    parser.add_argument("--memory", default=MEMORY, help="for DuckDB, Spark and recruit; 1GB")
    parser.add_argument("--others", default=sys.executable, help="Python with the other libraries")
    parser.add_argument("--folder", type=Path, help="where the file is made, and what spills goes")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="write the page, do not print it"
    )
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--count", nargs=2, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main()
