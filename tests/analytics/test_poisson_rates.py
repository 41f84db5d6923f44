import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analytics.poisson_rates import Leaving, byar_rate, exact_rate
from analytics.selection import Estimate

METHODS = [byar_rate, exact_rate]
levels = st.floats(0.5, 0.999)


@given(st.integers(1, 5000), levels)
def test_the_exact_limits_leave_the_stated_tails_beyond(leavers: int, level: float) -> None:
    rate, tail = exact_rate(Leaving(leavers, 1), confidence_level=level), (1 - level) / 2
    assert stats.poisson.sf(leavers - 1, rate.low) == pytest.approx(tail, rel=1e-7)
    assert stats.poisson.cdf(leavers, rate.high) == pytest.approx(tail, rel=1e-7)


@given(st.integers(10, 5000))
def test_byar_s_limits_are_close_to_the_exact_ones_from_10_leavers(leavers: int) -> None:
    byar, exact = byar_rate(Leaving(leavers, 1)), exact_rate(Leaving(leavers, 1))
    assert byar.low == pytest.approx(exact.low, rel=2e-3)
    assert byar.high == pytest.approx(exact.high, rel=2e-3)


@pytest.mark.parametrize("method", METHODS)
@given(leavers=st.integers(0, 5000), headcount=st.floats(0.1, 1e6), level=levels)
def test_the_rate_lies_within_its_interval(
    method: Callable[..., Estimate], leavers: int, headcount: float, level: float
) -> None:
    rate = method(Leaving(leavers, headcount), confidence_level=level)
    assert 0 <= rate.low <= rate.value <= rate.high < math.inf


@pytest.mark.parametrize("method", METHODS)
def test_nobody_leaving_and_nobody_there_have_stated_results(
    method: Callable[..., Estimate],
) -> None:
    rate = method(Leaving([0, 0], [10, 0]))
    np.testing.assert_array_equal(rate.value, [0, math.nan])
    np.testing.assert_array_equal(rate.low, [0, 0])
    assert 0 < rate.high[0] < rate.high[1] == math.inf


@pytest.mark.parametrize(
    ("leavers", "low", "high"),
    [(0, 0, 3.69), (1, 0.0253, 5.57), (5, 1.62, 11.67), (10, 4.80, 18.39), (20, 12.22, 30.89)],
)
def test_garwood_s_table_is_reproduced(leavers: int, low: float, high: float) -> None:
    # Garwood (1936), 95 % limits, as reprinted in most textbooks of epidemiology
    limits = exact_rate(Leaving(leavers, 1))
    assert [limits.low, limits.high] == pytest.approx([low, high], abs=5e-3)


@pytest.mark.parametrize("headcount", [-1, math.nan, math.inf])
def test_a_headcount_that_is_none_is_refused(headcount: float) -> None:
    with pytest.raises(ValueError, match="headcount"):
        Leaving(0, headcount)


@pytest.mark.parametrize("leavers", [-1, 0.5, math.nan])
def test_leavers_that_are_no_number_of_people_are_refused(leavers: float) -> None:
    with pytest.raises(ValueError, match="leavers"):
        Leaving(leavers, 10)


def test_leavers_from_nobody_are_refused() -> None:
    with pytest.raises(ValueError, match="headcount is 0"):
        Leaving([1, 1], [5, 0])


@pytest.mark.parametrize("method", METHODS)
def test_a_confidence_level_of_0_is_refused(method: Callable[..., Estimate]) -> None:
    with pytest.raises(ValueError, match="confidence_level"):
        method(Leaving(1, 10), confidence_level=0)
