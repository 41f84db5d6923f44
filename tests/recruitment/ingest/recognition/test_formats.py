from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
import xlsxwriter

from analytics.audit.printed import PrintedRow
from recruitment.ingest.documents import read_document
from recruitment.ingest.recognition.report import Recognised, recognised

BAME, BLANK = ("ethnicity", "BAME"), ("ethnicity", "Not stated")
FEMALE = ("sex", "Female")
ROWS = (
    ("Stage", "Total", "BAME", "", "", "Women", ""),
    ("", "", "No.", "%", "Blank", "No.", "%"),
    ("Applications", "1,234", "200", "16.21%", "40", "400*", "32.41 %"),
    ("Sift rejected", "234", "50", "21.37%", "10", "[c]", "-"),
)
APPLICATIONS = PrintedRow(
    label="Applications",
    place="",
    total=1234,
    counts={BAME: 200, BLANK: 40, FEMALE: 400},
    shares={BAME: "16.21%", FEMALE: "32.41 %"},
    stage="Application",
    outcome="entered",
)


def _first_row(found: Recognised, campaign: str) -> tuple[PrintedRow, str]:
    [table] = found.report.tables
    assert table.campaign == campaign
    row = table.rows[0]
    return PrintedRow(**{**_fields(row), "place": ""}), row.place


def _fields(row: PrintedRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__slots__}


def _read(path: Path) -> Recognised:
    return recognised(read_document(path))


def _fill(document: docx.document.Document, rows: Sequence[Sequence[str]]) -> docx.table.Table:
    table = document.add_table(len(rows), len(rows[0]))
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            table.cell(down, across).text = text
    return table


def test_word_with_merged_headings(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("LE20 recruitment campaign", 2)
    table = _fill(document, ROWS)
    table.cell(0, 2).merge(table.cell(0, 4))
    table.cell(0, 5).merge(table.cell(0, 6))
    table.cell(0, 0).merge(table.cell(1, 0))
    document.save(str(tmp_path / "draft.docx"))
    found = _read(tmp_path / "draft.docx")
    assert _first_row(found, "LE20") == (APPLICATIONS, "table 1, row 3")
    assert [tuple(remark) for remark in found.not_understood] == [
        ("table 1, row 4", "“Sift rejected”: sex Female “[c]” is suppressed")
    ]


def test_a_web_page_with_spanning_headings(tmp_path: Path) -> None:
    (tmp_path / "draft.html").write_text(
        "<h2>LE20 campaign</h2><table><tr><th rowspan=2>Stage<th rowspan=2>Total"
        "<th colspan=3>BAME<th colspan=2>Women</tr>"
        "<tr><th>Number<th>Percentage<th>Blank<th>Number<th>Percentage</tr>"
        "<tr><td>Applications<td>1,234<td>200<sup>1</sup><td>16.21%<td>40<td>400<td>32.41 %</tr>"
        "</table>",
        encoding="utf-8",
    )
    found = _read(tmp_path / "draft.html")
    assert _first_row(found, "LE20") == (APPLICATIONS, "table 1, row 3")
    assert found.not_understood == ()


def test_markdown_with_counts_and_percentages_in_one_cell(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(
        "## LE20 campaign\n\n| | Total | BAME | (Blank) | Women |\n|---|---|---|---|---|\n"
        "| Applications | 1,234 | 200 (16.21%) | 40 | 400 (32.41 %) |\n",
        encoding="utf-8",
    )
    assert _first_row(_read(tmp_path / "draft.md"), "LE20") == (APPLICATIONS, "line 5")


def test_a_sheet_with_titles_lists_and_formatted_percentages(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "draft.xlsx")) as book:
        percent = book.add_format({"num_format": "0.00%"})
        sheet = book.add_worksheet("LE20")
        sheet.write(0, 0, "Monitoring data")
        sheet.write_row(2, 1, ("Stage", "Total", "BAME", "% BAME", "Women", "% women"))
        sheet.write_row(3, 1, ("Applications", 546, 106))
        sheet.write(3, 4, 106 / 546, percent)
        sheet.write_row(3, 5, (183, "33.52%"))
        sheet.write(5, 1, "BAME")
        for row, share in enumerate((0.1941, 0.187), start=6):
            sheet.write(row, 1, ("Application", "Telephone interview")[row - 6])
            sheet.write(row, 2, share, percent)
        sheet.write(8, 1, "There is a -0.71% percentage change.")
    found = _read(tmp_path / "draft.xlsx")
    row, place = _first_row(found, "LE20")
    assert (row.shares, place) == ({BAME: "19.41%", FEMALE: "33.52%"}, "LE20, row 4")
    [series] = found.report.series
    assert [point.printed for point in series.points] == ["19.41%", "18.70%"]
    assert (series.campaign, series.change) == ("LE20", "-0.71%")


def test_fractions_of_one_are_read_as_percentages_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "draft.csv").write_text(
        "stage,total,BAME,BAME %\nApplications,546,106,0.1941\nOffer,10,1,0.1\n", encoding="utf-8"
    )
    found = _read(tmp_path / "draft.csv")
    [table] = found.report.tables
    assert [row.shares for row in table.rows] == [{BAME: "19.41%"}, {BAME: "10%"}]
    assert [remark.why for remark in found.understood] == [
        "read as counts of table 1: 2 rows, 2 percentages, which are stored as fractions of 1"
    ]


