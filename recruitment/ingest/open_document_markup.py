"""The layout of the sheets of an .ods workbook, which keeps what each cell shows."""

from recruitment.ingest.archives import Archive
from recruitment.ingest.grids import MOST_CELLS, check_cells
from recruitment.ingest.sheet_layout import Attributes, Cell, MarkupReader, SheetLayout

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
CELLS = {"table-cell", "covered-table-cell"}
VISIBLE = "visible"
OUTSIDE = {"annotation", "shapes", "frame", "custom-shape"}


def open_document_layouts(archive: Archive) -> dict[str, SheetLayout]:
    """Return the layout of each sheet of an .ods workbook, by its name."""
    if CONTENT not in archive:
        raise archive.damaged()
    reader = _Content(archive.name)
    reader.read(archive.markup(CONTENT))
    return reader.layouts


def is_encrypted(archive: Archive) -> bool:
    """Return whether a password is needed to read the workbook."""
    return MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST)


class _Content(MarkupReader):
    """All sheets, cell by cell."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.layouts: dict[str, SheetLayout] = {}
        self._layout = SheetLayout()
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._hidden_row = False
        self._hidden_columns: list[Cell] = []
        self._spans = (1, 1)
        self._value = False
        self._formula = False
        self._text: list[str] = []
        self._paragraphs = 0
        self._outside = 0
        self._cells = 0

    def begin(self, tag: str, attributes: Attributes) -> None:
        if tag in OUTSIDE:
            self._outside += 1
        elif tag == "table" and not self._outside:
            self._layout = self.layouts.setdefault(attributes.get("name", ""), SheetLayout())
            self._row = self._column = 0
            self._hidden_columns = []
        elif tag == "table-column" and not self._outside:
            self._begin_column(attributes)
        elif tag == "table-row" and not self._outside:
            self._begin_row(attributes)
        elif tag in CELLS and not self._outside:
            self._begin_cell(attributes)
        elif tag == "p" and not self._outside:
            self._paragraphs += 1
            self._text.append("\n")
        elif tag in {"s", "tab", "line-break"} and self._paragraphs:
            self._text.append(" ")

    def end(self, tag: str) -> None:
        if tag in OUTSIDE:
            self._outside -= 1
        elif tag == "p" and not self._outside:
            self._paragraphs -= 1
        elif tag in CELLS and not self._outside:
            self._end_cell()
        elif tag == "table-row" and not self._outside:
            self._row += self._rows
        elif tag == "table" and not self._outside:
            self._layout.hide_columns(self._hidden_columns)

    def text(self, text: str) -> None:
        if self._paragraphs and not self._outside:
            self._text.append(text)

    def _begin_column(self, attributes: Attributes) -> None:
        number = _number(attributes, "number-columns-repeated")
        if attributes.get("visibility", VISIBLE) != VISIBLE:
            self._hidden_columns.append((self._column, self._column + number - 1))
        self._column += number

    def _begin_row(self, attributes: Attributes) -> None:
        self._rows = _number(attributes, "number-rows-repeated")
        self._column = 0
        visibility = attributes.get("visibility", VISIBLE)
        self._hidden_row = visibility != VISIBLE
        self._layout.filtered = self._layout.filtered or visibility == "filter"

    def _begin_cell(self, attributes: Attributes) -> None:
        self._columns = _number(attributes, "number-columns-repeated")
        self._spans = (
            _number(attributes, "number-rows-spanned"),
            _number(attributes, "number-columns-spanned"),
        )
        self._value = "value-type" in attributes
        self._formula = "formula" in attributes
        self._text = []

    def _end_cell(self) -> None:
        shown = " ".join("".join(self._text).split())
        here = (self._row, self._column)
        if shown or self._value:
            self._fill(shown)
        elif self._formula:
            self._layout.uncalculated.append(here)
        if self._spans != (1, 1):
            last = (here[0] + self._spans[0] - 1, here[1] + self._spans[1] - 1)
            self._layout.merged.append((here, last))
        self._column += self._columns

    def _fill(self, shown: str) -> None:
        self._cells += self._rows * self._columns
        check_cells(self._name, self._cells)
        if self._hidden_row:
            self._layout.hidden_rows.extend(range(self._row, self._row + self._rows))
            self._hidden_row = False
        for row in range(self._row, self._row + self._rows):
            for column in range(self._column, self._column + self._columns):
                self._layout.reach(row, column)
                if shown:
                    self._layout.texts[row, column] = shown


def _number(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    if not text.isdecimal():
        return 1
    most = MOST_CELLS + 1
    return min(int(text), most) if len(text) <= len(str(most)) else most
