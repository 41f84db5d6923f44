"""What a reader must know about the sheets of a workbook."""

from collections.abc import Iterator

from recruitment.ingest.archives import Archive
from recruitment.ingest.sheet_layout import SheetLayout, address
from recruitment.ingest.workbook_values import SheetValues

# Parts that are not read, by where they stand.
UNREAD = {
    "/charts/chart": "Charts",
    "/media/": "Pictures",
    "pictures/": "Pictures",
    "/comments": "Comments",
    "/threadedcomments": "Comments",
    "/pivottables/": "Pivot tables' own layouts",
    "/embeddings/": "Embedded objects",
    "object ": "Embedded objects",
}


def archive_remarks(archive: Archive) -> Iterator[str]:
    """Yield what the workbook holds besides its sheets."""
    names = [name.lower() for name in archive]
    kinds = (kind for part, kind in UNREAD.items() if any(_holds(name, part) for name in names))
    for kind in dict.fromkeys(kinds):
        yield f"{kind} were not read."
    if any(name.endswith("vbaproject.bin") or name.startswith("basic/") for name in names):
        yield "It carries macros, which were not run."


def sheet_remarks(sheet: SheetValues, layout: SheetLayout, *, formats_known: bool) -> Iterator[str]:
    """Yield what is hidden in a sheet, not calculated, or not a sheet of cells."""
    if not sheet.has_cells:
        yield f"{sheet.name} is no sheet of cells and was not read."
        return
    if sheet.hidden:
        yield f"The sheet {sheet.name} is hidden; it was read."
    yield from _on_hidden(sheet.name, layout)
    if layout.uncalculated:
        first, more = address(layout.uncalculated[0]), len(layout.uncalculated) - 1
        others = f" and {more:,} more" if more else ""
        yield (
            f"{sheet.name} {first}{others}: a formula without a value, read as empty; "
            "open the workbook in Excel and save it."
        )
    if not formats_known and any(is_fraction(value) for row in sheet.rows for value in row):
        yield (
            f"In {sheet.name}, percentages cannot be told from fractions: an .xls workbook is read "
            "without its number formats; save it as .xlsx."
        )


def _on_hidden(name: str, layout: SheetLayout) -> Iterator[str]:
    counts = {"row": len(layout.hidden_rows), "column": len(layout.hidden_columns)}
    for kind, number in counts.items():
        if number:
            some = f"1 {kind} is" if number == 1 else f"{number:,} {kind}s are"
            yield f"In {name}, {some} hidden; {'it was' if number == 1 else 'they were'} read."


def is_fraction(value: object) -> bool:
    """Return whether a value of a cell is a number that is not whole."""
    return isinstance(value, float) and not value.is_integer()


def _holds(name: str, part: str) -> bool:
    return part in name if part.startswith("/") else name.startswith(part)
