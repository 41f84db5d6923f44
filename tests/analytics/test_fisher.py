from dataclasses import astuple, fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analytics.fisher import ExactTest, fisher_exact
from analytics.selection import Selection
from tests.analytics.exact_oracle import fisher_weights, p_values, relative_error

Table = tuple[int, int, int, int]


@st.composite
def tables(draw: st.DrawFn, most: int = 60) -> Table:
    """Return selected and total of a group and of a reference."""
    group, reference = draw(st.integers(0, most)), draw(st.integers(0, most))
    return draw(st.integers(0, group)), group, draw(st.integers(0, reference)), reference


def _test(table: Table) -> ExactTest:
    a, group, c, reference = table
    return fisher_exact(Selection(a, group), Selection(c, reference))


def _worst_error(table: Table) -> float:
    a, group, c, reference = table
    exact = p_values(fisher_weights(group, reference, a + c), a)
    return max(map(relative_error, astuple(_test(table)), exact))


@given(tables())
def test_every_p_value_is_that_of_exact_arithmetic(table: Table) -> None:
    assert _worst_error(table) < 1e-12


@given(tables(most=2500))
def test_large_tables_keep_twelve_digits_however_small_the_p_value(table: Table) -> None:
    exact = p_values(fisher_weights(table[1], table[3], table[0] + table[2]), table[0])[0]
    if exact > 1e-290:
        assert relative_error(float(_test(table).p_value), exact) < 1e-12


def test_a_p_value_of_1e_200_keeps_twelve_digits() -> None:
    table = (560, 1000, 120, 2000)
    assert 1e-210 < _test(table).p_value < 1e-200
    assert _worst_error(table) < 1e-12


def test_every_table_of_up_to_seven_and_seven_people_is_right() -> None:
    margins = [(group, reference) for group in range(8) for reference in range(8)]
    for group, reference in margins:
        for a in range(group + 1):
            for c in range(reference + 1):
                assert _worst_error((a, group, c, reference)) < 1e-12


@given(tables(most=300))
def test_the_two_sided_p_value_is_that_of_scipy(table: Table) -> None:
    a, group, c, reference = table
    expected = stats.fisher_exact([[a, group - a], [c, reference - c]]).pvalue
    assert _test(table).p_value == pytest.approx(expected, rel=1e-9)


@given(tables())
def test_exchanging_group_and_reference_exchanges_the_tails(table: Table) -> None:
    this, other = _test(table), _test((*table[2:], *table[:2]))
    assert other.p_value == pytest.approx(this.p_value, rel=1e-12)
    assert other.p_mid == pytest.approx(this.p_mid, rel=1e-12)
    assert other.p_less == pytest.approx(this.p_greater, rel=1e-12)


@given(tables())
def test_counting_the_rejected_exchanges_the_tails(table: Table) -> None:
    a, group, c, reference = table
    this, other = _test(table), _test((group - a, group, reference - c, reference))
    assert other.p_value == pytest.approx(this.p_value, rel=1e-12)
    assert other.p_less_mid == pytest.approx(this.p_greater_mid, rel=1e-12)


@given(tables(most=5000))
def test_p_values_lie_between_0_and_1_and_mid_p_is_not_above_p(table: Table) -> None:
    tested = _test(table)
    assert all(0 <= value <= 1 for value in astuple(tested))
    assert tested.p_mid <= tested.p_value
    assert tested.p_less_mid + tested.p_greater_mid == pytest.approx(1)


@given(st.lists(tables(most=400), min_size=1, max_size=20))
def test_many_tables_at_once_are_each_tested_as_if_alone(several: list[Table]) -> None:
    a, group, c, reference = np.array(several).T
    together = fisher_exact(Selection(a, group), Selection(c, reference))
    alone = [astuple(_test(table)) for table in several]
    np.testing.assert_allclose(astuple(together), np.transpose(alone), rtol=1e-13)


def test_arrays_broadcast_to_their_common_shape() -> None:
    tested = fisher_exact(Selection([[1], [2]], 5), Selection([0, 3, 5], 5))
    assert {getattr(tested, field.name).shape for field in fields(tested)} == {(2, 3)}


def test_more_tables_than_fit_in_a_chunk_are_tested_alike() -> None:
    tested = fisher_exact(Selection(np.full(20_000, 150), 183), Selection(246, 346))
    assert np.unique(tested.p_value).size == 1


def test_no_tables_give_no_p_values() -> None:
    assert fisher_exact(Selection([], []), Selection([], [])).p_value.shape == (0,)


@pytest.mark.parametrize("table", [(0, 0, 3, 5), (5, 5, 4, 4), (0, 5, 0, 4), (0, 0, 0, 0)])
def test_a_table_that_could_not_be_another_one_says_nothing(table: Table) -> None:
    assert astuple(_test(table)) == (1, 1, 1, 1, 0.5, 0.5)


def test_the_most_probable_table_has_a_p_value_of_exactly_1() -> None:
    assert _test((5, 10, 50, 100)).p_value == 1


def test_a_probability_under_the_smallest_float_is_0() -> None:
    tested = _test((50_000_000, 50_000_000, 0, 50_000_000))
    assert astuple(tested) == (0, 0, 1, 0, 1, 0)


def test_a_hundred_million_people_are_tested() -> None:
    tested = _test((20_012_000, 40_000_000, 29_990_000, 60_000_000))
    z = stats.norm.isf(tested.p_greater_mid)
    rate = 50_002_000 / 1e8
    spread = (rate * (1 - rate) * (1 / 4e7 + 1 / 6e7)) ** 0.5
    assert z == pytest.approx((20_012_000 / 4e7 - 29_990_000 / 6e7) / spread, rel=1e-6)


@pytest.mark.parametrize(
    ("table", "p_value", "digits"),
    [
        ((3, 4, 1, 4), 0.4857, 4),  # Fisher (1935), tea; ?fisher.test in R
        ((2, 17, 10, 13), 0.0005367, 7),  # Fisher (1962, 1970), convictions; ?fisher.test in R
        ((150, 183, 246, 346), 0.0062, 4),  # LE19, women at pre-sift
    ],
)
def test_published_p_values_are_reproduced(table: Table, p_value: float, digits: int) -> None:
    assert round(float(_test(table).p_value), digits) == p_value
