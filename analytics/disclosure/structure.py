"""How the tables of one campaign hang together: what an attacker knows without any count."""

from collections.abc import Iterator
from dataclasses import dataclass

from analytics.disclosure.cells import ENTERED, EVERYBODY, Cell
from analytics.disclosure.constraints import Constraint, adds_up, at_most


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage.

    Attributes:
        name: The stage.
        outcomes: Recorded beside ``entered``; ``passed`` only where those who entered the next
            stage do not stand for it.
        complete: Whether all who entered are accounted for, by outcome or at the next stage.
    """

    name: str
    outcomes: tuple[str, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Refinement:
    """A category that another characteristic has in more detail, a cross included.

    Attributes:
        characteristic: The coarse characteristic, such as ``ethnicity``.
        category: The coarse category, such as ``BAME``.
        finer: The characteristic in more detail, such as ``ethnic_group`` or ``ethnicity,sex``.
        parts: The categories of ``finer`` that make up ``category``.
    """

    characteristic: str
    category: str
    finer: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """The tables of one campaign, without their counts.

    Attributes:
        campaign: The campaign.
        stages: First to last.
        characteristics: Each with its categories, which partition everybody (``Not stated``
            among them).
        refinements: Categories that are there in more detail as well.
    """

    campaign: str
    stages: tuple[Stage, ...]
    characteristics: tuple[tuple[str, tuple[str, ...]], ...]
    refinements: tuple[Refinement, ...] = ()

    def cells(self, release: str) -> tuple[Cell, ...]:
        """Return every cell, those that are never published among them."""
        return tuple(
            Cell(release, self.campaign, *who, stage.name, outcome)
            for who in self._everyone()
            for stage in self.stages
            for outcome in (ENTERED, *stage.outcomes)
        )

    def identities(self, release: str) -> tuple[Constraint, ...]:
        """Return what is true of the counts of every such campaign."""
        return (*self._categories(release), *self._nested(release), *self._flow(release))

    def left(self, release: str, who: tuple[str, str], number: int) -> tuple[Cell, ...]:
        """Return what became of those of ``who`` that entered stage ``number``, from 0."""
        stage = self.stages[number]
        cells = [Cell(release, self.campaign, *who, stage.name, each) for each in stage.outcomes]
        if "passed" not in stage.outcomes and number + 1 < len(self.stages):
            following = self.stages[number + 1].name
            cells.append(Cell(release, self.campaign, *who, following, ENTERED))
        return tuple(cells)

    def _everyone(self) -> Iterator[tuple[str, str]]:
        yield EVERYBODY, EVERYBODY
        for characteristic, categories in self.characteristics:
            for category in categories:
                yield characteristic, category

    def _totals(self, release: str) -> Iterator[Cell]:
        for stage in self.stages:
            for outcome in (ENTERED, *stage.outcomes):
                yield Cell(release, self.campaign, EVERYBODY, EVERYBODY, stage.name, outcome)

    def _categories(self, release: str) -> Iterator[Constraint]:
        for total in self._totals(release):
            for characteristic, categories in self.characteristics:
                yield adds_up(total, [_part(total, characteristic, each) for each in categories])

    def _nested(self, release: str) -> Iterator[Constraint]:
        for total in self._totals(release):
            for each in self.refinements:
                coarse = _part(total, each.characteristic, each.category)
                yield adds_up(coarse, [_part(total, each.finer, part) for part in each.parts])

    def _flow(self, release: str) -> Iterator[Constraint]:
        for who in self._everyone():
            for number, stage in enumerate(self.stages):
                entered = Cell(release, self.campaign, *who, stage.name, ENTERED)
                left = self.left(release, who, number)
                if left and stage.outcomes and stage.complete:
                    yield adds_up(entered, left)
                elif left:
                    yield at_most(left, entered)


def _part(total: Cell, characteristic: str, category: str) -> Cell:
    return Cell(total.release, total.campaign, characteristic, category, total.stage, total.outcome)
