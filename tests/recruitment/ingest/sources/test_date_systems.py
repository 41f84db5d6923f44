from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from recruitment.ingest.date_systems import BEGIN, counts_from_1904
from recruitment.ingest.originals import Original
from recruitment.ingest.sources.files import read_source
from tests.recruitment.ingest.made import old_workbook_bytes, open_workbook_bytes

FROM_1900, FROM_1904 = b"\x22\x00\x02\x00\x00\x00", b"\x22\x00\x02\x00\x01\x00"


def excel_bytes(options: dict[str, Any]) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as book:
        book.add_worksheet().write(0, 0, 45000)
    return file.getvalue()


@pytest.mark.parametrize("late", [False, True])
def test_a_source_says_from_when_its_days_are_counted(tmp_path: Path, late: bool) -> None:  # noqa: FBT001
    path = tmp_path / "le25.xlsx"
    path.write_bytes(excel_bytes({"date_1904": late}))
    assert read_source(path).date_1904 is late


def test_an_old_workbook_tells_it_in_a_record() -> None:
    content = old_workbook_bytes()
    assert not counts_from_1904(Original("a.xls", content))
    late = content.replace(FROM_1900, FROM_1904, 1)
    assert late != content
    assert counts_from_1904(Original("a.xls", late))


@pytest.mark.parametrize("after", [b"", b"\x0a\x00\x00\x00" + FROM_1904, b"\x99\x00\xff\xff"])
def test_an_old_workbook_without_the_record_counts_from_1900(after: bytes) -> None:
    begin = BEGIN + bytes(12)
    assert not counts_from_1904(Original("a.xls", begin + after))


@pytest.mark.parametrize("late", [False, True])
def test_an_open_document_tells_it_by_its_first_day(late: bool) -> None:  # noqa: FBT001
    day = "1904-01-01" if late else "1899-12-30"
    content = open_workbook_bytes(f'<table:null-date table:date-value="{day}"/>')
    assert counts_from_1904(Original("a.ods", content)) is late
