import math
from dataclasses import astuple
from functools import reduce

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats.contingency import odds_ratio

from analytics.exact_conditional import common_odds_ratio, common_odds_test
from analytics.fisher import fisher_exact
from analytics.selection import Estimate, Selection
from tests.analytics.exact_oracle import convolved, fisher_weights, p_values, relative_error

Strata = list[tuple[int, int, int, int]]


@st.composite
def stratum(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """Return selected and total of a group and of a reference."""
    group, reference = draw(st.integers(0, 25)), draw(st.integers(0, 25))
    return draw(st.integers(0, group)), group, draw(st.integers(0, reference)), reference


strata = st.lists(stratum(), min_size=1, max_size=4)


def _selections(several: Strata) -> tuple[Selection, Selection]:
    a, group, c, reference = np.array(several).T
    return Selection(a, group), Selection(c, reference)


def _weights(several: Strata) -> dict[int, int]:
    return reduce(convolved, (fisher_weights(n, m, a + c) for a, n, c, m in several))


def _tail_beyond(weights: dict[int, int], observed: int, odds: float, share: float) -> float:
    tilted = {x: weight * odds ** (x - observed) for x, weight in weights.items()}
    beyond = sum(w for x, w in tilted.items() if x > observed) + share * tilted[observed]
    return float(beyond / sum(tilted.values()))


@given(strata)
def test_every_p_value_is_that_of_exact_arithmetic(several: Strata) -> None:
    exact = p_values(_weights(several), sum(a for a, *_ in several))
    tested = common_odds_test(*_selections(several))
    assert max(map(relative_error, astuple(tested), exact)) < 1e-12


@given(st.lists(stratum(), min_size=129, max_size=140))
@settings(max_examples=10)
def test_so_it_is_for_many_strata(several: Strata) -> None:
    exact = p_values(_weights(several), sum(a for a, *_ in several))
    tested = common_odds_test(*_selections(several))
    assert max(map(relative_error, astuple(tested), exact)) < 1e-12


def test_an_outcome_that_hardly_ever_happens_still_weighs_something() -> None:
    test = common_odds_test(Selection([4] * 150, 8), Selection([0] * 150, 8))
    alone = math.comb(8, 4) / math.comb(16, 4)
    assert float(test.p_greater) == pytest.approx(alone**150, rel=1e-10)


@given(stratum())
def test_one_stratum_is_fisher_s_test(table: tuple[int, int, int, int]) -> None:
    group, reference = Selection(*table[:2]), Selection(*table[2:])
    pooled, single = common_odds_test(group, reference), fisher_exact(group, reference)
    assert astuple(pooled) == pytest.approx(astuple(single), rel=1e-12)


@given(strata, st.booleans())
def test_the_limits_leave_two_and_a_half_percent_beyond(several: Strata, mid_p: bool) -> None:  # noqa: FBT001
    ratio = common_odds_ratio(*_selections(several), mid_p=mid_p)
    weights, observed = _weights(several), sum(a for a, *_ in several)
    share = 0.5 if mid_p else 1.0
    if ratio.low > 0:
        assert _tail_beyond(weights, observed, float(ratio.low), share) == pytest.approx(0.025)
    if ratio.high < math.inf:
        above = _tail_beyond(weights, observed, float(ratio.high), 1 - share)
        assert above == pytest.approx(0.975)


@given(strata)
def test_at_the_estimate_as_many_are_expected_as_observed(several: Strata) -> None:
    value = float(common_odds_ratio(*_selections(several)).value)
    weights, observed = _weights(several), sum(a for a, *_ in several)
    if 0 < value < math.inf:
        tilted = {x: weight * value ** (x - observed) for x, weight in weights.items()}
        mean = sum(x * weight for x, weight in tilted.items()) / sum(tilted.values())
        assert mean == pytest.approx(observed)


@given(strata)
def test_exchanging_group_and_reference_inverts_the_ratio(several: Strata) -> None:
    group, reference = _selections(several)
    this, other = common_odds_ratio(group, reference), common_odds_ratio(reference, group)
    with np.errstate(divide="ignore"):
        inverted = [1 / other.value, 1 / other.high, 1 / other.low]
    assert [this.value, this.low, this.high] == pytest.approx(inverted, rel=1e-9, nan_ok=True)


@given(strata)
def test_a_stratum_without_information_changes_nothing(several: Strata) -> None:
    more = [*several, (4, 4, 7, 7), (0, 0, 2, 5)]
    this, other = (common_odds_test(*_selections(each)) for each in (several, more))
    assert astuple(other) == pytest.approx(astuple(this), rel=1e-12)


@given(strata)
def test_the_mid_p_interval_lies_within_the_exact_one(several: Strata) -> None:
    exact = common_odds_ratio(*_selections(several))
    mid = common_odds_ratio(*_selections(several), mid_p=True)
    assert exact.low <= mid.low
    assert mid.high <= exact.high


@pytest.mark.parametrize("table", [(150, 183, 246, 346), (3, 4, 1, 4), (1, 900, 30, 800)])
def test_one_stratum_has_the_conditional_odds_ratio_of_scipy(table: tuple[int, ...]) -> None:
    a, group, c, reference = table
    expected = odds_ratio(np.array([[a, group - a], [c, reference - c]]), kind="conditional")
    ratio = common_odds_ratio(Selection(a, group), Selection(c, reference))
    interval = expected.confidence_interval(0.95)
    assert ratio.value == pytest.approx(expected.statistic, rel=1e-7)
    assert [ratio.low, ratio.high] == pytest.approx([interval.low, interval.high], rel=1e-7)


@pytest.mark.parametrize(
    ("several", "value", "low", "high"),
    [
        ([(0, 5, 2, 3), (0, 4, 3, 3)], 0, 0, None),
        ([(5, 5, 2, 3), (4, 4, 0, 3)], math.inf, None, math.inf),
        ([(5, 5, 3, 3), (0, 0, 1, 3)], math.nan, 0, math.inf),
    ],
)
def test_extreme_totals_have_stated_results(
    several: Strata, value: float, low: float | None, high: float | None
) -> None:
    ratio = common_odds_ratio(*_selections(several))
    assert ratio.value == pytest.approx(value, nan_ok=True)
    assert low is None or ratio.low == low
    assert high is None or ratio.high == high


def test_strata_lie_on_the_last_axis() -> None:
    group, reference = Selection(np.ones((3, 2, 4)), 5), Selection([2, 3, 4, 5], 6)
    assert common_odds_test(group, reference).p_mid.shape == (3, 2)
    assert common_odds_ratio(group, reference).low.shape == (3, 2)


def test_no_tables_give_no_results() -> None:
    nothing = Selection(np.empty((0, 3)), 1)
    assert common_odds_test(nothing, nothing).p_value.shape == (0,)
    assert common_odds_ratio(nothing, nothing).value.shape == (0,)


def test_no_strata_say_nothing() -> None:
    nobody = Selection(np.empty((2, 0)), 1)
    assert common_odds_test(nobody, nobody).p_value.tolist() == [1, 1]
    assert common_odds_ratio(nobody, nobody).high.tolist() == [math.inf, math.inf]


def test_a_huge_odds_ratio_does_not_underflow() -> None:
    ratio = common_odds_ratio(Selection([4900, 4800], 5000), Selection([20, 30], 5000))
    assert 5000 < ratio.low < ratio.value < ratio.high < 10_000


def test_a_confidence_level_of_1_is_refused() -> None:
    with pytest.raises(ValueError, match="confidence_level"):
        common_odds_ratio(Selection(1, 2), Selection(1, 2), confidence_level=1)


def test_rabbits_are_reproduced() -> None:
    # Agresti (1990), pages 231-237, by ?mantelhaen.test in R: p 0.040, one-sided 0.020
    ratio: Estimate = common_odds_ratio(
        Selection([0, 3, 6, 5, 2], [6, 6, 6, 6, 2]), Selection([0, 0, 2, 6, 5], [5, 6, 6, 6, 5])
    )
    assert round(float(ratio.value), 2) == 10.36
