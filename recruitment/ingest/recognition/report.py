"""A document to what it prints: tables, lists, changes and claims, and what was not understood."""

from collections.abc import Iterator
from dataclasses import dataclass

from analytics.audit.printed import PrintedReport
from recruitment.ingest.blocks import Document, Grid, Paragraph
from recruitment.ingest.recognition.campaigns import Campaigns
from recruitment.ingest.recognition.places import Remark, Sentence
from recruitment.ingest.recognition.reading import Reading
from recruitment.ingest.recognition.sections import pieces
from recruitment.ingest.recognition.sentences import sentences_of
from recruitment.ingest.recognition.statements import Statements


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was found in a document.

    Attributes:
        report: Its figures, as printed.
        sentences: Its text, sentence by sentence, with places; headings and prose in tables too.
        understood: What each table was taken for, and each label that needed its neighbours.
        not_understood: Each table, row and percentage that was not read, and why.
    """

    report: PrintedReport
    sentences: tuple[Sentence, ...]
    understood: tuple[Remark, ...]
    not_understood: tuple[Remark, ...]


def recognised(document: Document) -> Recognised:
    """Return what ``document`` prints, for `analytics.audit.report.audited`, and what it left out.

    >>> table = Grid((("", "Total", "BAME"), ("Applications", "546", "106"),
    ...               ("% of total", "", "19.41%")), ("line 1", "line 2", "line 3"))
    >>> found = recognised(Document("LE20.txt", (Paragraph("LE20 campaign", "line 0"), table)))
    >>> [row] = found.report.tables[0].rows
    >>> found.report.tables[0].campaign, row.stage, row.total, row.shares
    ('LE20', 'Application', 546, {('ethnicity', 'BAME'): '19.41%'})
    """
    campaigns = Campaigns(
        block.text if isinstance(block, Paragraph) else text
        for block in document.blocks
        for text in _texts(block)
    )
    reading = Reading(document.name, campaigns)
    for piece in pieces(document):
        if isinstance(piece, Grid):
            reading.table(piece)
        else:
            reading.paragraph(piece)
    return _together(document.name, reading, campaigns)


def _texts(block: Paragraph | Grid) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        # What stands alone in its row may be a caption.
        yield from (
            next(filter(None, row)) for row in block.rows if len(set(filter(None, row))) == 1
        )


def _together(name: str, reading: Reading, campaigns: Campaigns) -> Recognised:
    said = [
        (sentence, campaign)
        for paragraph, campaign in reading.paragraphs
        for sentence in sentences_of(paragraph)
    ]
    stated = Statements(name, campaigns)
    for sentence, campaign in said:
        stated.take(sentence, campaign)
    return Recognised(
        PrintedReport(
            tables=reading.tables(),
            series=tuple(reading.series),
            growths=(*reading.growths, *stated.growths),
            claims=tuple(stated.claims),
            shares=tuple(stated.shares),
            quotients=tuple(stated.quotients),
        ),
        sentences=tuple(sentence for sentence, _ in said),
        understood=(*reading.understood, *reading.labels_understood()),
        not_understood=(
            *reading.not_understood,
            *reading.labels_not_understood(),
            *stated.not_understood,
        ),
    )
