import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from recruitment.errors import DataError, UsageError
from recruitment.ingest.sources.files import read_source
from recruitment.ingest.sources.source import Source
from recruitment.ingest.sources.workbook_remarks import OLD, ranges
from tests.recruitment.ingest.made import (
    changed,
    entry,
    old_workbook_bytes,
    open_workbook_bytes,
    workbook_bytes,
)

SHEET = "xl/worksheets/sheet1.xml"


def read(folder: Path, content: bytes, name: str = "le25.xlsx", sheet: str | None = None) -> Source:
    path = folder / name
    path.write_bytes(content)
    return read_source(path, sheet=sheet)


def told(source: Source) -> list[str]:
    return [str(fault) for fault in source.faults]


def test_a_sheet_says_where_its_cells_stand(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("LE25")
        sheet.merge_range("C3:D3", " BAME\u00a0 group ")
        sheet.write_row("B5", ["Offer", 106, 36])

    sheet = read(tmp_path, workbook_bytes(fill)).sheets[0]
    assert (sheet.name, sheet.numbers, sheet.left) == ("LE25", (3, 5), 1)
    assert sheet.rows == (("", "BAME group", "BAME group"), ("Offer", "106", "36"))
    assert sheet.merged == {(0, 2)}


def test_numbers_are_as_shown_unless_that_hides_some(tmp_path: Path) -> None:
    cells = [(2.5, "0"), (0.1941, "0.00%"), (1919, "#,##0"), (36, '"Blank "0'), (7, ";;;")]

    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        for column, (value, code) in enumerate(cells):
            sheet.write(0, column, value, book.add_format({"num_format": code}))
        sheet.write(0, 5, dt.date(2025, 3, 4), book.add_format({"num_format": "d mmm yy"}))
        sheet.write(0, 6, 45000)
        sheet.write(0, 7, 123456789012)
        sheet.write_boolean(0, 8, False)

    row = read(tmp_path, workbook_bytes(fill)).sheets[0].rows[0]
    assert row[:5] == ("2.5", "19.41%", "1,919", "Blank 36", "7")
    assert row[5:] == ("2025-03-04", "45000", "123456789012", "FALSE")


def test_every_cell_that_cannot_be_read_is_told_by_its_address(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("LE25")
        sheet.write("A1", "Total")
        sheet.write_formula("B2", "=1+1", None, "")
        sheet.write_formula("C2", "=1/0", None, "#DIV/0!")
        sheet.write("AA3", "Off\u202eer")

    assert told(read(tmp_path, workbook_bytes(fill))) == [
        (
            "le25.xlsx, sheet LE25, row 2, column B: holds a formula without a value; open the "
            "workbook in Excel and save it"
        ),
        (
            "le25.xlsx, sheet LE25, row 2, column C: shows the error #DIV/0!; mend its formula, or "
            "empty the cell"
        ),
        "le25.xlsx, sheet LE25, row 3, column AA: holds U+202E, which cannot be seen; delete it",
    ]


def test_a_value_that_a_merged_cell_hides_is_told(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("LE25")
        sheet.merge_range("A1:B1", "BAME")
        sheet.write("B1", 5)

    said = "holds a value that a merged cell hides; part the merged cells and look"
    found = told(read(tmp_path, workbook_bytes(fill)))
    assert found == [f"le25.xlsx, sheet LE25, row 1, column B: {said}"]


def test_what_is_hidden_is_read_and_called_by_its_name(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("LE25")
        for row in range(9):
            sheet.write_row(row, 0, [row, 2, 3, 4])
        for row in (1, 4, 5):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column("B:C", None, None, {"hidden": True})
        old = book.add_worksheet("Old")
        old.write(0, 0, "x")
        old.very_hidden()

    source = read(tmp_path, workbook_bytes(fill))
    assert [len(sheet.rows) for sheet in source.sheets] == [9, 1]
    assert source.remarks == (
        "In LE25, rows 2 and 5-6 are hidden; they were read.",
        "In LE25, columns B-C are hidden; they were read.",
        "The sheet Old is hidden; it was read.",
    )


def test_rows_that_a_filter_hides_are_read(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("LE25")
        sheet.write_column(0, 0, ["n", 1, 2])
        sheet.autofilter("A1:A3")
        sheet.filter_column("A", "x == 1")
        sheet.set_row(2, None, None, {"hidden": True})

    source = read(tmp_path, workbook_bytes(fill))
    said = "In LE25, row 3 is hidden, by a filter or by hand; it was read."
    assert (source.sheets[0].rows[2], source.remarks) == (("2",), (said,))


def test_many_hidden_rows_are_named_as_far_as_anybody_reads() -> None:
    assert ranges(range(0, 100, 2), str).endswith("20, 22 and others")


def fill_three(book: Any) -> None:
    book.add_worksheet("LE25").write(0, 0, "x")
    book.add_worksheet("Empty")
    book.add_worksheet("Copy").write(0, 0, "x")
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=LE25!$A$1"})
    book.add_chartsheet("Shares").set_chart(chart)


def test_a_sheet_that_repeats_another_is_told(tmp_path: Path) -> None:
    source = read(tmp_path, workbook_bytes(fill_three))
    assert [sheet.name for sheet in source.sheets] == ["LE25", "Copy"]
    assert told(source) == [
        (
            "le25.xlsx, sheet Copy: has the same cells as the sheet LE25; delete it, or name one "
            "with --sheet"
        )
    ]


def test_one_sheet_is_read_by_its_name_in_any_case(tmp_path: Path) -> None:
    source = read(tmp_path, workbook_bytes(fill_three), sheet=" copy")
    assert [sheet.name for sheet in source.sheets] == ["Copy"]
    assert told(source) == []


@pytest.mark.parametrize(
    ("sheet", "error", "said"),
    [
        ("LE52", UsageError, "le25.xlsx has no sheet LE52; did you mean LE25?"),
        ("Shares", UsageError, "the sheet Shares of le25.xlsx has no cells; name another"),
        (
            "Empty",
            DataError,
            "the sheet Empty of le25.xlsx has no text in it: there is nothing to read",
        ),
    ],
)
def test_a_sheet_that_cannot_be_read_is_refused(
    tmp_path: Path, sheet: str, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as caught:
        read(tmp_path, workbook_bytes(fill_three), sheet=sheet)
    assert str(caught.value) == said


def test_two_sheets_of_one_name_are_refused(tmp_path: Path) -> None:
    made = workbook_bytes(fill_three)
    book = entry(made, "xl/workbook.xml").replace(b'"Copy"', b'"le25"')
    with pytest.raises(DataError) as caught:
        read(tmp_path, changed(made, {"xl/workbook.xml": book}))
    assert str(caught.value) == "le25.xlsx: two sheets have the same name; rename one of them"


def test_a_sheet_of_many_columns_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    made = workbook_bytes(lambda book: book.add_worksheet("A").write_row(0, 0, [1, 1]))
    wide = entry(made, SHEET).replace(b'r="B1"', b'r="ALM1"')
    with pytest.raises(DataError) as caught:
        read(tmp_path, changed(made, {SHEET: wide}))
    assert str(caught.value) == (
        "le25.xlsx, sheet A: 1,001 columns; up to 1,000 are read: leave only the tables to be read"
    )


def test_merged_cells_that_overlap_without_end_are_refused(tmp_path: Path) -> None:
    made = workbook_bytes(lambda book: book.add_worksheet().merge_range("A1:B2", "BAME"))
    merged = b'<mergeCell ref="A1:B2"/>'
    many = entry(made, SHEET).replace(merged, merged * 3)
    with pytest.raises(DataError) as caught:
        read(tmp_path, changed(made, {SHEET: many}))
    said = "le25.xlsx is damaged: merged cells in it overlap; take a new copy of it"
    assert str(caught.value) == said


def test_an_old_workbook_says_what_cannot_be_told_of_it(tmp_path: Path) -> None:
    source = read(tmp_path, old_workbook_bytes(), "le25.xls")
    assert source.sheets[0].rows[1:3] == (("Application", "546"), ("% of total", "0.1941"))
    assert source.remarks == (
        (
            "In LE19, percentages cannot be told from fractions: an .xls workbook is read without "
            "its number formats; save it as .xlsx."
        ),
        "The sheet Old is hidden; it was read.",
        OLD,
    )


def ods_cell(kind: str, value: str, shown: str) -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" {value}><text:p>{shown}</text:p>'
        "</table:table-cell>"
    )


def test_an_open_document_hides_no_count_and_no_date(tmp_path: Path) -> None:
    cells = (
        ods_cell("float", 'office:value="2.5"', "3"),
        ods_cell("date", 'office:date-value="2025-03-04"', "04/03/25"),
        ods_cell("percentage", 'office:value="0.1941"', "19.4%"),
        ods_cell("boolean", 'office:boolean-value="true"', "WAHR"),
        ods_cell("string", "", "#N/A"),
    )
    rows = f"<table:table-row>{''.join(cells)}</table:table-row>"
    content = open_workbook_bytes(f'<table:table table:name="A">{rows}</table:table>')
    source = read(tmp_path, content, "le25.ods")
    assert source.sheets[0].rows == (("2.5", "2025-03-04", "19.4%", "TRUE", "#N/A"),)
    said = "shows the error #N/A; mend its formula, or empty the cell"
    assert told(source) == [f"le25.ods, sheet A, row 1, column E: {said}"]


def test_what_an_open_document_hides_is_called_by_its_name(tmp_path: Path) -> None:
    row = f"{ods_cell('string', '', 'a')}{ods_cell('string', '', 'b')}</table:table-row>"
    table = (
        '<table:table table:name="A"><table:table-column/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="1023"/>'
        f"<table:table-row>{row}"
        f'<table:table-row table:visibility="filter" table:number-rows-repeated="2">{row}'
        "</table:table>"
    )
    assert read(tmp_path, open_workbook_bytes(table), "le25.ods").remarks == (
        "In A, rows 2-3 are hidden, by a filter or by hand; they were read.",
        "In A, column B is hidden; it was read.",
    )
