from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from statsmodels.stats.proportion import proportion_confint

from analytics.proportion import clopper_pearson, wilson
from analytics.selection import Estimate, Selection
from tests.analytics.selections import levels, rounded, selections

Method = Callable[..., Estimate]
METHODS = [wilson, clopper_pearson]

# Newcombe (1998), Two-sided confidence intervals for the single proportion, table I
NEWCOMBE = [
    (wilson, 81, 263, 0.2553, 0.3662),
    (wilson, 15, 148, 0.0624, 0.1605),
    (wilson, 0, 20, 0, 0.1611),
    (wilson, 1, 29, 0.0061, 0.1718),
    (clopper_pearson, 81, 263, 0.2527, 0.3676),
    (clopper_pearson, 15, 148, 0.0578, 0.1617),
    (clopper_pearson, 0, 20, 0, 0.1684),
    (clopper_pearson, 1, 29, 0.0009, 0.1776),
]


@pytest.mark.parametrize(("method", "selected", "total", "low", "high"), NEWCOMBE)
def test_newcombes_examples(
    method: Method, selected: int, total: int, low: float, high: float
) -> None:
    assert rounded(method(Selection(selected, total)))[1:] == (low, high)


@pytest.mark.parametrize(("method", "name"), [(wilson, "wilson"), (clopper_pearson, "beta")])
@given(people=selections(least=1), level=levels)
def test_limits_are_those_of_statsmodels(
    method: Method, name: str, people: Selection, level: float
) -> None:
    share = method(people, confidence_level=level)
    expected = proportion_confint(int(people.selected), int(people.total), 1 - level, method=name)
    np.testing.assert_allclose([share.low, share.high], expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("method", METHODS)
@given(people=selections())
def test_the_rest_have_the_mirrored_interval(method: Method, people: Selection) -> None:
    share, rest = method(people), method(Selection(people.rejected, people.total))
    np.testing.assert_allclose(share.low, 1 - rest.high, atol=1e-15)


@pytest.mark.parametrize("method", METHODS)
@given(people=selections(least=1))
def test_the_interval_contains_the_rate_and_widens_with_confidence(
    method: Method, people: Selection
) -> None:
    narrow, wide = (method(people, confidence_level=level) for level in (0.8, 0.99))
    limits = [0, wide.low, narrow.low, narrow.value, narrow.high, wide.high, 1]
    assert np.all(np.diff(limits) >= -1e-15)


@pytest.mark.parametrize("method", METHODS)
def test_nobody_and_everybody_reach_the_ends_exactly(method: Method) -> None:
    share = method(Selection([0, 7], 7))
    assert (share.low[0], share.high[1]) == (0, 1)


@pytest.mark.parametrize("method", METHODS)
def test_without_people_anything_is_possible(method: Method) -> None:
    np.testing.assert_array_equal(rounded(method(Selection(0, 0))), [np.nan, 0, 1])


@pytest.mark.parametrize("method", METHODS)
def test_a_confidence_level_outside_0_to_1_is_refused(method: Method) -> None:
    with pytest.raises(ValueError, match="confidence_level"):
        method(Selection(1, 2), confidence_level=0)
