"""Possible tables found so far, and what they prove.

A quantity is safe when one possible table has it at 1 or less and another at the threshold or more.
Any table will do, whoever found it and why, so each is held against every quantity.
"""

from collections.abc import Sequence

import numpy as np

from analytics.disclosure.attacker import reach
from analytics.disclosure.cells import Quantity
from analytics.disclosure.refusal import Refused
from analytics.disclosure.system import IntArray, System, Witness


class Evidence:
    """What the tables that are possible in ``system`` prove about ``quantities``."""

    def __init__(
        self,
        system: System,
        quantities: Sequence[Quantity],
        threshold: int,
        tables: IntArray | None = None,
    ) -> None:
        self.system = system
        self.quantities = tuple(quantities)
        self._threshold = threshold
        vectors = [system.vector(each) for each in quantities]
        self._factors = np.array(vectors, dtype=np.int64).reshape(-1, len(system.cells))
        none = np.empty((0, len(system.cells)), dtype=np.int64)
        self._tables = none if tables is None else tables
        self._values = self._tables @ self._factors.T

    @property
    def tables(self) -> list[Witness]:
        """Return the possible tables found so far."""
        return [tuple(table) for table in self._tables.tolist()]

    def add(self, table: Witness) -> None:
        """Take a possible table into account.

        Raises:
            Refused: It is none.
        """
        if not self.system.holds(table):
            raise Refused("a table taken for possible is not")
        row = np.array([table], dtype=np.int64)
        self._tables = np.concatenate([self._tables, row])
        self._values = np.concatenate([self._values, row @ self._factors.T])

    def under(self, system: System) -> "Evidence":
        """Return what is left of the evidence in a system that differs in its limits alone."""
        within = ((self._tables >= system.low) & (self._tables <= system.high)).all(axis=1)
        return Evidence(system, self.quantities, self._threshold, self._tables[within])

    def missing(self) -> list[tuple[int, bool]]:
        """Return which quantities lack a table where they are small (False) or large (True)."""
        wanted = ((number, up) for number in range(len(self.quantities)) for up in (False, True))
        return [(number, up) for number, up in wanted if self._lacks(number, upwards=up)]

    def seek(self, number: int, *, upwards: bool) -> bool:
        """Return whether the table that a quantity lacks is there, or can be found and added."""
        if not self._lacks(number, upwards=upwards):
            return True
        goal = self.goal(upwards=upwards)
        table = reach(self.system, self.quantities[number], goal, upwards=upwards)
        if table is not None:
            self.add(table)
        return table is not None

    def goal(self, *, upwards: bool) -> int:
        """Return where every quantity must be able to be."""
        return self._threshold if upwards else 1

    def _lacks(self, number: int, *, upwards: bool) -> bool:
        values = self._values[:, number]
        return not ((values >= self._threshold) if upwards else (values <= 1)).any()
