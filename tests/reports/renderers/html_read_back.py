"""An HTML report read back: its texts in reading order, with what is said in place of drawings."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement, document_fromstring

TEXTS = {"h1", "h2", "h3", "p", "li", "caption", "figcaption"}
# What stands in a text and is not part of it: the number of a paragraph, and where to read on.
NOT_OF_IT = "[not(ancestor::*[@class='counter' or @class='more'])]"


def parsed(page: bytes) -> HtmlElement:
    return document_fromstring(page.decode())


def texts(page: bytes) -> list[str]:
    """Every text outside the cells of tables, and every alternative text, in reading order."""
    return [text for element in parsed(page).iter("*") for text in _own(element)]


def paragraph_numbers(page: bytes) -> list[str]:
    return [_one_line(each.text_content()) for each in parsed(page).find_class("counter")]


def cells(page: bytes) -> list[list[tuple[str, ...]]]:
    return [list(map(_row, table.iter("tr"))) for table in parsed(page).iter("table")]


def _own(element: HtmlElement) -> Iterator[str]:
    if "aria-label" in element.attrib:
        yield element.get("aria-label")
    if element.tag in TEXTS:
        within = element.xpath("count(ancestor::ul)")
        parts = element.xpath(
            f"descendant-or-self::text()[count(ancestor::ul) = {within}]{NOT_OF_IT}"
        )
        yield _one_line("".join(parts))


def _row(row: HtmlElement) -> tuple[str, ...]:
    return tuple(_one_line(cell.text_content()) for cell in row)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
