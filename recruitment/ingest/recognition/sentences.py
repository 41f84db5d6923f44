"""Paragraphs, and the prose that stands in tables, to sentences."""

import re
from collections.abc import Iterator

from recruitment.ingest.blocks import Grid, Paragraph
from recruitment.ingest.recognition.places import Sentence

# A full stop ends a sentence before a capital or figure, unless an abbreviation stands before it.
END = re.compile(
    r"(?<=[.!?])(?<!e\.g\.)(?<!i\.e\.)(?<!\bNo\.)(?<!\bvs\.)(?<!\bTel\.)\s+(?=[A-Z0-9“\"'(])"
)
PROSE = 60


def sentences_of(paragraph: Paragraph) -> Iterator[Sentence]:
    """Yield the sentences of ``paragraph``; a heading is one.

    >>> [each.text for each in sentences_of(Paragraph("A fall, e.g. of 3. It is 4%.", "line 1"))]
    ['A fall, e.g. of 3.', 'It is 4%.']
    """
    for text in END.split(paragraph.text):
        if text:
            yield Sentence(text, paragraph.place)


def prose(grid: Grid) -> list[Paragraph]:
    """Return the prose in the cells of ``grid``; what goes on in the cell below is put together."""
    found = [paragraph for at in range(len(grid.rows[0])) for paragraph in _down(grid, at)]
    order = {place: number for number, place in enumerate(grid.places)}
    return sorted(found, key=lambda each: order[each.place])


def _down(grid: Grid, at: int) -> Iterator[Paragraph]:
    text, place = "", ""
    for number, row in enumerate(grid.rows):
        own = "" if (number, at) in grid.merged else row[at]
        if text and not text.endswith((".", ":", "!", "?")) and own[:1].islower():
            text = f"{text} {own}"
            continue
        if len(text) > PROSE:
            yield Paragraph(text, place)
        text, place = own, grid.places[number]
    if len(text) > PROSE:
        yield Paragraph(text, place)
