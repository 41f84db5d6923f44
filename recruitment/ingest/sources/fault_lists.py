"""Faults of one kind, listed as far as anybody would mend them, and then counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from recruitment.ingest.faults import MOST_LISTED, Fault, Place

MOST_OF_A_SHEET = 1_000


class Few:
    """Faults as they are found: the first of them, and how many more there are.

    >>> few = Few(most=2)
    >>> for line in range(1, 5):
    ...     few.take(Fault(Place("a.csv", None, line), "is wrong"))
    >>> [str(each) for each in few.listed(Place("a.csv"))]
    ['a.csv, row 1: is wrong', 'a.csv, row 2: is wrong', 'a.csv: 2 more faults']
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._first: list[Fault] = []
        self._more = 0

    def take(self, fault: Fault) -> None:
        """Take one fault."""
        if len(self._first) < self._most:
            self._first.append(fault)
        else:
            self._more += 1

    def listed(self, whole: Place) -> tuple[Fault, ...]:
        """Return the first faults, and one that says how many more there are in ``whole``."""
        return (*self._first, *([_others(whole, self._more)] if self._more else []))


def few(whole: Place, faults: Iterable[Fault], most: int = MOST_OF_A_SHEET) -> tuple[Fault, ...]:
    """Return the first of ``faults``, and one that says how many more there are in ``whole``."""
    found = Few(most)
    for fault in faults:
        found.take(fault)
    return found.listed(whole)


def few_of_each_column(faults: Iterable[Fault], most: int = MOST_LISTED) -> Iterator[Fault]:
    """Yield the first of ``faults`` in each column, and how many more there are in it.

    Whoever reads some columns alone finds what is wrong in them, however much is in others.

    >>> found = (Fault(Place("a.xlsx", "A", row, "C"), "is wrong") for row in range(1, 5))
    >>> [str(each) for each in few_of_each_column(found, most=1)]
    ['a.xlsx, sheet A, row 1, column C: is wrong', 'a.xlsx, sheet A, column C: 3 more faults']
    """
    numbers: Counter[Place] = Counter()
    for fault in faults:
        column = replace(fault.place, row=None)
        numbers[column] += 1
        if numbers[column] <= most:
            yield fault
    for column, number in numbers.items():
        if more := max(number - most, 0):
            yield _others(column, more)


def _others(whole: Place, number: int) -> Fault:
    return Fault(whole, f"{number:,} more fault{'s' * (number != 1)}", number)
