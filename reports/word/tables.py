"""A table as Word keeps it: header row repeated, rows whole, figures to the right."""

from collections.abc import Sequence

from reports.report.model import Table
from reports.word.column_widths import column_widths, reads_well
from reports.word.fields import caption_label
from reports.word.markup import attribute, cell_text, paragraph, run, shown
from reports.word.sheets import LANDSCAPE, PORTRAIT, TWIPS, Sheet

KEEP_NEXT = "<w:keepNext/>"
# Tables up to this many rows stay on one page.
KEPT_TOGETHER = 12
LOOK = (
    '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>'
)


def sheet_of(table: Table) -> Sheet:
    """Return how a sheet must lie for ``table``."""
    return PORTRAIT if reads_well(table, PORTRAIT.text_width) else LANDSCAPE


def table_markup(table: Table, sheet: Sheet) -> str:
    """Return caption, table, and the lines under it."""
    label = caption_label("Table", table.number)
    caption = paragraph("Caption", label, run(": "), shown(table.caption))
    lines = "".join(paragraph("TableNote", shown(line)) for line in table.lines_under)
    return f"{caption}{_table(table, sheet)}{lines}"


def _table(table: Table, sheet: Sheet) -> str:
    widths = [round(each * TWIPS) for each in column_widths(table, sheet.text_width)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    kept = len(table.rows) <= KEPT_TOGETHER
    rows = [_row(table.headings, table.numeric, widths, head=True, keep=True)]
    for number, cells in enumerate(table.rows, start=1):
        # The first row stays with the header, the last with what stands under the table.
        keep = number == 1 or kept or number >= len(table.rows) - 1
        last_alone = number == len(table.rows) and not table.lines_under
        rows.append(_row(cells, table.numeric, widths, keep=keep and not last_alone))
    properties = _properties(table, sum(widths))
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _properties(table: Table, width: int) -> str:
    return (
        '<w:tblPr><w:tblStyle w:val="ReportTable"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{LOOK}'
        f"<w:tblCaption w:val={attribute(table.label)}/>"
        f"<w:tblDescription w:val={attribute(table.caption)}/></w:tblPr>"
    )


def _row(
    cells: Sequence[str],
    numeric: Sequence[bool],
    widths: Sequence[int],
    *,
    head: bool = False,
    keep: bool = False,
) -> str:
    own = "".join(
        _cell(text, "TableFigure" if figures else "TableText", width, keep=keep)
        for text, figures, width in zip(cells, numeric, widths, strict=True)
    )
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{own}</w:tr>"


def _cell(text: str, style: str, width: int, *, keep: bool) -> str:
    words = paragraph(style, cell_text(text), properties=KEEP_NEXT if keep else "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{words}</w:tc>'
