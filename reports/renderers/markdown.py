"""A report as Markdown, for e-mail and review; text from data is escaped.

Paragraph numbers are those of the report: a list item may start at any number. Charts are named
with what they show; their figures are in the tables.
"""

from collections.abc import Iterator

from reports.charts.labels import day
from reports.markdown import escape, pipe_table
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


def render(report: Report) -> bytes:
    """Return ``report`` as UTF-8."""
    blocks = [*_head(report), *(each for own in report.sections for each in _section(own))]
    blocks += ["## Sources", "\n".join(f"- {escape(each)}" for each in report.sources)]
    text = "\n\n".join(filter(None, blocks))
    return f"{text}\n".encode()


def _head(report: Report) -> Iterator[str]:
    yield f"# {escape(report.title)}"
    yield escape(report.subtitle)
    signed = {"Author": report.author, "Date": day(str(report.date)) if report.date else ""}
    yield "  \n".join(f"{name}: {escape(said)}" for name, said in signed.items() if said)
    yield f"**{escape(report.policy)}**" if report.policy else ""
    if report.findings:
        yield "## Key findings"
        yield "\n".join(f"- {escape(each.text)}" for each in report.findings)


def _section(section: Section) -> Iterator[str]:
    yield f"## {escape(section.heading)}"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block)
        case Subheading():
            yield f"### {escape(block.text)}"
        case Figure():
            yield f"**{block.label}: {escape(block.caption)}**"
            yield f"*{escape(block.alt)}*"
        case Table():
            yield f"**{block.label}: {escape(block.caption)}**"
            yield pipe_table(block.headings, block.numeric, block.rows)
            yield "\n".join(f"- {escape(each)}" for each in block.lines_under)
        case Notes():
            yield "\n".join(f"- Note: {escape(each)}" for each in block.items)


def _paragraph(paragraph: Paragraph) -> str:
    """Return a list item of its own number, what it lists indented under it."""
    marker = f"{paragraph.number}. "
    items = [f"{' ' * len(marker)}- {escape(each)}" for each in paragraph.items]
    return "\n".join([f"{marker}{escape(paragraph.text)}", *items])
