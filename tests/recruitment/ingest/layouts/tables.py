"""Tables laid out as reports print them, and sources of them."""

import csv
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import xlsxwriter

import queries
from recruitment.ingest.sources.source import Sheet, Source

Row = tuple[str, ...]
Cells = Sequence[tuple[int, int]]
GROUPS = ("bame", "female", "lgbt", "disabled")
HEADINGS: Row = ("", "TOTAL", "BAME", "", "FEMALE", "", "LGBT+", "", "DISABILITY", "")
BREAKDOWN = "The breakdown of the monitoring data for the pre-employment checks stage is as below:"
# How the report breaks the labels of the degree apprenticeship over lines.
BROKEN = {
    "Pre-sift unsuccessful": ("Pre-sift", "unsuccessful"),
    "Tel. interview unsuccessful": ("Tel. interview", "unsuccessful"),
    "Face to face interview": ("Face to face", "interview"),
    "F2F interview successful": ("F2F interview", "successful"),
    "F2F interview unsuccessful": ("F2F interview", "unsuccessful"),
    "F2F interview booked": ("F2F interview", "booked"),
    "Assessment Centre Booked/ Invited (to date)": (
        "Assessment",
        "Centre Booked/ Invited (to date)",
    ),
    "Assessment Centre Successful/ Pre- employment (to date)": (
        "Assessment",
        "Centre",
        "Successful/ Pre- employment (to date)",
    ),
    "Applications submitted": ("Applications", "submitted"),
}


def source_of(text: str, *, sheet: str | None = None, merged: Cells = ()) -> Source:
    """Return a source of one table, its cells parted by bars."""
    rows = tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.splitlines())
    kept = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    numbers, filled = zip(*kept, strict=True)
    table = Sheet("own.csv", sheet, filled, numbers, merged=frozenset(merged))
    return Source("own.csv", "", 0, (table,))


def published_counts(con: duckdb.DuckDBPyConnection, campaign: str) -> pl.DataFrame:
    """Return the packaged counts of one campaign, in order."""
    found = con.sql(
        "SELECT stage, outcome, characteristic, category, candidates FROM stage_counts "
        "WHERE campaign = $campaign ORDER BY ALL",
        params={"campaign": campaign},
    )
    return pl.DataFrame(queries.ArrowStream(found))


def printed_table(con: duckdb.DuckDBPyConnection, campaign: str) -> list[Row]:
    """Return the rows of a campaign's table with the percentages between, as the report has it."""
    shares = _shares(con, campaign)
    rows = [HEADINGS]
    for each in _rows(con, campaign):
        if each["label"] == "AC successful/ pre-employment checks":
            rows += [(BREAKDOWN, *("",) * 9), HEADINGS]
        cells = [
            cell for name in GROUPS for cell in (f"{each[name]}", f"Blank {each[name + '_blank']}")
        ]
        rows.append((each["label"], f"{each['total']}", *cells))
        rows.append(("% of total", "", *shares.get(each["label"], ("",) * 8)))
    return rows


def broken_table(con: duckdb.DuckDBPyConnection, campaign: str) -> list[Row]:
    """Return the rows with the blanks, and what of a label did not fit, on lines of their own."""
    rows: list[Row] = []
    for row in printed_table(con, campaign):
        if row[0] not in BROKEN:
            rows.append(row)
            continue
        first, second, *rest = BROKEN[row[0]]
        blanks = [cell.removeprefix("Blank ") if at % 2 else "" for at, cell in enumerate(row[2:])]
        rows.append(
            (
                first,
                row[1],
                *("Blank" if blank else cell for cell, blank in zip(row[2:], blanks, strict=True)),
            )
        )
        rows.append((second, "", *blanks))
        rows += [(line, *("",) * 9) for line in rest]
    return rows


def csv_file(path: Path, rows: Sequence[Row]) -> Path:
    """Write ``rows`` as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def workbook_file(path: Path, tables: Sequence[Sequence[Row]]) -> Path:
    """Write a workbook of one sheet to a table, with numbers, and headings merged over two."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        percent = book.add_format({"num_format": "0.00%"})
        for rows in tables:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                _write(sheet, number, row, percent)
    path.write_bytes(content.getvalue())
    return path


def _write(sheet: Any, number: int, row: Row, percent: Any) -> None:
    if row == HEADINGS:
        sheet.write_string(number, 1, row[1])
        for at in range(2, len(row), 2):
            sheet.merge_range(number, at, number, at + 1, row[at])
        return
    for at, text in enumerate(row):
        if text.isdecimal():
            sheet.write_number(number, at, int(text))
        elif text.endswith("%") and len(text.partition(".")[2]) == len("00%"):
            sheet.write_number(number, at, round(float(text[:-1]) / 100, 6), percent)
        elif text:
            sheet.write_string(number, at, text)


def _rows(con: duckdb.DuckDBPyConnection, campaign: str) -> list[dict[str, Any]]:
    return queries.printed_stage_rows(con).filter(campaign=campaign).to_dicts()


def _shares(con: duckdb.DuckDBPyConnection, campaign: str) -> dict[str, Row]:
    own = queries.printed_figures(con).filter(campaign=campaign, kind="share")
    found: dict[str, list[str]] = {}
    for label, printed in own.select("label", "printed").rows():
        found.setdefault(label, []).append(printed)
    return {label: tuple(each) for label, each in found.items()}
