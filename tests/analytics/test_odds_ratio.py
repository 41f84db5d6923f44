from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from statsmodels.stats.contingency_tables import Table2x2

from analytics.odds_ratio import cornfield, odds_ratio, woolf
from analytics.selection import Estimate, Selection, normal_quantile
from tests.analytics.score_oracle import odds_low
from tests.analytics.selections import full_selections, levels, rounded, selections

Method = Callable[..., Estimate]
METHODS = [woolf, cornfield, odds_ratio]


def test_cornfield_gives_the_published_interval_with_two_zero_cells() -> None:
    # from the tests of Fagerland, Lydersen and Laake's R package contingencytables
    ratio = cornfield(Selection(10, 10), Selection(0, 30))
    assert rounded(ratio) == (np.inf, 81.6504, np.inf)


@given(full_selections(), full_selections(), levels)
def test_woolf_agrees_with_statsmodels(group: Selection, other: Selection, level: float) -> None:
    counts = [[group.selected, group.rejected], [other.selected, other.rejected]]
    table = Table2x2(np.array(counts))
    ratio = woolf(group, other, confidence_level=level)
    np.testing.assert_allclose(ratio.value, table.oddsratio, rtol=1e-12)
    expected = table.oddsratio_confint(1 - level)
    np.testing.assert_allclose([ratio.low, ratio.high], expected, rtol=1e-9)


@given(selections(least=1), selections(least=1), levels)
def test_cornfield_agrees_with_the_definition(
    group: Selection, other: Selection, level: float
) -> None:
    ratio = cornfield(group, other, confidence_level=level)
    if group.selected > 0 and other.rejected > 0:
        expected = odds_low(group, other, normal_quantile(level))
        np.testing.assert_allclose(ratio.low, expected, rtol=1e-9)
    else:
        assert ratio.low == 0


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
def test_counting_the_rejected_instead_inverts_the_ratio_too(
    method: Method, group: Selection, other: Selection
) -> None:
    one = method(group, other)
    inverse = method(*(Selection(people.rejected, people.total) for people in (other, group)))
    np.testing.assert_allclose(
        [one.value, one.low, one.high], [inverse.value, inverse.low, inverse.high], rtol=1e-12
    )


@pytest.mark.parametrize("method", METHODS)
@given(group=selections(), other=selections())
def test_the_interval_contains_the_ratio_and_widens_with_confidence(
    method: Method, group: Selection, other: Selection
) -> None:
    narrow, wide = (method(group, other, confidence_level=level) for level in (0.8, 0.99))
    value = np.nan_to_num(narrow.value, nan=1, posinf=np.inf)
    limits = np.array([wide.low, narrow.low, value, narrow.high, wide.high])
    assert np.all(limits[:-1] <= limits[1:] * (1 + 1e-12))


@pytest.mark.parametrize("method", METHODS)
def test_margins_that_allow_one_table_leave_everything_possible(method: Method) -> None:
    ratio = method(Selection([0, 0, 3, 4], [4, 0, 8, 4]), Selection([0, 3, 0, 5], [5, 8, 0, 5]))
    np.testing.assert_array_equal(ratio.value, [np.nan] * 4)
    np.testing.assert_array_equal([ratio.low, ratio.high], [[0] * 4, [np.inf] * 4])


def test_woolf_knows_nothing_with_an_empty_cell() -> None:
    assert rounded(woolf(Selection(0, 16), Selection(15, 72))) == (0, 0, np.inf)


def test_the_odds_ratio_takes_woolf_from_five_in_every_cell() -> None:
    group, other = Selection([5, 5], [10, 10]), Selection([5, 4], [10, 10])
    chosen, log, score = (method(group, other) for method in (odds_ratio, woolf, cornfield))
    np.testing.assert_array_equal(chosen.low, [log.low[0], score.low[1]])
    np.testing.assert_array_equal(chosen.high, [log.high[0], score.high[1]])


@pytest.mark.parametrize("method", METHODS)
def test_a_confidence_level_outside_0_to_1_is_refused(method: Method) -> None:
    with pytest.raises(ValueError, match="confidence_level"):
        method(Selection(1, 2), Selection(1, 2), confidence_level=2)
