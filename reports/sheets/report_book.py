"""A report as a workbook by the Analysis Function's guidance on spreadsheets.

Cover, contents, findings, the text, notes, then one table to a worksheet.
"""

import datetime as dt
from io import BytesIO

from reports.charts.labels import day
from reports.columns.column import HIDDEN, SYMBOLS
from reports.report.model import Report, Section, Table
from reports.sheets.book import Book, Cell, Link
from reports.sheets.columns import sheet_columns
from reports.sheets.words import lines, notes
from reports.spreadsheet import INERT, MADE
from reports.visible import visible

ONE_TABLE = "This worksheet contains one table."
TEXT_WIDTH = 90
LONGEST_NAME = 100
FONT = {"font_name": "Arial", "font_size": 11}


def report_book(report: Report) -> bytes:
    """Return the workbook; the same report gives the same bytes."""
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, {**INERT, "default_format_properties": dict(FONT)}) as workbook:
        workbook.set_properties(_properties(report))
        book = Book(workbook)
        book.lines("Cover", _cover(report))
        _contents(book, report)
        _findings(book, report)
        _text(book, report)
        _notes(book, report)
        for section in report.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    _table(book, block, section, report.policy)
    return file.getvalue()


def _properties(report: Report) -> dict[str, object]:
    made = dt.datetime.combine(report.date, dt.time(), dt.UTC) if report.date else MADE
    return {
        "title": visible(report.title),
        "subject": visible(report.subtitle),
        "author": visible(report.author),
        "created": made,
    }


def _cover(report: Report) -> list[str]:
    said = [
        report.title,
        report.subtitle,
        f"Author: {report.author}" if report.author else "",
        f"Date: {day(str(report.date))}" if report.date else "",
        report.policy,
        "The worksheet Contents leads to each table; Text has the report itself.",
        *(f"Source: {each}" for each in report.sources),
    ]
    return [visible(each) for each in said if each]


def _contents(book: Book, report: Report) -> None:
    named = {
        **({"Findings": "Key findings"} if report.findings else {}),
        "Text": "What the report says, paragraph by paragraph",
        "Notes": "Notes on the sections, and symbols",
        **{table.label: visible(table.caption) for table in report.tables},
    }
    sheets: list[Cell] = [Link(name, name) for name in named]
    columns: dict[str, list[Cell]] = {"Worksheet": sheets, "What it contains": list(named.values())}
    above = ["Contents", ONE_TABLE]
    book.table("Contents", above, columns, marked="table_of_contents", widest=TEXT_WIDTH)


def _findings(book: Book, report: Report) -> None:
    if not report.findings:
        return
    headings = {section.key: visible(section.heading) for section in report.sections}
    columns: dict[str, list[Cell]] = {
        "Section": [headings[each.section] for each in report.findings],
        "Finding": [visible(each.text) for each in report.findings],
    }
    above = ["Key findings", ONE_TABLE]
    book.table("Findings", above, columns, marked="table_of_findings", widest=TEXT_WIDTH)


def _text(book: Book, report: Report) -> None:
    said = lines(report)
    columns: dict[str, list[Cell]] = {
        "Section": [each.section for each in said],
        "Part": [each.part for each in said],
        "Paragraph": [each.name for each in said],
        "Text": [each.text for each in said],
    }
    above = [visible(report.title), f"{ONE_TABLE} [z] {SYMBOLS['[z]']}."]
    book.table("Text", above, columns, marked="table_of_text", widest=TEXT_WIDTH)


def _notes(book: Book, report: Report) -> None:
    found = notes(report)
    hides = any(HIDDEN in text for table in report.tables for row in table.rows for text in row)
    symbols = [f"{mark} {own}." for mark, own in SYMBOLS.items() if hides or mark != HIDDEN]
    columns: dict[str, list[Cell]] = {
        "Section": [section for section, _ in found],
        "Note": [note for _, note in found],
    }
    above = ["Notes and symbols", *([ONE_TABLE] if found else []), *symbols]
    book.table("Notes", above, columns, marked="table_of_notes", widest=TEXT_WIDTH)


def _table(book: Book, table: Table, section: Section, policy: str) -> None:
    above = [
        f"{table.label}: {table.caption}",
        f"{ONE_TABLE} It belongs to the section “{section.heading}”.",
        policy,
        *table.lines_under,
    ]
    columns = {each.heading: each.cells for each in sheet_columns(table)}
    marked = f"table_{table.number}_{table.key.replace('-', '_')}"[:LONGEST_NAME]
    book.table(table.label, [visible(each) for each in above if each], columns, marked=marked)
