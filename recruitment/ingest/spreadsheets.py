"""Workbooks as documents: each sheet a table, its numbers as they are shown."""

from recruitment.ingest.blocks import Document, Grid
from recruitment.ingest.characters import tidy
from recruitment.ingest.merged_areas import fill_merged
from recruitment.ingest.number_formats import shown
from recruitment.ingest.originals import Original
from recruitment.ingest.sheet_layout import Cell, SheetLayout
from recruitment.ingest.sheet_remarks import sheet_remarks
from recruitment.ingest.workbook_values import SheetValues, Value
from recruitment.ingest.workbooks import workbook


def read_workbook(document: Original) -> Document:
    """Return each sheet of a workbook as one table, from its first value to its last.

    Numbers are text as the workbook shows them (0.1941 as ``19.41%``), dates in ISO form, errors as
    ``#DIV/0!``. Nothing is calculated. An .xls workbook is read without its number formats: its
    percentages are fractions, which a remark says. Hidden sheets, rows and columns are read, and
    named.

    Raises:
        DataError: It is damaged, protected by a password, or has more cells than a report would.
    """
    read = workbook(document)
    said = [
        remark
        for sheet in read.sheets
        for remark in sheet_remarks(sheet, read.layout(sheet), formats_known=read.formats_known)
    ]
    grids = (_grid(document.name, each, read.layout(each)) for each in read.sheets if each.rows)
    return Document(document.name, tuple(grids), (*read.remarks, *said))


def _grid(name: str, sheet: SheetValues, layout: SheetLayout) -> Grid:
    top, left = sheet.start
    rows = [
        [_text(value, (top + down, left + over), layout) for over, value in enumerate(row)]
        for down, row in enumerate(sheet.rows)
    ]
    merged = frozenset(fill_merged(name, rows, sheet.start, layout))
    places = tuple(f"{sheet.name}, row {top + down + 1}" for down in range(len(rows)))
    return Grid(tuple(map(tuple, rows)), places, merged)


def _text(value: Value, cell: Cell, layout: SheetLayout) -> str:
    if cell in layout.texts:
        return tidy(layout.texts[cell])
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, bool):
        return str(value).upper()
    return shown(value, layout.formats.get(cell, ""))
