"""Elements of Word as text; what comes from data becomes a run, and is escaped there."""

import re
from html import escape
from typing import Any

from reports.visible import visible

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
TAB = "<w:r><w:tab/></w:r>"
# Before a figure it is a sign, from which no line may part the figure.
SIGN = re.compile(r"(?<!\w)-(?=\d)")
WHOLE = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def shown(text: str) -> str:
    """Return a run of text from data: on one line, with nothing unseen in it."""
    return run(visible(text))


def run(text: str, properties: str = "") -> str:
    """Return a run of text that is visible already.

    >>> run("a < b", "<w:b/>")
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a &lt; b</w:t></w:r>'
    """
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    words = SIGN.sub(WHOLE, escape(text))
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def cell_text(text: str) -> str:
    """Return a run for a cell; it is wide enough for its figures, which stay numbers when copied.

    >>> cell_text("-3.44")
    '<w:r><w:t xml:space="preserve">-3.44</w:t></w:r>'
    """
    return f'<w:r><w:t xml:space="preserve">{escape(visible(text))}</w:t></w:r>'


def paragraph(style: str, *content: str, properties: str = "") -> str:
    """Return a paragraph of ``style``, its other ``properties`` in the order of Word's schema."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
    return f"<w:p>{look}{''.join(content)}</w:p>"


def attribute(text: str) -> str:
    """Return text from data as the value of an attribute, in its quotation marks."""
    return f'"{escape(visible(text))}"'


def elements(markup: str) -> list[Any]:
    """Return the elements that ``markup`` describes."""
    from docx.oxml import parse_xml

    return list(parse_xml(f"<w:body {NAMESPACES}>{markup}</w:body>"))
