"""An HTML report read back: as text in reading order, with what is said in place of drawings."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, document_fromstring

from tests.reports.renderers.same_words import ReadBack, Rows

NOT_READ = {"script", "style", "title"}
WITHIN_A_LINE = {"a", "span"}


def parsed(page: bytes) -> HtmlElement:
    return document_fromstring(page.decode())


def read_back(page: bytes) -> ReadBack:
    root = parsed(page)
    return ReadBack(
        text=_one_line("".join(_texts(root))),
        paragraphs=tuple(map(_paragraph, root.find_class("paragraph"))),
        tables=tuple(map(_rows, root.iter("table"))),
    )


def _paragraph(element: HtmlElement) -> tuple[int, str]:
    number, _, text = _one_line(element.find("p").text_content()).partition(". ")
    return int(number), text


def _rows(table: HtmlElement) -> Rows:
    return tuple(tuple(_one_line(cell.text_content()) for cell in row) for row in table.iter("tr"))


def _texts(element: HtmlElement) -> Iterator[str]:
    if element.tag in NOT_READ:
        return
    apart = "" if element.tag in WITHIN_A_LINE else " "
    yield f"{apart}{element.get('aria-label', '')}{apart}{element.text or ''}"
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield apart


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
