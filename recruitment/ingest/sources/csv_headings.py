"""The headings of a large file of separated values: which row they are, and what is wrong in it.

The first row may be one about a person, where headings are missing. So no message repeats it.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from recruitment.ingest.characters import tidy
from recruitment.ingest.faults import Fault, Place, masked
from recruitment.ingest.sheet_layout import column_letters
from recruitment.ingest.sources.csv_rows import CsvRow
from recruitment.ingest.sources.labels import LONGEST, check_text

VALUES = ("a date", "a number")


def heading_row(rows: Sequence[CsvRow]) -> CsvRow | None:
    """Return the first row that is neither empty nor a title; None where there is none.

    A title is one value alone in its line, where other rows have more, or above an empty line.
    """
    wide = max((len(row.cells) for row in rows), default=0)
    for row, below in zip_longest(rows, rows[1:]):
        values = [cell for cell in row.cells if tidy(cell)]
        above_empty = below is not None and not below.broken and not _has_text(below)
        title = len(values) == 1 and wide > 1 and (len(row.cells) == 1 or above_empty)
        if row.broken or (values and not title):
            return row
    return None


def heading_faults(name: str, row: CsvRow) -> Iterator[Fault]:
    """Yield what is wrong with the headings in ``row`` of the file ``name``."""
    if row.broken:
        yield Fault(Place(name, None, row.line), row.broken)
        return
    headings = [tidy(cell) for cell in row.cells]
    place = Place(name, None, row.line)
    if value := next((each for each in headings if _is_value(each)), None):
        what = f"{masked(value)} stands where a heading is expected; the first line names columns"
        yield Fault(place, what)
        return
    last = max(number for number, heading in enumerate(headings) if heading)
    for number, cell in enumerate(row.cells[: last + 1]):
        if why := _why(cell, headings[:number]):
            yield Fault(Place(name, None, row.line, column_letters(number)), why)


def _why(cell: str, before: Sequence[str]) -> str | None:
    heading = tidy(cell)
    if not heading:
        return "has no heading; name the column"
    if len(heading) > LONGEST:
        return f"the heading is longer than {LONGEST} characters"
    same = [number for number, each in enumerate(before) if each.casefold() == heading.casefold()]
    if same:
        return f"has the same heading as column {column_letters(same[0])}; rename one of them"
    why = check_text(cell)
    return f"the heading {why}" if why else None


def _is_value(heading: str) -> bool:
    return masked(heading).startswith(VALUES) or "@" in heading


def _has_text(row: CsvRow) -> bool:
    return any(map(tidy, row.cells))
