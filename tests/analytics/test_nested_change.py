import numpy as np
import pytest
from hypothesis import given

from analytics.nested_change import share_after
from analytics.risk_ratio import relative_likelihood
from analytics.selection import Selection
from tests.analytics.selections import levels, rounded, selections


@given(selections(), selections())
def test_the_share_is_that_of_the_people_selected(group: Selection, rest: Selection) -> None:
    share = share_after(group, rest)
    selected = int(group.selected + rest.selected)
    expected = int(group.selected) / selected if selected else np.nan
    np.testing.assert_array_equal(share.value, expected)


@given(selections(least=1), selections(least=1), levels)
def test_the_limits_are_those_of_the_ratio_seen_as_shares(
    group: Selection, rest: Selection, level: float
) -> None:
    share = share_after(group, rest, confidence_level=level)
    ratio = relative_likelihood(group, rest, confidence_level=level)
    if group.selected + rest.selected > 0:
        odds = np.array([ratio.low, ratio.high]) * group.total / rest.total
        expected = [1 if np.isinf(o) else o / (1 + o) for o in odds]
        np.testing.assert_allclose([share.low, share.high], expected, rtol=1e-12)


@given(selections(), selections())
def test_the_shares_of_group_and_rest_add_up_to_one(group: Selection, rest: Selection) -> None:
    one, other = share_after(group, rest), share_after(rest, group)
    total = 1 if group.selected + rest.selected > 0 else np.nan
    np.testing.assert_allclose(one.value + other.value, total, rtol=1e-12)
    np.testing.assert_allclose(one.low + other.high, total, rtol=1e-12)


@given(selections(), selections())
def test_the_interval_contains_the_share(group: Selection, rest: Selection) -> None:
    share = share_after(group, rest)
    if group.selected + rest.selected > 0:
        assert 0 <= share.low <= share.value + 1e-12
        assert share.value <= share.high + 1e-12 <= 1 + 1e-12


def test_nobody_selected_means_no_share() -> None:
    assert np.isnan(rounded(share_after(Selection(0, 5), Selection(0, 9)))).all()
    assert np.isnan(rounded(share_after(Selection(0, 0), Selection(0, 0)))).all()


def test_a_group_that_nobody_belongs_to_has_no_share_for_certain() -> None:
    assert rounded(share_after(Selection(0, 0), Selection(3, 9))) == (0, 0, 0)


def test_a_group_that_everybody_belongs_to_has_all_for_certain() -> None:
    assert rounded(share_after(Selection(3, 9), Selection(0, 0))) == (1, 1, 1)


def test_only_the_group_selected_leaves_the_upper_limit_at_one() -> None:
    assert rounded(share_after(Selection(3, 8), Selection(0, 5))) == (1, 0.5179, 1)


def test_nobody_of_the_group_selected_leaves_the_lower_limit_at_zero() -> None:
    assert rounded(share_after(Selection(0, 5), Selection(3, 8))) == (0, 0, 0.4821)


def test_a_confidence_level_outside_0_to_1_is_refused() -> None:
    with pytest.raises(ValueError, match="confidence_level"):
        share_after(Selection(1, 2), Selection(1, 2), confidence_level=1)
