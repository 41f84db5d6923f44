"""A workbook with more errors than are listed: what else is wrong is listed with them."""

from pathlib import Path

import pytest
import xlsxwriter

from recruitment.ingest.faults import SourceRefused
from recruitment.ingest.layouts.facts import read_workforce
from recruitment.ingest.mapping.defaults import default_mapping
from recruitment.ingest.sources import read_source

HEADINGS = ("unit", "as_at", "role", "characteristic", "category", "headcount", "notes")
ERRORS = 139


def test_errors_in_one_column_hide_nothing_in_the_others(tmp_path: Path) -> None:
    path = tmp_path / "workforce.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, ERRORS + 1):
            post = ("Force", "2025-03-31", f"Role {row}", "sex", "Femal" if row == 2 else "Female")
            sheet.write_row(row, 0, (*post, 4.5 if row == 1 else row))
            sheet.write_formula(row, len(HEADINGS) - 1, "=NA()", None, "#N/A")
    with pytest.raises(SourceRefused) as refused:
        read_workforce(read_source(path, sheet=None), default_mapping())
    told = refused.value.details
    assert str(refused.value).startswith(f"workforce.xlsx: {ERRORS + 2} faults")
    assert any("row 2, column headcount" in line for line in told)
    assert any("row 3, column category" in line for line in told)
    assert "workforce.xlsx, sheet Sheet1, column G: 39 more faults" in told
