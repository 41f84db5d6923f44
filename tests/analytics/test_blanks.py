import numpy as np
import pytest
from hypothesis import given
from scipy.stats import fisher_exact

from analytics.blanks import Scenario, blank_scenarios, tipping_point
from analytics.selection import Selection
from tests.analytics.selections import selections

GROUP, REFERENCE = Selection(10, 20), Selection(60, 90)


def _gap(group: Selection, reference: Selection) -> float:
    return float(group.rate - reference.rate)


def _joined(people: Selection, selected: int, rejected: int) -> Selection:
    total = int(people.total) + selected + rejected
    return Selection(int(people.selected) + selected, total)


def _significant(group: Selection, reference: Selection) -> bool:
    counts = [[int(people.selected), int(people.rejected)] for people in (group, reference)]
    return bool(fisher_exact(counts).pvalue < 0.05)


def _counts(case: Scenario) -> tuple[int, ...]:
    return tuple(int(n) for p in (case.group, case.reference) for n in (p.selected, p.total))


def test_the_blanks_are_shared_out_in_five_ways() -> None:
    scenarios = blank_scenarios(GROUP, REFERENCE, Selection(4, 6))
    assert {case.name: _counts(case) for case in scenarios} == {
        "stated": (10, 20, 60, 90),
        "all in group": (14, 26, 60, 90),
        "all in reference": (10, 20, 64, 96),
        "lowest for group": (10, 22, 64, 94),
        "highest for group": (14, 24, 60, 92),
    }


@given(selections(1, 9), selections(1, 9), selections(0, 6))
def test_no_way_of_sharing_out_leaves_the_bounds(
    group: Selection, reference: Selection, blanks: Selection
) -> None:
    lowest, highest = (
        _gap(s.group, s.reference) for s in blank_scenarios(group, reference, blanks)[-2:]
    )
    passed, failed = int(blanks.selected), int(blanks.rejected)
    gaps = [
        _gap(_joined(group, x, y), _joined(reference, passed - x, failed - y))
        for x in range(passed + 1)
        for y in range(failed + 1)
    ]
    np.testing.assert_allclose([min(gaps), max(gaps)], [lowest, highest], rtol=1e-12)


@given(selections(1, 30), selections(1, 30), selections(0, 12))
def test_the_direction_tips_at_the_first_number_that_closes_the_gap(
    group: Selection, reference: Selection, blanks: Selection
) -> None:
    behind = int(reference.selected * group.total - group.selected * reference.total)
    sign, available = (1, int(blanks.selected)) if behind > 0 else (-1, int(blanks.rejected))
    closing = (
        joined
        for joined in range(available + 1)
        if sign * _gap(_joined(group, *((joined, 0) if sign > 0 else (0, joined))), reference)
        >= -1e-12
    )
    expected = 0 if behind == 0 else next(closing, np.nan)
    np.testing.assert_array_equal(tipping_point(group, reference, blanks).direction, expected)


@given(selections(1, 20), selections(1, 20), selections(0, 8))
def test_significance_tips_at_the_first_number_that_crosses_the_level(
    group: Selection, reference: Selection, blanks: Selection
) -> None:
    before = _significant(group, reference)
    joining = [(joined, 0) for joined in range(1, int(blanks.selected) + 1)]
    joining += [(0, joined) for joined in range(1, int(blanks.rejected) + 1)]
    crossing = [
        sum(more) for more in joining if _significant(_joined(group, *more), reference) != before
    ]
    expected = min(crossing, default=np.nan)
    np.testing.assert_array_equal(tipping_point(group, reference, blanks).significance, expected)


def test_without_blanks_nothing_tips() -> None:
    tip = tipping_point(GROUP, REFERENCE, Selection(0, 0))
    assert np.isnan([tip.direction, tip.significance]).all()


def test_a_reference_without_rejected_people_cannot_be_reached() -> None:
    tip = tipping_point(Selection(3, 9), Selection(9, 9), Selection(50, 60))
    assert np.isnan(tip.direction)


def test_where_there_is_no_gap_none_is_needed() -> None:
    assert tipping_point(Selection(5, 10), Selection(10, 20), Selection(1, 2)).direction == 0


def test_counts_broadcast() -> None:
    tip = tipping_point(Selection([[3], [30]], 60), Selection([10, 20, 30], 40), Selection(4, 9))
    assert tip.direction.shape == tip.significance.shape == (2, 3)
    cases = blank_scenarios(Selection([3, 30], 60), REFERENCE, Selection(4, 9))
    assert all(case.group.total.shape == (2,) for case in cases)


@pytest.mark.parametrize("level", [0, 1])
def test_a_level_outside_0_to_1_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="significance_level"):
        tipping_point(GROUP, REFERENCE, Selection(1, 2), significance_level=level)
