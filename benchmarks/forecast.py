"""How long 10,000 futures over 50 years take: ``python benchmarks/forecast.py``.

The floor is the bare binomial draws of the same simulation: who of the group, and of all others,
leaves, and who of those who join is of the group. No simulation of single years by chance can do
without them. Rounds alternate in one process, and ratios are taken round by round.
"""

import time
from collections.abc import Callable
from statistics import median

import numpy as np

from analytics.futures import Assumed, Record, drawn_flows, simulated_stocks
from analytics.outlook import Simulation, Target, outlook
from analytics.stock_flow import Flow

ROUNDS, FUTURES, YEARS, SEED = 15, 10_000, 50, 2020
# BAME police officers as published in 2020, and the intake of 2019-20.
OFFICERS, INTAKE = Record(182, 171, 193, 2_271, 23, 241, 6, 122, 1.0), 241


def floor(flow: Flow) -> None:
    """Draw as many binomial numbers as the simulation does, and do nothing with them."""
    rng = np.random.default_rng(SEED)
    for _ in range(YEARS):
        rng.binomial(flow.group, flow.leaving_rate)
        rng.binomial(flow.others, flow.others_leaving_rate)
        rng.binomial(INTAKE, flow.joiner_share, FUTURES)


def simulate(flow: Flow) -> None:
    """Simulate the stocks alone."""
    simulated_stocks(flow, YEARS, FUTURES, np.random.default_rng(SEED))


def whole(_: Flow) -> None:
    """Do all that one group takes: draw rates, simulate, find arrivals, bands and closed forms."""
    outlook(OFFICERS, Assumed(INTAKE), Target(25), Simulation(FUTURES, YEARS, SEED))


def seconds(work: Callable[[Flow], None], flow: Flow) -> float:
    """Return how long ``work`` takes."""
    start = time.perf_counter()
    work(flow)
    return time.perf_counter() - start


def main() -> None:
    """Warm up, measure, print."""
    flow = drawn_flows(OFFICERS, Assumed(INTAKE), FUTURES, np.random.default_rng(SEED))
    steps = {"bare binomial draws": floor, "simulated stocks": simulate, "whole outlook": whole}
    times: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(ROUNDS + 1):
        for name, work in steps.items():
            taken = seconds(work, flow)
            if number:
                times[name].append(taken)
    bare = times["bare binomial draws"]
    print(f"{FUTURES:,} futures of {YEARS} years, one group, {ROUNDS} rounds")
    for name, taken in times.items():
        ratio = median(one / least for one, least in zip(taken, bare, strict=True))
        print(f"  {name:20} median {median(taken):.3f} s, {ratio:.2f} times the floor")


if __name__ == "__main__":
    main()
