from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from statsmodels.stats.contingency_tables import Table2x2

from analytics.risk_ratio import katz, koopman, relative_likelihood
from analytics.selection import Estimate, Selection, normal_quantile
from tests.analytics.score_oracle import ratio_low
from tests.analytics.selections import full_selections, levels, rounded, selections

METHODS = [katz, koopman, relative_likelihood]
Method = Callable[..., Estimate]


def test_katz_gives_the_interval_of_the_epinephrine_trial() -> None:
    # Perondi and others (2004) in Fagerland, Lydersen and Laake (2017), chapter 4
    assert rounded(katz(Selection(7, 34), Selection(1, 34))) == (7.0, 0.9096, 53.8695)


def test_koopman_gives_the_interval_of_the_epinephrine_trial() -> None:
    assert rounded(koopman(Selection(7, 34), Selection(1, 34))) == (7.0, 1.2209, 42.5757)


def test_koopman_gives_the_published_interval_with_a_zero_cell() -> None:
    # Fagerland, Lydersen and Laake's R package contingencytables: 3 of 4 against 0 of 2
    assert rounded(koopman(Selection(3, 4), Selection(0, 2))) == (np.inf, 0.8257, np.inf)


@given(full_selections(), full_selections(), levels)
def test_katz_agrees_with_statsmodels(group: Selection, other: Selection, level: float) -> None:
    counts = [[group.selected, group.rejected], [other.selected, other.rejected]]
    ratio = katz(group, other, confidence_level=level)
    expected = Table2x2(np.array(counts)).riskratio_confint(1 - level)
    np.testing.assert_allclose([ratio.low, ratio.high], expected, rtol=1e-9)


@given(selections(least=1), selections(least=1), levels)
def test_koopman_agrees_with_the_definition(
    group: Selection, other: Selection, level: float
) -> None:
    ratio = koopman(group, other, confidence_level=level)
    if group.selected > 0:
        expected = ratio_low(group, other, normal_quantile(level))
        np.testing.assert_allclose(ratio.low, expected, rtol=1e-9)
    else:
        assert ratio.low == 0


def test_koopman_of_everyone_selected_has_a_closed_form() -> None:
    ratio, square = koopman(Selection(5, 5), Selection(8, 8)), normal_quantile(0.95) ** 2
    np.testing.assert_allclose(
        [ratio.value, ratio.low, ratio.high], [1, 5 / (5 + square), 1 + square / 8], rtol=1e-12
    )


@pytest.mark.parametrize("method", METHODS)
@given(group=selections(), other=selections())
def test_exchanging_the_arguments_inverts_the_ratio(
    method: Method, group: Selection, other: Selection
) -> None:
    one, inverse = method(group, other), method(other, group)
    with np.errstate(divide="ignore"):
        expected = 1 / np.array([inverse.value, inverse.high, inverse.low])
    np.testing.assert_allclose([one.value, one.low, one.high], expected, rtol=1e-12)


@pytest.mark.parametrize("method", METHODS)
@given(group=selections(), other=selections())
def test_the_interval_contains_the_ratio_and_widens_with_confidence(
    method: Method, group: Selection, other: Selection
) -> None:
    narrow = method(group, other, confidence_level=0.8)
    wide = method(group, other, confidence_level=0.99)
    value = np.nan_to_num(narrow.value, nan=1, posinf=np.inf)
    assert wide.low <= narrow.low * (1 + 1e-12)
    assert narrow.low <= value * (1 + 1e-12)
    assert value <= narrow.high * (1 + 1e-12)
    assert narrow.high <= wide.high * (1 + 1e-12)


@pytest.mark.parametrize("method", METHODS)
def test_nobody_selected_or_an_empty_side_leaves_everything_possible(method: Method) -> None:
    ratio = method(Selection([0, 0, 3], [4, 0, 8]), Selection([0, 3, 0], [5, 8, 0]))
    np.testing.assert_array_equal(ratio.value, [np.nan] * 3)
    np.testing.assert_array_equal([ratio.low, ratio.high], [[0] * 3, [np.inf] * 3])


def test_nobody_selected_in_the_group_still_has_a_highest_ratio() -> None:
    ratio = relative_likelihood(Selection(0, 5), Selection(3, 8))
    assert (ratio.value, ratio.low) == (0, 0)
    assert 1 < ratio.high < 2


def test_relative_likelihood_takes_katz_from_five_in_every_cell() -> None:
    group, other = Selection([5, 5], [10, 10]), Selection([5, 4], [10, 10])
    chosen, log, score = (m(group, other) for m in (relative_likelihood, katz, koopman))
    np.testing.assert_array_equal(chosen.low, [log.low[0], score.low[1]])
    np.testing.assert_array_equal(chosen.high, [log.high[0], score.high[1]])


def test_counts_broadcast() -> None:
    ratio = relative_likelihood(Selection([[3], [30]], 60), Selection([10, 20, 30], 40))
    assert ratio.value.shape == ratio.low.shape == ratio.high.shape == (2, 3)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("level", [0, 1, 95, float("nan")])
def test_a_confidence_level_outside_0_to_1_is_refused(method: Method, level: float) -> None:
    with pytest.raises(ValueError, match="confidence_level must lie between 0 and 1"):
        method(Selection(1, 2), Selection(1, 2), confidence_level=level)
