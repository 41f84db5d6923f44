"""How a reader finds what is meant: the places of rows, and remarks about them."""

import re
from typing import NamedTuple

from recruitment.ingest.blocks import Grid

NUMBERED = re.compile(r"(.*?)(\d+)")
SHEET_ROW = re.compile(r"(.+), row \d+")
NO_SHEET = re.compile(r"(?:table|sheet)\s*\d*\b.*", re.IGNORECASE)


class Sentence(NamedTuple):
    """A sentence, or a heading, and where it stands."""

    text: str
    place: str


class Remark(NamedTuple):
    """What a reader must know about a place: one sentence."""

    place: str
    why: str


def span(grid: Grid) -> str:
    """Return where ``grid`` stands, from its first row to its last.

    >>> span(Grid((("a",), ("b",)), ("line 49", "line 69")))
    'lines 49 to 69'
    """
    first, last = grid.places[0], grid.places[-1]
    start, end = NUMBERED.fullmatch(first), NUMBERED.fullmatch(last)
    if first == last or not start or not end or start[1] != end[1]:
        return first if first == last else f"{first} to {last}"
    before = re.sub(r"\b(line|row) $", r"\1s ", start[1])
    return f"{before}{start[2]} to {end[2]}"


def sheet(grid: Grid) -> str | None:
    """Return the name of the sheet that ``grid`` is, or None where it has none of its own.

    >>> sheet(Grid((("a",),), ("LE20, row 1",))), sheet(Grid((("a",),), ("table 2, row 1",)))
    ('LE20', None)
    """
    found = SHEET_ROW.fullmatch(grid.places[0])
    return None if found is None or NO_SHEET.fullmatch(found[1]) else found[1]
