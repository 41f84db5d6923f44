"""Workbooks: each sheet a table, its numbers as they are shown."""

from collections.abc import Iterator

from recruitment.errors import DataError
from recruitment.ingest.archives import Archive
from recruitment.ingest.blocks import Document, Grid
from recruitment.ingest.characters import tidy
from recruitment.ingest.excel_markup import excel_layouts
from recruitment.ingest.grids import check_cells
from recruitment.ingest.number_formats import shown
from recruitment.ingest.open_document_markup import is_encrypted, open_document_layouts
from recruitment.ingest.originals import Original
from recruitment.ingest.sheet_layout import Cell, SheetLayout
from recruitment.ingest.sheet_remarks import archive_remarks, sheet_remarks
from recruitment.ingest.workbook_values import (
    SheetValues,
    Value,
    guarded_values,
)

OLD = ".xls"


def read_workbook(document: Original) -> Document:
    """Return each sheet of a workbook as one table, from its first value to its last.

    Numbers are text as the workbook shows them (0.1941 as ``19.41%``), dates in ISO form, errors as
    ``#DIV/0!``. Nothing is calculated. An .xls workbook is read without its number formats: its
    percentages are fractions, which a remark says. Hidden sheets, rows and columns are read, and
    named.

    Raises:
        DataError: It is damaged, protected by a password, or has more cells than a report would.
    """
    if document.suffix == OLD:
        sheets = guarded_values(document.name, document.content)
        layouts = {sheet.name: SheetLayout(merged=sheet.merged) for sheet in sheets}
        return _document(document, sheets, layouts, ())
    archive = Archive(document)
    layouts = _layouts(document, archive)
    check_cells(document.name, sum(layout.cells for layout in layouts.values()))
    sheets = guarded_values(document.name, archive.markup_only())
    return _document(document, sheets, layouts, tuple(archive_remarks(archive)))


def _layouts(document: Original, archive: Archive) -> dict[str, SheetLayout]:
    if document.suffix != ".ods":
        return excel_layouts(archive)
    if is_encrypted(archive):
        raise DataError(
            f"{document.name} is protected by a password; save it without one and try again"
        )
    return open_document_layouts(archive)


def _document(
    document: Original,
    sheets: list[SheetValues],
    layouts: dict[str, SheetLayout],
    remarks: tuple[str, ...],
) -> Document:
    known = document.suffix != OLD
    said = [
        remark
        for sheet in sheets
        for remark in sheet_remarks(
            sheet, layouts.get(sheet.name, SheetLayout()), formats_known=known
        )
    ]
    grids = (_grid(sheet, layouts.get(sheet.name, SheetLayout())) for sheet in sheets if sheet.rows)
    return Document(document.name, tuple(grids), (*remarks, *said))


def _grid(sheet: SheetValues, layout: SheetLayout) -> Grid:
    top, left = sheet.start
    rows = [
        [_text(value, (top + down, left + over), layout) for over, value in enumerate(row)]
        for down, row in enumerate(sheet.rows)
    ]
    merged = frozenset(_fill_merged(rows, sheet.start, layout))
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


def _fill_merged(rows: list[list[str]], start: Cell, layout: SheetLayout) -> Iterator[Cell]:
    # What a merged area says stands in its first cell; the others repeat it.
    top, left = start
    for first, last in layout.merged:
        text = _at(rows, first[0] - top, first[1] - left)
        for row in range(max(first[0] - top, 0), min(last[0] - top + 1, len(rows))):
            for column in range(max(first[1] - left, 0), min(last[1] - left + 1, len(rows[row]))):
                if (row + top, column + left) != first:
                    rows[row][column] = text
                    yield row, column


def _at(rows: list[list[str]], row: int, column: int) -> str:
    inside = 0 <= row < len(rows) and 0 <= column < len(rows[row])
    return rows[row][column] if inside else ""
