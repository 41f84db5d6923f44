import numpy as np
import pytest
from hypothesis import assume, given
from statsmodels.stats.contingency_tables import StratifiedTable

from analytics.homogeneity import breslow_day
from analytics.selection import Selection
from tests.analytics.selections import strata_pairs, tables

Pair = tuple[Selection, Selection]


def test_the_tolbutamide_trial() -> None:
    # Rothman, Greenland and Lash (2008), table 15-1; Tarone's test as in the tests of R's metafor
    found = breslow_day(Selection([8, 22], [106, 98]), Selection([5, 16], [120, 85]))
    assert (round(float(found.statistic), 3), round(float(found.p_value), 3)) == (0.349, 0.555)
    assert found.degrees == 1


def test_spermicide_and_down_syndrome() -> None:
    # Rothman, Greenland and Lash (2008), table 15-5, as above
    found = breslow_day(Selection([3, 1], [12, 4]), Selection([104, 5], [1163, 91]))
    assert (round(float(found.statistic), 3), round(float(found.p_value), 3)) == (0.139, 0.709)


@given(strata_pairs())
def test_it_agrees_with_statsmodels(pair: Pair) -> None:
    assume(pair[0].total.size > 1)
    oracle = StratifiedTable([np.array(table) for table in tables(*pair)])
    # at a common odds ratio of exactly 1 statsmodels divides by zero
    assume(abs(oracle.oddsratio_pooled - 1) > 1e-6)
    expected = oracle.test_equal_odds(adjust=True)
    found = breslow_day(*pair)
    np.testing.assert_allclose(found.statistic, expected.statistic, rtol=1e-7, atol=1e-7)
    np.testing.assert_allclose(found.p_value, expected.pvalue, atol=1e-7)


@given(strata_pairs())
def test_exchanging_the_arguments_changes_nothing(pair: Pair) -> None:
    one, other = breslow_day(*pair), breslow_day(*reversed(pair))
    np.testing.assert_allclose(one.statistic, other.statistic, rtol=1e-7, atol=1e-9)


def test_equal_odds_ratios_of_one_do_not_disagree() -> None:
    found = breslow_day(Selection([10, 20], [20, 40]), Selection([30, 5], [60, 10]))
    assert (found.statistic, found.p_value) == (0, 1)


def test_strata_that_say_nothing_do_not_count() -> None:
    group = Selection([8, 22, 0, 3, 4], [106, 98, 4, 3, 4])
    found = breslow_day(group, Selection([5, 16, 0, 6, 0], [120, 85, 9, 6, 0]))
    assert found.degrees == 1
    np.testing.assert_allclose(found.statistic, 0.349, atol=5e-4)


@pytest.mark.parametrize(
    ("ours", "theirs"), [([3, 0], [2, 0]), ([0, 0], [2, 3]), ([2, 3], [0, 0]), ([0, 0], [0, 0])]
)
def test_fewer_than_two_strata_or_no_common_ratio_cannot_be_tested(
    ours: list[int], theirs: list[int]
) -> None:
    found = breslow_day(Selection(ours, [5, 6]), Selection(theirs, [7, 8]))
    assert np.isnan([found.statistic, found.p_value]).all()


def test_an_infinite_stratum_beside_a_finite_one_is_tested() -> None:
    found = breslow_day(Selection([5, 5], [5, 10]), Selection([2, 5], [10, 10]))
    assert 0 < found.p_value < 0.05
