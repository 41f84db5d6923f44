"""Merged cells of a sheet: what the first one says, the others repeat."""

from collections.abc import Iterator

from recruitment.errors import DataError
from recruitment.ingest.sheet_layout import Cell, SheetLayout


def fill_merged(name: str, rows: list[list[str]], start: Cell, layout: SheetLayout) -> set[Cell]:
    """Write into ``rows`` what merged cells repeat, and return where, by the places in ``rows``.

    Args:
        name: The file, for the message.
        rows: The cells of the sheet from ``start`` on.
        start: The row and column of the first of them.
        layout: Where cells are merged.

    Raises:
        DataError: Merged cells overlap without end, as in no workbook that a program wrote.
    """
    filled = set()
    for (row, column), text in covered_cells(name, rows, start, layout):
        rows[row][column] = text
        filled.add((row, column))
    return filled


def covered_cells(
    name: str, rows: list[list[str]], start: Cell, layout: SheetLayout
) -> Iterator[tuple[Cell, str]]:
    """Yield each cell that stands under a merged one, and what that says.

    The arguments are those of `fill_merged`.
    """
    top, left = start
    cells = sum(map(len, rows))
    for first, last in layout.merged:
        text = _at(rows, first[0] - top, first[1] - left)
        for row in range(max(first[0] - top, 0), min(last[0] - top + 1, len(rows))):
            for column in range(max(first[1] - left, 0), min(last[1] - left + 1, len(rows[row]))):
                cells -= 1
                if (row + top, column + left) != first:
                    yield (row, column), text
        if cells < 0:
            raise DataError(f"{name} is damaged: merged cells in it overlap; take a new copy of it")


def _at(rows: list[list[str]], row: int, column: int) -> str:
    inside = 0 <= row < len(rows) and 0 <= column < len(rows[row])
    return rows[row][column] if inside else ""