def test_a_tidy_table_has_one_line_to_a_group(tmp_path: Path) -> None:
    (tmp_path / "draft.csv").write_text(
        "Campaign,Stage,Outcome,Characteristic,Group,People,Total,%\n"
        "AB22,Application,entered,Ethnicity,BAME,106,546,19.41\n"
        "AB22,Application,entered,Ethnicity,Not stated,36,546,6.59\n"
        "AB22,Application,entered,Sex,Female,<5,546,33.52\n"
        "AB22,Application,entered,Sex,Female,183,546,33.52\n"
        "AB22,Application,entered,,Gen Z,7,547,1\n"
        "AB22,Offer,,,All,72,,\n",
        encoding="utf-8",
    )
    found = _read(tmp_path / "draft.csv")
    [table] = found.report.tables
    first, second = table.rows
    assert (table.campaign, first.stage, first.total) == ("AB22", "Application", 546)
    assert first.counts == {BAME: 106, BLANK: 36}
    assert (second.stage, second.total) == ("Offer", 72)
    assert [tuple(remark) for remark in found.not_understood] == [
        ("line 4", "“Application entered”, Female: “<5” is suppressed"),
        ("line 4", "“Application entered”, Female: 33.52 cannot be checked: no count can be read"),
        ("line 5", "“Application entered”, Female stands there twice; the first is read"),
        (
            "line 6",
            "“Application entered”, Gen Z: the group is not known, and no characteristic is named",
        ),
    ]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_the_same_report_is_read_alike_from_text_and_markdown(report: Path, suffix: str) -> None:
    other = report.with_name(f"other{suffix}")
    other.write_bytes(report.read_bytes())
    first, second = _read(report), _read(other)
    assert [table.rows for table in first.report.tables] == [
        table.rows for table in second.report.tables
    ]


def test_a_report_pasted_into_one_sheet_is_read_as_from_text(report: Path) -> None:
    with xlsxwriter.Workbook(str(report.with_suffix(".xlsx"))) as book:
        sheet = book.add_worksheet("Sheet1")
        for number, line in enumerate(report.read_text(encoding="utf-8").splitlines()):
            for column, text in enumerate(line.replace("**", "").split("\t")):
                if text:
                    sheet.write_string(number, column, text)
    first, second = _read(report), _read(report.with_suffix(".xlsx"))
    assert [_figures(row) for row in _rows(first)] == [_figures(row) for row in _rows(second)]
    assert [each.change for each in second.report.series] == ["-2.13%"]


def _rows(found: Recognised) -> list[PrintedRow]:
    return [row for table in found.report.tables for row in table.rows]


def _figures(row: PrintedRow) -> tuple[object, ...]:
    return row.label, row.stage, row.outcome, row.total, row.counts, row.shares
