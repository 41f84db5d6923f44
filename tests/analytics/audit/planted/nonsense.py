"""Figures that nothing searched for explains, and how often something is claimed all the same.

An explanation of a figure drawn at random explains nothing. Whatever the figures are drawn from,
one should be offered for about one in twenty at most.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from analytics.audit.explanations import explanations_by_cell
from analytics.audit.printed import Cell, PrintedRow
from tests.analytics.audit.planted.draft import is_right
from tests.analytics.audit.planted.reports import Written, campaign

Draw = Callable[[np.random.Generator, float], float]
# How a figure is drawn, given the right one: anything, and ever closer to what is right.
DRAWS: Mapping[str, Draw] = {
    "anything from 0 to 100": lambda rng, _: rng.uniform(0, 100),
    "anything up to twice the right figure": lambda rng, right: rng.uniform(0, 2 * right),
    "within a fifth of the right figure": lambda rng, right: right * rng.uniform(0.8, 1.2),
    "within two points of the right figure": lambda rng, right: abs(right + rng.uniform(-2, 2)),
}


@dataclass(slots=True)
class Offered:
    """How many figures were drawn, and for how many an explanation was offered."""

    figures: int = 0
    explained: int = 0

    @property
    def share(self) -> float:
        """The share of figures with an explanation that explains nothing."""
        return self.explained / max(self.figures, 1)


def offered(draw: Draw, *, in_row: int, decimals: int, tables: int, seed: int) -> Offered:
    """Return what is offered where so many figures of one row of each table are drawn at random."""
    found, written = Offered(), Written(decimals)
    for rng in np.random.default_rng(seed).spawn(tables):
        table = campaign(rng, written)
        row = table.rows[rng.integers(len(table.rows))]
        drawn = _drawn(rng, row, draw, in_row, decimals)
        changed = replace(row, shares={**row.shares, **drawn})
        rows = tuple(changed if each is row else each for each in table.rows)
        explained = explanations_by_cell(replace(table, rows=rows), changed)
        told = [cell for cell in drawn if cell in explained]
        found.figures += len(told)
        found.explained += sum(bool(explained[cell]) for cell in told)
    return found


def _drawn(
    rng: np.random.Generator, row: PrintedRow, draw: Draw, number: int, decimals: int
) -> dict[Cell, str]:
    cells = [cell for cell, count in row.counts.items() if count]
    chosen = [cells[place] for place in rng.permutation(len(cells))[:number]]
    texts = {
        cell: f"{draw(rng, 100 * row.counts[cell] / (row.total or 1)):.{decimals}f}%"
        for cell in chosen
    }
    return {
        cell: text
        for cell, text in texts.items()
        if not is_right(text, row.counts[cell], row.total or 1)
    }
