"""The cheapest way to make a possible table out of the true one that shows a quantity elsewhere.

The published cells that differ between the two must be hidden; the others already allow it.

Source: Fischetti M and Salazar-González JJ (2000), Models and algorithms for optimizing cell
suppression in tabular data with linear constraints, JASA 95, 916-928; as a heuristic that moves one
cell at a time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

import numpy as np

from analytics.disclosure.cells import NOT_STATED, Cell, Quantity
from analytics.disclosure.programme import Programme, solve
from analytics.disclosure.system import System, Witness

_NOT_STATED, _CATEGORY, _TOTAL = 1, 2, 40


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell that is shown so far.

    Attributes:
        low: The least that a reader thinks it can be.
        high: The most.
        weight: What it costs to move it by one person beyond.
    """

    low: int
    high: int
    weight: float


def weight(cell: Cell, count: int) -> float:
    """Return how much a reader misses a count: totals most, those who did not answer least."""
    kind = _NOT_STATED if cell.category == NOT_STATED else _CATEGORY
    return (_TOTAL if cell.is_total else kind) * (1 + log(1 + count))


def cheapest_shift(
    system: System, shown: Mapping[Cell, Shown], quantity: Quantity, goal: int, *, upwards: bool
) -> Witness | None:
    """Return the table with ``quantity`` at ``goal`` or beyond that moves the least.

    Args:
        system: What is possible when nothing is shown.
        shown: The cells that are shown so far.
        quantity: What has to be able to be elsewhere.
        goal: Where it has to be able to be.
        upwards: Whether beyond is above.

    Returns:
        The table, or None where hiding cells of this release does not help.
    """
    programme = _programme(system, shown, (quantity, goal), upwards=upwards)
    people = len(system.cells)
    loose = solve(programme)
    if loose is None:
        return None
    table = system.witness(loose.x[:people])
    if table is None or _falls_short(system, table, quantity, goal, upwards=upwards):
        whole = np.concatenate([np.ones(people), np.zeros(2 * len(shown))])
        strict = solve(programme, whole)
        table = None if strict is None else system.witness(strict.x[:people])
    return table


def _falls_short(
    system: System, table: Witness, quantity: Quantity, goal: int, *, upwards: bool
) -> bool:
    reached = quantity.value(dict(zip(system.cells, table, strict=True)))
    return reached < goal if upwards else reached > goal


def _programme(
    system: System, shown: Mapping[Cell, Shown], target: tuple[Quantity, int], *, upwards: bool
) -> Programme:
    """Return the search: a table, and how far each shown cell lies above and below its limits."""
    from scipy.sparse import block_array, csc_array, eye_array

    quantity, goal = target
    people, moved = len(system.cells), len(shown)
    places = [system.place[cell] for cell in shown]
    chosen = csc_array((np.ones(moved), (np.arange(moved), places)), (moved, people))
    aim = csc_array(system.vector(quantity).astype(float)[np.newaxis])
    matrix = block_array(
        [
            [system.matrix, None, None],
            [chosen, -eye_array(moved), eye_array(moved)],
            [aim, None, None],
        ],
        format="csc",
    )
    weights = np.array([each.weight for each in shown.values()])
    unlimited = np.full(2 * moved, np.inf)
    return Programme(
        np.concatenate([np.zeros(people), weights, weights]),
        matrix,
        np.array([*system.row_low, *(s.low for s in shown.values()), goal if upwards else -np.inf]),
        np.array(
            [*system.row_high, *(s.high for s in shown.values()), np.inf if upwards else goal]
        ),
        np.concatenate([system.low.astype(float), np.zeros(2 * moved)]),
        np.concatenate([system.high.astype(float), unlimited]),
    )
