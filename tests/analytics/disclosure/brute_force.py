"""A slow oracle: every table of a few people, kept where it would print what is published.

It shares no code with the attacker: people go from stage to stage, and a figure is printed as its
definition says.
"""

from collections.abc import Sequence
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from analytics.disclosure.cells import ENTERED, EVERYBODY, Cell, Quantity
from analytics.disclosure.facts import Between, Exact, Fact, Hidden, Ordered, Percentage, Rounded
from analytics.disclosure.structure import Structure

Counts = NDArray[np.int64]
Tables = dict[Cell, Counts]


class BruteForce:
    """All tables of a campaign with at most ``most`` people that agree with ``facts``."""

    def __init__(
        self, structure: Structure, release: str, facts: Sequence[Fact], most: int
    ) -> None:
        self._worlds = [
            _kept(_tables(structure, release, each, most), facts)
            for each in structure.characteristics
        ]
        totals = [_totals(world) for world in self._worlds]
        common = set(totals[0]).intersection(*map(set, totals[1:]))
        for world, keys in zip(self._worlds, totals, strict=True):
            agree = np.array([key in common for key in keys], dtype=bool)
            for cell in world:
                world[cell] = world[cell][agree]

    def interval(self, quantity: Quantity) -> tuple[int, int]:
        """Return the least and the most that a quantity is in any of them."""
        (world,) = [
            world for world in self._worlds if all(cell in world for cell, _ in quantity.terms)
        ][:1]
        values = _value(quantity, world)
        return int(values.min()), int(values.max())


def _tables(
    structure: Structure, release: str, characteristic: tuple[str, tuple[str, ...]], most: int
) -> Tables:
    """Return every way in which people of each category can go through the stages."""
    name, categories = characteristic
    stages = [stage.name for stage in structure.stages]
    journeys = np.array(list(combinations_with_replacement(range(most, -1, -1), len(stages))))
    choice = np.indices([len(journeys)] * len(categories)).reshape(len(categories), -1)
    choice = choice[:, journeys[choice, 0].sum(axis=0) <= most]
    tables: Tables = {}
    for number, stage in enumerate(stages):
        for category, chosen in zip(categories, choice, strict=True):
            entered = journeys[chosen, number]
            who = (release, structure.campaign, name, category, stage)
            tables[Cell(*who, ENTERED)] = entered
            if number + 1 < len(stages):
                tables[Cell(*who, "failed")] = entered - journeys[chosen, number + 1]
    return tables | _sums(tables)


def _sums(tables: Tables) -> Tables:
    sums: Tables = {}
    for cell, counts in tables.items():
        key = Cell(cell.release, cell.campaign, EVERYBODY, EVERYBODY, cell.stage, cell.outcome)
        sums[key] = sums.get(key, 0) + counts
    return sums


def _kept(tables: Tables, facts: Sequence[Fact]) -> Tables:
    keep = np.ones(next(iter(tables.values())).size, dtype=bool)
    for fact in facts:
        if all(cell in tables for cell in _cells(fact)):
            keep &= _agrees(fact, tables)
    return {cell: counts[keep] for cell, counts in tables.items()}


def _totals(tables: Tables) -> list[bytes]:
    rows = np.array([tables[cell] for cell in sorted(tables) if cell.is_total]).T
    return [row.tobytes() for row in rows]


def _value(quantity: Quantity, tables: Tables) -> Counts:
    return sum((factor * tables[cell] for cell, factor in quantity.terms), start=np.int64(0))


def _cells(fact: Fact) -> list[Cell]:
    names = ("quantity", "numerator", "denominator", "larger", "smaller")
    quantities = [getattr(fact, name) for name in names if hasattr(fact, name)]
    return [cell for quantity in quantities for cell, _ in quantity.terms]


def _agrees(fact: Fact, tables: Tables) -> NDArray[np.bool_]:
    """Return in which tables a figure would be printed as it is."""
    match fact:
        case Exact(quantity, printed):
            return _value(quantity, tables) == printed
        case Between(quantity, low, high):
            return (_value(quantity, tables) >= low) & (_value(quantity, tables) <= high)
        case Rounded(quantity, printed, base, threshold):
            count = _value(quantity, tables)
            small = (count > 0) & (count < threshold)
            return ~small & (np.floor(count / base + 0.5) * base == printed)
        case Percentage(part, whole, printed, decimals):
            of = _value(whole, tables)
            scaled = 100 * 10**decimals * _value(part, tables)
            return (of > 0) & (2 * abs(scaled - printed * of) <= of)
        case Ordered(larger, smaller):
            return _value(larger, tables) >= _value(smaller, tables)
        case Hidden():
            return np.array(True)
    raise AssertionError(fact)
