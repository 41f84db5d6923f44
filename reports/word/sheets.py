"""Sheets upright and on their side, and the sections of Word that turn them."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.word.markup import paragraph

# Twentieths of a point, in which Word measures.
TWIPS = 20
MARGIN, SIDE, EDGE = 1134, 1021, 567
# As ``template/document_rels.xml`` names the parts.
PARTS = (
    '<w:headerReference w:type="first" r:id="rId4"/>'
    '<w:headerReference w:type="default" r:id="rId5"/>'
    '<w:footerReference w:type="first" r:id="rId6"/>'
    '<w:footerReference w:type="default" r:id="rId6"/>'
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a sheet of A4 lies, in twentieths of a point."""

    width: int
    height: int
    orientation: str

    @property
    def text_width(self) -> float:
        """Return the width between the margins in points."""
        return (self.width - 2 * SIDE) / TWIPS

    @property
    def text_height(self) -> float:
        """Return the height between the margins in points."""
        return (self.height - 2 * MARGIN) / TWIPS


PORTRAIT = Sheet(11906, 16838, "portrait")
LANDSCAPE = Sheet(16838, 11906, "landscape")


@dataclass(frozen=True, slots=True)
class Piece:
    """Paragraphs and tables that stand on the same kind of sheet."""

    markup: str
    sheet: Sheet = PORTRAIT


def joined(pieces: Sequence[Piece]) -> str:
    """Return ``pieces`` with a section for each run of sheets that lie the same way."""
    body, first = "", True
    for piece, following in zip(pieces, (*pieces[1:], None), strict=True):
        body += piece.markup
        if following is None:
            body += _section(piece.sheet, first=first)
        elif following.sheet != piece.sheet:
            body = _ended(body, _section(piece.sheet, first=first))
            first = False
    return body


def _ended(body: str, section: str) -> str:
    """Return ``body`` with ``section`` in its last paragraph, or in one more after a table."""
    if not body.endswith("</w:p>"):
        return body + paragraph("TableNote", properties=section)
    at = body.index("</w:pPr>", body.rindex("<w:p>"))
    return body[:at] + section + body[at:]


def _section(sheet: Sheet, *, first: bool) -> str:
    """Return the properties of a section; only the first page of all goes without a header."""
    size = f'<w:pgSz w:w="{sheet.width}" w:h="{sheet.height}" w:orient="{sheet.orientation}"/>'
    edges = f'w:top="{MARGIN}" w:right="{SIDE}" w:bottom="{MARGIN}" w:left="{SIDE}"'
    margins = f'<w:pgMar {edges} w:header="{EDGE}" w:footer="{EDGE}" w:gutter="0"/>'
    alone = "<w:titlePg/>" if first else ""
    return f'<w:sectPr>{PARTS}<w:type w:val="nextPage"/>{size}{margins}{alone}</w:sectPr>'
