from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.futures import (
    Assumed,
    Record,
    best_estimate,
    drawn_flows,
    quantile,
    simulated_stocks,
    years_to_reach,
)
from analytics.stock_flow import Flow, expected_stocks

FUTURES = 20_000
OFFICERS = Record(182, 171, 193, 2_271, 23, 241, 6, 122, 1.0)


def rng(seed: int = 2020) -> np.random.Generator:
    return np.random.default_rng(seed)


@pytest.mark.parametrize("intake", [241.0, 88.4, None, 0.0])
def test_simulated_means_agree_with_the_closed_form(intake: float | None) -> None:
    flow = Flow(182, 2_089, 0.2, 0.033, 0.055, intake)
    stocks = simulated_stocks(flow, 30, FUTURES, rng())
    expected = expected_stocks(flow, np.arange(31))
    for simulated, mean in ((stocks.group, expected.group), (stocks.others, expected.others)):
        error = simulated.std(axis=1) / np.sqrt(FUTURES)
        # An intake of 88.4 is a whole number each year: up to half a person off.
        assert np.all(np.abs(simulated.mean(axis=1) - mean) <= 4.5 * error + 0.5 * (intake == 88.4))


def test_a_simulated_workforce_at_its_steady_state_stays_there() -> None:
    flow = Flow(400, 600, 0.25, 0.05, 0.1, 80.0)
    stocks = simulated_stocks(flow, 40, FUTURES, rng())
    error = stocks.group.std(axis=1).max() / np.sqrt(FUTURES)
    assert stocks.group.mean(axis=1) == pytest.approx(400, abs=4.5 * error)


def _looped(flow: Any, years: int, futures: int, generator: np.random.Generator) -> list[float]:
    """The group after some years, one person after the other."""
    ends = []
    for _ in range(futures):
        group, others = int(flow.group), int(flow.others)
        for _ in range(years):
            left = sum(generator.random() < flow.leaving_rate for _ in range(group))
            others_left = sum(generator.random() < flow.others_leaving_rate for _ in range(others))
            joined = sum(generator.random() < flow.joiner_share for _ in range(int(flow.intake)))
            group += joined - left
            others += int(flow.intake) - joined - others_left
        ends.append(group / (group + others))
    return ends


def test_a_loop_over_people_gives_the_same_spread_of_shares() -> None:
    flow = Flow(20, 40, 0.3, 0.1, 0.2, 9.0)
    slow = np.array(_looped(flow, 6, 1_500, rng(1)))
    fast = simulated_stocks(flow, 6, FUTURES, rng(2)).share[-1]
    for part in (0.05, 0.25, 0.5, 0.75, 0.95):
        near = (fast <= np.quantile(slow, part)).mean()
        assert near == pytest.approx(part, abs=0.04)
    assert fast.mean() == pytest.approx(slow.mean(), abs=4.5 * slow.std() / np.sqrt(1_500))


@given(st.integers(0, 10**6), st.sampled_from([None, 0.0, 7.0, 12.6]))
def test_nobody_is_lost_or_made_up(seed: int, intake: float | None) -> None:
    stocks = simulated_stocks(Flow(30, 70, 0.4, 0.1, 0.3, intake), 8, 20, rng(seed))
    everybody = stocks.group + stocks.others
    assert np.all(stocks.group >= 0)
    assert np.all(stocks.others >= 0)
    if intake is None:
        assert np.all(everybody == 100)
    else:
        assert np.all(np.diff(everybody, axis=0) <= np.ceil(intake))


def test_an_intake_that_is_no_whole_number_adds_up_over_the_years() -> None:
    stocks = simulated_stocks(Flow(0, 0, 1.0, 0.0, 0.0, 88.4), 10, 1, rng())
    assert stocks.group[:, 0].tolist() == [0, 88, 177, 265, 354, 442, 530, 619, 707, 796, 884]


def test_the_same_seed_gives_the_same_futures() -> None:
    one, other = (
        simulated_stocks(drawn_flows(OFFICERS, Assumed(241.0), 50, made), 9, 50, made).share
        for made in (rng(7), rng(7))
    )
    assert np.array_equal(one, other)


def test_drawn_rates_have_the_means_of_jeffreys_posteriors() -> None:
    drawn = drawn_flows(OFFICERS, Assumed(241.0), 200_000, rng())
    assert np.mean(drawn.joiner_share) == pytest.approx(23.5 / 242, rel=0.005)
    heads = 1 / np.arange(171, 194)
    assert np.mean(drawn.leaving_rate) == pytest.approx(6.5 * heads.mean(), rel=0.005)
    assert (np.min(drawn.group), np.max(drawn.group)) == (171, 193)


def test_what_is_assumed_is_fixed_and_shifts_no_other_draw() -> None:
    free = drawn_flows(OFFICERS, Assumed(241.0), 100, rng())
    held = drawn_flows(OFFICERS, Assumed(241.0, joiner_share=0.25), 100, rng())
    assert held.joiner_share == 0.25
    assert np.array_equal(held.leaving_rate, free.leaving_rate)
    assert np.array_equal(held.others_leaving_rate, free.others_leaving_rate)


def test_a_drawn_leaving_rate_is_never_above_one() -> None:
    few = Record(1, 0, 1, 3, 1, 2, 1, 2, 1.0)
    drawn = drawn_flows(few, Assumed(None), 10_000, rng())
    assert np.max(drawn.leaving_rate) == 1


def test_the_best_estimate_is_counts_over_counts() -> None:
    flow = best_estimate(OFFICERS, Assumed(241.0))
    assert (flow.group, flow.others, flow.intake) == (182, 2_089, 241.0)
    assert flow.joiner_share == 23 / 241
    assert (flow.leaving_rate, flow.others_leaving_rate) == (6 / 182, 116 / 2_089)


def test_rates_over_ten_years_are_per_year() -> None:
    decade = Record(182, 182, 182, 2_271, 75, 884, 77, 1_215, 10.0)
    assert best_estimate(decade, Assumed(88.4)).leaving_rate == 77 / 1_820


def test_rates_of_nobody_are_unknown() -> None:
    nobody = Record(0, 0, 0, 10, 0, 0, 0, 0, 1.0)
    flow = best_estimate(nobody, Assumed(5.0))
    assert np.isnan(flow.joiner_share)
    assert np.isnan(flow.leaving_rate)


def test_arrival_is_the_first_year_at_a_growing_target() -> None:
    shares = np.array([[8.0, 30.0, 9.0], [20.0, 10.0, 9.0], [26.0, 40.0, 9.0]])
    assert years_to_reach(shares, [10, 20, 25]).tolist() == [1, 0, np.inf]


def test_a_quantile_is_one_of_the_values_and_keeps_infinity_and_nan() -> None:
    values = np.array([[1.0, 2.0, np.inf, np.inf], [1.0, np.nan, 3.0, 4.0]])
    found = quantile(values, 0.5)
    assert (found[0], np.isnan(found[1])) == (2.0, True)
    assert quantile(values[0], 0.51) == np.inf
    assert quantile(values[0], 0.0) == 1.0
