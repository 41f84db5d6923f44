"""What a report says, text by text, to compare with what is read back from a file of it."""

from collections.abc import Iterator

from reports.charts.labels import day
from reports.report.model import Block, Figure, Notes, Paragraph, Report, Subheading, Table
from reports.visible import visible

# What the formats put above lists of their own accord.
FURNITURE = {"Key findings", "Contents", "Notes", "Sources"}


def words_of(report: Report) -> list[str]:
    """Return every text of ``report`` in reading order, as every format shows it."""
    return [visible(text) for text in _texts(report) if text]


def _texts(report: Report) -> Iterator[str]:
    yield from (report.title, report.subtitle, report.author)
    yield day(str(report.date)) if report.date else ""
    yield report.policy
    yield from (each.text for each in report.findings)
    for section in report.sections:
        yield section.heading
        for block in section.blocks:
            yield from _block(block)
    yield from report.sources


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"{block.number}. {block.text}"
            yield from block.items
        case Subheading():
            yield block.text
        case Figure():
            yield f"{block.label}: {block.caption}"
            yield block.alt
        case Table():
            yield f"{block.label}: {block.caption}"
            yield from (cell for row in (block.headings, *block.rows) for cell in row)
            yield from block.lines_under
        case Notes():
            yield from block.items
