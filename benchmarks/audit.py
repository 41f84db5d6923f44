"""How much the audit finds of errors planted: ``python benchmarks/audit.py [--write]``.

Errors of every kind, in 2,000 reports, in about two minutes. Prints docs/audit.md, or writes it
with ``--write``. Ends with an error where less is found than is promised.
"""

import argparse
import sys
from pathlib import Path

from tests.analytics.audit.planted.page import page
from tests.analytics.audit.planted.runs import runs

PAGE = Path(__file__).parents[1] / "docs" / "audit.md"
REPORTS = 2000
TABLES = 1000


def main() -> None:
    """Plant, audit, and show what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/audit.md")
    write = parser.parse_args().write
    found = runs(REPORTS)
    show(page(found, tables=TABLES), write=write)
    if breaches := found.breaches():
        sys.exit("\n".join(["not as promised:", *breaches]))


def show(text: str, *, write: bool) -> None:
    """Print the page, or put it into the documentation."""
    if not write:
        print(text, end="")
        return
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
