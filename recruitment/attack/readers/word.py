"""A Word document: its text with what is struck out or hidden in it, fields, labels, properties."""

import re
from collections.abc import Iterator
from typing import Any

from recruitment.attack.numbers import masked
from recruitment.attack.readers.packages import (
    local,
    parsed,
    picture_is_plain,
    property_texts,
    relation_texts,
    strange_packing,
)
from recruitment.attack.readers.word_parts import WORDED, glued, labels, texts_beside, words_of
from recruitment.attack.reading import Grid, Reading, Text
from recruitment.errors import DataError
from recruitment.ingest.archives import Archive
from recruitment.ingest.originals import Original

MAIN = "word/document.xml"
PLAIN = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/document\.xml\.rels|word/document\.xml|"
    r"word/(styles|numbering|font_table|fontTable|theme|webSettings)\.xml|word/theme/theme\d+\.xml|"
    r"word/settings\.xml|docProps/(core|app|custom)\.xml"
)
PICTURE = re.compile(r"word/media/\w+\.png")


def read(file: Original) -> Reading:
    """Return everything that is in a Word document.

    Raises:
        DataError: It is damaged, or no Word document.
    """
    archive = Archive(file)
    if MAIN not in archive:
        raise DataError(f"{file.name} is no Word document of a report: {MAIN} is missing")
    body = _Body()
    body.take(parsed(archive, MAIN))
    kept = (*property_texts(archive), *relation_texts(archive), *texts_beside(archive))
    strange, pictures = [*strange_packing(file)], False
    for part in archive:
        if PICTURE.fullmatch(part):
            pictures = True
            if not picture_is_plain(archive.read(part)):
                strange.append(f"words in the picture {masked(part)}")
        elif not (PLAIN.fullmatch(part) or WORDED.fullmatch(part)):
            strange.append(f"the part {masked(part)}")
    return Reading(file.name, (*body.texts, *kept), tuple(body.grids), (), tuple(strange), pictures)


class _Body:
    """The blocks of the main part, in order."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self.grids: list[Grid] = []
        self._near = ""

    def take(self, root: Any) -> None:
        for block in _blocks(root):
            if local(block) == "tbl":
                self._table(block)
            else:
                self._paragraph(block)
        self.texts += labels(root, "")

    def _paragraph(self, block: Any) -> None:
        text = words_of(block)
        if text:
            place = f"paragraph {len(self.texts) + 1} of the document"
            self.texts.append(Text(place, text, self._near))
            self.texts += [Text(place, each, text) for each in glued(block)]
            self._near = text if re.match(r"(Table|Figure) \d+: ", text) else self._near

    def _table(self, block: Any) -> None:
        label, _, caption = self._near.partition(": ")
        rows = [
            [each for each in row if local(each) == "tc"]
            for row in block.iter()
            if local(row) == "tr"
        ]
        self.grids.append(
            Grid(
                label or "a table",
                caption,
                tuple(tuple(map(words_of, row)) for row in rows),
                tuple(tuple(map(_look, row)) for row in rows),
            )
        )


def _blocks(root: Any) -> Iterator[Any]:
    """Yield paragraphs and tables, those within other things too."""
    for child in root:
        if local(child) in {"p", "tbl"}:
            yield child
        elif isinstance(child.tag, str):
            yield from _blocks(child)


def _look(cell: Any) -> str:
    """Return how a cell is made up: shading, and the looks of its letters."""
    found = []
    for each in cell.iter():
        if local(each) in {"shd", "rPr", "tcBorders", "pStyle"}:
            found += [f"{local(own)}{sorted(own.attrib.values())}" for own in each.iter()]
    return " ".join(found)
