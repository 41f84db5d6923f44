from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from statsmodels.stats.proportion import confint_proportions_2indep

from analytics.difference import miettinen_nurminen, newcombe
from analytics.selection import Estimate, Selection, normal_quantile
from tests.analytics.score_oracle import difference_low
from tests.analytics.selections import levels, rounded, selections

Method = Callable[..., Estimate]
METHODS = [newcombe, miettinen_nurminen]

# Newcombe (1998), Interval estimation for the difference, table II, method 10
NEWCOMBE = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (10, 10, 0, 10, 0.6075, 1.0),
]


@pytest.mark.parametrize(("a", "n", "c", "m", "low", "high"), NEWCOMBE)
def test_newcombes_examples(a: int, n: int, c: int, m: int, low: float, high: float) -> None:
    assert rounded(newcombe(Selection(a, n), Selection(c, m)))[1:] == (low, high)


def test_newcombe_gives_the_interval_of_the_epinephrine_trial() -> None:
    # Perondi and others (2004) in Fagerland, Lydersen and Laake (2015), table 3: 0.019 to 0.34;
    # four digits in the tests of their R package contingencytables
    gap = newcombe(Selection(7, 34), Selection(1, 34))
    assert rounded(gap) == (0.1765, 0.0189, 0.3404)


def test_the_score_interval_of_two_million_against_two_keeps_to_the_end() -> None:
    # from the tests of Fagerland, Lydersen and Laake's R package contingencytables
    many, few = Selection(2_000_000, 2_000_002), Selection(2, 2_000_002)
    assert rounded(miettinen_nurminen(many, few)) == (1, 1, 1)


def test_one_against_many_where_everyone_is_selected_keeps_its_digits() -> None:
    # the limit solves gap^2 = square * -gap (1 + gap) / 5000
    gap = miettinen_nurminen(Selection(5000, 5000), Selection(1, 1))
    square = normal_quantile(0.95) ** 2 * 5001 / 5000 / 5000
    np.testing.assert_allclose(gap.low, -square / (1 + square), rtol=1e-12)


@given(selections(least=1), selections(least=1), levels)
def test_newcombe_agrees_with_statsmodels(group: Selection, other: Selection, level: float) -> None:
    counts = (group.selected, group.total, other.selected, other.total)
    expected = confint_proportions_2indep(
        *map(int, counts), method="newcomb", compare="diff", alpha=1 - level
    )
    gap = newcombe(group, other, confidence_level=level)
    np.testing.assert_allclose([gap.low, gap.high], expected, rtol=1e-9, atol=1e-12)


@given(selections(least=1), selections(least=1), levels)
def test_the_score_interval_agrees_with_the_definition(
    group: Selection, other: Selection, level: float
) -> None:
    gap = miettinen_nurminen(group, other, confidence_level=level)
    expected = difference_low(group, other, normal_quantile(level))
    np.testing.assert_allclose(gap.low, expected, atol=1e-10)


@pytest.mark.parametrize("method", METHODS)
@given(group=selections(), other=selections())
def test_exchanging_the_arguments_changes_the_signs(
    method: Method, group: Selection, other: Selection
) -> None:
    one, negated = method(group, other), method(other, group)
    np.testing.assert_array_equal(one.value, -negated.value)
    np.testing.assert_allclose([one.low, one.high], [-negated.high, -negated.low], atol=1e-12)


@pytest.mark.parametrize("method", METHODS)
@given(group=selections(least=1), other=selections(least=1))
def test_the_interval_contains_the_gap_and_widens_with_confidence(
    method: Method, group: Selection, other: Selection
) -> None:
    narrow, wide = (method(group, other, confidence_level=level) for level in (0.8, 0.99))
    limits = [-1, wide.low, narrow.low, narrow.value, narrow.high, wide.high, 1]
    assert np.all(np.diff(limits) >= -1e-12)


@pytest.mark.parametrize("method", METHODS)
def test_an_empty_side_leaves_everything_possible(method: Method) -> None:
    gap = method(Selection([0, 3, 0], [0, 8, 0]), Selection([3, 0, 0], [8, 0, 0]))
    np.testing.assert_array_equal([gap.value, gap.low, gap.high], [[np.nan] * 3, [-1] * 3, [1] * 3])


@pytest.mark.parametrize("method", METHODS)
def test_a_confidence_level_outside_0_to_1_is_refused(method: Method) -> None:
    with pytest.raises(ValueError, match="confidence_level"):
        method(Selection(1, 2), Selection(1, 2), confidence_level=1)
