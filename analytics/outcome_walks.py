"""Sums of the probabilities that lie outwards of an outcome, or across the centre.

A walk starts at an outcome with weight 1 and multiplies by the ratios of neighbouring
probabilities, many tables side by side. Outwards these ratios only fall, which bounds what is left.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analytics.bisection import BoolArray
from analytics.selection import FloatArray, IntArray

TIE = 1e-7  # relative difference under which two outcomes count as equally probable, as in R
_ROWS = 16  # steps taken at once
_NEGLIGIBLE = 2.0**-46


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """Observed outcomes, one per column, none above the mean: down is outwards, up is across.

    One step up adds a person to each of the ``growing`` counts and takes one from each of the
    ``shrinking``; the probability changes by odds * product(shrinking) / product(growing + 1).
    """

    growing: IntArray
    shrinking: IntArray
    odds: FloatArray
    probability: Callable[[IntArray, IntArray, FloatArray], FloatArray]

    def point(self) -> FloatArray:
        """Return the probability of each outcome."""
        return self.probability(self.growing, self.shrinking, self.odds)

    def mirrored(self, *, where: BoolArray | bool) -> "Outcomes":
        """Return the same outcomes with up and down exchanged in some columns."""
        growing = np.where(where, self.shrinking, self.growing)
        shrinking = np.where(where, self.growing, self.shrinking)
        odds = np.where(where, 1 / self.odds, self.odds)
        return Outcomes(growing, shrinking, odds, self.probability)

    def raised(self, columns: IntArray, steps: IntArray | int) -> "Outcomes":
        """Return some of the outcomes, so many steps up."""
        growing, shrinking = self.growing[:, columns] + steps, self.shrinking[:, columns] - steps
        return Outcomes(growing, shrinking, self.odds[columns], self.probability)


class _Walk:
    """Weights of the outcomes further and further down, the observed one weighing 1."""

    def __init__(self, outcomes: Outcomes) -> None:
        self.columns = np.arange(outcomes.odds.size)
        self._left, self._rest = outcomes.growing.astype(float), outcomes.shrinking + 1.0
        self._factor, self._term = 1 / outcomes.odds, np.ones(outcomes.odds.size)
        self._steps = np.arange(_ROWS, dtype=float)[:, np.newaxis]

    def advance(self) -> tuple[FloatArray, FloatArray]:
        """Return the next weights, a row for each step, and the ratio that led to the last."""
        block = self._left[0] - self._steps
        change = np.empty_like(block)
        for counts in self._left[1:]:
            block *= np.subtract(counts, self._steps, out=change)
        for counts in self._rest:
            block /= np.add(counts, self._steps, out=change)
        block *= self._factor
        ratio = block[-1].copy()
        block[0] *= self._term
        for row in range(1, _ROWS):
            np.multiply(block[row - 1], block[row], out=block[row])
        self._term = block[-1]
        self._steps = self._steps + _ROWS
        return block, ratio

    def keep(self, going: BoolArray) -> None:
        """Go on with some columns only."""
        self.columns, self._term = self.columns[going], self._term[going]
        self._left, self._rest = self._left[:, going], self._rest[:, going]
        self._factor = self._factor[going]


def outward_sum(outcomes: Outcomes) -> FloatArray:
    """Return the sum of each outcome and all those beyond it, in units of the outcome itself."""
    total, walk = np.ones(outcomes.odds.size), _Walk(outcomes)
    while walk.columns.size:
        block, ratio = walk.advance()
        total[walk.columns] += block.sum(axis=0)
        # The ratios fall, so what is missing is less than a geometric series.
        walk.keep(block[-1] * ratio > _NEGLIGIBLE * (1 - ratio) * total[walk.columns])
    return total


def central_sum(outcomes: Outcomes) -> tuple[FloatArray, FloatArray]:
    """Return the sum of all more probable outcomes, and of the tie, in units of the outcome."""
    more, tie = np.zeros((2, outcomes.odds.size))
    walk = _Walk(outcomes.mirrored(where=True))
    while walk.columns.size:
        block, _ = walk.advance()
        above = block > 1 + TIE
        more[walk.columns] += np.where(above, block, 0).sum(axis=0)
        tie[walk.columns] += np.where(above, 0, block).max(axis=0)
        walk.keep(above[-1])
    return more, np.where(tie >= 1 - TIE, tie, 0)
