import numpy as np
from hypothesis import given
from scipy import stats

from analytics.chi_squared import two_standard_deviations
from analytics.selection import Selection
from tests.analytics.selections import full_selections, selections


def test_the_tea_taster_is_not_two_standard_deviations_away() -> None:
    # Fagerland, Lydersen and Laake (2017), chapter 4: chi-squared 2.000, P = 0.15730
    tea = two_standard_deviations(Selection(3, 4), Selection(1, 4))
    np.testing.assert_allclose(tea.z**2, 2, rtol=1e-12)
    np.testing.assert_allclose(tea.p_value, 0.15730, atol=5e-6)


@given(full_selections(), full_selections())
def test_it_is_pearsons_chi_squared_without_correction(group: Selection, other: Selection) -> None:
    counts = [[group.selected, group.rejected], [other.selected, other.rejected]]
    expected = stats.chi2_contingency(np.array(counts), correction=False)
    found = two_standard_deviations(group, other)
    np.testing.assert_allclose(found.z**2, expected.statistic, rtol=1e-9, atol=1e-20)
    np.testing.assert_allclose(found.p_value, expected.pvalue, rtol=1e-7)


@given(selections(), selections())
def test_the_sign_says_who_is_behind(group: Selection, other: Selection) -> None:
    found = two_standard_deviations(group, other)
    np.testing.assert_array_equal(found.z, -two_standard_deviations(other, group).z)
    if group.total > 0 and other.total > 0:
        assert np.sign(found.z) == np.sign(
            int(group.selected * other.total - other.selected * group.total)
        )


def test_margins_that_allow_one_table_say_nothing() -> None:
    found = two_standard_deviations(
        Selection([0, 4, 0, 0], [3, 4, 0, 0]), Selection([0, 5, 2, 0], 5)
    )
    np.testing.assert_array_equal([found.z, found.p_value], [[0] * 4, [1] * 4])


def test_counts_in_the_millions_do_not_overflow() -> None:
    found = two_standard_deviations(
        Selection(10**9, 2 * 10**9), Selection(10**9 - 10**5, 2 * 10**9)
    )
    np.testing.assert_allclose(found.z, 10**5 / np.sqrt(10**9), rtol=1e-4)
