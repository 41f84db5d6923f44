"""Rows of cells to a table, however ragged or merged they come."""

from collections.abc import Iterable, Sequence

from recruitment.errors import DataError
from recruitment.ingest.blocks import Grid
from recruitment.ingest.characters import tidy

MOST_CELLS = 2_000_000
# Word stops at 63 columns and browsers at 1,000.
MOST_COLUMNS = 1_000


class Spread:
    """A table that is filled cell by cell, each as wide and as high as it is merged."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rows: list[dict[int, str]] = []
        self._merged: set[tuple[int, int]] = set()
        # What hangs down from the rows above, by column: the text, and how many rows more.
        self._hanging: dict[int, tuple[str, int]] = {}
        self._cells = 0
        self._free = 0

    def new_row(self) -> None:
        """Begin a row; cells that hang down from above fill their columns in it."""
        row = len(self._rows)
        self._rows.append({column: text for column, (text, _) in self._hanging.items()})
        self._merged.update((row, column) for column in self._hanging)
        self._hanging = {
            column: (text, more - 1) for column, (text, more) in self._hanging.items() if more > 1
        }
        self._free = 0
        self._count(len(self._rows[-1]) + 1)

    def place(self, text: str, *, across: int = 1, down: int = 1) -> None:
        """Put ``text`` into the first free column, over ``across`` columns and ``down`` rows."""
        row = self._rows[-1]
        while self._free in row:
            self._free += 1
        column = self._free
        self.put(column, text, across=across)
        if down > 1:
            last = min(column + across, MOST_COLUMNS)
            self._hanging.update(dict.fromkeys(range(column, last), (text, down - 1)))

    def put(self, column: int, text: str, *, across: int = 1, repeats: bool = False) -> None:
        """Put ``text`` at ``column``; ``repeats`` says that it stands for the cell above."""
        width = max(1, min(across, MOST_COLUMNS - column))
        for each in range(column, column + width):
            self._rows[-1][each] = text
            if repeats or each > column:
                self._merged.add((len(self._rows) - 1, each))
        self._count(width)

    def above(self, column: int) -> str:
        """Return the text in ``column`` of the row before, empty where there is none."""
        return self._rows[-2].get(column, "") if len(self._rows) > 1 else ""

    def grid(self, table: str) -> Grid:
        """Return the table, its rows called by ``table`` and their number from 1."""
        width = max((max(row, default=-1) + 1 for row in self._rows), default=0)
        self._count(width * len(self._rows) - self._cells)
        rows = tuple(tuple(row.get(each, "") for each in range(width)) for row in self._rows)
        places = tuple(f"{table}, row {number}" for number in range(1, len(rows) + 1))
        return Grid(rows, places, frozenset(self._merged))

    def _count(self, more: int) -> None:
        self._cells += more
        check_cells(self._name, self._cells)


class TooManyCellsError(DataError):
    """A table that no reader of a report could read."""


def check_cells(name: str, cells: int) -> None:
    """Refuse a table that no reader of a report could read.

    Raises:
        TooManyCellsError: There are more than two million cells.
    """
    if cells > MOST_CELLS:
        raise TooManyCellsError(
            f"{name} is refused: a table in it has over {MOST_CELLS:,} cells; "
            "leave only the tables to be read"
        )


def level_grid(rows: Iterable[Sequence[str]], places: Iterable[str]) -> Grid:
    """Return ``rows`` as a table, short ones filled with empty cells.

    >>> level_grid([["Total", "BAME"], ["546"]], ["line 1", "line 2"]).rows
    (('Total', 'BAME'), ('546', ''))
    """
    tidied = [list(map(tidy, row)) for row in rows]
    width = max(map(len, tidied), default=0)
    return Grid(tuple((*row, *[""] * (width - len(row))) for row in tidied), tuple(places))


def has_text(grid: Grid) -> bool:
    """Return whether any cell of ``grid`` says something."""
    return any(any(row) for row in grid.rows)
