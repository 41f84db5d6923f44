"""The groups, comparators and rates simulated, and how likely each outcome is under them."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from analytics.selection import FloatArray

SEED = 2020
FEW, MORE = "fewer than 30", "30 and more"
LEVEL = 0.05  # tests reject at this p-value or below; intervals are of 95 %


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Sizes, rates and numbers of draws; the small grid lies within the full one."""

    groups: tuple[int, ...]
    references: tuple[int, ...]
    conditional: tuple[int, ...]  # groups for the exact conditional odds ratio, which is slow
    rates: FloatArray
    fine_rates: FloatArray  # for one group on its own
    leaving_rates: FloatArray
    draws: int  # of three campaigns pooled
    conditional_draws: int
    campaigns: int
    gap_campaigns: int  # with a real gap, for each characteristic


FULL = Grid(
    groups=(5, 8, 18, 24, 64, 106, 183),
    references=(200, 320, 440),
    conditional=(5, 8, 18, 24),
    rates=np.arange(1, 20) / 20,
    fine_rates=np.arange(10, 191) / 200,
    leaving_rates=np.arange(1, 11) / 20,
    draws=10_000,
    conditional_draws=400,
    campaigns=10_000,
    gap_campaigns=2_000,
)
SMALL = Grid(
    groups=(5, 18, 64),
    references=(200,),
    conditional=(5,),
    rates=np.array([1, 4, 10, 18, 19]) / 20,
    fine_rates=np.arange(10, 191, 5) / 200,
    leaving_rates=np.array([1, 4, 10]) / 20,
    draws=1_000,
    conditional_draws=5,
    campaigns=300,
    gap_campaigns=300,
)


def size_class(size: int) -> str:
    """Return the class of group sizes under which figures are summarised."""
    return FEW if size < 30 else MORE


def binomial_chances(total: int, rates: FloatArray) -> FloatArray:
    """Return the chance of each number selected (last axis) under each rate (first)."""
    return stats.binom.pmf(np.arange(total + 1), total, rates[:, np.newaxis])


def poisson_chances(means: FloatArray, most: int) -> FloatArray:
    """Return the chance of each number of leavers up to ``most`` under each mean."""
    return stats.poisson.pmf(np.arange(most + 1), means[:, np.newaxis])


def most_leavers(mean: float) -> int:
    """Return a number of leavers that is exceeded less than once in a billion."""
    return int(stats.poisson.isf(1e-9, mean)) + 1


def expected(values: FloatArray, ours: FloatArray, theirs: FloatArray) -> FloatArray:
    """Return the mean of ``values`` over all outcomes, under each pair of rates."""
    return ours @ values.astype(np.float64) @ theirs.T
