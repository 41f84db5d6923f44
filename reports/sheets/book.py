"""A workbook that a screen reader finds its way through: titles in A1, and marked-up tables.

Nothing is merged, frozen, hidden or coloured; no cell of a table is blank; text stays text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from reports.sheets.numbers import Number

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

A4, WIDEST, PAGE_WIDTH = 9, 60, 100
LINE, TALLEST = 15, 405
TITLE = {"bold": True, "font_size": 15}
HEADING = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1}
TEXT = {"text_wrap": True, "valign": "top"}
# Figures stand at the right of their column; neither touches its neighbour.
INDENT = {"align": "left", "indent": 1}
FIGURES = {"align": "right", "indent": 1}
NO_ROWS = "There are no rows in this table."


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to the top of another worksheet."""

    text: str
    sheet: str


Cell = str | Number | Link
Columns = Mapping[str, Sequence[Cell]]


@dataclass(slots=True)
class Book:
    """A workbook being written.

    Attributes:
        workbook: Where it is written to.
        formats: Formats made so far, as a workbook should not hold the same one twice.
    """

    workbook: "Workbook"
    formats: dict[frozenset[tuple[str, Any]], Any] = field(default_factory=dict)

    def lines(self, name: str, lines: Sequence[str]) -> None:
        """Add a worksheet of lines, the first of which is its title."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, PAGE_WIDTH, self.style(TEXT))
        self._write_lines(sheet, lines, self.style(TEXT))
        for row, line in enumerate(lines):
            sheet.set_row(row, _height([line], [PAGE_WIDTH]) + (LINE if row == 0 else 0))

    def table(
        self,
        name: str,
        above: Sequence[str],
        columns: Columns,
        *,
        marked: str,
        widest: int = WIDEST,
    ) -> None:
        """Add a worksheet with one table.

        Args:
            name: Of the worksheet.
            above: The title, then what to know before reading the table.
            columns: The cells under each heading, as many to each; at least one column.
            marked: The name of the table; one that looks like a cell ("T1") would not be written.
            widest: How wide a column may be, in characters.
        """
        sheet = self._sheet(name)
        filled = any(columns.values())
        self._write_lines(sheet, above if filled else [*above, NO_ROWS])
        if filled:
            widths = [_width(heading, cells, widest) for heading, cells in columns.items()]
            self._mark(sheet, len(above), columns, marked)
            self._fill(sheet, len(above), columns, widths)

    def _mark(self, sheet: "Worksheet", top: int, columns: Columns, name: str) -> None:
        """Mark what will be filled as a table, which screen readers announce with its headings."""
        from xlsxwriter.utility import xl_range

        rows = len(next(iter(columns.values())))
        area = (top, 0, top + rows, len(columns) - 1)
        headers = [
            {"header": heading, "header_format": self.style(HEADING | _side(cells))}
            for heading, cells in columns.items()
        ]
        options = {"name": name, "columns": headers, "autofilter": False, "style": None}
        sheet.add_table(*area, options)
        sheet.repeat_rows(top)
        # A figure quoted as it was printed is text on purpose, and needs no warning beside it.
        sheet.ignore_errors({"number_stored_as_text": xl_range(*area)})

    def _fill(self, sheet: "Worksheet", top: int, columns: Columns, widths: Sequence[int]) -> None:
        for place, cells in enumerate(columns.values()):
            sheet.set_column(place, place, widths[place])
            side = _side(cells)
            for row, cell in enumerate(cells, start=top + 1):
                self._write(sheet, row, place, cell, side)
        for row, across in enumerate([tuple(columns), *zip(*columns.values(), strict=True)], top):
            sheet.set_row(row, _height(across, widths))

    def style(self, of: Mapping[str, Any]) -> Any:
        """Return the one format that is ``of`` these properties."""
        key = frozenset(of.items())
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format(dict(of))
        return self.formats[key]

    def _sheet(self, name: str) -> "Worksheet":
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&RPage &P of &N")
        return sheet

    def _write_lines(self, sheet: "Worksheet", lines: Iterable[str], style: Any = None) -> None:
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line, self.style(TITLE) if row == 0 else style)

    def _write(
        self, sheet: "Worksheet", row: int, place: int, cell: Cell, side: Mapping[str, Any]
    ) -> None:
        style = self.style({**TEXT, **side, **_special(cell)})
        match cell:
            case Number():
                sheet.write_number(row, place, cell.value, style)
            case Link():
                sheet.write_url(row, place, f"internal:'{cell.sheet}'!A1", style, cell.text)
            case str():
                sheet.write_string(row, place, cell, style)


def _side(cells: Iterable[Cell]) -> dict[str, Any]:
    return FIGURES if any(isinstance(cell, Number) for cell in cells) else INDENT


def _special(cell: Cell) -> dict[str, Any]:
    match cell:
        case Number():
            return {"num_format": cell.pattern, "text_wrap": False}
        case Link():
            return {"hyperlink": True}
        case str():
            return {}


def _width(heading: str, cells: Iterable[Cell], widest: int) -> int:
    """Return a width for the longest word of the heading and, up to a limit, the longest cell."""
    words = max(map(len, heading.split()), default=0)
    longest = max(len(_text(cell)) for cell in cells)
    return min(max(words, longest) + 4, widest)


def _height(cells: Iterable[Cell], widths: Iterable[int]) -> int:
    """Return the height of a row in points; not every program works it out when it opens a file."""
    wrapped = (wrap(_text(cell), width) for cell, width in zip(cells, widths, strict=True))
    return min(LINE * max(1, *map(len, wrapped)), TALLEST)


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell.text
