"""All that an attacker knows, as one system of constraints on whole numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.constraints import Constraint
from analytics.disclosure.programme import FloatArray, Programme
from analytics.disclosure.refusal import Refused

if TYPE_CHECKING:
    from scipy.sparse import csc_array

IntArray = NDArray[np.int64]
Witness = tuple[int, ...]
Row = tuple[tuple[tuple[int, int], ...], int | None, int | None]
LEAST_CEILING = 1000


@dataclass(frozen=True, slots=True, eq=False)
class System:
    """The tables that are possible: cells, their limits, and the rows that bind them.

    Attributes:
        cells: The cells, in the order of the variables.
        place: Where each cell stands among them.
        rows: Those constraints that bind several cells, by their places.
        low: The least that each cell can be.
        high: The most that each can be. A cell without a limit is taken to be at most a few times
            the largest count known: fewer tables are possible then, never more.
        matrix: The rows as a matrix.
        row_low: The least of each row.
        row_high: The most of each row.
    """

    cells: tuple[Cell, ...]
    place: Mapping[Cell, int]
    rows: tuple[Row, ...]
    low: IntArray
    high: IntArray
    matrix: "csc_array"
    row_low: FloatArray
    row_high: FloatArray

    def within(self, limits: Mapping[Cell, tuple[int, int]]) -> "System":
        """Return the same system with narrower limits on some cells."""
        low, high = self.low.copy(), self.high.copy()
        for cell, (least, most) in limits.items():
            where = self.place[cell]
            low[where], high[where] = max(low[where], least), min(high[where], most)
        return replace(self, low=low, high=high)

    def vector(self, quantity: Quantity) -> IntArray:
        """Return the factors of a quantity, one to a cell."""
        factors = np.zeros(len(self.cells), dtype=np.int64)
        for cell, factor in quantity.terms:
            factors[self.place[cell]] += factor
        return factors

    def programme(self, cost: FloatArray) -> Programme:
        """Return the search for the possible table of least ``cost``."""
        limits = (self.low.astype(float), self.high.astype(float))
        return Programme(cost, self.matrix, self.row_low, self.row_high, *limits)

    def witness(self, x: FloatArray) -> Witness | None:
        """Return ``x`` in whole numbers; None where it is no possible table.

        Checked against every limit and row in Python's integers, so that nothing hangs on a
        solver's tolerance.
        """
        whole = tuple(np.rint(x).astype(np.int64).tolist())
        return whole if self.holds(whole) else None

    def holds(self, table: Sequence[int]) -> bool:
        """Return whether a table is possible."""
        limits = zip(self.low.tolist(), table, self.high.tolist(), strict=True)
        if not all(low <= count <= high for low, count, high in limits):
            return False
        for terms, low, high in self.rows:
            value = sum(factor * table[where] for where, factor in terms)
            if (low is not None and value < low) or (high is not None and value > high):
                return False
        return True


def system_of(
    cells: Iterable[Cell], constraints: Sequence[Constraint], *, largest: int = 0
) -> System:
    """Return the system of all that is known about ``cells``.

    Args:
        cells: The cells.
        constraints: What is known.
        largest: A count that may occur, though no constraint names one so large.

    Raises:
        Refused: Something is known about a cell that is not among them.
    """
    ordered = tuple(dict.fromkeys(cells))
    _check_known(ordered, constraints)
    place = {cell: where for where, cell in enumerate(ordered)}
    low = np.zeros(len(ordered), dtype=np.int64)
    high = np.full(len(ordered), _ceiling(constraints, largest), dtype=np.int64)
    rows: list[Row] = []
    for each in constraints:
        if len(each.terms) == 1 and each.terms[0][1] == 1:
            where = place[each.terms[0][0]]
            low[where] = low[where] if each.low is None else max(low[where], each.low)
            high[where] = high[where] if each.high is None else min(high[where], each.high)
        else:
            terms = tuple((place[cell], factor) for cell, factor in each.terms)
            rows.append((terms, each.low, each.high))
    return System(ordered, place, tuple(rows), low, high, *_matrix(rows, len(ordered)))


def _check_known(cells: Sequence[Cell], constraints: Sequence[Constraint]) -> None:
    known = frozenset(cells)
    strange = (cell for each in constraints for cell, _ in each.terms if cell not in known)
    if places := [str(cell) for cell in dict.fromkeys(strange)]:
        raise Refused("figures are published of cells that the tables do not have", places)


def _ceiling(constraints: Sequence[Constraint], largest: int) -> int:
    known = (end for each in constraints for end in (each.low, each.high) if end is not None)
    return max(LEAST_CEILING, 4 * max(largest, *known, 0))


def _matrix(rows: Sequence[Row], width: int) -> "tuple[csc_array, FloatArray, FloatArray]":
    from scipy.sparse import csc_array

    entries = [
        (number, where, factor)
        for number, (terms, _, _) in enumerate(rows)
        for where, factor in terms
    ]
    numbers, places, factors = np.array(entries, dtype=float).reshape(-1, 3).T
    matrix = csc_array((factors, (numbers.astype(int), places.astype(int))), (len(rows), width))
    low = np.array([-np.inf if low is None else low for _, low, _ in rows], dtype=float)
    high = np.array([np.inf if high is None else high for _, _, high in rows], dtype=float)
    return matrix, low, high
