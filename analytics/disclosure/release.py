"""One publication: the true counts behind it, and what of them is printed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analytics.disclosure.cells import ENTERED, Cell, Quantity
from analytics.disclosure.constraints import Constraint
from analytics.disclosure.facts import Fact, Hidden, Rounded
from analytics.disclosure.presets import Preset
from analytics.disclosure.structure import Structure


@dataclass(frozen=True, slots=True, eq=False)
class Release:
    """What is to be published, before anything is hidden.

    Attributes:
        name: The release, such as its date; no two of a ledger have the same.
        structures: How the tables of each campaign hang together.
        counts: The true counts of every cell, of those not published too.
        further: What else binds them, such as years that campaigns add up to.
    """

    name: str
    structures: tuple[Structure, ...]
    counts: Mapping[Cell, int]
    further: tuple[Constraint, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Return every cell, in the order of the tables."""
        return tuple(cell for each in self.structures for cell in each.cells(self.name))

    def identities(self) -> tuple[Constraint, ...]:
        """Return what binds the counts and is true of them."""
        return tuple(each for each in self._claimed() if each.holds(self.counts))

    def contradicted(self) -> tuple[Constraint, ...]:
        """Return what should bind the counts and is not true of them."""
        return tuple(each for each in self._claimed() if not each.holds(self.counts))

    def printable(self, preset: Preset) -> tuple[Cell, ...]:
        """Return the cells that the tables have room for under a policy."""
        return tuple(
            cell
            for each in self.structures
            for cell in each.cells(self.name)
            if cell.outcome == ENTERED
            or cell.is_total
            or preset.splits_outcomes(self._candidates(each))
        )

    def _claimed(self) -> tuple[Constraint, ...]:
        identities = (row for each in self.structures for row in each.identities(self.name))
        return (*identities, *self.further)

    def _candidates(self, structure: Structure) -> int:
        return self.counts[structure.cells(self.name)[0]]


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """What a publication prints; also what a ledger keeps of it.

    Attributes:
        release: The release.
        preset: The policy it was made under.
        counts: Each printed cell, rounded; None where it is shown as ``[c]``.
        structures: How the tables of each campaign hang together.
        identities: What binds them.
        sensitive: Which quantities must not be known, by coordinate. For the publisher's eyes.
        also: Facts that the publication states beside its counts.
    """

    release: str
    preset: Preset
    counts: Mapping[Cell, int | None]
    structures: tuple[Structure, ...]
    identities: tuple[Constraint, ...]
    sensitive: tuple[Quantity, ...]
    also: tuple[Fact, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Return all cells that the tables imply, printed or not."""
        return tuple(cell for each in self.structures for cell in each.cells(self.release))

    @property
    def hidden(self) -> tuple[Cell, ...]:
        """Return the cells shown as ``[c]``."""
        return tuple(cell for cell, shown in self.counts.items() if shown is None)

    def facts(self) -> tuple[Fact, ...]:
        """Return what a reader learns."""
        return (*(self._fact(cell, shown) for cell, shown in self.counts.items()), *self.also)

    def _fact(self, cell: Cell, shown: int | None) -> Fact:
        if shown is None:
            return Hidden(cell)
        return Rounded(Quantity.of(cell), shown, self.preset.base, self.preset.threshold)


def printed(release: Release, preset: Preset, shown: Iterable[Cell]) -> dict[Cell, int | None]:
    """Return what is printed in each cell of the tables when only some are shown."""
    visible = frozenset(shown)
    return {
        cell: preset.rounded(release.counts[cell]) if cell in visible else None
        for cell in release.printable(preset)
    }
