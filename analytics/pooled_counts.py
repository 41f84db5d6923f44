"""How many of the group are selected in several 2x2 tables together, by chance."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from analytics.selection import FloatArray, Selection

# Strata put together one by one: that takes the square of their number. More go in pairs, pairs of
# pairs and so on, and each time what weighs nothing beside the heaviest is left out.
_ONE_BY_ONE = 128
_NOTHING = 1e-100


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
    strata = [_stratum(a, b, c, d, log_odds) for a, b, c, d in table]
    nobody = PooledCounts(np.ones(1), 0, log_odds)
    pooled = _in_pairs(strata) if len(strata) > _ONE_BY_ONE else reduce(_joined, strata, nobody)
    return PooledCounts(pooled.weights / pooled.weights.sum(), pooled.position, log_odds)


def _stratum(a: float, b: float, c: float, d: float, log_odds: float) -> PooledCounts:
    fewest = a - min(a, d)
    counts = np.arange(fewest, a + min(b, c))
    up = (a + b - counts) * (a + c - counts) / ((counts + 1) * (d - a + counts + 1))
    logs = np.concatenate(([0.0], np.cumsum(np.log(up) + log_odds)))
    weights = np.exp(logs - logs.max())
    return PooledCounts(weights / weights.sum(), int(a - fewest), log_odds)


def _joined(one: PooledCounts, other: PooledCounts) -> PooledCounts:
    weights = np.convolve(one.weights, other.weights)
    return PooledCounts(weights, one.position + other.position, one.log_odds)


def _in_pairs(strata: Sequence[PooledCounts]) -> PooledCounts:
    while len(strata) > 1:
        odd = strata[len(strata) // 2 * 2 :]
        pairs = zip(strata[::2], strata[1::2], strict=False)
        strata = [*(_without_nothing(_joined(*pair)) for pair in pairs), *odd]
    return strata[0]


def _without_nothing(pooled: PooledCounts) -> PooledCounts:
    """Leave out both ends, as far as they weigh nothing, but never the observed total."""
    something = np.flatnonzero(pooled.weights > _NOTHING * pooled.weights.max())
    first, last = min(something[0], pooled.position), max(something[-1], pooled.position)
    kept = pooled.weights[first : last + 1]
    return PooledCounts(kept, int(pooled.position - first), pooled.log_odds)


def first_guess(table: FloatArray) -> float:
    """Return the log of the Mantel-Haenszel odds ratio, kept finite: there nothing underflows."""
    a, b, c, d = table.T
    people = np.maximum(table.sum(axis=1), 1)
    return math.log(((a * d / people).sum() + 0.5) / ((b * c / people).sum() + 0.5))
