"""Markdown, line by line: nothing in it is hidden, not even a comment."""

import html
import re
from collections.abc import Iterator

from recruitment.attack.reading import Counter, Grid, Reading, Text
from recruitment.ingest.originals import Original

CAPTION = re.compile(r"\*\*(Table \d+): (.*)\*\*")
# A cell ends at a bar that no stroke stands before.
BAR = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"\|( :?-+:? \|)+")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]|~#$:.+)-])")
MARKERS = re.compile(r"^(#+|-) +")


def read(file: Original) -> Reading:
    """Return everything that is in a file of Markdown."""
    from recruitment.errors import DataError

    try:
        lines = file.content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        raise DataError(f"{file.name} is no text in UTF-8, so no report in Markdown") from None
    texts, grids, counter = [], [], Counter()
    caption = ("", "")
    for number, block in _blocks(lines):
        if block[0].startswith("|"):
            grids.append(_grid(block, caption))
        else:
            for place, line in enumerate(block, start=number):
                found = CAPTION.fullmatch(line.strip())
                caption = (found[1], plain(found[2])) if found else caption
                texts.append(Text(f"line {place}", counter.without(_unmarked(line)), caption[1]))
    return Reading(file.name, tuple(texts), tuple(grids))


def plain(text: str) -> str:
    r"""Return what escaped text shows.

    >>> plain(r"\[c\] &lt; 1")
    '[c] < 1'
    """
    return html.unescape(ESCAPED.sub(r"\1", text)).strip()


def _unmarked(line: str) -> str:
    text = MARKERS.sub("", line.strip())
    for mark in ("**", "*"):
        if len(text) > 2 * len(mark) and text.startswith(mark) and text.endswith(mark):
            text = text[len(mark) : -len(mark)]
    return plain(text)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield lines that belong together, a table or others, with the number of the first."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        of_table = line.startswith("|")
        if block and (not line.strip() or of_table is not block[0].startswith("|")):
            yield number - len(block), block
            block = []
        if line.strip():
            block.append(line)


def _grid(block: list[str], caption: tuple[str, str]) -> Grid:
    rows = [
        tuple(plain(cell) for cell in BAR.split(line.strip())[1:-1])
        for line in block
        if not RULE.fullmatch(line.strip())
    ]
    return Grid(caption[0] or "a table", caption[1], tuple(rows))
