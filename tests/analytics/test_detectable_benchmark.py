import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analytics.detectable import detectable_gap
from analytics.detectable_benchmark import detectable_from_benchmark

sizes = st.integers(1, 400)
benchmarks = st.floats(0.02, 0.98)


def _rejected_below(total: int, benchmark: float, level: float = 0.05) -> list[int]:
    """The counts under the expected one that the exact test rejects, tried one by one."""
    return [
        count
        for count in range(int(total * benchmark) + 1)
        if count < total * benchmark and stats.binomtest(count, total, benchmark).pvalue < level
    ]


@settings(max_examples=40)
@given(sizes, benchmarks)
def test_the_gap_below_is_shown_with_a_chance_of_four_in_five(total: int, share: float) -> None:
    rejected = _rejected_below(total, share)
    gap = float(detectable_from_benchmark(total, share).below)
    if not rejected:
        assert np.isnan(gap)
    else:
        power = stats.binom.cdf(max(rejected), total, share - gap)
        assert power == pytest.approx(0.8, abs=1e-5)


@settings(max_examples=40)
@given(sizes, benchmarks)
def test_above_is_below_for_everybody_else(total: int, share: float) -> None:
    here, there = (detectable_from_benchmark(total, each) for each in (share, 1 - share))
    np.testing.assert_allclose([here.below, here.above], [there.above, there.below], atol=1e-6)


@settings(max_examples=40)
@given(st.integers(50, 2000), st.floats(0.1, 0.9))
def test_it_is_near_the_normal_approximation_against_a_reference_without_end(
    total: int, share: float
) -> None:
    exact = detectable_from_benchmark(total, share)
    approximate = detectable_gap(total, 10**12, share)
    np.testing.assert_allclose(exact.below, approximate.below, atol=1.5 / np.sqrt(total) / 3)


@settings(max_examples=20)
@given(sizes, benchmarks)
def test_less_power_or_a_laxer_level_show_no_larger_gaps(total: int, share: float) -> None:
    gap = detectable_from_benchmark(total, share).below
    if not np.isnan(gap):
        assert detectable_from_benchmark(total, share, power=0.6).below <= gap
        assert detectable_from_benchmark(total, share, confidence_level=0.9).below <= gap


def test_two_disabled_people_less_cannot_be_seen_among_ten() -> None:
    # Nobody of ten under a fifth: chance 0.107, and as far above, so never below 0.05
    assert np.isnan(detectable_from_benchmark(10, 0.2).below)


def test_arrays_broadcast() -> None:
    gap = detectable_from_benchmark([[17], [546]], [0.25, 0.505])
    assert gap.below.shape == gap.above.shape == (2, 2)
    assert (gap.below[1] < gap.below[0]).all()


def test_nobody_shows_nothing() -> None:
    gap = detectable_from_benchmark(0, 0.25)
    assert np.isnan([gap.below, gap.above]).all()


def test_under_a_benchmark_of_nobody_one_person_is_enough() -> None:
    gap = detectable_from_benchmark(10, 0.0)
    assert np.isnan(gap.below)
    assert float(gap.above) == pytest.approx(1 - 0.2**0.1, abs=1e-6)


@pytest.mark.parametrize("power", [0, 1, 80])
def test_a_power_outside_0_to_1_is_refused(power: float) -> None:
    with pytest.raises(ValueError, match="power must lie between 0 and 1"):
        detectable_from_benchmark(10, 0.5, power=power)


def test_a_level_outside_0_to_1_is_refused() -> None:
    with pytest.raises(ValueError, match="confidence_level must lie between 0 and 1"):
        detectable_from_benchmark(10, 0.5, confidence_level=95)


def test_a_benchmark_that_is_no_share_is_refused() -> None:
    with pytest.raises(ValueError, match="a benchmark share must lie between 0 and 1"):
        detectable_from_benchmark(10, 25)
