import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from recruitment.errors import DataError
from recruitment.ingest.blocks import Grid
from recruitment.ingest.workbook_values import answer_for, guarded_values
from tests.recruitment.ingest.made import (
    changed,
    entry,
    grids,
    old_workbook_bytes,
    open_workbook_bytes,
    read_as,
    workbook_bytes,
)

SHEET = "xl/worksheets/sheet1.xml"


def test_a_sheet_is_a_table_from_its_first_value_with_blank_rows_kept(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("LE19")
        sheet.write("B3", "Total")
        sheet.write("C3", "Blank 36")
        sheet.write("B5", 546)

    assert read_as(tmp_path, "a.xlsx", workbook_bytes(fill)).blocks == (
        Grid(
            (("Total", "Blank 36"), ("", ""), ("546", "")),
            ("LE19, row 3", "LE19, row 4", "LE19, row 5"),
        ),
    )


def test_numbers_stand_as_the_workbook_shows_them(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        formats = ["0.00%", "0%", "#,##0", '+0.00"pp"', "General"]
        for column, code in enumerate(formats):
            sheet.write(0, column, 0.19415, book.add_format({"num_format": code}))
        sheet.write(0, 5, dt.date(2020, 5, 1), book.add_format({"num_format": "d mmm yyyy"}))
        sheet.write_boolean(0, 6, True)
        sheet.write_formula(0, 7, "=1/0", None, "#DIV/0!")

    rows = grids(read_as(tmp_path, "a.xlsx", workbook_bytes(fill)))[0].rows
    assert rows == (("19.42%", "19%", "0", "+0.19pp", "0.19415", "2020-05-01", "TRUE", "#DIV/0!"),)


def test_merged_cells_of_a_workbook_repeat_their_text(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:B1", "BAME")
        sheet.write_row("A2", [106, 36])

    grid = grids(read_as(tmp_path, "a.xlsx", workbook_bytes(fill)))[0]
    assert (grid.rows, grid.merged) == ((("BAME", "BAME"), ("106", "36")), {(0, 1)})


def test_what_is_hidden_is_read_and_named(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("LE19")
        for row in range(4):
            sheet.write_row(row, 0, [1, 2, 3])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(9, None, None, {"hidden": True})
        sheet.set_column("B:C", None, None, {"hidden": True})
        old = book.add_worksheet("Old")
        old.write(0, 0, "x")
        old.hide()

    document = read_as(tmp_path, "a.xlsx", workbook_bytes(fill))
    assert len(grids(document)) == 2
    assert document.remarks == (
        "In LE19, 1 row is hidden; it was read.",
        "In LE19, 2 columns are hidden; they were read.",
        "The sheet Old is hidden; it was read.",
    )


def test_a_formula_without_a_value_is_named_by_its_cell(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("LE19")
        sheet.write("A1", "Total")
        sheet.write_formula("B1", "=1+1", None, "")
        sheet.write_formula("AB2", "=1+1", None, "")

    assert read_as(tmp_path, "a.xlsx", workbook_bytes(fill)).remarks == (
        (
            "LE19 B1 and 1 more: a formula without a value, read as empty; open "
            "the workbook in Excel "
            "and save it."
        ),
    )


def test_charts_are_said_not_to_be_read(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("LE19")
        sheet.write("A1", 546)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=LE19!$A$1"})
        book.add_chartsheet("Shares").set_chart(chart)

    assert read_as(tmp_path, "a.xlsx", workbook_bytes(fill)).remarks == (
        "Charts were not read.",
        "Shares is no sheet of cells and was not read.",
    )


def test_an_old_workbook_is_read_and_says_that_it_has_no_percentages(tmp_path: Path) -> None:
    document = read_as(tmp_path, "a.xls", old_workbook_bytes())
    first = grids(document)[0]
    assert first.rows[1:] == (
        ("Application", "546"),
        ("% of total", "0.1941"),
        ("merged", "merged"),
    )
    assert first.merged == {(3, 1)}
    assert document.remarks == (
        (
            "In LE19, percentages cannot be told from fractions: an .xls workbook "
            "is read without its "
            "number formats; save it as .xlsx."
        ),
        "The sheet Old is hidden; it was read.",
    )


def test_an_old_workbook_that_would_take_all_memory_is_damaged(tmp_path: Path) -> None:
    # A sector that comes after itself: calamine goes on adding it until there is no memory left.
    content = bytearray(old_workbook_bytes())
    start = int.from_bytes(content[76:80], "little") * 512 + 512
    content[start : start + 512] = bytes(512)
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.xls", bytes(content))
    assert str(caught.value) == "a.xls is damaged and cannot be read; take a new copy of it"


def cell(value: str, shown: str, more: str = "") -> str:
    return f"<table:table-cell {value} {more}><text:p>{shown}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> bytes:
    return open_workbook_bytes(f'<table:table table:name="LE19">{"".join(rows)}</table:table>')


def test_an_open_document_sheet_stands_as_it_shows_itself(tmp_path: Path) -> None:
    text, percent = 'office:value-type="string"', 'office:value-type="percentage" office:value="{}"'
    covered = "<table:covered-table-cell/>"
    empty = '<table:table-cell table:number-columns-repeated="1024"/>'
    content = table(
        row(cell(text, "BAME", 'table:number-columns-spanned="2"'), covered),
        row(empty, more='table:number-rows-repeated="2"'),
        row(cell(percent.format(0.1941), "19.41%"), cell(percent.format(0.07), "7%")),
        row(empty, more='table:number-rows-repeated="1048000"'),
    )
    grid = grids(read_as(tmp_path, "a.ods", content))[0]
    assert grid.rows == (("BAME", "BAME"), ("", ""), ("", ""), ("19.41%", "7%"))
    assert (grid.merged, grid.places[-1]) == ({(0, 1)}, "LE19, row 4")


def test_a_note_on_an_open_document_cell_is_not_its_text(tmp_path: Path) -> None:
    note = "<office:annotation><text:p>Check</text:p></office:annotation>"
    inside = f"<table:table-cell office:value-type='string'>{note}<text:p>546</text:p>"
    content = table(row(f"{inside}</table:table-cell>"))
    assert grids(read_as(tmp_path, "a.ods", content))[0].rows == (("546",),)


def test_an_open_document_sheet_that_repeats_without_end_is_refused(tmp_path: Path) -> None:
    one = cell('office:value-type="float" office:value="1"', "1")
    content = table(row(one, more='table:number-rows-repeated="9999999"'))
    with pytest.raises(DataError, match=r"a table in it has over 2,000,000 cells"):
        read_as(tmp_path, "a.ods", content)


def test_an_open_document_under_a_password_is_refused(tmp_path: Path) -> None:
    content = open_workbook_bytes("", manifest="<manifest:encryption-data/>")
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.ods", content)
    said = "a.ods is protected by a password; save it without one and try again"
    assert str(caught.value) == said


def sparse(last: str) -> bytes:
    made = workbook_bytes(lambda book: book.add_worksheet("A").write(0, 0, 1))
    number = last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    far = f'<row r="{number}"><c r="{last}"><v>1</v></c></row></sheetData>'.encode()
    return changed(made, {SHEET: entry(made, SHEET).replace(b"</sheetData>", far)})


@pytest.mark.parametrize("last", ["XFD1048576", "A2000001"])
def test_two_cells_far_apart_do_not_make_a_sheet_of_all_between(tmp_path: Path, last: str) -> None:
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.xlsx", sparse(last))
    assert str(caught.value) == (
        "a.xlsx is refused: a table in it has over 2,000,000 cells; leave only the tables to be "
        "read"
    )


@pytest.mark.parametrize("part", [SHEET, "xl/styles.xml", "xl/workbook.xml"])
def test_a_workbook_whose_markup_is_broken_is_damaged(tmp_path: Path, part: str) -> None:
    made = workbook_bytes(lambda book: book.add_worksheet().write(0, 0, 1))
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.xlsx", changed(made, {part: "<broken>"}))
    assert str(caught.value) == "a.xlsx is damaged and cannot be read; take a new copy of it"


def test_the_process_that_reads_a_workbook_answers_as_it_would_here() -> None:
    content = old_workbook_bytes()
    assert [sheet.name for sheet in guarded_values("a.xls", content)] == ["LE19", "Old"]
    assert '"name": "LE19"' in answer_for("a.xls", content)
    assert answer_for("a.xls", b"PK") == (
        '{"refused": "a.xls is damaged and cannot be read; take a new copy of it"}'
    )
