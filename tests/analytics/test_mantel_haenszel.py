from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from statsmodels.stats.contingency_tables import StratifiedTable

from analytics.chi_squared import two_standard_deviations
from analytics.mantel_haenszel import (
    cochran_mantel_haenszel,
    common_difference,
    common_odds_ratio,
    common_risk_ratio,
)
from analytics.selection import Estimate, Selection
from tests.analytics.selections import levels, rounded, strata_pairs, tables

Pair = tuple[Selection, Selection]
Method = Callable[..., Estimate]
RATIOS = [common_odds_ratio, common_risk_ratio]
METHODS = [*RATIOS, common_difference]

# Tolbutamide against placebo by age, deaths: Rothman, Greenland and Lash (2008), Modern
# Epidemiology, third edition, table 15-1; 90 % limits as in the tests of R's metafor
TOLBUTAMIDE = Selection([8, 22], [106, 98]), Selection([5, 16], [120, 85])

# Berkeley admissions 1973, departments A to F, women against men (R's UCBAdmissions)
WOMEN = Selection([89, 17, 202, 131, 94, 24], [108, 25, 593, 375, 393, 341])
MEN = Selection([512, 353, 120, 138, 53, 22], [825, 560, 325, 417, 191, 373])


def test_the_odds_ratio_of_the_tolbutamide_trial() -> None:
    found = common_odds_ratio(*TOLBUTAMIDE, confidence_level=0.9)
    assert rounded(found, 2) == (1.40, 0.84, 2.34)


def test_the_risk_ratio_of_the_tolbutamide_trial() -> None:
    found = common_risk_ratio(*TOLBUTAMIDE, confidence_level=0.9)
    assert rounded(found, 2) == (1.33, 0.87, 2.03)


def test_the_risk_difference_of_the_tolbutamide_trial() -> None:
    found = common_difference(*TOLBUTAMIDE, confidence_level=0.9)
    assert rounded(found, 3) == (0.035, -0.018, 0.087)


def test_the_test_of_the_tolbutamide_trial() -> None:
    found = cochran_mantel_haenszel(*TOLBUTAMIDE)
    assert (round(float(found.z**2), 3), round(float(found.p_value), 3)) == (1.191, 0.275)


def test_women_in_berkeley_are_behind_overall_but_not_by_department() -> None:
    # R: mantelhaen.test(UCBAdmissions, correct = FALSE) gives an odds ratio of 0.9047 for men
    overall = two_standard_deviations(
        Selection(WOMEN.selected.sum(), WOMEN.total.sum()),
        Selection(MEN.selected.sum(), MEN.total.sum()),
    )
    by_department = cochran_mantel_haenszel(WOMEN, MEN)
    assert overall.z < -9
    assert by_department.z > 1
    np.testing.assert_allclose(common_odds_ratio(MEN, WOMEN).value, 0.9047, atol=5e-5)


@given(strata_pairs(), levels)
def test_ratios_agree_with_statsmodels(pair: Pair, level: float) -> None:
    oracle = StratifiedTable([np.array(table) for table in tables(*pair)])
    odds = common_odds_ratio(*pair, confidence_level=level)
    np.testing.assert_allclose(odds.value, oracle.oddsratio_pooled, rtol=1e-9)
    expected = oracle.oddsratio_pooled_confint(1 - level)
    np.testing.assert_allclose([odds.low, odds.high], expected, rtol=1e-9)
    risk = common_risk_ratio(*pair)
    np.testing.assert_allclose(risk.value, oracle.riskratio_pooled, rtol=1e-9)


@given(strata_pairs())
def test_the_test_agrees_with_statsmodels(pair: Pair) -> None:
    oracle = StratifiedTable([np.array(table) for table in tables(*pair)])
    expected = oracle.test_null_odds(correction=False)
    found = cochran_mantel_haenszel(*pair)
    np.testing.assert_allclose(found.z**2, expected.statistic, rtol=1e-9, atol=1e-18)
    np.testing.assert_allclose(found.p_value, expected.pvalue, atol=1e-7)


