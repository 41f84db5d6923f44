from pathlib import Path
from typing import Any

import pytest

from recruitment.errors import DataError
from recruitment.ingest.blocks import Grid
from tests.recruitment.ingest.made import RUN, document_of, grids, read_as, word_bytes


def test_paragraphs_with_tabs_are_the_rows_of_a_table(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("BAME")
        document.add_paragraph("Application\t19.41%")
        document.add_paragraph("Offer\t13.89%")

    document = read_as(tmp_path, "a.docx", word_bytes(fill))
    assert grids(document) == [
        Grid(
            (("Application", "19.41%"), ("Offer", "13.89%")),
            ("paragraph 2 of the document", "paragraph 3 of the document"),
        )
    ]


def test_merged_cells_repeat_their_text_and_say_so(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "BAME"
        table.cell(0, 2).merge(table.cell(2, 2)).text = "Total"

    grid = grids(read_as(tmp_path, "a.docx", word_bytes(fill)))[0]
    assert grid.rows == (("BAME", "BAME", "Total"), ("", "", "Total"), ("", "", "Total"))
    assert grid.merged == {(0, 1), (1, 2), (2, 2)}


def test_a_row_that_begins_late_keeps_its_columns(tmp_path: Path) -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    whole = f"<w:tr>{cell.format(RUN.format('1'))}{cell.format(RUN.format('2'))}</w:tr>"
    late = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell.format(RUN.format("3"))
    made = document_of(f"<w:tbl>{whole}{late}</w:tr></w:tbl>")
    assert grids(read_as(tmp_path, "a.docx", made))[0].rows == (("1", "2"), ("", "3"))


def test_a_table_in_a_cell_comes_after_the_outer_one_and_is_named(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "outer"
        cell.add_table(1, 1).cell(0, 0).text = "inner"

    document = read_as(tmp_path, "a.docx", word_bytes(fill))
    assert [(grid.rows, grid.places) for grid in grids(document)] == [
        ((("outer",),), ("table 1, row 1",)),
        ((("inner",),), ("table 2, row 1",)),
    ]
    said = "1 table stands in a cell of another, and was read after it."
    assert document.remarks == (said,)


def test_a_deleted_row_is_no_row(tmp_path: Path) -> None:
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    gone = row.format('<w:trPr><w:del w:id="1"/></w:trPr>', "137")
    made = document_of(f"<w:tbl>{gone}{row.format('', '140')}</w:tbl>")
    assert grids(read_as(tmp_path, "a.docx", made))[0].rows == (("140",),)


def test_a_table_wider_than_any_report_is_refused(tmp_path: Path) -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr><w:p/></w:tc>'
    made = document_of(f"<w:tbl>{f'<w:tr>{cell}</w:tr>' * 2_100}</w:tbl>")
    with pytest.raises(DataError) as caught:
        read_as(tmp_path, "a.docx", made)
    assert str(caught.value) == (
        "a.docx is refused: a table in it has over 2,000,000 cells; leave only the tables to be "
        "read"
    )
