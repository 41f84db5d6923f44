"""Errors in the cells of a workbook: they stop an import where they stand in what is read."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from recruitment.errors import DataError
from recruitment.ingest.asked import Asked
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.reading import Read, read_import

ROWS = (
    ("Export of May", "", "", "", ""),
    ("Candidate ID", "Stage", "Outcome", "Sex", "Score"),
    ("1", "Application", "Passed", "Female", "54"),
    ("2", "Application", "Failed", "Male", "61"),
)
UNCALCULATED = "holds a formula without a value; open the workbook in Excel and save it"
MANY = 1_500


def read(path: Path, change: Callable[[Worksheet], object]) -> Read:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        change(sheet)
    return read_import(path, default_mapping(), Asked(), lambda _: None)


@pytest.mark.parametrize("value", ["#N/A", "#REF!", ""])
@pytest.mark.parametrize("cell", ["E3", "A1", "E2", "G9"], ids=["row", "title", "heading", "below"])
def test_an_error_where_nothing_is_read_stops_nothing(
    tmp_path: Path, cell: str, value: str
) -> None:
    found = read(tmp_path / "a.xlsx", lambda sheet: sheet.write_formula(cell, "=Z9", None, value))
    assert found.campaigns[0].rows_read == 2


@pytest.mark.parametrize(
    ("value", "what"),
    [("#N/A", "shows the error #N/A; mend its formula, or empty the cell"), ("", UNCALCULATED)],
)
def test_an_error_in_what_is_read_is_told_by_its_cell(
    tmp_path: Path, value: str, what: str
) -> None:
    with pytest.raises(DataError) as raised:
        read(tmp_path / "a.xlsx", lambda sheet: sheet.write_formula("D4", "=Z9", None, value))
    assert str(raised.value).startswith(f"a.xlsx, sheet Data, row 4, column D: {what}")


def test_errors_where_nothing_is_read_hide_none_in_what_is(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(2, MANY):
            sheet.write_row(row, 0, (str(row), "Application", "Passed", "Female"))
            sheet.write_formula(row, 4, "=Z9", None, "#N/A")
        sheet.write_formula(MANY - 1, 3, "=Z9", None, "#N/A")

    with pytest.raises(DataError, match=f"sheet Data, row {MANY}, column D: shows the error"):
        read(tmp_path / "a.xlsx", change)
