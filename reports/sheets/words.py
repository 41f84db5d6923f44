"""The words of a report as rows of worksheets: what it says, paragraph by paragraph, and notes."""

from collections.abc import Iterator
from typing import NamedTuple

from reports.columns.column import NOT_APPLICABLE
from reports.report.model import Block, Figure, Notes, Paragraph, Report, Section, Subheading, Table
from reports.sheets.book import Cell, Link
from reports.visible import visible


class Line(NamedTuple):
    """One row of the report's text.

    Attributes:
        section: The heading of its section.
        part: The heading within that, or the symbol that there is none.
        name: What it is called, such as ``4``, ``4, point 1`` or ``Table 3``.
        text: What it says.
    """

    section: str
    part: str
    name: Cell
    text: str


def lines(report: Report) -> list[Line]:
    """Return what ``report`` says, a row to each paragraph, point, figure and table."""
    return [line for section in report.sections for line in _section(section)]


def notes(report: Report) -> list[tuple[str, str]]:
    """Return each note that is about a section, with the heading of that."""
    return [
        (visible(section.heading), visible(note))
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Notes)
        for note in block.items
    ]


def _section(section: Section) -> Iterator[Line]:
    heading, part = visible(section.heading), NOT_APPLICABLE
    for block in section.blocks:
        if isinstance(block, Subheading):
            part = visible(block.text)
        for name, text in _block(block):
            yield Line(heading, part, name, visible(text))


def _block(block: Block) -> Iterator[tuple[Cell, str]]:
    match block:
        case Paragraph():
            yield str(block.number), block.text
            for point, item in enumerate(block.items, start=1):
                yield f"{block.number}, point {point}", item
        case Table():
            yield Link(block.label, block.label), block.caption
        case Figure():
            yield block.label, block.caption
            yield f"{block.label}, in words", block.alt
        case Subheading() | Notes():
            return
