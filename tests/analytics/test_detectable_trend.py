import numpy as np
import pytest

from analytics.detectable_trend import detectable_trend
from analytics.selection import Selection
from analytics.trend import cochran_armitage


def test_the_test_shows_such_a_trend_four_times_in_five() -> None:
    total = np.array([546, 517, 170, 581])
    change = float(detectable_trend(Selection([190, 180, 60, 203], total)))
    when = np.arange(4)
    middle = (total * when).sum() / total.sum()
    rate = 633 / total.sum() + change / 3 * (when - middle)
    random = np.random.default_rng(1)
    shown = cochran_armitage(Selection(random.binomial(total, rate, (4000, 4)), total)).p_value
    assert (shown < 0.05).mean() == pytest.approx(0.8, abs=0.03)


@pytest.mark.parametrize(
    ("selected", "total"),
    [([0, 0], [5, 5]), ([5, 5], [5, 5]), ([2, 0], [5, 0]), ([0, 0], [0, 0]), ([1, 1], [2, 2])],
)
def test_where_no_trend_could_be_shown_there_is_none(selected: list[int], total: list[int]) -> None:
    assert np.isnan(detectable_trend(Selection(selected, total)))


def test_a_period_without_people_at_an_end_changes_nothing() -> None:
    alone = detectable_trend(Selection([40, 50, 60], [100, 100, 100]))
    padded = detectable_trend(Selection([0, 40, 50, 60, 0], [0, 100, 100, 100, 0]))
    assert padded == pytest.approx(alone)
