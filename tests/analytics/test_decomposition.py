import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.decomposition import NO_STAGE, stage_contributions
from analytics.selection import Selection


@st.composite
def journeys(draw: st.DrawFn, stages: int = 4) -> Selection:
    """Return people who all go on to the next stage where they pass one."""
    numbers = [draw(st.integers(200, 400))]
    for _ in range(stages):
        numbers.append(draw(st.integers(max(numbers[-1] // 3, 1), numbers[-1])))
    return Selection(numbers[1:], numbers[:-1])


@given(journeys(), journeys())
def test_contributions_add_up_to_the_overall_ratio(group: Selection, other: Selection) -> None:
    parts = stage_contributions(group, other)
    rates = [people.selected[-1] / people.total[0] for people in (group, other)]
    np.testing.assert_allclose(parts.overall, rates[0] / rates[1], rtol=1e-12)
    np.testing.assert_allclose(np.exp(parts.contributions.sum()), parts.overall, rtol=1e-12)


@given(journeys(), journeys())
def test_exchanging_the_arguments_names_the_same_stage(group: Selection, other: Selection) -> None:
    one, negated = stage_contributions(group, other), stage_contributions(other, group)
    np.testing.assert_allclose(one.contributions, -negated.contributions, atol=1e-15)
    assert one.largest == negated.largest


@given(journeys(), journeys())
def test_the_stage_named_lies_in_the_direction_of_the_gap(
    group: Selection, other: Selection
) -> None:
    parts = stage_contributions(group, other)
    if parts.largest != NO_STAGE:
        named = parts.contributions[parts.largest]
        assert np.sign(named) == np.sign(parts.contributions.sum())


@given(journeys())
def test_where_there_is_no_gap_no_stage_is_named(people: Selection) -> None:
    parts = stage_contributions(people, people)
    assert (parts.largest, parts.overall) == (NO_STAGE, 1)


def test_gaps_that_cancel_out_name_no_stage() -> None:
    parts = stage_contributions(Selection([30, 20], [60, 30]), Selection([40, 20], [60, 40]))
    assert parts.largest == NO_STAGE


def test_a_stage_that_lets_nobody_pass_is_named() -> None:
    parts = stage_contributions(Selection([5, 0], [10, 5]), Selection([9, 6], [10, 9]))
    assert (parts.overall, parts.largest) == (0, 1)


def test_a_stage_without_people_leaves_the_whole_unknown() -> None:
    parts = stage_contributions(Selection([0, 0], [10, 0]), Selection([9, 6], [10, 9]))
    assert np.isnan(parts.overall)
    assert parts.largest == NO_STAGE


def test_many_campaigns_are_taken_apart_side_by_side() -> None:
    group = Selection([[5, 4], [9, 2]], [[10, 5], [10, 9]])
    parts = stage_contributions(group, Selection([8, 6], [10, 8]))
    np.testing.assert_array_equal(parts.largest, [0, 1])


def test_counts_without_stages_are_refused() -> None:
    with pytest.raises(ValueError, match="stages lie along the last axis"):
        stage_contributions(Selection(1, 2), Selection(1, 2))
