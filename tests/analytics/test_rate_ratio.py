import math
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analytics.poisson_rates import Leaving
from analytics.rate_ratio import rate_ratio, rate_ratio_test

few = st.integers(0, 300)
some = st.integers(1, 300)
heads = st.floats(0.5, 1e4)


@given(some, some)
def test_the_exact_limits_are_those_of_clopper_and_pearson(ours: int, theirs: int) -> None:
    interval = stats.binomtest(ours, ours + theirs).proportion_ci(0.95, "exact")
    ratio = rate_ratio(Leaving(ours, 1), Leaving(theirs, 1))
    assert ratio.low == pytest.approx(interval.low / (1 - interval.low), rel=1e-7)
    assert ratio.high == pytest.approx(interval.high / (1 - interval.high), rel=1e-7)


@given(some, some)
def test_at_the_mid_p_limits_the_mid_p_value_is_half_the_rest(ours: int, theirs: int) -> None:
    ratio = rate_ratio(Leaving(ours, 1), Leaving(theirs, 1), mid_p=True)
    at_low = rate_ratio_test(Leaving(ours, ratio.low), Leaving(theirs, 1))
    at_high = rate_ratio_test(Leaving(ours, ratio.high), Leaving(theirs, 1))
    assert at_low.p_greater_mid == pytest.approx(0.025)
    assert at_high.p_less_mid == pytest.approx(0.025)


@given(few, few, heads, heads)
def test_exchanging_group_and_reference_inverts_the_ratio(
    ours: int, theirs: int, our_heads: float, their_heads: float
) -> None:
    group, reference = Leaving(ours, our_heads), Leaving(theirs, their_heads)
    this, other = rate_ratio(group, reference), rate_ratio(reference, group)
    with np.errstate(divide="ignore"):
        inverted = [1 / other.value, 1 / other.high, 1 / other.low]
    assert [this.value, this.low, this.high] == pytest.approx(inverted, rel=1e-9, nan_ok=True)


@given(few, few, heads, heads)
def test_exchanging_group_and_reference_exchanges_the_tails(
    ours: int, theirs: int, our_heads: float, their_heads: float
) -> None:
    group, reference = Leaving(ours, our_heads), Leaving(theirs, their_heads)
    this, other = rate_ratio_test(group, reference), rate_ratio_test(reference, group)
    assert other.p_less == pytest.approx(this.p_greater, rel=1e-9)
    assert other.p_mid == pytest.approx(this.p_mid, rel=1e-9)


@given(few, few)
def test_the_mid_p_interval_lies_within_the_exact_one(ours: int, theirs: int) -> None:
    group, reference = Leaving(ours, 3), Leaving(theirs, 2)
    exact, mid = rate_ratio(group, reference), rate_ratio(group, reference, mid_p=True)
    assert exact.low <= mid.low
    assert mid.high <= exact.high


def test_extreme_counts_have_stated_results() -> None:
    ratio = rate_ratio(Leaving([0, 5, 0, 0], [9, 4, 5, 0]), Leaving([5, 0, 0, 3], [8, 3, 4, 4]))
    np.testing.assert_array_equal(ratio.value, [0, math.inf, math.nan, math.nan])
    np.testing.assert_array_equal(ratio.low == 0, [True, False, True, True])
    np.testing.assert_array_equal(ratio.high == math.inf, [False, True, True, True])


@pytest.mark.parametrize(("ours", "theirs"), [((0, 5), (0, 4)), ((0, 0), (3, 4)), ((0, 0), (0, 0))])
def test_nothing_to_compare_says_nothing(ours: tuple[int, int], theirs: tuple[int, int]) -> None:
    tested = rate_ratio_test(Leaving(*ours), Leaving(*theirs))
    assert astuple(tested) == (1, 1, 1, 1, 0.5, 0.5)


def test_danish_lung_cancer_is_reproduced() -> None:
    # ?poisson.test in R: p 0.07967, ratio 1.971488, 0.8584264 to 4.2772659
    ratio = rate_ratio(Leaving(11, 800), Leaving(6 + 8 + 7, 1083 + 1050 + 878))
    expected = [1.971488, 0.8584264, 4.2772659]
    assert [ratio.value, ratio.low, ratio.high] == pytest.approx(expected, rel=1e-6)


def test_a_confidence_level_of_1_is_refused() -> None:
    with pytest.raises(ValueError, match="confidence_level"):
        rate_ratio(Leaving(1, 2), Leaving(1, 2), confidence_level=1)
