"""One sheet of a workbook, strictly: every cell as text, every fault with its address."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from recruitment.ingest.faults import Fault, Place
from recruitment.ingest.merged_areas import covered_cells, fill_merged
from recruitment.ingest.number_formats import shown
from recruitment.ingest.sheet_layout import Cell, SheetLayout, column_letters
from recruitment.ingest.sources.cells import cell_text
from recruitment.ingest.sources.exact_numbers import exact, faithful
from recruitment.ingest.sources.fault_lists import few_of_each_column
from recruitment.ingest.sources.source import Sheet
from recruitment.ingest.workbook_values import SheetValues, Value

UNCALCULATED = "holds a formula without a value; open the workbook in Excel and save it"
# How many numbers are remembered as text: counts repeat.
KEPT = 65_536
COVERED = "holds a value that a merged cell hides; part the merged cells and look"


def sheet_of(file: str, values: SheetValues, layout: SheetLayout) -> Sheet:
    """Return one sheet.

    Args:
        file: The name of the file.
        values: The values in its cells.
        layout: What they show.
    """
    read = [[cell_text(text) for text in row] for row in _texts(values, layout)]
    rows = [[text for text, _ in row] for row in read]
    top, left = values.start
    wrong = {
        (top + down, left + over): why
        for down, row in enumerate(read)
        for over, (_, why) in enumerate(row)
        if why is not None
    }
    wrong.update(dict.fromkeys(layout.uncalculated, UNCALCULATED))
    wrong.update(dict.fromkeys(_covered(file, values.start, rows, layout), COVERED))
    merged = fill_merged(file, rows, values.start, layout)
    faults = few_of_each_column(_faults(file, values.name, wrong))
    return _with_text(
        Sheet(file, values.name, (), (), left, faults=tuple(faults)), rows, top, merged
    )


def _texts(values: SheetValues, layout: SheetLayout) -> Iterator[list[str]]:
    top, left = values.start
    times = set(values.times)
    for down, row in enumerate(values.rows):
        yield [
            str(value) if (down, over) in times else _text(value, (top + down, left + over), layout)
            for over, value in enumerate(row)
        ]


def _text(value: Value, cell: Cell, layout: SheetLayout) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return layout.texts.get(cell, value)
    if cell in layout.texts:
        return faithful(layout.texts[cell], value)
    return _number(value, layout.formats.get(cell, ""))


@lru_cache(KEPT)
def _number(value: float, code: str) -> str:
    return faithful(shown(value, code), value) if code else exact(value)


def _covered(file: str, start: Cell, rows: list[list[str]], layout: SheetLayout) -> Iterator[Cell]:
    for (down, over), text in covered_cells(file, rows, start, layout):
        if rows[down][over] not in {"", text}:
            yield start[0] + down, start[1] + over


def _faults(file: str, sheet: str, wrong: dict[Cell, str]) -> Iterator[Fault]:
    for (row, column), why in sorted(wrong.items()):
        yield Fault(Place(file, sheet, row + 1, column_letters(column)), why)


def _with_text(sheet: Sheet, rows: list[list[str]], top: int, merged: set[Cell]) -> Sheet:
    # Rows without text are left out, and the places in those after them move up.
    kept = [down for down, row in enumerate(rows) if any(row)]
    moved = {down: place for place, down in enumerate(kept)}
    return replace(
        sheet,
        rows=tuple(tuple(rows[down]) for down in kept),
        numbers=tuple(top + down + 1 for down in kept),
        merged=frozenset((moved[down], over) for down, over in merged if down in moved),
    )
