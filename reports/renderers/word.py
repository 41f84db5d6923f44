"""A report as a Word document in the panel's own form, which opens and edits like a person's.

Paragraphs, captions, references and contents are counted by Word itself, so that they stay right
when somebody adds to it. Charts are pictures, drawn for an upright sheet; a table that needs it
stands on a sheet on its side, with the notes that follow it.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

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
from reports.word.contents import FINDINGS, SOURCES, contents, headings
from reports.word.fields import bookmarked, with_references
from reports.word.markup import TAB, elements, paragraph, run, shown
from reports.word.package import blank, describe, saved
from reports.word.pictures import figure_markup
from reports.word.sheets import PORTRAIT, Piece, joined
from reports.word.tables import sheet_of, table_markup

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

APPENDIX = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
NEW_PAGE = "<w:pageBreakBefore/>"


def render(report: Report) -> bytes:
    """Return ``report`` as a .docx file."""
    document = blank()
    pieces = [Piece(_front(report)), *_sections(report, document.part), Piece(_sources(report))]
    document.element.body.extend(elements(joined(pieces)))
    describe(document, report)
    return saved(document)


def _front(report: Report) -> str:
    signed = {"Author": report.author, "Date": day(str(report.date)) if report.date else ""}
    lines = [
        paragraph("FrontLine", run(f"{name}:", "<w:b/>"), TAB, shown(said))
        for name, said in signed.items()
        if said
    ]
    title = paragraph("Title", shown(report.title)) + paragraph("Subtitle", shown(report.subtitle))
    policy = paragraph("Policy", shown(report.policy)) if report.policy else ""
    found = [paragraph("ListBullet", shown(each.text)) for each in report.findings]
    findings = [paragraph("Heading1", _marked(report, FINDINGS, None)), *found] if found else []
    return "".join([title, *lines, policy, *findings, contents(report)])


def _sources(report: Report) -> str:
    heading = paragraph("Heading1", _marked(report, SOURCES, None))
    return heading + "".join(paragraph("ListBullet", shown(each)) for each in report.sources)


def _marked(report: Report, heading: str, section: Section | None) -> str:
    """Return a heading with the bookmark to which the contents lead."""
    number = headings(report).index((heading, section)) + 1
    return bookmarked("Section", number, shown(heading))


def _sections(report: Report, document: "DocumentPart") -> Iterator[Piece]:
    labels = {each.label for each in report.tables} | {each.label for each in report.figures}
    appendices = [section for section in report.sections if section.part == "appendix"]
    for section in report.sections:
        new_page = NEW_PAGE if section in appendices[:1] else ""
        look = new_page + APPENDIX if section in appendices else ""
        heading = paragraph("Heading1", _marked(report, section.heading, section), properties=look)
        yield Piece(heading)
        yield from _blocks(section, labels, document)


def _blocks(section: Section, labels: Collection[str], document: "DocumentPart") -> Iterator[Piece]:
    sheet = PORTRAIT
    for block in section.blocks:
        if not isinstance(block, Notes):
            # Notes stay with the table before them.
            sheet = sheet_of(block) if isinstance(block, Table) else PORTRAIT
        yield Piece(_block(block, labels, document), sheet)


def _block(block: Block, labels: Collection[str], document: "DocumentPart") -> str:
    match block:
        case Paragraph():
            return _paragraph(block, labels if block.see else ())
        case Subheading():
            return paragraph("Heading2", shown(block.text))
        case Figure():
            return figure_markup(block, document)
        case Table():
            return table_markup(block, sheet_of(block))
        case Notes():
            notes = [paragraph("Note", shown(each)) for each in block.items]
            return "".join([paragraph("NotesHeading", run("Notes")), *notes])


def _paragraph(block: Paragraph, labels: Collection[str]) -> str:
    """Return a paragraph that Word numbers, and what it lists under it."""
    leads = "<w:keepNext/>" if block.items else ""
    own = paragraph("NumberedParagraph", with_references(block.text, labels), properties=leads)
    return own + "".join(paragraph("ListBullet2", shown(each)) for each in block.items)
