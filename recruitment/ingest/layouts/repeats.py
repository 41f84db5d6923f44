"""Keys that must stand once: a second row is a fault that names the first."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from recruitment.ingest.faults import Place
from recruitment.ingest.layouts.collecting import Collected


@dataclass(slots=True)
class Repeats:
    """The keys seen so far, and where.

    Attributes:
        collected: Takes the faults.
        first: Where each key stands first.
    """

    collected: Collected
    first: dict[Hashable, Place] = field(default_factory=dict)

    def take(self, key: Hashable, place: Place) -> bool:
        """Return whether ``key`` is new, and note a fault at ``place`` where it is not."""
        before = self.first.setdefault(key, place)
        if before is place:
            return True
        self.collected.fault(place, f"counts the same people as {said(before, place)}; delete one")
        return False


def said(place: Place, other: Place) -> str:
    """Return ``place`` as it is told beside ``other``, without what both have.

    >>> said(Place("a.xlsx", "One", 4), Place("a.xlsx", "Two", 7))
    'row 4 of sheet One'
    """
    where = f"row {place.row}"
    return where if place.sheet == other.sheet else f"{where} of sheet {place.sheet}"
