"""How often tests reject where there is no gap, and where there is one: every outcome counted."""

from collections.abc import Iterator
from itertools import starmap

import numpy as np
import polars as pl

from analytics.binomial import binomial_test
from analytics.chi_squared import two_standard_deviations
from analytics.detectable import detectable_gap
from analytics.fisher import fisher_exact
from analytics.poisson_rates import Leaving
from analytics.rate_ratio import rate_ratio_test
from analytics.selection import FloatArray, Selection
from analytics.trend import cochran_armitage
from tests.analytics.simulation.grid import (
    LEVEL,
    Grid,
    binomial_chances,
    expected,
    most_leavers,
    poisson_chances,
    size_class,
)

PERIODS = ((5, 8, 18), (18, 24, 24), (24, 64, 106))  # people in each of three periods


def errors(grid: Grid) -> pl.DataFrame:
    """Return one row per test and scenario without a gap: how often it rejects all the same."""
    parts = [_two_groups, _benchmark, _leaving, _trend]
    rows = [row for part in parts for row in part(grid)]
    return pl.concat(starmap(frame, rows))


def powers(grid: Grid) -> pl.DataFrame:
    """Return how often each test shows the gap that is said to be detectable."""
    rows = [row for n in grid.groups for m in grid.references for row in _power(n, m, grid.rates)]
    return pl.concat(starmap(frame, rows))


def frame(test: str, size: int, rejected: FloatArray, draws: int = 0) -> pl.DataFrame:
    """Return one row per scenario; 0 draws where every outcome was counted."""
    return pl.DataFrame({"rejected": rejected}).with_columns(
        pl.lit(test).alias("method"),
        pl.lit(size_class(size)).alias("people"),
        pl.lit(draws).alias("draws"),
    )


def _tests(n: int, m: int) -> dict[str, FloatArray]:
    """Return which of all tables of two groups each test rejects."""
    group, reference = Selection(np.arange(n + 1)[:, None], n), Selection(np.arange(m + 1), m)
    exact = fisher_exact(group, reference)
    chi_squared = two_standard_deviations(group, reference)
    p_values = {
        "Fisher": exact.p_value,
        "Fisher, mid-p": exact.p_mid,
        "chi-squared": chi_squared.p_value,
    }
    return {name: p_value <= LEVEL for name, p_value in p_values.items()}


def _two_groups(grid: Grid) -> Iterator[tuple[str, int, FloatArray]]:
    for n in grid.groups:
        for m in grid.references:
            chances = (binomial_chances(size, grid.rates) for size in (n, m))
            ours, theirs = chances
            for name, rejected in _tests(n, m).items():
                yield name, n, np.diagonal(expected(rejected, ours, theirs)).copy()


def _benchmark(grid: Grid) -> Iterator[tuple[str, int, FloatArray]]:
    rates = grid.fine_rates
    for n in grid.groups:
        exact = binomial_test(Selection(np.arange(n + 1), n), rates[:, np.newaxis])
        chances = binomial_chances(n, rates)
        yield "binomial", n, ((exact.p_value <= LEVEL) * chances).sum(axis=1)
        yield "binomial, mid-p", n, ((exact.p_mid <= LEVEL) * chances).sum(axis=1)


def _leaving(grid: Grid) -> Iterator[tuple[str, int, FloatArray]]:
    rates = grid.leaving_rates
    for n in grid.groups:
        for m in grid.references:
            ours, theirs = (most_leavers(size * rates[-1]) for size in (n, m))
            counts = Leaving(np.arange(ours + 1)[:, None], n), Leaving(np.arange(theirs + 1), m)
            exact = rate_ratio_test(*counts)
            chances = poisson_chances(n * rates, ours), poisson_chances(m * rates, theirs)
            for name, p_value in (("", exact.p_value), (", mid-p", exact.p_mid)):
                rejected = np.diagonal(expected(p_value <= LEVEL, *chances)).copy()
                yield f"rate ratio{name}", n, rejected


def _trend(grid: Grid) -> Iterator[tuple[str, int, FloatArray]]:
    for sizes in PERIODS:
        selected = np.moveaxis(np.indices([n + 1 for n in sizes]), 0, -1)
        rejected = cochran_armitage(Selection(selected, np.array(sizes))).p_value <= LEVEL
        chances = [binomial_chances(n, grid.rates) for n in sizes]
        error = np.einsum("ijk,ri,rj,rk->r", rejected, *chances, optimize=True)
        yield "Cochran-Armitage", max(sizes), error


def _power(n: int, m: int, rates: FloatArray) -> Iterator[tuple[str, int, FloatArray]]:
    gap, theirs = detectable_gap(n, m, rates), binomial_chances(m, rates)
    for lower in (rates - gap.below, rates + gap.above):
        known = np.isfinite(lower)
        ours = binomial_chances(n, lower[known])
        for name, rejected in _tests(n, m).items():
            yield name, n, np.diagonal(expected(rejected, ours, theirs[known])).copy()
