"""Findings as a workbook by the Analysis Function's guidance on spreadsheets.

Cover, notes and definitions first, then one marked-up table to a sheet; no merged cells, no
meaning carried by colour, and no cell left blank. Numbers are numbers, in full precision, shown
to two decimals.
"""

import datetime as dt
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reports.cells import known
from reports.columns import columns_of
from reports.columns.column import Column
from reports.findings import Findings
from reports.visible import visible

if TYPE_CHECKING:
    import polars as pl
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# Text stays text: xlsxwriter would make a live formula or link of "=..." and "http...".
INERT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# Without a date of its own a workbook has this one, never that of the day on which it is made.
MADE = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
FORMATS = {"count": "#,##0", "percentage": "0.00", "points": "+0.00;-0.00;0.00", "p": "0.0000"}
FIRST_TABLE_ROW = 3
WIDEST_COLUMN = 60


def render_xlsx(findings: Findings) -> bytes:
    """Return the workbook; the same findings give the same bytes."""
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, INERT) as book:
        book.set_properties({"title": visible(findings.title), "created": MADE})
        bold = book.add_format({"bold": True})
        _cover(book.add_worksheet("Cover"), findings, bold)
        _notes(book.add_worksheet("Notes"), findings, bold)
        for name, table in findings.tables.items():
            _data_sheet(book, name, findings, table)
    return file.getvalue()


def _cover(sheet: "Worksheet", findings: Findings, bold: Any) -> None:
    sheet.write_string(0, 0, visible(findings.title), bold)
    lines = [
        findings.headline,
        findings.cited,
        f"As at: {findings.as_at or 'more than one date'}",
        "Contents:",
        "Notes: notes, definitions and symbols",
        *(f"{name}: {_describe(table)}" for name, table in findings.tables.items()),
    ]
    _write_lines(sheet, 1, [line for line in lines if line])


def _notes(sheet: "Worksheet", findings: Findings, bold: Any) -> None:
    sheet.write_string(0, 0, "Notes and definitions", bold)
    shown = dict.fromkeys(name for table in findings.tables.values() for name in table.columns)
    columns = _columns(findings.question, shown)
    defined = [(column, column.meaning) for column in columns]
    lines = [
        *findings.notes,
        *(f"{column.heading}: {meaning}" for column, meaning in defined if meaning),
        "[x]: not available; [z]: not applicable.",
    ]
    _write_lines(sheet, 1, lines)


def _write_lines(sheet: "Worksheet", row: int, lines: list[str]) -> None:
    for offset, line in enumerate(lines):
        sheet.write_string(row + offset, 0, visible(line))
    sheet.set_column(0, 0, WIDEST_COLUMN * 2)


def _data_sheet(book: "Workbook", name: str, findings: Findings, table: "pl.DataFrame") -> None:
    sheet = book.add_worksheet(name)
    title = visible(f"{findings.title}: {name}")
    sheet.write_string(0, 0, title, book.add_format({"bold": True}))
    contents = f"This worksheet contains one table: {_describe(table)}."
    sheet.write_string(1, 0, contents if table.height else "There are no rows in this table.")
    columns = _columns(findings.question, table.columns)
    if table.height:
        area = (FIRST_TABLE_ROW, 0, FIRST_TABLE_ROW + table.height, len(columns) - 1)
        headers = [{"header": each} for each in _unique_headings(columns)]
        # A table name that looks like a cell ("t1") makes an empty sheet, with only a warning.
        sheet.add_table(*area, {"name": f"{name}_table", "columns": headers, "autofilter": False})
    for place, (key, column) in enumerate(zip(table.columns, columns, strict=True)):
        shown = book.add_format({"num_format": FORMATS.get(column.kind, "General")})
        _fill(sheet, place, table[key].to_list(), column, shown)


def _fill(sheet: "Worksheet", place: int, values: list[Any], column: Column, shown: Any) -> None:
    for row, value in enumerate(values, start=FIRST_TABLE_ROW + 1):
        if not known(value):
            sheet.write_string(row, place, column.missing)
        elif isinstance(value, bool) or not isinstance(value, int | float):
            text = {True: "yes", False: "no"}.get(value, str(value))
            sheet.write_string(row, place, visible(text))
        else:
            sheet.write_number(row, place, value, shown)
    longest = max([len(column.heading), *(len(str(v)) for v in values if isinstance(v, str))])
    sheet.set_column(place, place, min(longest + 2, WIDEST_COLUMN))


def _unique_headings(columns: list[Column]) -> list[str]:
    """Excel repairs, that is changes, a table in which two headings are alike."""
    headings = [column.heading for column in columns]
    return [
        f"{heading} ({place})" if heading in headings[:place] else heading
        for place, heading in enumerate(headings)
    ]


def _columns(question: str, names: Iterable[str]) -> list[Column]:
    known = columns_of(question)
    return [known.get(name, Column(name)) for name in names]


def _describe(table: "pl.DataFrame") -> str:
    rows = "row" if table.height == 1 else "rows"
    return f"{table.height} {rows}, {table.width} columns"
