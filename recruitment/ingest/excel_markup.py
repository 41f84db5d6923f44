"""The layout of the sheets of an .xlsx workbook, from its XML."""

import posixpath

from recruitment.ingest.archives import Archive
from recruitment.ingest.grids import check_cells
from recruitment.ingest.number_formats import BUILT_IN
from recruitment.ingest.sheet_layout import Attributes, Cell, MarkupReader, SheetLayout, cell_at

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"
VALUES = {"v", "t"}
# How almost every program writes that a cell holds a value.
WRITTEN = (b"<v>", b"<is>")


def excel_layouts(archive: Archive) -> dict[str, SheetLayout]:
    """Return the layout of each sheet of an .xlsx workbook, by its name.

    Raises:
        DataError: It is damaged, or has more cells than a report would.
    """
    styles = _Styles(archive.name)
    if STYLES in archive:
        styles.read(archive.markup(STYLES))
    layouts = {}
    values = 0
    for name, part in _sheets(archive).items():
        if part in archive:
            content = archive.markup(part)
            # To look at each cell of too many would take a minute.
            values += sum(map(content.count, WRITTEN))
            check_cells(archive.name, values)
            sheet = _Sheet(archive.name, styles.codes)
            sheet.read(content)
            layouts[name] = sheet.layout
    return layouts


def _sheets(archive: Archive) -> dict[str, str]:
    names = _Listing(archive.name, "sheet", "name", "id")
    parts = _Listing(archive.name, "Relationship", "Id", "Target")
    if WORKBOOK not in archive or RELATIONS not in archive:
        raise archive.damaged()
    names.read(archive.markup(WORKBOOK))
    parts.read(archive.markup(RELATIONS))
    targets = {name: parts.found.get(relation, "") for name, relation in names.found.items()}
    return {
        name: posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        for name, target in targets.items()
    }


class _Listing(MarkupReader):
    """Two attributes of every element of one name, as a mapping."""

    def __init__(self, name: str, tag: str, key: str, value: str) -> None:
        super().__init__(name)
        self.found: dict[str, str] = {}
        self._wanted = tag, key, value

    def begin(self, tag: str, attributes: Attributes) -> None:
        wanted, key, value = self._wanted
        if tag == wanted and key in attributes:
            self.found[attributes[key]] = attributes.get(value, "")


class _Styles(MarkupReader):
    """The number format of each style of cells, in order; empty for none."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.codes: list[str] = []
        self._own: dict[str, str] = {}
        self._in_cells = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        if tag == "numFmt":
            self._own.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
        elif tag == "cellXfs":
            self._in_cells = True
        elif tag == "xf" and self._in_cells:
            number = attributes.get("numFmtId", "0")
            usual = BUILT_IN.get(int(number), "") if number.isdecimal() else ""
            self.codes.append(self._own.get(number, usual))

    def end(self, tag: str) -> None:
        self._in_cells = self._in_cells and tag != "cellXfs"


class _Sheet(MarkupReader):
    """One sheet, cell by cell."""

    def __init__(self, name: str, codes: list[str]) -> None:
        super().__init__(name)
        self.layout = SheetLayout()
        self._codes = codes
        self._cell: Cell = (-1, -1)
        self._attributes: Attributes = {}
        self._formula = False
        self._hidden_row = False
        self._hidden: list[tuple[int, int]] = []
        self._row_has_value = False
        # What stands between the tags of a value; None outside of one.
        self._value: list[str] | None = None
        self._found = ""

    def begin(self, tag: str, attributes: Attributes) -> None:
        if tag == "c":
            self._cell = cell_at(attributes.get("r", ""), self._next)
            self._attributes = attributes
            self._formula = False
            self._found = ""
        elif tag in VALUES:
            self.layout.reach(*self._cell)
            self._value = []
        elif tag == "f":
            self.layout.reach(*self._cell)
            self._formula = True
        elif tag == "row":
            number = attributes.get("r", "")
            row = int(number) - 1 if number.isdecimal() else self._cell[0] + 1
            self._cell = (row, -1)
            self._hidden_row = attributes.get("hidden") in {"1", "true"}
            self._row_has_value = False
        elif tag == "col" and attributes.get("hidden") in {"1", "true"}:
            ends = attributes.get("min", ""), attributes.get("max", "")
            if all(map(str.isdecimal, ends)):
                self._hidden.append((int(ends[0]) - 1, int(ends[1]) - 1))
        elif tag == "filterColumn":
            self.layout.filtered = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, tag: str) -> None:
        if tag in VALUES and self._value is not None:
            self._found += "".join(self._value)
            self._value = None
        elif tag == "c":
            self._end_cell()
        elif tag == "row":
            check_cells(self._name, self.layout.cells)
            if self._hidden_row and self._row_has_value:
                self.layout.hidden_rows.append(self._cell[0])
        elif tag == "worksheet":
            self.layout.hide_columns(self._hidden)

    def text(self, text: str) -> None:
        if self._value is not None:
            self._value.append(text)

    def _end_cell(self) -> None:
        if not self._found:
            if self._formula and self._attributes.get("t") != "str":
                self.layout.uncalculated.append(self._cell)
            return
        self._row_has_value = True
        if self._attributes.get("t") == "e":
            self.layout.texts[self._cell] = self._found
        style = self._attributes.get("s", "")
        if style.isdecimal() and int(style) < len(self._codes) and self._codes[int(style)]:
            self.layout.formats[self._cell] = self._codes[int(style)]

    def _merge(self, area: str) -> None:
        start, _, stop = area.partition(":")
        first = cell_at(start, lambda: (-1, -1))
        self.layout.merged.append((first, cell_at(stop, lambda: first)))

    def _next(self) -> Cell:
        return self._cell[0], self._cell[1] + 1