@given(strata_pairs())
def test_the_difference_agrees_with_satos_formula_written_out(pair: Pair) -> None:
    weight = total = tilt = cross = 0.0
    for (a, b), (c, d) in tables(*pair):
        n, m = a + b, c + d
        weight += n * m / (n + m)
        total += n * m / (n + m) * (a / n - c / m)
        tilt += (n**2 * c - m**2 * a + n * m * (m - n) / 2) / (n + m) ** 2
        cross += (a * (m - c) + c * (n - a)) / (2 * (n + m))
    value = total / weight
    reach = 1.959963984540054 * np.sqrt(value * tilt + cross) / weight
    expected = np.clip([value, value - reach, value + reach], -1, 1)
    found = common_difference(*pair)
    np.testing.assert_allclose([found.value, found.low, found.high], expected, atol=1e-9)


@pytest.mark.parametrize("method", RATIOS)
@given(pair=strata_pairs())
def test_exchanging_the_arguments_inverts_the_ratio(method: Method, pair: Pair) -> None:
    one, inverse = method(*pair), method(*reversed(pair))
    np.testing.assert_allclose(
        [one.value, one.low, one.high], 1 / np.array([inverse.value, inverse.high, inverse.low])
    )


@given(strata_pairs())
def test_exchanging_the_arguments_changes_the_signs_of_the_difference(pair: Pair) -> None:
    one, negated = common_difference(*pair), common_difference(*reversed(pair))
    np.testing.assert_allclose(
        [one.value, one.low, one.high], [-negated.value, -negated.high, -negated.low], atol=1e-12
    )


@pytest.mark.parametrize("method", METHODS)
@given(pair=strata_pairs())
def test_a_stratum_with_an_empty_side_counts_for_nothing(method: Method, pair: Pair) -> None:
    group, reference = pair
    more = (
        Selection(np.append(group.selected, [3, 0]), np.append(group.total, [7, 0])),
        Selection(np.append(reference.selected, [0, 0]), np.append(reference.total, [0, 0])),
    )
    one, other = method(*pair), method(*more)
    np.testing.assert_allclose([one.value, one.low], [other.value, other.low], rtol=1e-12)


@pytest.mark.parametrize("method", RATIOS)
def test_zeros_have_stated_results(method: Method) -> None:
    group = Selection([[0, 0], [2, 3], [0, 0], [0, 0]], [[4, 5], [4, 5], [4, 5], [0, 0]])
    reference = Selection([[2, 3], [0, 0], [0, 0], [2, 3]], [4, 5])
    ratio = method(group, reference)
    np.testing.assert_array_equal(ratio.value, [0, np.inf, np.nan, np.nan])
    np.testing.assert_array_equal([ratio.low, ratio.high], [[0] * 4, [np.inf] * 4])


def test_a_difference_without_a_usable_stratum_is_not_known() -> None:
    gap = common_difference(Selection([0, 2], [0, 5]), Selection([1, 0], [5, 0]))
    np.testing.assert_array_equal(rounded(gap), [np.nan, -1, 1])


def test_without_a_usable_stratum_the_test_says_nothing() -> None:
    found = cochran_mantel_haenszel(
        Selection([0, 2, 0], [0, 5, 4]), Selection([1, 0, 0], [5, 0, 4])
    )
    assert (found.z, found.p_value) == (0, 1)


def test_strata_are_the_last_axis() -> None:
    group, reference = Selection([[8, 22], [8, 8]], 100), Selection([[5, 16], [5, 5]], 120)
    found = common_odds_ratio(group, reference).value
    alone = [
        common_odds_ratio(Selection(ours, 100), Selection(theirs, 120)).value
        for ours, theirs in zip(group.selected, reference.selected, strict=True)
    ]
    np.testing.assert_array_equal(found, alone)


@pytest.mark.parametrize("method", [*METHODS, cochran_mantel_haenszel])
def test_counts_without_strata_are_refused(method: Method) -> None:
    with pytest.raises(ValueError, match="strata lie along the last axis"):
        method(Selection(1, 2), Selection(1, 2))


@pytest.mark.parametrize("method", METHODS)
def test_a_confidence_level_outside_0_to_1_is_refused(method: Method) -> None:
    with pytest.raises(ValueError, match="confidence_level"):
        method(*TOLBUTAMIDE, confidence_level=90)
