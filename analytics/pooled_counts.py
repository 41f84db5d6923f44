"""How many of the group are selected in several 2x2 tables together, by chance."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from analytics.selection import FloatArray, Selection


def strata_by_table(
    group: Selection, reference: Selection
) -> tuple[tuple[int, ...], Iterator[FloatArray]]:
    """Return the shape without strata, and per place the cells (strata, 4) as floats."""
    cells = (group.selected, group.rejected, reference.selected, reference.rejected)
    stacked = np.stack(np.broadcast_arrays(*np.atleast_1d(*cells)), axis=-1).astype(np.float64)
    shape = stacked.shape[:-2]
    return shape, (stacked[place] for place in np.ndindex(shape))


@dataclass(frozen=True, slots=True, eq=False)
class PooledCounts:
    """How likely each total selected in the group is, given the margins of all strata."""

    weights: FloatArray  # probabilities where the log odds ratio is log_odds
    position: int  # of the observed total
    log_odds: float

    def tilted(self, log_odds: FloatArray) -> FloatArray:
        """Return the probabilities, on the last axis, for each of some log odds ratios."""
        steps = np.arange(self.weights.size) - self.position
        with np.errstate(divide="ignore"):  # a weight that underflowed stays 0
            logs = np.log(self.weights) + np.multiply.outer(log_odds - self.log_odds, steps)
        weights: FloatArray = np.exp(logs - logs.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        return weights


def pooled_counts(table: FloatArray, log_odds: float) -> PooledCounts:
    """Return the distribution of the sum over strata of noncentral hypergeometric counts."""
    weights, position = np.ones(1), 0.0
    for a, b, c, d in table:
        fewest = a - min(a, d)
        counts = np.arange(fewest, a + min(b, c))
        up = (a + b - counts) * (a + c - counts) / ((counts + 1) * (d - a + counts + 1))
        logs = np.concatenate(([0.0], np.cumsum(np.log(up) + log_odds)))
        stratum = np.exp(logs - logs.max())
        weights = np.convolve(weights, stratum / stratum.sum())
        position += a - fewest
    return PooledCounts(weights / weights.sum(), int(position), log_odds)


def first_guess(table: FloatArray) -> float:
    """Return the log of the Mantel-Haenszel odds ratio, kept finite: there nothing underflows."""
    a, b, c, d = table.T
    people = np.maximum(table.sum(axis=1), 1)
    return math.log(((a * d / people).sum() + 0.5) / ((b * c / people).sum() + 0.5))
