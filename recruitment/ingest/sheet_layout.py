"""What a sheet shows and its values do not tell: formats, errors, what is hidden or merged."""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from recruitment.errors import DataError

Cell = tuple[int, int]
Attributes = dict[str, str]


@dataclass(slots=True)
class SheetLayout:
    """One sheet; rows and columns count from 0.

    Attributes:
        texts: What a cell shows, where its value alone does not say.
        formats: The number formats of cells that have one.
        uncalculated: Cells with a formula and no value.
        hidden_rows: The rows with text that are hidden.
        hidden_columns: The columns that are, within what is used.
        filtered: Whether a filter is set, which may have hidden them.
        merged: The areas of merged cells, as first and last cell.
        last: The last row and column with a value; -1 for none.
        first: The first ones.
    """

    texts: dict[Cell, str] = field(default_factory=dict)
    formats: dict[Cell, str] = field(default_factory=dict)
    uncalculated: list[Cell] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    filtered: bool = False
    merged: list[tuple[Cell, Cell]] = field(default_factory=list)
    first: Cell | None = None
    last: Cell = (-1, -1)

    def reach(self, row: int, column: int) -> None:
        """Take note that there is a value at ``row`` and ``column``."""
        first = self.first or (row, column)
        self.first = (min(first[0], row), min(first[1], column))
        self.last = (max(self.last[0], row), max(self.last[1], column))

    def hide_columns(self, ranges: list[tuple[int, int]]) -> None:
        """Take note of hidden columns, as first and last, once all values are known."""
        if self.first is None:
            return
        left, right = self.first[1], self.last[1]
        for start, end in sorted(ranges):
            inside = range(max(start, left), min(end, right) + 1)
            self.hidden_columns.extend(inside)
            left = max(left, inside.stop)

    @property
    def width(self) -> int:
        """How many columns there are from the first value to the last."""
        return 0 if self.first is None else self.last[1] - self.first[1] + 1

    @property
    def cells(self) -> int:
        """How many cells there are from the first value to the last."""
        return 0 if self.first is None else (self.last[0] - self.first[0] + 1) * self.width


class MarkupReader:
    """Reads XML part by part, without namespaces' prefixes; a document type is refused.

    Subclasses take ``begin``, ``end`` and ``text``.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def begin(self, tag: str, attributes: Attributes) -> None:
        """Begin the element ``tag``, which has no prefix; nor have its attributes."""

    def end(self, tag: str) -> None:
        """End the element ``tag``."""

    def text(self, text: str) -> None:
        """Take a piece of text."""

    def read(self, content: bytes) -> None:
        """Read ``content``.

        Raises:
            DataError: It is no XML, or declares a document type.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise self.damaged() from None

    def damaged(self) -> DataError:
        """Return the error that says so."""
        return DataError(f"{self._name} is damaged and cannot be read; take a new copy of it")

    def _refuse(self, *_declared: object) -> None:
        raise self.damaged()

    def _begin(self, tag: str, attributes: Attributes) -> None:
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        self.begin(tag.rpartition(":")[2], plain)

    def _end(self, tag: str) -> None:
        self.end(tag.rpartition(":")[2])


def address(cell: Cell) -> str:
    """Return how a workbook calls ``cell``.

    >>> address((0, 0)), address((4, 27))
    ('A1', 'AB5')
    """
    row, column = cell
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """Return how a workbook calls the column at ``column``, from 0.

    >>> column_letters(0), column_letters(27), column_letters(702)
    ('A', 'AB', 'AAA')
    """
    letters = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def cell_at(reference: str, otherwise: Callable[[], Cell]) -> Cell:
    """Return the cell that ``reference`` names, or ``otherwise`` where it names none.

    >>> cell_at("AB5", lambda: (0, 0))
    (4, 27)
    """
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and len(letters) <= len("XFD")):
        return otherwise()
    if not digits or len(digits) > len("1048576") or int(digits) == 0:
        return otherwise()
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1
