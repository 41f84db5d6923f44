"""The values of a workbook, through python-calamine, in a process of its own.

A damaged workbook can send calamine round in circles, or have it take all memory and abort: it gets
a limit of both, and ends alone.
"""

import datetime as dt
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from io import BytesIO
from subprocess import SubprocessError, run
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.grids import check_cells

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata

Cell = tuple[int, int]
Value = float | str | bool

LONGEST = 60
MOST_MEMORY = 2_000_000_000


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
    """

    name: str
    has_cells: bool
    hidden: bool
    start: Cell
    rows: list[list[Value]]
    merged: list[tuple[Cell, Cell]]


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
        raise _damaged(name) from None


def guarded_values(name: str, content: bytes) -> list[SheetValues]:
    """Return the sheets of a workbook, read by another process with a limit of time and memory.

    Raises:
        DataError: As for `workbook_values`, or a limit was reached.
    """
    modules = os.pathsep.join(path for path in sys.path if path)
    command = [sys.executable, "-m", "recruitment.ingest.workbook_values", name]
    try:
        done = run(  # noqa: S603 - our own module, by our own interpreter
            command,
            input=content,
            capture_output=True,
            check=True,
            timeout=LONGEST,
            env={**os.environ, "PYTHONPATH": modules},
        )
        answer = json.loads(done.stdout)
    except (OSError, SubprocessError, ValueError):
        raise _damaged(name) from None
    if "refused" in answer:
        raise DataError(answer["refused"])
    return [_from_json(sheet) for sheet in answer["sheets"]]


def answer_for(name: str, content: bytes) -> str:
    """Return the sheets of a workbook as JSON, or why it is refused."""
    try:
        sheets = workbook_values(name, BytesIO(content))
    except DataError as error:
        return json.dumps({"refused": str(error)})
    return json.dumps({"sheets": [asdict(sheet) for sheet in sheets]})


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
    return SheetValues(
        name=about.name,
        has_cells=str(about.typ).endswith(".WorkSheet"),
        hidden=not str(about.visible).endswith(".Visible"),
        start=table.start or (0, 0),
        rows=[[_plain(value) for value in row] for row in table.to_python()],
        merged=table.merged_cell_ranges or [],
    )


def _plain(value: Value | dt.date | dt.time | dt.timedelta) -> Value:
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes")
    return value if isinstance(value, (bool, int, float, str)) else str(value)


def _from_json(sheet: dict[str, object]) -> SheetValues:
    read = SheetValues(**sheet)  # type: ignore[arg-type]
    merged = [(_cell(first), _cell(last)) for first, last in read.merged]
    return SheetValues(read.name, read.has_cells, read.hidden, _cell(read.start), read.rows, merged)


def _cell(pair: Cell) -> Cell:
    row, column = pair
    return row, column


def _damaged(name: str) -> DataError:
    return DataError(f"{name} is damaged and cannot be read; take a new copy of it")


def _limit() -> None:
    # Windows has neither limit; there the time given to the process is the only one.
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    _limit()
    sys.stdout.write(answer_for(sys.argv[1], sys.stdin.buffer.read()))
