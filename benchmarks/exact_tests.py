"""How fast and how right Fisher's test is on 100,000 tables: ``python benchmarks/exact_tests.py``.

The comparison is a loop over ``scipy.stats.fisher_exact``, by default over the first 2,000 of the
same tables and scaled up (it takes about a minute for all: ``--full``). Both run in this process,
one after the other. The errors are those against exact fractions, and their worst is printed.
"""

import argparse
import time
import tracemalloc
from fractions import Fraction
from math import comb
from statistics import median

import numpy as np
from scipy.stats import fisher_exact as scipy_fisher_exact

from analytics.fisher import fisher_exact
from analytics.selection import FloatArray, IntArray, Selection

TABLES, SMALLEST, LARGEST = 100_000, 50, 5_000
REPEATS, LOOPED, EXACT = 7, 2_000, 300


def tables(rng: np.random.Generator, *, gap: bool) -> IntArray:
    """Return selected and total of group and reference, n uniform, with or without a true gap."""
    people = rng.integers(SMALLEST, LARGEST + 1, TABLES)
    group = rng.binomial(people, rng.uniform(0.05, 0.5, TABLES))
    rate = rng.uniform(0.1, 0.9, TABLES)
    other = rng.uniform(0.1, 0.9, TABLES) if gap else rate
    return np.stack(
        (rng.binomial(group, rate), group, rng.binomial(people - group, other), people - group)
    )


def ours(columns: IntArray) -> FloatArray:
    """Return all p-values at once."""
    a, group, c, reference = columns
    return fisher_exact(Selection(a, group), Selection(c, reference)).p_value


def seconds(columns: IntArray) -> float:
    """Return the median time of some runs."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        ours(columns)
        times.append(time.perf_counter() - start)
    return median(times)


def looped_seconds(columns: IntArray, looped: int) -> float:
    """Return the time the loop takes for all tables, measured over the first ``looped``."""
    cells = [((a, n - a), (c, m - c)) for a, n, c, m in columns[:, :looped].T.tolist()]
    start = time.perf_counter()
    for table in cells:
        scipy_fisher_exact(table)
    return (time.perf_counter() - start) * TABLES / looped


def exact(a: int, group: int, c: int, reference: int) -> Fraction:
    """Return the p-value in whole numbers."""
    selected = a + c
    fewest, most = max(0, selected - reference), min(group, selected)
    ways = [comb(group, x) * comb(reference, selected - x) for x in range(fewest, most + 1)]
    return Fraction(sum(w for w in ways if w <= ways[a - fewest]), sum(ways))


def worst_error(columns: IntArray) -> tuple[float, float]:
    """Return the largest relative error where p is a normal float, and the smallest p met."""
    sample = columns[:, :: TABLES // EXACT]
    pairs = [
        (Fraction(float(p)), exact(*table))
        for p, table in zip(ours(sample), sample.T.tolist(), strict=True)
    ]
    normal = [(p, right) for p, right in pairs if right > Fraction(1, 10**300)]
    return max(float(abs(p / right - 1)) for p, right in normal), float(min(normal)[1])


def peak_megabytes(columns: IntArray) -> float:
    """Return the most memory held at any time, beyond the tables themselves."""
    tracemalloc.start()
    ours(columns)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def report(name: str, columns: IntArray, looped: int) -> None:
    """Print the figures for one set of tables."""
    mine, theirs = seconds(columns), looped_seconds(columns, looped)
    error, smallest = worst_error(columns)
    scaled = "all" if looped == TABLES else f"{looped:,}, scaled up"
    print(f"{name}: {TABLES:,} tables, n {SMALLEST} to {LARGEST:,}")
    print(f"  all p-values and tails, median of {REPEATS}: {mine:.3f} s")
    print(f"  scipy.stats.fisher_exact, loop over {scaled}: {theirs:.1f} s")
    print(f"  ratio: {theirs / mine:.0f}")
    print(f"  largest relative error in {EXACT}: {error:.1e} (smallest p {smallest:.0e})")
    print(f"  peak memory: {peak_megabytes(columns):.0f} MB")


def main() -> None:
    """Measure tables without and with a true gap."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="loop scipy over all tables")
    looped = TABLES if parser.parse_args().full else LOOPED
    rng = np.random.default_rng(2020)
    report("Equal rates", tables(rng, gap=False), looped)
    report("Different rates", tables(rng, gap=True), looped)


if __name__ == "__main__":
    main()
