"""Separated values to rows, strictly; after a row that is broken, reading goes on at its next line.

Python's ``csv`` says what is wrong with quotation marks, but stops there, and takes a mark that is
never closed to the end of the file. Here each broken row is told by its line, and those after it
are read as if it were not there.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

# No row of a table of up to 1,000 columns is longer; one that seems to be has lost its end.
LONGEST_ROW = 1_000_000
# How many characters are read again to find the rows after broken ones: all files that people mend.
# One that is broken in each of its lines would otherwise be read as often as it has lines.
MOST_READ_AGAIN = 50 * LONGEST_ROW
NEVER_CLOSED = "a quotation mark is opened and never closed"
TOO_LONG = "is longer than 1,000,000 characters; a table has up to 1,000 columns"
FOLLOWED = "text follows a closed quotation mark; a mark inside a value is written twice"
LARGE = "a value is longer than 131,072 characters; is a quotation mark never closed?"
ALONE = "a quotation mark stands alone; a mark inside a value is written twice, between two others"


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row.

    Attributes:
        line: The line where it begins, from 1.
        lines: How many lines it takes.
        cells: Its values; none of a broken row.
        broken: What is wrong with its quotation marks or its length; None for nothing.
    """

    line: int
    lines: int
    cells: list[str] = field(default_factory=list)
    broken: str | None = None


class _LostEndError(csv.Error):
    """A row that goes on and on."""


def csv_rows(lines: Iterable[str], delimiter: str, *, first: int = 1) -> Iterator[CsvRow]:
    """Yield the rows of ``lines``, empty ones included.

    Args:
        lines: With their ends.
        delimiter: What stands between values.
        first: The number of the first line.
    """
    source = _Lines(lines)
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    line = first
    while True:
        source.taken.clear()
        cells: list[str] = []
        try:
            cells = next(reader)
            odd = sum(each.count('"') for each in source.taken) % 2
            broken = ALONE if odd else None
        except StopIteration:
            return
        except csv.Error as error:
            broken = _reason(error, source.taken)
        if broken:
            source.give_back()
            reader = csv.reader(source, delimiter=delimiter, strict=True)
        yield CsvRow(line, len(source.taken), [] if broken else cells, broken)
        line += len(source.taken)


class _Lines:
    """Lines that can be given back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.taken: list[str] = []
        self._lines = iter(lines)
        self._waiting: deque[str] = deque()
        self._length = 0
        self._may_be_given_back = MOST_READ_AGAIN

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._lines)
        self._length = len(line) + (self._length if self.taken else 0)
        self.taken.append(line)
        if self._length > LONGEST_ROW:
            raise _LostEndError
        return line

    def give_back(self) -> None:
        """Give back all lines of the row but its first, unless too many were already."""
        self._may_be_given_back -= self._length
        if self._may_be_given_back >= 0:
            self._waiting.extendleft(reversed(self.taken[1:]))
            del self.taken[1:]


def _reason(error: csv.Error, taken: list[str]) -> str:
    if isinstance(error, _LostEndError):
        return TOO_LONG if len(taken) == 1 else NEVER_CLOSED
    if "field limit" in str(error):
        return LARGE
    # Text that follows in another line is where the next mark opens.
    return FOLLOWED if len(taken) == 1 and "end of data" not in str(error) else NEVER_CLOSED
