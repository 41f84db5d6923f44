from fractions import Fraction

import numpy as np
from hypothesis import given

from analytics.four_fifths import adverse_impact_ratio, below_four_fifths, shortfall
from analytics.selection import Selection
from tests.analytics.selections import selections


def test_the_agencies_worked_example() -> None:
    # Questions and Answers (1979): 48 of 80 whites and 12 of 40 blacks hired, 30 / 60 is 50 %
    whites, blacks = Selection(48, 80), Selection(12, 40)
    np.testing.assert_allclose(adverse_impact_ratio(blacks, whites), 0.5, rtol=1e-15)
    assert below_four_fifths(blacks, whites)
    assert not below_four_fifths(whites, blacks)


@given(selections(), selections())
def test_the_rule_is_exact(group: Selection, other: Selection) -> None:
    breach = False
    if group.total > 0 and other.total > 0:
        ours, theirs = (Fraction(int(p.selected), int(p.total)) for p in (group, other))
        breach = ours < Fraction(4, 5) * theirs
    assert below_four_fifths(group, other) == breach


def test_exactly_four_fifths_is_not_a_breach_at_any_size() -> None:
    sizes = np.arange(1, 200)
    assert not below_four_fifths(Selection(4 * sizes, 7 * sizes), Selection(5, 7)).any()


def test_the_highest_rate_counts_whoever_has_it() -> None:
    group, others = Selection(45, 100), (Selection(48, 100), Selection(60, 100))
    assert adverse_impact_ratio(group, *others) == 0.75
    assert below_four_fifths(group, *others)
    assert not below_four_fifths(group, others[0])


def test_the_group_with_the_highest_rate_has_a_ratio_of_one() -> None:
    assert adverse_impact_ratio(Selection(6, 10), Selection(48, 100)) == 1


def test_ratios_without_people_or_without_selected_do_not_exist() -> None:
    ratio = adverse_impact_ratio(Selection([0, 0, 3], [0, 5, 5]), Selection([3, 0, 0], [5, 5, 0]))
    np.testing.assert_array_equal(ratio, [np.nan, np.nan, 1])


@given(selections(), selections())
def test_the_shortfall_is_the_least_that_reaches_the_reference(
    group: Selection, other: Selection
) -> None:
    more = int(shortfall(group, other))
    if group.total > 0 and other.total > 0:
        level, selected = Fraction(int(other.selected), int(other.total)), int(group.selected)
        assert Fraction(selected + more, int(group.total)) >= level
        assert more == 0 or Fraction(selected + more - 1, int(group.total)) < level
    else:
        assert more == 0


def test_counts_broadcast() -> None:
    group, other = Selection([[3], [30]], 60), Selection([10, 20, 30], 40)
    for measure in (below_four_fifths, adverse_impact_ratio, shortfall):
        assert measure(group, other).shape == (2, 3)
