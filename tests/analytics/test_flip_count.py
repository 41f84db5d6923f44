import numpy as np
import pytest
from hypothesis import given
from scipy.stats import fisher_exact

from analytics.flip_count import flip_count
from analytics.selection import Selection
from tests.analytics.selections import selections


def _by_hand(group: Selection, other: Selection) -> int:
    a, n, c, m = (int(x) for x in (group.selected, group.total, other.selected, other.total))
    step, flips = (1 if a * m < c * n else -1), 0
    while fisher_exact([[a, n - a], [c, m - c]]).pvalue < 0.05:
        a, flips = a + step, flips + 1
    return flips


@given(selections(most=40), selections(most=40))
def test_people_change_side_one_by_one(group: Selection, other: Selection) -> None:
    assert flip_count(group, other) == _by_hand(group, other)


def test_nobody_has_to_change_where_nothing_is_significant() -> None:
    assert flip_count(Selection(3, 10), Selection(4, 10)) == 0


def test_one_person_can_make_the_difference() -> None:
    # the example of Walsh and others (2014): 1 of 100 against 9 of 100, p 0.02, becomes 0.06
    assert flip_count(Selection(1, 100), Selection(9, 100)) == 1


@given(selections(most=40), selections(most=40))
def test_counting_the_rejected_instead_changes_nothing(group: Selection, other: Selection) -> None:
    mirrored = (Selection(people.rejected, people.total) for people in (group, other))
    assert flip_count(*mirrored) == flip_count(group, other)


def test_a_stricter_level_hangs_on_fewer_people() -> None:
    women, men = Selection(150, 183), Selection(246, 346)
    assert flip_count(women, men, significance_level=0.01) < flip_count(women, men)


def test_counts_broadcast_and_empty_sides_are_not_significant() -> None:
    flips = flip_count(Selection([[0], [20]], [[0], [20]]), Selection([0, 0, 20], [0, 20, 20]))
    np.testing.assert_array_equal(flips[:, [0, 2]], 0)
    assert flips.shape == (2, 3)
    assert flips[1, 1] > 0


@pytest.mark.parametrize("level", [0, 1, 5])
def test_a_level_outside_0_to_1_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="significance_level"):
        flip_count(Selection(1, 2), Selection(1, 2), significance_level=level)
