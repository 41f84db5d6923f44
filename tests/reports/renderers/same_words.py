"""All formats say the same: what a report says, compared with what was read back from a file.

Whoever reads a format back gives its text in reading order, its numbered paragraphs and the cells
of its tables; what stands there besides, such as contents, is that format's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.charts.labels import day
from reports.report.model import Block, Figure, Notes, Paragraph, Report, Subheading, Table
from reports.visible import visible

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What was read back from a file, each text on one line.

    Attributes:
        text: All of it, in reading order, alternative texts of pictures among it.
        paragraphs: The number and the text of each numbered paragraph.
        tables: The headings and the rows of each table.
    """

    text: str
    paragraphs: tuple[tuple[int, str], ...]
    tables: tuple[Rows, ...]


def differences(report: Report, read: ReadBack) -> list[str]:
    """Return what a file lacks of ``report`` or says otherwise; nothing where they say the same."""
    return [*_missing(report, read), *_paragraphs(report, read), *_tables(report, read)]


def _missing(report: Report, read: ReadBack) -> Iterator[str]:
    """Yield each text outside the cells of tables that does not follow those before it."""
    place = 0
    for said in map(visible, _texts(report)):
        found = read.text.find(said, place)
        if found < 0:
            yield f"not found: {said}"
        else:
            place = found + len(said)


def _paragraphs(report: Report, read: ReadBack) -> Iterator[str]:
    blocks = [block for section in report.sections for block in section.blocks]
    own = [(each.number, visible(each.text)) for each in blocks if isinstance(each, Paragraph)]
    if tuple(own) != read.paragraphs:
        yield f"paragraphs: {sorted(set(own) ^ set(read.paragraphs))}"


def _tables(report: Report, read: ReadBack) -> Iterator[str]:
    if len(report.tables) != len(read.tables):
        yield f"{len(read.tables)} tables for {len(report.tables)}"
    for table, rows in zip(report.tables, read.tables, strict=False):
        own = tuple(tuple(map(visible, row)) for row in (table.headings, *table.rows))
        if own != rows:
            yield f"{table.label}: {sorted(set(own) ^ set(rows))}"


def _texts(report: Report) -> Iterator[str]:
    yield from (report.title, report.subtitle, report.author)
    yield day(str(report.date)) if report.date else ""
    yield report.policy
    yield from (each.text for each in report.findings)
    for section in report.sections:
        yield section.heading
        for block in section.blocks:
            yield from _said(block)
    yield from report.sources


def _said(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from (block.text, *block.items)
        case Subheading():
            yield block.text
        case Figure():
            yield from (block.label, block.caption, block.alt)
        case Table():
            yield from (block.label, block.caption, *block.lines_under)
        case Notes():
            yield from block.items
