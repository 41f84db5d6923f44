"""What all tables that an attacker thinks possible have in common, as linear constraints."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.disclosure.cells import CUMULATIVE, Cell, Quantity, Terms, difference


@dataclass(frozen=True, slots=True)
class Constraint:
    """A sum of cells that lies between two whole numbers.

    Attributes:
        terms: Each cell with its factor.
        low: The least that the sum can be; None for no limit.
        high: The most that it can be; None for no limit.
    """

    terms: Terms
    low: int | None
    high: int | None

    def holds(self, counts: Mapping[Cell, int]) -> bool:
        """Return whether it is true of ``counts``."""
        value = Quantity(self.terms).value(counts)
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


def adds_up(whole: Cell, parts: Iterable[Cell]) -> Constraint:
    """Return that ``parts`` make up ``whole``: categories, nested categories, campaigns, stages."""
    return Constraint(difference(whole, parts).terms, 0, 0)


def at_most(parts: Iterable[Cell], whole: Cell) -> Constraint:
    """Return that ``parts`` together are no more than ``whole``."""
    return Constraint(difference(whole, parts).terms, 0, None)


def snapshots_grow(earlier: Iterable[Cell], later: Iterable[Cell]) -> tuple[Constraint, ...]:
    """Return that counts which only accumulate do not fall from one release to a later one."""
    now = {replace(cell, release=""): cell for cell in later}
    return tuple(
        at_most([cell], now[key])
        for cell in earlier
        if cell.outcome in CUMULATIVE and (key := replace(cell, release="")) in now
    )


def campaigns_add_up(year: str, cells: Sequence[Cell]) -> tuple[Constraint, ...]:
    """Return that the cells of campaign ``year`` are the sums of those of all other campaigns."""
    parts: dict[Cell, list[Cell]] = {}
    for cell in cells:
        if cell.campaign != year:
            parts.setdefault(replace(cell, campaign=year), []).append(cell)
    return tuple(adds_up(cell, parts[cell]) for cell in cells if cell in parts)
