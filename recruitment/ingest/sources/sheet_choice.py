"""Which sheets of a workbook are read: one that is named, or all that have text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recruitment.errors import DataError, UsageError, nearest
from recruitment.ingest.faults import Fault
from recruitment.ingest.sources.source import Sheet
from recruitment.ingest.workbook_values import SheetValues


def chosen_sheets(name: str, sheets: list[SheetValues], wanted: str | None) -> list[SheetValues]:
    """Return the sheet called ``wanted``, in any case, or all of them for None.

    Args:
        name: The name of the file.
        sheets: All sheets of the workbook.
        wanted: The name of the only one to read.

    Raises:
        UsageError: There is none of that name, or it is a chart.
        DataError: Two sheets have one name, so that none can be told from the other.
    """
    known = [each.name for each in sheets]
    if len(set(map(_plain, known))) < len(known):
        raise DataError(f"{name}: two sheets have the same name; rename one of them")
    if wanted is None:
        return sheets
    chosen = [each for each in sheets if _plain(each.name) == _plain(wanted)]
    if not chosen:
        raise UsageError(f"{name} has no sheet {wanted}; {nearest(wanted, known)}")
    if not chosen[0].has_cells:
        raise UsageError(f"the sheet {chosen[0].name} of {name} has no cells; name another")
    return chosen


def copies_named(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """Yield ``sheets``, with a fault in each that has the same cells as one before it."""
    first: dict[tuple[tuple[str, ...], ...], str | None] = {}
    for sheet in sheets:
        original = first.setdefault(sheet.rows, sheet.name)
        yield sheet if original == sheet.name else _copy(sheet, original)


def _copy(sheet: Sheet, original: str | None) -> Sheet:
    what = f"has the same cells as the sheet {original}; delete it, or name one with --sheet"
    return replace(sheet, faults=(*sheet.faults, Fault(sheet.place(), what)))


def _plain(name: str) -> str:
    return name.strip().casefold()
