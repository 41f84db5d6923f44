from dataclasses import astuple
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analytics.binomial import ExactTest, binomial_test
from analytics.selection import Selection
from tests.analytics.exact_oracle import binomial_weights, p_values, relative_error

totals = st.integers(0, 80)
shares = st.integers(0, 64).map(lambda part: part / 64)  # exact in binary, so ties are ties


@st.composite
def counts(draw: st.DrawFn, most: int = 80) -> tuple[int, int]:
    """Return selected and total."""
    total = draw(st.integers(0, most))
    return draw(st.integers(0, total)), total


def _test(count: tuple[int, int], share: float) -> ExactTest:
    return binomial_test(Selection(*count), share)


@given(counts(), shares)
def test_every_p_value_is_that_of_exact_arithmetic(count: tuple[int, int], share: float) -> None:
    weights = binomial_weights(count[1], Fraction(share))
    if 0 < share < 1 or weights[count[0]] > 0:
        errors = map(relative_error, astuple(_test(count, share)), p_values(weights, count[0]))
        assert max(errors) < 1e-12


@given(counts(3000), st.floats(0.001, 0.999))
def test_the_two_sided_p_value_is_that_of_scipy(count: tuple[int, int], share: float) -> None:
    if count[1] > 0:
        expected = stats.binomtest(*count, share).pvalue
        assert _test(count, share).p_value == pytest.approx(expected, rel=1e-7, abs=1e-150)


def test_a_p_value_of_1e_283_keeps_twelve_digits() -> None:
    exact = p_values(binomial_weights(588, Fraction(9, 32)), 570)[0]
    assert relative_error(float(_test((570, 588), 9 / 32).p_value), exact) < 1e-12


@given(counts(), shares)
def test_counting_the_rejected_exchanges_the_tails(count: tuple[int, int], share: float) -> None:
    this, other = _test(count, share), _test((count[1] - count[0], count[1]), 1 - share)
    assert other.p_value == pytest.approx(this.p_value, rel=1e-12)
    assert other.p_less == pytest.approx(this.p_greater, rel=1e-12)
    assert other.p_less_mid == pytest.approx(this.p_greater_mid, rel=1e-12, abs=1e-15)


@given(counts(5000), st.floats(0, 1))
def test_p_values_lie_between_0_and_1_and_mid_p_is_not_above_p(
    count: tuple[int, int], share: float
) -> None:
    tested = _test(count, share)
    assert all(0 <= value <= 1 for value in astuple(tested))
    assert tested.p_mid <= tested.p_value
    assert tested.p_less_mid + tested.p_greater_mid == pytest.approx(1)


@pytest.mark.parametrize(
    ("selected", "total", "share", "expected"),
    [
        (0, 5, 0, (1, 1, 1, 1, 0.5, 0.5)),
        (5, 5, 1, (1, 1, 1, 1, 0.5, 0.5)),
        (0, 0, 0.3, (1, 1, 1, 1, 0.5, 0.5)),
        (2, 5, 0, (0, 0, 1, 0, 1, 0)),
        (2, 5, 1, (0, 0, 0, 1, 0, 1)),
    ],
)
def test_where_one_count_is_certain_it_is_all_or_nothing(
    selected: int, total: int, share: float, expected: tuple[float, ...]
) -> None:
    assert astuple(_test((selected, total), share)) == expected


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_benchmark_that_is_no_share_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        _test((1, 2), share)


def test_selections_and_benchmarks_broadcast() -> None:
    tested = binomial_test(Selection([[1], [2]], 5), np.array([0.1, 0.5, 1.0]))
    assert tested.p_mid.shape == (2, 3)


def test_conover_s_dwarf_plants_are_reproduced() -> None:
    # Conover (1971), p. 97f, by ?binom.test in R
    assert round(float(_test((243, 925), 0.25).p_value), 4) == 0.3825
