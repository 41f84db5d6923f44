"""Cells of published tables, and sums and differences of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

EVERYBODY = ""
NOT_STATED = "Not stated"
ENTERED = "entered"
# What is only ever added to while a campaign runs; those pending move on.
CUMULATIVE = ("entered", "passed", "failed", "withdrawn")


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One count: people of one category with one outcome at one stage.

    Attributes:
        release: The publication that it belongs to, such as a date.
        campaign: The campaign, or the year that several make up.
        characteristic: The characteristic; ``EVERYBODY`` in totals.
        category: The category; ``EVERYBODY`` in totals.
        stage: The stage.
        outcome: As in the schema: entered, passed, failed, pending or withdrawn.
    """

    release: str
    campaign: str
    characteristic: str
    category: str
    stage: str
    outcome: str

    @property
    def is_total(self) -> bool:
        """Whether everybody is counted, of whatever category."""
        return self.characteristic == EVERYBODY

    def everybody(self) -> "Cell":
        """Return the total that the cell is a part of."""
        return replace(self, characteristic=EVERYBODY, category=EVERYBODY)

    def __str__(self) -> str:
        """Return the coordinates in words.

        >>> str(Cell("2020-06", "LE19", "disability", "Not stated", "Offer", "entered"))
        'LE19, Offer, entered, disability: Not stated (release 2020-06)'
        """
        who = "everybody" if self.is_total else f"{self.characteristic}: {self.category}"
        return f"{self.campaign}, {self.stage}, {self.outcome}, {who} (release {self.release})"


Terms = tuple[tuple[Cell, int], ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A whole multiple of cells added up: a count, a complement or a difference.

    Attributes:
        terms: Each cell with its factor.
    """

    terms: Terms

    @classmethod
    def of(cls, cell: Cell) -> "Quantity":
        """Return the count of one cell."""
        return cls(((cell, 1),))

    def value(self, counts: Mapping[Cell, int]) -> int:
        """Return what it amounts to."""
        return sum(factor * counts[cell] for cell, factor in self.terms)

    def __str__(self) -> str:
        """Return the coordinates in words."""
        return " minus ".join(str(cell) for cell, _ in self.terms)


def difference(whole: Cell, parts: Iterable[Cell]) -> Quantity:
    """Return what is left of ``whole`` without ``parts``."""
    return Quantity(((whole, 1), *((part, -1) for part in parts)))
