"""Cells that cannot be read have no meaning to judge: what is told of them is told once."""

from collections.abc import Iterable, Iterator

from recruitment.ingest.faults import Fault, Place
from recruitment.ingest.sheet_layout import column_letters
from recruitment.ingest.sources.source import Sheet, Source

# The columns of a row that cannot be read, by the name of the sheet and the number of the row.
Unreadable = dict[tuple[str | None, int | None], set[str]]


def is_refused(sheet: Sheet) -> bool:
    """Return whether a fault is of ``sheet`` as a whole, such as that it is a copy of another."""
    return any(fault.place.row is None and not fault.others for fault in sheet.faults)


def judged(faults: Iterable[Fault], source: Source) -> Iterator[Fault]:
    """Yield those of ``faults`` that are not about a cell which could not be read.

    The reading of a file tells columns by their letters, and whoever knows headings by these.
    """
    unreadable: Unreadable = {}
    for sheet in source.sheets:
        for fault in sheet.faults:
            if fault.place.column is not None:
                key = (sheet.name, fault.place.row)
                unreadable.setdefault(key, set()).add(fault.place.column)
    for fault in faults:
        letters = unreadable.get((fault.place.sheet, fault.place.row))
        if not letters or not _is_among(fault.place, letters, source):
            yield fault


def _is_among(place: Place, letters: set[str], source: Source) -> bool:
    if place.column is None or place.column in letters:
        return place.column is not None
    sheet = next(each for each in source.sheets if each.name == place.sheet)
    return any(
        text == place.column and column_letters(sheet.left + at) in letters
        for number, row in zip(sheet.numbers, sheet.rows, strict=True)
        if number < (place.row or 0)
        for at, text in enumerate(row)
    )
