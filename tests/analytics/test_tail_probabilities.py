import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analytics.tail_probabilities import chi_squared_tail, normal_test, two_sided_normal


@given(st.floats(-37, 37))
def test_normal_tails_are_those_of_scipy(z: float) -> None:
    np.testing.assert_allclose(two_sided_normal(z), 2 * stats.norm.sf(abs(z)), rtol=1e-11)


@given(st.floats(0, 600), st.integers(1, 40))
def test_chi_squared_tails_are_those_of_scipy(statistic: float, degrees: int) -> None:
    expected = stats.chi2.sf(statistic, degrees)
    np.testing.assert_allclose(chi_squared_tail(statistic, degrees), expected, rtol=1e-11)


@given(st.floats(0, 2), st.integers(41, 6000))
def test_so_are_those_of_thousands_of_degrees(ratio: float, degrees: int) -> None:
    expected = stats.chi2.sf(ratio * degrees, degrees)
    found = chi_squared_tail(ratio * degrees, degrees)
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-290)


@given(st.floats(0, 20), st.integers(1, 300))
def test_a_tail_is_never_more_than_certain(statistic: float, degrees: int) -> None:
    assert chi_squared_tail(statistic, degrees) <= 1


def test_every_table_has_its_own_degrees_of_freedom() -> None:
    tails = chi_squared_tail([[3.0], [5.0]], [1, 2, 7])
    np.testing.assert_allclose(tails, stats.chi2.sf([[3.0], [5.0]], [1, 2, 7]), rtol=1e-12)


@pytest.mark.parametrize(("statistic", "degrees"), [(np.nan, 3), (2.0, 0)])
def test_no_statistic_or_no_freedom_has_no_tail(statistic: float, degrees: int) -> None:
    assert np.isnan(chi_squared_tail(statistic, degrees))


def test_without_variance_there_is_nothing_to_say() -> None:
    nothing = normal_test(np.array([3.0]), np.array([0.0]))
    np.testing.assert_array_equal([nothing.z, nothing.p_value], [[0], [1]])
