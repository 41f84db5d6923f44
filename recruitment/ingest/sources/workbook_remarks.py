"""What a reader must know about the sheets read from a workbook: what is hidden, and where."""

from collections.abc import Callable, Iterator, Sequence

from recruitment.ingest.sheet_layout import SheetLayout, column_letters
from recruitment.ingest.sheet_remarks import is_fraction
from recruitment.ingest.workbook_values import SheetValues

MOST_NAMED = 12
OLD = (
    "Errors, hidden rows and hidden columns of an .xls workbook cannot be told; save it as .xlsx "
    "to have them named."
)


def source_remarks(
    sheet: SheetValues, layout: SheetLayout, *, formats_known: bool
) -> Iterator[str]:
    """Yield what is hidden in a sheet and by name, or that it is not a sheet of cells.

    Args:
        sheet: Its values.
        layout: What it shows and hides.
        formats_known: Whether the formats of its numbers are known.
    """
    if not sheet.has_cells:
        yield f"{sheet.name} is no sheet of cells and was not read."
        return
    if not sheet.rows:
        return
    if sheet.hidden:
        yield f"The sheet {sheet.name} is hidden; it was read."
    by_filter = ", by a filter or by hand" if layout.filtered else ""
    yield from _hidden(sheet.name, "row", layout.hidden_rows, lambda row: str(row + 1), by_filter)
    yield from _hidden(sheet.name, "column", layout.hidden_columns, column_letters, "")
    if not formats_known and any(is_fraction(value) for row in sheet.rows for value in row):
        yield (
            f"In {sheet.name}, percentages cannot be told from fractions: an .xls workbook is read "
            "without its number formats; save it as .xlsx."
        )


def ranges(numbers: Sequence[int], called: Callable[[int], str]) -> str:
    """Return ascending ``numbers`` in words, those that follow each other as a range.

    >>> ranges([1, 4, 5, 6, 8], str)
    '1, 4-6 and 8'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    said = ["-".join(map(called, run)) for run in runs[:MOST_NAMED]]
    if len(runs) > MOST_NAMED:
        said.append("others")
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def _hidden(
    sheet: str, kind: str, hidden: Sequence[int], called: Callable[[int], str], how: str
) -> Iterator[str]:
    if not hidden:
        return
    named = ranges(hidden, called)
    many = len(hidden) > 1
    verbs = ("s", "are", "they were") if many else ("", "is", "it was")
    yield f"In {sheet}, {kind}{verbs[0]} {named} {verbs[1]} hidden{how}; {verbs[2]} read."
