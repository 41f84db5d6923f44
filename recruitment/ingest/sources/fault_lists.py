"""Faults of one kind, listed as far as anybody would mend them, and then counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from recruitment.ingest.faults import MOST_LISTED, Fault, Place

MOST_OF_A_SHEET = 1_000


def few(whole: Place, faults: Iterable[Fault], most: int = MOST_OF_A_SHEET) -> Iterator[Fault]:
    """Yield the first of ``faults``, and one that says how many more there are in ``whole``.

    >>> found = (Fault(Place("a.csv", None, line), "is wrong") for line in range(1, 5))
    >>> [str(each) for each in few(Place("a.csv"), found, most=2)]
    ['a.csv, row 1: is wrong', 'a.csv, row 2: is wrong', 'a.csv: 2 more faults']
    """
    more = 0
    for number, fault in enumerate(faults):
        if number < most:
            yield fault
        else:
            more += 1
    if more:
        yield Fault(whole, f"{more:,} more fault{'s' * (more != 1)}")


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
            yield Fault(column, f"{more:,} more fault{'s' * (more != 1)}")
