"""Workbooks, whichever program made them: what is in their cells, and what they show."""

from dataclasses import dataclass

from recruitment.errors import DataError
from recruitment.ingest.archives import Archive
from recruitment.ingest.excel_markup import excel_layouts
from recruitment.ingest.grids import check_cells
from recruitment.ingest.open_document_markup import is_encrypted, open_document_layouts
from recruitment.ingest.originals import Original
from recruitment.ingest.sheet_layout import SheetLayout
from recruitment.ingest.sheet_remarks import archive_remarks
from recruitment.ingest.workbook_values import SheetValues, guarded_values

OLD = ".xls"
OPEN = ".ods"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as it was read.

    Attributes:
        sheets: The values of each sheet.
        layouts: What each sheet shows, by its name.
        remarks: What it holds besides its sheets, one sentence each.
        formats_known: Whether the formats of its numbers are known, as they are not in .xls.
    """

    sheets: list[SheetValues]
    layouts: dict[str, SheetLayout]
    remarks: tuple[str, ...]
    formats_known: bool

    def layout(self, sheet: SheetValues) -> SheetLayout:
        """Return the layout of ``sheet``, an empty one where none is known."""
        return self.layouts.get(sheet.name, SheetLayout())


def workbook(document: Original, *, most_columns: int | None = None) -> Workbook:
    """Return what is in a workbook; nothing is calculated.

    Args:
        document: The file.
        most_columns: How many columns a sheet may have; None for as many as its cells allow.

    Raises:
        DataError: It is damaged, protected by a password, or has more cells than a report would.
    """
    if document.suffix == OLD:
        sheets = guarded_values(document.name, document.content)
        layouts = {sheet.name: SheetLayout(merged=sheet.merged) for sheet in sheets}
        return Workbook(sheets, layouts, (), formats_known=False)
    archive = Archive(document)
    layouts = _layouts(document, archive)
    check_cells(document.name, sum(layout.cells for layout in layouts.values()))
    _check_columns(document.name, layouts, most_columns)
    sheets = guarded_values(document.name, archive.markup_only())
    return Workbook(sheets, layouts, tuple(archive_remarks(archive)), formats_known=True)


def _layouts(document: Original, archive: Archive) -> dict[str, SheetLayout]:
    if document.suffix != OPEN:
        return excel_layouts(archive)
    if is_encrypted(archive):
        raise DataError(
            f"{document.name} is protected by a password; save it without one and try again"
        )
    return open_document_layouts(archive)


def _check_columns(name: str, layouts: dict[str, SheetLayout], most: int | None) -> None:
    for sheet, layout in layouts.items():
        if most is not None and layout.width > most:
            raise DataError(
                f"{name}, sheet {sheet}: {layout.width:,} columns; up to {most:,} are read: leave "
                "only the tables to be read"
            )
