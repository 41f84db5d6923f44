"""How often intervals hold the truth: every outcome counted, weighted by its probability.

Nothing is drawn at random here. An interval that is not given (NaN) counts as one that misses.
"""

from collections.abc import Iterator

import numpy as np
import polars as pl

from analytics.poisson_rates import Leaving
from analytics.selection import Estimate, FloatArray, Selection
from tests.analytics.simulation.grid import (
    Grid,
    binomial_chances,
    expected,
    most_leavers,
    poisson_chances,
    size_class,
)
from tests.analytics.simulation.intervals import (
    CONDITIONAL,
    LEAVING,
    ONE_RATE,
    TIMES,
    TWO_LEAVING,
    TWO_RATES,
    Compared,
    Method,
)

Chances = tuple[FloatArray, FloatArray]
CERTAIN = np.ones((1, 1))  # chances of the one outcome where there is no second group


def coverages(grid: Grid) -> pl.DataFrame:
    """Return one row per method and scenario, with its coverage, width and endless intervals."""
    parts = [_one_rate, _two_rates, _conditional, _one_leaving, _two_leaving]
    return pl.concat([frame for part in parts for frame in part(grid)])


def _one_rate(grid: Grid) -> Iterator[pl.DataFrame]:
    for n in sorted({*grid.groups, *grid.references}):
        people = Selection(np.arange(n + 1)[:, np.newaxis], n)
        chances = binomial_chances(n, grid.fine_rates), CERTAIN
        for method in ONE_RATE:
            yield _scenarios(method, n, method.interval(people), grid.fine_rates[:, None], chances)


def _two_rates(grid: Grid) -> Iterator[pl.DataFrame]:
    for n in grid.groups:
        for m in grid.references:
            for method in TWO_RATES:
                yield _compared(method, n, m, grid.rates)


def _conditional(grid: Grid) -> Iterator[pl.DataFrame]:
    for n in grid.conditional:
        for method in CONDITIONAL:
            yield _compared(method, n, grid.references[0], grid.rates)


def _compared(method: Compared, n: int, m: int, rates: FloatArray) -> pl.DataFrame:
    group, reference = Selection(np.arange(n + 1)[:, None], n), Selection(np.arange(m + 1), m)
    truths = method.truth(n, m, rates[:, np.newaxis], rates)
    chances = binomial_chances(n, rates), binomial_chances(m, rates)
    return _scenarios(method, n, method.interval(group, reference), truths, chances)


def _one_leaving(grid: Grid) -> Iterator[pl.DataFrame]:
    for n in grid.groups:
        most = most_leavers(n * grid.fine_rates[-1])
        leavers = Leaving(np.arange(most + 1)[:, np.newaxis], n)
        chances = poisson_chances(n * grid.fine_rates, most), CERTAIN
        for method in LEAVING:
            yield _scenarios(method, n, method.interval(leavers), grid.fine_rates[:, None], chances)


def _two_leaving(grid: Grid) -> Iterator[pl.DataFrame]:
    """Take each pair of counts once: heads only scale the ratio, and its interval with it."""
    rates = grid.leaving_rates
    ours, theirs = (most_leavers(size[-1] * rates[-1]) for size in (grid.groups, grid.references))
    counts = Leaving(np.arange(ours + 1)[:, None], 1), Leaving(np.arange(theirs + 1), 1)
    for method in TWO_LEAVING:
        ratios = method.interval(*counts)
        for n in grid.groups:
            for m in grid.references:
                truths = (n * rates)[:, np.newaxis] / (m * rates)
                chances = poisson_chances(n * rates, ours), poisson_chances(m * rates, theirs)
                yield _scenarios(method, n, ratios, truths, chances)


def _scenarios(
    method: Method, size: int, found: Estimate, truths: FloatArray, chances: Chances
) -> pl.DataFrame:
    width, endless = widths(found, method.unit)
    mean_endless = expected(endless, *chances)
    mean_width = expected(width, *chances) / (1 - mean_endless)
    columns = {"coverage": _coverage(found, truths, chances), "width": mean_width}
    flat = {name: values.ravel() for name, values in columns.items()}
    return pl.DataFrame(flat | {"endless": mean_endless.ravel()}).with_columns(
        pl.lit(method.name).alias("method"),
        pl.lit(method.unit).alias("unit"),
        pl.lit(size_class(size)).alias("people"),
        pl.lit(0).alias("draws"),
    )


def _coverage(found: Estimate, truths: FloatArray, chances: Chances) -> FloatArray:
    ours, theirs = chances
    coverage = np.empty(truths.shape)
    for (i, j), truth in np.ndenumerate(truths):
        coverage[i, j] = ours[i] @ held(found, truth).astype(np.float64) @ theirs[j]
    return coverage


def held(found: Estimate, truth: float) -> FloatArray:
    """Return whether each interval holds the truth, which it does at its ends."""
    return (found.low <= truth) & (truth <= found.high)


def widths(found: Estimate, unit: str) -> tuple[FloatArray, FloatArray]:
    """Return high - low, for ratios of logarithms, and whether an interval has no end.

    The width of those without an end, or not given, is 0, so that they drop out of the mean.
    """
    known = np.isfinite(found.high) & np.isfinite(found.low)
    if unit != TIMES:
        return np.where(known, found.high - found.low, 0), ~known
    ended = known & (found.low > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(ended, np.log(found.high / found.low), 0), ~ended
