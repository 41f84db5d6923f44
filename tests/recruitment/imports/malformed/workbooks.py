"""Workbooks with cells that hide, lie or are not calculated."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from tests.recruitment.imports.malformed.case import CAMPAIGN, Case
from tests.recruitment.imports.malformed.tables import COUNTS, MONITORING, Rows, changed, csv_of
from tests.recruitment.imports.malformed.workbook_bytes import (
    SHEET,
    Change,
    formula,
    ods_of,
    part_replaced,
    workbook_of,
    written,
)

LE25 = MONITORING
README: Rows = [["Read me"]]
# The group and the blank under one merged heading.
UNDER_ONE = {
    (1, 2): "",
    (1, 3): "",
    **{(row, 3): f"Blank {MONITORING[row - 1][3]}" for row in (2, 4, 6)},
}
OTHER = changed(MONITORING, {(2, 1): "200"})


def book(
    name: str,
    *changes: Change,
    rows: Rows = LE25,
    more: Mapping[str, Rows] | None = None,
    asked: tuple[str, ...] = CAMPAIGN,
) -> Case:
    """Return the case of a workbook with some changes."""
    return Case(name, "table.xlsx", lambda: workbook_of(rows, *changes, more=more), asked)


def cell(name: str, value: object, shown: str = "General") -> Case:
    """Return the case of another value in C4, where 15 BAME candidates are counted."""
    return book(name, written("C4", value, shown))


def merged(name: str, area: str, value: object, emptied: tuple[tuple[int, int], ...]) -> Case:
    """Return the case of a value merged over an area, in which the cells ``emptied`` stood."""
    rows = changed(LE25, dict.fromkeys(emptied, ""))
    return book(name, lambda _, sheet: sheet.merge_range(area, value), rows=rows)


def hidden_row(name: str, row: int, *changes: Change) -> Case:
    """Return the case of a row, from 0, that is hidden."""
    return book(name, *changes, lambda _, sheet: sheet.set_row(row, None, None, {"hidden": True}))


def hidden_sheet(name: str, how: str) -> Case:
    """Return the case of a table on a sheet that is hidden: ``hide`` or ``very_hidden``."""
    return book(
        name,
        lambda made, _: getattr(made.get_worksheet_by_name("Real"), how)(),
        rows=README,
        more={"Real": LE25},
    )


def chart(made: Any, _: object) -> None:
    """Add a sheet that is a chart."""
    picture = made.add_chart({"type": "bar"})
    picture.add_series({"values": "=Counts!$B$2:$B$6"})
    made.add_chartsheet("Picture").set_chart(picture)


def uncalculated() -> bytes:
    """Return a workbook with a formula that no program has calculated."""
    made = workbook_of(LE25, formula("C4", "=7+8", 15))
    return part_replaced(made, SHEET, b'<v>15</v></c><c r="D4"', b'</c><c r="D4"')


def covering() -> bytes:
    """Return a workbook whose merged cells hide a value."""
    made = workbook_of(LE25, lambda _, sheet: sheet.merge_range("H1:I1", ""))
    return part_replaced(made, SHEET, b'ref="H1:I1"', b'ref="C4:D4"')


CASES = (
    cell("a number stored as text", "15"),
    cell("a number stored as text with spaces", " 15 "),
    cell("a text with an apostrophe before it", "'15"),
    cell("a fraction that its format rounds", 15.4, "0"),
    cell("a fraction that floating point made of a whole number", 0.1 * 3 * 50),
    cell("a number shown with thousands", 15, "#,##0"),
    cell("a number shown as a percentage", 0.15, "0%"),
    cell("a number shown as a date", 15, "dd/mm/yyyy"),
    cell("a date where a count stands", dt.date(2025, 3, 4), "dd/mm/yyyy"),
    cell("a number shown as nothing", 15, ";;;"),
    cell("a number shown as something else", 15, '"<5"'),
    cell("a truth value", value=True),
    cell("a number too large", 1e300),
    book("an error", formula("C4", "=1/0", "#DIV/0!")),
    Case("a formula without a value", "table.xlsx", uncalculated),
    book("a formula with its value", formula("C4", "=7+8", 15)),
    book("a formula whose value is no text at all", formula("C4", '=""', "")),
    book(
        "a formula that fetches from the web", formula("C4", '=WEBSERVICE("http://x.example")', 15)
    ),
    hidden_row("a hidden row", 3),
    hidden_row("rows hidden by a filter", 5, lambda _, sheet: sheet.autofilter("A1:F7")),
    book("hidden columns", lambda _, sheet: sheet.set_column("E:F", None, None, {"hidden": True})),
    hidden_sheet("a hidden sheet", "hide"),
    hidden_sheet("a sheet that is hidden from Excel's menus", "very_hidden"),
    book("two sheets of two campaigns", more={"Autumn": OTHER}),
    book("a sheet and its copy", more={"Copy": LE25}),
    book("a sheet that is not there", asked=(*CAMPAIGN, "--sheet", "Count")),
    book("a chart for a sheet", chart, asked=(*CAMPAIGN, "--sheet", "Picture")),
    Case("a sheet of a file that has none", "table.csv", csv_of(LE25), (*CAMPAIGN, "--sheet", "A")),
    book("no cells", rows=[]),
    book(
        "headings merged over group and blank",
        lambda _, sheet: sheet.merge_range("C1:D1", "BAME"),
        rows=changed(LE25, UNDER_ONE),
    ),
    book(
        "a title merged over all columns",
        lambda _, sheet: sheet.merge_range("A1:F1", "Campaign of spring"),
        rows=[[""] * 6, *LE25],
    ),
    merged("counts merged over two rows", "C4:C5", 15, ((4, 2), (5, 2))),
    merged("counts merged over group and blank", "C4:D4", 15, ((4, 2), (4, 3))),
    merged("a total merged over two stages", "B4:B6", 80, ((4, 1), (5, 1), (6, 1))),
    Case("a value that a merged cell hides", "table.xlsx", covering),
    book("a table in a corner of the sheet", rows=[[], [], *(["", "", *row] for row in LE25)]),
    book("tidy counts on a second sheet", rows=README, more={"Data": COUNTS}),
    Case("ten million columns of OpenDocument", "table.ods", lambda: ods_of(LE25, 10_000_000)),
    Case("as many columns as OpenDocument has", "table.ods", lambda: ods_of(LE25, 16_384)),
    book("as many columns as Excel has", written("XFD1", "far")),
    book("a cell at the end of the sheet", written("A1048576", "far down")),
)
