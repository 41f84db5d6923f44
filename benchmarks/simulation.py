"""How far the statistics can be trusted: ``python benchmarks/simulation.py [--write]``.

Coverage of every interval, false alarms of every test, whole campaigns without a gap and with one,
all at full size, in about two minutes. Prints docs/simulation.md, or writes it with ``--write``.
Ends with an error where a method does worse than is documented of it.
"""

import argparse
import sys
from pathlib import Path

import queries
from recruitment.warehouse import open_warehouse
from tests.analytics.simulation.document import document
from tests.analytics.simulation.grid import FULL
from tests.analytics.simulation.results import run

PAGE = Path(__file__).parents[1] / "docs" / "simulation.md"


def main() -> None:
    """Run everything, show it, and compare it with what is documented."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/simulation.md")
    write = parser.parse_args().write
    with open_warehouse() as con:
        template = queries.stage_flow(con, campaigns=["LE19"], corrected=False)
    results = run(FULL, template)
    show(document(results, FULL), write=write)
    if results.breaches():
        sys.exit("\n".join(["not as documented:", *results.breaches()]))


def show(page: str, *, write: bool) -> None:
    """Print the page, or put it into the documentation."""
    if not write:
        print(page, end="")
        return
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
