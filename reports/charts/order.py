"""One order for the stages of several campaigns, each of which has its own."""

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise


def merged_order(sequences: Sequence[Sequence[str]]) -> list[str]:
    """Return every name once, in an order that agrees with each of ``sequences``.

    Where they contradict each other no order can: then names stand as they first appear.

    >>> merged_order([["Application", "Offer"], ["Application", "Interview", "Offer"]])
    ['Application', 'Interview', 'Offer']
    >>> merged_order([["Sift", "Interview"], ["Interview", "Sift"]])
    ['Sift', 'Interview']
    """
    first_seen = list(dict.fromkeys(name for names in sequences for name in names))
    sorter: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(first_seen, ()))
    for names in sequences:
        for earlier, later in pairwise(names):
            sorter.add(later, earlier)
    try:
        return list(sorter.static_order())
    except CycleError:
        return first_seen
