import numpy as np
import pytest
from hypothesis import given

from analytics.detectable import detectable_gap
from analytics.detectable_common_gap import detectable_common_gap
from analytics.mantel_haenszel import cochran_mantel_haenszel
from analytics.selection import Selection
from tests.analytics.selections import full_selections, selections


@given(selections(), full_selections())
def test_one_stratum_is_one_table(group: Selection, reference: Selection) -> None:
    ours = detectable_common_gap([group.total], Selection([reference.selected], [reference.total]))
    theirs = detectable_gap(group.total, reference.total, reference.rate)
    np.testing.assert_allclose(ours.below, theirs.below, rtol=1e-9)
    np.testing.assert_allclose(ours.above, theirs.above, rtol=1e-9)


@given(full_selections(), full_selections())
def test_an_empty_stratum_changes_nothing(group: Selection, reference: Selection) -> None:
    alone = detectable_common_gap([group.total], Selection([reference.selected], [reference.total]))
    padded = detectable_common_gap(
        [group.total, 0, 7], Selection([reference.selected, 4, 0], [reference.total, 9, 0])
    )
    np.testing.assert_allclose(padded.below, alone.below, rtol=1e-9)
    np.testing.assert_allclose(padded.above, alone.above, rtol=1e-9)


@pytest.mark.parametrize("totals", [[0, 0], [1, 1]])
def test_where_no_gap_could_be_shown_there_is_none(totals: list[int]) -> None:
    gap = detectable_common_gap(totals, Selection([1, 1], [2, 2]))
    assert np.isnan(gap.below)
    assert np.isnan(gap.above)


def test_the_test_shows_such_a_gap_four_times_in_five() -> None:
    ours, theirs = np.array([180, 90, 60]), np.array([350, 200, 100])
    passed = np.array([245, 150, 60])
    gap = float(detectable_common_gap(ours, Selection(passed, theirs)).below)
    random = np.random.default_rng(1)
    rate = passed / theirs
    group = Selection(random.binomial(ours, rate - gap, (4000, 3)), ours)
    reference = Selection(random.binomial(theirs, rate, (4000, 3)), theirs)
    shown = cochran_mantel_haenszel(group, reference).p_value < 0.05
    assert shown.mean() == pytest.approx(0.8, abs=0.03)
