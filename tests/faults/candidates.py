"""The import as a program to disturb: ``python candidates.py FILE LABEL...``.

Each label becomes a campaign of the same candidates, whose keys and names are canaries: they must
not be found in anything that is left.
"""

import os
import sys
from contextlib import redirect_stdout
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from recruitment.cli.main import run
from recruitment.cli.signals import end_as_interrupted

CANARY = "CANARY"
PEOPLE = 400
HEADINGS = "Candidate ID,Name,Stage,Status,Sex,Ethnic origin"
ANSWERS = (("Female", "Indian"), ("Male", "White"), ("Female", ""), ("Male", "Roma"))


def source(folder: Path) -> Path:
    """Write the candidates into ``folder``, whole or not at all, where they are not yet."""
    path = folder / "candidates.csv"
    if not path.exists():
        partial = folder / f"candidates-{os.getpid()}"
        rows = (HEADINGS, *map(_row, range(PEOPLE)))
        partial.write_text("\n".join(rows) + "\n", encoding="utf-8")
        partial.replace(path)
    return path


def _row(number: int) -> str:
    sex, origin = ANSWERS[number % len(ANSWERS)]
    status = "Failed" if number % 3 else "Passed"
    return f"{CANARY}-{number},{CANARY} {number},Application,{status},{sex},{origin}"


def main(path: Path, labels: list[str]) -> int:
    """Import the candidates under every label; return the exit code of the first that fails."""
    file = str(source(path.parent.parent))
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        codes = (run(["import", file, "--db", str(path), "--campaign", label]) for label in labels)
        return next(filter(None, codes), 0)


if __name__ == "__main__":
    end_as_interrupted()
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
