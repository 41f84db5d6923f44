"""What is wrong with a source: every fault with its place, and no value about a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.errors import DataError

# As many as a person would mend in one go; the rest are counted.
MOST_LISTED = 100
NOTHING_IMPORTED = "nothing was imported"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a source.

    Attributes:
        file: The name of the file, without its folder.
        sheet: The sheet of a workbook; None for files that have none.
        row: The row as the program that made the file counts it, from 1; in text, the line; 0 for
            headings that stand in no row.
        column: The heading of the column, or its letter where it has none.
    """

    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """Return the place in words.

        >>> str(Place("le25.xlsx", "Data", 5, "BAME"))
        'le25.xlsx, sheet Data, row 5, column BAME'
        """
        parts = {"sheet": self.sheet, "row": self.row or None, "column": self.column}
        said = (f"{what} {where}" for what, where in parts.items() if where is not None)
        return ", ".join((self.file, *said))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in a source that cannot be understood, or contradicts another.

    Attributes:
        place: Where it stands.
        what: What was found, what was expected, and where it helps what to do; no full stop.
        others: How many faults it counts that are not listed; 0 for a fault itself.
    """

    place: Place
    what: str
    others: int = 0

    def __str__(self) -> str:
        """Return the fault on one line."""
        return f"{self.place}: {self.what}"


class SourceRefused(DataError):  # noqa: N818 - it says what became of the source
    """A source with faults; nothing of it is imported.

    ``details`` has a line for each fault where there are several.
    """

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        # How many more there are, and where, has a line of its own below those that are listed.
        others = [fault for fault in faults if fault.others]
        listed = [fault for fault in faults if not fault.others][: MOST_LISTED - len(others)]
        lines = [str(fault) for fault in (*listed, *others)]
        number = sum(fault.others or 1 for fault in faults)
        if number == 1:
            super().__init__(f"{lines[0]}; {NOTHING_IMPORTED}")
            return
        if more := number - len(listed) - sum(fault.others for fault in others):
            lines.append(f"{file}: and {more:,} more")
        super().__init__(f"{file}: {number:,} faults; {NOTHING_IMPORTED}")
        self.details = tuple(lines)


def masked(value: str) -> str:
    """Return how a value about a person is told in a message: by its kind and length alone.

    >>> masked("Asian or Asian British"), masked("1987-02-03"), masked("-4")
    ('text of 22 characters', 'a date of 10 characters', 'a number of 2 characters')
    """
    text = value.strip()
    if not text:
        return "nothing but spaces" if value else "nothing"
    digits = sum(each.isdecimal() for each in text)
    if text.replace("-", "").replace("/", "").isdecimal() and digits < len(text.lstrip("-")):
        kind = "a date"
    else:
        kind = "a number" if digits and text.lstrip("-").replace(".", "", 1).isdecimal() else "text"
    return f"{kind} of {len(text)} character{'s' * (len(text) != 1)}"
