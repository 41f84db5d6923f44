"""What a report says, for a format that was read back to be compared with."""

from collections.abc import Iterable, Iterator

from reports.charts.labels import day
from reports.report.model import (
    Block,
    Figure,
    Notes,
    Paragraph,
    Report,
    Section,
    Subheading,
    Table,
)
from reports.visible import visible

Rows = list[tuple[str, ...]]


def sentences(report: Report) -> list[str]:
    """Return every text outside the tables, in reading order, captions with their numbers."""
    head = [report.title, report.subtitle, report.policy, *(each.text for each in report.findings)]
    body = (text for section in report.sections for text in _section(section))
    return [visible(text) for text in (*head, *body, *report.sources) if text]


def grids(report: Report) -> list[Rows]:
    """Return the cells of every table, its headings the first row."""
    return [
        [tuple(map(visible, row)) for row in (table.headings, *table.rows)]
        for table in report.tables
    ]


def left_over(expected: Iterable[str], read: Iterable[str]) -> list[str]:
    """Return what was read besides all that is ``expected``, which must be there in that order."""
    rest, others = iter(read), []
    for text in expected:
        for found in rest:
            if found == text:
                break
            others.append(found)
        else:
            raise AssertionError(f"not read, or not in its place: {text!r}")
    return [*others, *rest]


def _section(section: Section) -> Iterator[str]:
    yield section.heading
    for block in section.blocks:
        match block:
            case Paragraph():
                yield from (block.text, *block.items)
            case Subheading():
                yield block.text
            case Table():
                yield from (f"{block.label}: {block.caption}", *block.lines_under)
            case Figure():
                yield from (f"{block.label}: {block.caption}", block.alt)
            case Notes():
                yield from block.items


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
