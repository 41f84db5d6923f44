"""Faults of one kind, listed as far as anybody would mend them, and then counted."""

from collections.abc import Iterable, Iterator

from recruitment.ingest.faults import Fault, Place

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
