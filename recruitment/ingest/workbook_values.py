"""The values of a workbook, through python-calamine, in a process of its own."""

import datetime as dt
from dataclasses import asdict, dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.grids import check_cells
from recruitment.ingest.guarded import answer, answer_by, damaged, guarded

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata

Cell = tuple[int, int]
Value = float | str | bool
TIMES = (dt.date, dt.time, dt.timedelta)


@dataclass(frozen=True, slots=True)
class SheetValues:
    """One sheet.

    Attributes:
        name: Its name.
        has_cells: Whether it is a sheet of cells, not of a chart or of macros.
        hidden: Whether it is hidden.
        start: The row and column of the first value, from 0.
        rows: The values from there on; dates and times as text.
        merged: The first and last cells of merged areas, where calamine knows them.
        times: The cells of ``rows``, counted from its first, that are dates or times.
    """

    name: str
    has_cells: bool
    hidden: bool
    start: Cell
    rows: list[list[Value]]
    merged: list[tuple[Cell, Cell]]
    times: list[Cell]


def workbook_values(name: str, file: BytesIO) -> list[SheetValues]:
    """Return the sheets of the workbook in ``file``.

    Raises:
        DataError: It is damaged, protected by a password, or has too many cells.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_filelike(file) as workbook:
            return _sheets(name, workbook)
    except PasswordError:
        raise DataError(
            f"{name} is protected by a password; save it without one and try again"
        ) from None
    except (CalamineError, OSError, ValueError):
        raise damaged(name) from None


def guarded_values(name: str, content: bytes) -> list[SheetValues]:
    """Return the sheets of a workbook, read by another process with a limit of time and memory.

    Raises:
        DataError: As for `workbook_values`, or a limit was reached.
    """
    answered = guarded("recruitment.ingest.workbook_values", name, content)
    return [_from_json(sheet) for sheet in answered["sheets"]]


def answer_for(name: str, content: bytes) -> str:
    """Return the sheets of a workbook as JSON, or why it is refused."""
    return answer(
        lambda: {"sheets": [asdict(each) for each in workbook_values(name, BytesIO(content))]}
    )


def _sheets(name: str, workbook: "CalamineWorkbook") -> list[SheetValues]:
    cells = 0
    found = []
    for number, about in enumerate(workbook.sheets_metadata):
        table = workbook.get_sheet_by_index(number)
        cells += table.height * table.width
        check_cells(name, cells)
        found.append(_sheet(about, table))
    return found


def _sheet(about: "SheetMetadata", table: "CalamineSheet") -> SheetValues:
    rows = table.to_python()
    return SheetValues(
        name=about.name,
        has_cells=str(about.typ).endswith(".WorkSheet"),
        hidden=not str(about.visible).endswith(".Visible"),
        start=table.start or (0, 0),
        rows=[[_plain(value) for value in row] for row in rows],
        merged=table.merged_cell_ranges or [],
        times=[
            (down, over)
            for down, row in enumerate(rows)
            for over, value in enumerate(row)
            if isinstance(value, TIMES)
        ],
    )


def _plain(value: Value | dt.date | dt.time | dt.timedelta) -> Value:
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes")
    return value if isinstance(value, (bool, int, float, str)) else str(value)


def _from_json(sheet: dict[str, object]) -> SheetValues:
    read = SheetValues(**sheet)  # type: ignore[arg-type]
    merged = [(_cell(first), _cell(last)) for first, last in read.merged]
    times = [_cell(each) for each in read.times]
    return replace(read, start=_cell(read.start), merged=merged, times=times)


def _cell(pair: Cell) -> Cell:
    row, column = pair
    return row, column


if __name__ == "__main__":
    answer_by(answer_for)
