import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from analytics.detectable import detectable_gap

sizes = st.integers(5, 3000)
rates = st.floats(0.02, 0.98)


def _power(n: int, m: int, rate: float, reference: float) -> float:
    pooled = (n * rate + m * reference) / (n + m)
    none = np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    own = np.sqrt(rate * (1 - rate) / n + reference * (1 - reference) / m)
    return float(stats.norm.cdf((abs(rate - reference) - stats.norm.ppf(0.975) * none) / own))


@given(sizes, sizes, rates)
def test_the_gap_is_shown_with_a_chance_of_four_in_five(n: int, m: int, rate: float) -> None:
    gap = detectable_gap(n, m, rate)
    for found, lower in ((gap.below, rate - gap.below), (gap.above, rate + gap.above)):
        if not np.isnan(found) and 1e-9 < lower < 1 - 1e-9:
            np.testing.assert_allclose(_power(n, m, float(lower), rate), 0.8, atol=1e-7)


@given(sizes, sizes, rates)
def test_what_cannot_be_seen_cannot_be_seen_even_at_the_end(n: int, m: int, rate: float) -> None:
    gap = detectable_gap(n, m, rate)
    if np.isnan(gap.below):
        assert _power(n, m, 0, rate) < 0.8
    if np.isnan(gap.above):
        assert _power(n, m, 1, rate) < 0.8


@given(sizes, sizes, rates)
def test_selected_and_rejected_mirror_each_other(n: int, m: int, rate: float) -> None:
    one, other = detectable_gap(n, m, rate), detectable_gap(n, m, 1 - rate)
    np.testing.assert_allclose([one.below, one.above], [other.above, other.below], atol=1e-9)


@given(sizes, sizes, rates)
def test_more_people_less_power_or_a_laxer_level_show_smaller_gaps(
    n: int, m: int, rate: float
) -> None:
    gap = detectable_gap(n, m, rate).below
    assume(not np.isnan(gap))
    assert detectable_gap(2 * n, 2 * m, rate).below < gap
    assert detectable_gap(n, m, rate, power=0.6).below < gap
    assert detectable_gap(n, m, rate, confidence_level=0.9).below < gap


def test_the_sample_size_of_fleiss_shows_the_gap_it_is_meant_for() -> None:
    # 0.5 against 0.7 takes 93 in each group at 5 % and 80 % without continuity correction
    gaps = [detectable_gap(n, n, 0.5).above for n in (92, 93)]
    assert gaps[1] <= 0.2 < gaps[0]


def test_five_people_show_next_to_nothing() -> None:
    gap = detectable_gap(5, 200, 0.3)
    assert np.isnan(gap.below)
    assert gap.above > 0.5


def test_an_empty_side_or_an_unknown_rate_shows_nothing() -> None:
    gap = detectable_gap([0, 50, 50], [50, 0, 50], [0.5, 0.5, np.nan])
    assert np.isnan([gap.below, gap.above]).all()


def test_nobody_can_fall_below_a_rate_of_nothing() -> None:
    gap = detectable_gap(100, 100, [0.0, 1.0])
    np.testing.assert_array_equal(np.isnan([gap.below, gap.above]), [[True, False], [False, True]])


@pytest.mark.parametrize("rate", [-0.1, 1.1])
def test_a_rate_outside_0_to_1_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="reference_rate must lie between 0 and 1"):
        detectable_gap(10, 10, rate)


@pytest.mark.parametrize("power", [0, 1, 80])
def test_a_power_outside_0_to_1_is_refused(power: float) -> None:
    with pytest.raises(ValueError, match="power must lie between 0 and 1"):
        detectable_gap(10, 10, 0.5, power=power)


def test_part_of_a_person_is_refused() -> None:
    with pytest.raises(ValueError, match="group_total must be whole numbers"):
        detectable_gap(10.5, 10, 0.5)
