"""A Word document read back: what it says, and what Word would make of its fields."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.reports.renderers.same_words import FURNITURE


def opened(content: bytes) -> Document:
    """Open a document from its bytes."""
    return docx.Document(BytesIO(content))


def words_in(document: Document) -> list[str]:
    """Return its texts in reading order, numbered paragraphs with the number Word gives them."""
    numbers = count(1)
    return [text for text in _texts(document, numbers) if text not in FURNITURE]


def under(document: Document, name: str) -> list[Any]:
    """Return the elements of a name, such as ``w:tbl``, of its body, in order."""
    return list(document.element.body.iter(qn(name)))


def field_codes(document: Document) -> list[str]:
    """Return the codes of its fields."""
    return [each.text.strip() for each in under(document, "w:instrText")]


def bookmarks(document: Document) -> list[str]:
    """Return the names of its bookmarks."""
    return [each.get(qn("w:name")) for each in under(document, "w:bookmarkStart")]


def contents_lines(document: Document) -> list[str]:
    """Return the lines of the contents."""
    lines = under(document, "w:sdtContent")[0].iter(qn("w:p"))
    return [_text(line) for line in lines]


def _texts(document: Document, numbers: Iterator[int]) -> Iterator[str]:
    for element in document.element.body:
        if element.tag == qn("w:p"):
            yield from _paragraph(Paragraph(element, document._body), numbers)  # noqa: SLF001 - python-docx has no other parent to give
        elif element.tag == qn("w:tbl"):
            yield from (_text(cell) for cell in element.iter(qn("w:tc")))


def _paragraph(paragraph: Paragraph, numbers: Iterator[int]) -> Iterator[str]:
    pictures = list(paragraph._p.iter(qn("wp:docPr")))  # noqa: SLF001 - pictures have no other way
    said = re.sub(r"^(Author|Date):\t", "", paragraph.text)
    style = paragraph.style.name if paragraph.style else ""
    if pictures:
        yield from (each.get("descr") for each in pictures)
    elif style == "Numbered Paragraph":
        yield f"{next(numbers)}. {said}"
    elif said:
        yield said


def _text(element: Any) -> str:
    signs = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
    return "".join(
        each.text if each.tag == qn("w:t") else signs.get(each.tag, "") for each in element.iter()
    )
