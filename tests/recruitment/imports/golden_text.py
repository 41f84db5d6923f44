"""What is said of each malformed file: reviewed text, one file to a kind.

A case is its exit code and name on one line, and below it every line that is told on stderr, or for
0 every note and finding of the import.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
HEAD = re.compile(r"\[([0-9]+)\] (.+)")


@dataclass(frozen=True, slots=True)
class Expected:
    """What is to be said of one case.

    Attributes:
        code: The exit code.
        lines: What is told, line by line.
    """

    code: int
    lines: list[str]


def expected(kind: str) -> dict[str, Expected]:
    """Return what is to be said of each case of a kind, by its name."""
    found: dict[str, Expected] = {}
    for line in (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").split("\n"):
        head = HEAD.fullmatch(line)
        if head:
            current = found[head[2]] = Expected(int(head[1]), [])
        elif line:
            current.lines.append(line)
    return found
