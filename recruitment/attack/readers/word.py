"""A Word document: its text with what is struck out or hidden in it, fields, labels, properties."""

import re
from collections.abc import Iterator
from typing import Any

from recruitment.attack.readers.packages import local, parsed, picture_is_plain, property_texts
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
# Parts that hold text which is printed, or kept beside the text.
WORDED = re.compile(r"word/(first_)?(header|footer|comments|footnotes|endnotes|glossary)\w*\.xml")
PICTURE = re.compile(r"word/media/\w+\.png")
FIELD = re.compile(
    r'\s*(TOC \\o "1-1" \\h \\z|SEQ (Table|Figure) \\\* ARABIC|REF _Ref(Table|Figure)\d+ \\h|'
    r"PAGE|NUMPAGES)\s*"
)
PAGES = re.compile(r"Page \d+ of \d+$")
OWN_NAME = re.compile(r"_Ref(Table|Figure|Section)\d+|_GoBack")
NAMED = {"descr": "the alt text", "title": "a title", "tooltip": "a tool tip"}
DESCRIBED = {"tblCaption", "tblDescription", "docVar", "alias", "tag"}


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
    texts = [*body.texts, *property_texts(archive), *_beside(archive)]
    strange, pictures = [], False
    for part in archive:
        if PICTURE.fullmatch(part):
            pictures = True
            if not picture_is_plain(archive.read(part)):
                strange.append(f"words in the picture {part}")
        elif not (PLAIN.fullmatch(part) or WORDED.fullmatch(part)):
            strange.append(f"the part {part}")
    return Reading(file.name, tuple(texts), tuple(body.grids), (), tuple(strange), pictures)


def _beside(archive: Archive) -> Iterator[Text]:
    """Yield the text of headers, footers, comments and notes, and variables of the document."""
    for part in archive:
        if WORDED.fullmatch(part):
            root = parsed(archive, part)
            paragraphs = [each for each in root.iter() if local(each) == "p"]
            yield from (Text(f"the part {part}", _without_page(each)) for each in paragraphs)
            yield from _labels(root, part)
        if part == "word/settings.xml":
            yield from _labels(parsed(archive, part), "the settings")


def _without_page(paragraph: Any) -> str:
    """Return the words of a header or footer; the numbers of pages there are fields."""
    fields = [each.text or "" for each in paragraph.iter() if local(each) == "instrText"]
    numbered = [each.strip() for each in fields] == ["PAGE", "NUMPAGES"]
    return PAGES.sub("", words_of(paragraph)) if numbered else words_of(paragraph)


def words_of(element: Any) -> str:
    """Return the words in an element, those that are hidden or struck out among them."""
    words = []
    for each in element.iter():
        match local(each):
            case "t" | "delText":
                words.append(each.text or "")
            case "noBreakHyphen":
                words.append("-")
            case "tab" | "br" | "cr":
                words.append(" ")
    return " ".join("".join(words).split())


def _labels(root: Any, near: str) -> Iterator[Text]:
    """Yield what elements are called and described as, and the fields that are not our own."""
    for each in root.iter():
        name = local(each)
        for key, value in each.attrib.items():
            if local(key) in NAMED:
                yield Text(NAMED[local(key)], value, near)
            elif _describes(name, local(key)) and not OWN_NAME.fullmatch(value):
                yield Text(f"the name or description ({name})", value, near)
        if name == "instrText" and not FIELD.fullmatch(each.text or ""):
            yield Text("a field", each.text or "", near)
        if not isinstance(each.tag, str):
            yield Text("a comment in the XML", each.text or "", near)


def _describes(element: str, attribute: str) -> bool:
    return element in DESCRIBED or (element in {"bookmarkStart", "docPr"} and attribute == "name")


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
        self.texts += _labels(root, "")

    def _paragraph(self, block: Any) -> None:
        text = words_of(block)
        if text:
            place = f"paragraph {len(self.texts) + 1} of the document"
            self.texts.append(Text(place, text, self._near))
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
