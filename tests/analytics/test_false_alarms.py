from itertools import pairwise, permutations, product

import numpy as np
import pytest

from analytics.false_alarms import outside_chance, shift_chance, trend_chance
from analytics.selection import Selection
from analytics.signals import NAMES, OUTSIDE, SHIFT, TREND, signals

SERIES = 20_000


def longest(same: list[bool]) -> int:
    best = run = 0
    for each in same:
        run = run + 1 if each else 0
        best = max(best, run)
    return best


@pytest.mark.parametrize("run", [2, 3, 4])
def test_shifts_are_those_of_all_tosses_of_a_coin(run: int) -> None:
    tosses = list(product([0, 1], repeat=8))
    found = sum(longest([a == b for a, b in pairwise(each)]) >= run - 1 for each in tosses)
    assert shift_chance(8, run=run) == pytest.approx(found / len(tosses))


@pytest.mark.parametrize("run", [3, 4, 5])
def test_trends_are_those_of_all_orders_of_the_points(run: int) -> None:
    orders = list(permutations(range(7)))
    found = sum(
        max(longest([a < b for a, b in pairwise(o)]), longest([a > b for a, b in pairwise(o)]))
        >= run - 1
        for o in orders
    )
    assert trend_chance(7, run=run) == pytest.approx(found / len(orders))


@pytest.mark.parametrize("points", [0, 1, 6])
def test_too_few_points_show_neither(points: int) -> None:
    assert (shift_chance(points), trend_chance(points)) == (0.0, 0.0)


def simulated(people: int, rate: float, points: int) -> dict[str, float]:
    """How often each signal shows in series in which nothing changes."""
    draw = np.random.default_rng(4).binomial(people, rate, (SERIES, points))
    found = signals(Selection(draw, people))
    rates = {name: found[name].any(axis=-1) for name in NAMES}
    pairs = {"outside": OUTSIDE, "shift": SHIFT, "trend": TREND}
    return {kind: float((rates[a] | rates[b]).mean()) for kind, (a, b) in pairs.items()}


@pytest.mark.parametrize("points", [2, 4, 24])
def test_points_outside_are_as_rare_as_said(points: int) -> None:
    found = simulated(2_000, 0.4, points)["outside"]
    assert found == pytest.approx(outside_chance([2_000] * points), abs=0.004)


def test_shifts_and_trends_are_no_more_frequent_than_said() -> None:
    found = simulated(500, 0.2, 24)
    assert 0.05 < found["shift"] < shift_chance(24)
    assert 0.001 < found["trend"] < trend_chance(24)


def test_few_expected_put_more_points_outside_which_is_why_they_are_named() -> None:
    assert simulated(50, 0.05, 24)["outside"] > 1.5 * outside_chance([50] * 24)


def test_a_point_that_is_nearly_everybody_is_never_outside() -> None:
    assert outside_chance([10**9, 1]) == pytest.approx(0.0027, abs=1e-5)
    assert outside_chance([5]) == 0.0
