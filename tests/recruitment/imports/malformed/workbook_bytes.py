"""Workbooks made, not kept: a sheet of rows, and what can be done to its cells and to its parts."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from tests.recruitment.imports.malformed.tables import MONITORING, Rows
from tests.recruitment.ingest.made import entry, open_workbook_bytes, workbook_bytes, zip_bytes

SHEET = "xl/worksheets/sheet1.xml"
Change = Callable[[Any, Any], object]


def workbook_of(
    rows: Rows = MONITORING, *changes: Change, more: Mapping[str, Rows] | None = None
) -> bytes:
    """Return an .xlsx workbook of ``rows``, numbers as numbers, and of ``more`` sheets by name.

    Each of ``changes`` takes the workbook and the sheet called Counts.
    """

    def fill(book: Any) -> None:
        sheet = book.add_worksheet("Counts")
        _write(sheet, rows)
        for name, others in (more or {}).items():
            _write(book.add_worksheet(name), others)
        for change in changes:
            change(book, sheet)

    return workbook_bytes(fill)


def _write(sheet: Any, rows: Rows) -> None:
    for row, texts in enumerate(rows):
        for at, text in enumerate(texts):
            if text.isdecimal():
                sheet.write_number(row, at, int(text))
            elif text:
                sheet.write_string(row, at, text)


def written(cell: str, value: object, shown: str = "General") -> Change:
    """Return the change that writes one value, in a number format."""
    return lambda book, sheet: sheet.write(cell, value, book.add_format({"num_format": shown}))


def formula(cell: str, text: str, value: object) -> Change:
    """Return the change that writes a formula with its last value."""
    return lambda _, sheet: sheet.write_formula(cell, text, None, value)


def part_replaced(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return a workbook with some bytes of one part exchanged."""
    found = entry(content, part)
    if old not in found:
        raise AssertionError(f"{part} has no {old!r}")
    with ZipFile(BytesIO(content)) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    return zip_bytes({**kept, part: found.replace(old, new)})


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a workbook with more parts."""
    file = BytesIO(content)
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def ods_of(rows: Rows, repeated: int = 1) -> bytes:
    """Return an .ods workbook whose last cell of each row is repeated."""
    made = "".join(f"<table:table-row>{_ods_row(row, repeated)}</table:table-row>" for row in rows)
    return open_workbook_bytes(f'<table:table table:name="Counts">{made}</table:table>')


def _ods_row(row: Any, repeated: int) -> str:
    cells = [f'office:value-type="string"><text:p>{text}</text:p>' for text in row]
    last = f'table:number-columns-repeated="{repeated}" {cells[-1]}'
    return "".join(f"<table:table-cell {each}</table:table-cell>" for each in [*cells[:-1], last])
