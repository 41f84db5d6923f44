"""The attacker: how narrowly can a count be known from all that is published?

He never sees a true count. The two ends of what is possible come each with a whole table that is
possible, checked in whole numbers; where there is none, the publication is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from operator import mul

import numpy as np

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.programme import solve
from analytics.disclosure.refusal import Refused
from analytics.disclosure.system import System, Witness

CONTRADICTION = "what is published contradicts itself, so it cannot be audited"
_TOLERANCE = 1e-4


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an attacker can know of one quantity.

    Attributes:
        quantity: What was attacked.
        low: The least that it can be.
        high: The most that it can be.
        at_low: A possible table in which it is ``low``; rendered with the same cells hidden, it
            must give the very files that are published.
        at_high: One in which it is ``high``.
    """

    quantity: Quantity
    low: int
    high: int
    at_low: Mapping[Cell, int]
    at_high: Mapping[Cell, int]

    def is_safe(self, threshold: int) -> bool:
        """Return whether it may be small and may be large, for all that the attacker knows."""
        wide = self.high - self.low >= threshold - 1
        return self.low <= 1 and self.high >= threshold and wide

    def is_exposed(self, threshold: int) -> bool:
        """Return whether the attacker can be sure that it is small, but not 0."""
        return self.low >= 1 and self.high < threshold

    @property
    def is_recovered(self) -> bool:
        """Return whether the attacker knows it exactly."""
        return self.low == self.high


def attack(system: System, quantities: Sequence[Quantity]) -> tuple[Verdict, ...]:
    """Return how narrowly each quantity can be known.

    Raises:
        Refused: What is known contradicts itself, or the attack cannot be carried through.
    """
    return tuple(_attacked(system, quantity) for quantity in quantities)


def _attacked(system: System, quantity: Quantity) -> Verdict:
    (low, at_low), (high, at_high) = (
        extreme(system, quantity, upwards=upwards) for upwards in (False, True)
    )
    tables = (dict(zip(system.cells, table, strict=True)) for table in (at_low, at_high))
    return Verdict(quantity, low, high, *tables)


def extreme(system: System, quantity: Quantity, *, upwards: bool) -> tuple[int, Witness]:
    """Return the least, or the most, that a quantity can be, and a table in which it is.

    Raises:
        Refused: What is known contradicts itself, or no solution stands up in whole numbers.
    """
    search = _Search(system, quantity, upwards)
    bound, witness = search.loosely()
    if witness is None or search.gain(witness) < bound:
        witness = search.strictly()
    return quantity.value(dict(zip(system.cells, witness, strict=True))), witness


def reach(system: System, quantity: Quantity, goal: int, *, upwards: bool) -> Witness | None:
    """Return a possible table in which a quantity is at ``goal`` or beyond; None for no such table.

    Raises:
        Refused: As for `extreme`.
    """
    search = _Search(system, quantity, upwards)
    wanted = goal if upwards else -goal
    bound, witness = search.loosely()
    if bound < wanted:
        return None
    if witness is None or search.gain(witness) < wanted:
        witness = search.strictly()
    return witness if search.gain(witness) >= wanted else None


class _Search:
    """The search for a table in which a quantity is as large, or as small, as can be."""

    def __init__(self, system: System, quantity: Quantity, upwards: bool) -> None:  # noqa: FBT001
        self._system, self._quantity = system, quantity
        self._factors = system.vector(quantity) * (1 if upwards else -1)
        self._programme = system.programme(-self._factors.astype(float))

    def gain(self, table: Witness) -> int:
        """Return the quantity in ``table``, negated where less is sought."""
        return sum(map(mul, self._factors.tolist(), table))

    def loosely(self) -> tuple[int, Witness | None]:
        """Return a bound that parts of people do not exceed; and a table, where they are whole."""
        found = solve(self._programme)
        if found is None:
            raise Refused(CONTRADICTION)
        return floor(_TOLERANCE - found.cost), self._system.witness(found.x)

    def strictly(self) -> Witness:
        """Return the best table there is."""
        found = solve(self._programme, np.ones(len(self._system.cells)))
        if found is None:
            raise Refused(CONTRADICTION)
        witness = self._system.witness(found.x)
        if witness is None:
            raise Refused("a bound of the solver does not stand up", [str(self._quantity)])
        return witness
