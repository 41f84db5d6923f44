import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.selection import Selection
from analytics.signals import NAMES, OUTSIDE, RUN, SHIFT, TREND, sigmas, signals
from tests.reports.charted import CANS


@st.composite
def series(draw: st.DrawFn, *, most: int = 24) -> Selection:
    """Points that wander, so that runs come about, as well as points that jump."""
    totals = draw(st.lists(st.integers(1, 60), min_size=1, max_size=most))
    drift = draw(st.sampled_from([0.0, 0.02, -0.02]))
    noise = draw(st.lists(st.floats(0, 0.3), min_size=len(totals), max_size=len(totals)))
    rates = [min(1.0, max(0.0, 0.4 + drift * n + shake)) for n, shake in enumerate(noise)]
    return Selection([round(t * r) for t, r in zip(totals, rates, strict=True)], totals)


def slow(people: Selection) -> dict[str, list[bool]]:
    """Every window of every length looked at, in exact fractions."""
    from fractions import Fraction

    x, n = people.selected.tolist(), people.total.tolist()
    mean = Fraction(sum(x), sum(n))
    share = [Fraction(a, b) for a, b in zip(x, n, strict=True)]
    found = {name: [False] * len(x) for name in NAMES}
    for place, each in enumerate(share):
        far = (each - mean) ** 2 > 9 * mean * (1 - mean) / n[place]
        found[OUTSIDE[0]][place] = far and each > mean
        found[OUTSIDE[1]][place] = far and each < mean
    for start in range(len(x) - RUN + 1):
        window = range(start, start + RUN)
        pairs = [(share[i], share[i + 1]) for i in window[:-1]]
        holds = {
            SHIFT[0]: all(share[i] > mean for i in window),
            SHIFT[1]: all(share[i] < mean for i in window),
            TREND[0]: all(a < b for a, b in pairs),
            TREND[1]: all(a > b for a, b in pairs),
        }
        for name in (name for name, true in holds.items() if true):
            for i in window:
                found[name][i] = True
    return found


def listed(people: Selection) -> dict[str, list[bool]]:
    return {name: where.tolist() for name, where in signals(people).items()}


def carried(name: str, selected: list[int], total: int = 100) -> list[int]:
    """The places, from 1, of the points that carry a signal."""
    where = signals(Selection(selected, total))[name]
    return [place for place, holds in enumerate(where.tolist(), start=1) if holds]


def test_two_samples_of_orange_juice_cans_are_outside_the_limits() -> None:
    # Montgomery (2013), section 7.2.1: samples 15 and 23
    assert carried(OUTSIDE[0], CANS, 50) == [15, 23]
    assert carried(OUTSIDE[1], CANS, 50) == []


def test_without_these_two_sample_21_is_outside() -> None:
    # Montgomery (2013), section 7.2.1: the limits revised to 0.0407 and 0.3893
    rest = [cans for place, cans in enumerate(CANS, start=1) if place not in {15, 23}]
    assert carried(OUTSIDE[0], rest, 50) == [20]


def test_seven_on_one_side_are_a_shift_and_six_are_none() -> None:
    assert carried(SHIFT[0], [10, 10, 10, *[16] * 7, 10, 10]) == [4, 5, 6, 7, 8, 9, 10]
    assert carried(SHIFT[0], [10, 10, 10, *[16] * 6, 10, 10]) == []


def test_a_point_on_the_mean_ends_a_run() -> None:
    assert carried(SHIFT[1], [9] * 7 + [11] * 7) == [1, 2, 3, 4, 5, 6, 7]
    assert carried(SHIFT[1], [9] * 4 + [10] + [9] * 3 + [11] * 7) == []


def test_seven_rising_points_are_a_trend_and_six_are_none() -> None:
    assert carried(TREND[0], [9, 8, 9, 10, 11, 12, 13, 14, 10]) == [2, 3, 4, 5, 6, 7, 8]
    assert carried(TREND[0], [9, 8, 9, 10, 11, 12, 13, 10]) == []


def test_two_like_points_end_a_trend() -> None:
    assert carried(TREND[1], [20, 19, 18, 17, 17, 16, 15, 14]) == []


def test_a_peak_carries_the_rise_and_the_fall() -> None:
    up_and_down = [*range(10, 17), *range(15, 9, -1)]
    assert carried(TREND[0], up_and_down) == [1, 2, 3, 4, 5, 6, 7]
    assert carried(TREND[1], up_and_down) == [7, 8, 9, 10, 11, 12, 13]


@given(series())
def test_they_are_those_of_every_window_looked_at(people: Selection) -> None:
    assert listed(people) == slow(people)


@given(series())
def test_time_running_backwards_swaps_rising_and_falling(people: Selection) -> None:
    there = listed(people)
    back = listed(Selection(people.selected[::-1], people.total[::-1]))
    assert back[TREND[0]][::-1] == there[TREND[1]]
    assert [back[name][::-1] for name in (*OUTSIDE, *SHIFT)] == [
        there[name] for name in (*OUTSIDE, *SHIFT)
    ]


@given(series())
def test_everybody_else_mirrors_the_group(people: Selection) -> None:
    ours, theirs = listed(people), listed(Selection(people.rejected, people.total))
    for above, below in (OUTSIDE, SHIFT, TREND):
        assert (ours[above], ours[below]) == (theirs[below], theirs[above])


def test_many_series_are_looked_at_at_once() -> None:
    both = signals(Selection([CANS, CANS[::-1]], 50))
    alone = signals(Selection(CANS[::-1], 50))
    assert all((both[name][1] == alone[name]).all() for name in NAMES)


def test_a_point_on_a_limit_is_not_outside() -> None:
    # 9 and 0 of 9: the mean is a half, and a standard deviation a sixth
    exact = Selection([9, 0], [9, 9])
    assert sigmas(exact).tolist() == [3.0, -3.0]
    assert not any(where.any() for where in signals(exact).values())


@pytest.mark.parametrize("selected", [[0, 0, 0], [7, 7, 7]])
def test_where_all_points_are_alike_there_is_no_signal(selected: list[int]) -> None:
    same = Selection(selected, 7)
    assert sigmas(same).tolist() == [0.0, 0.0, 0.0]
    assert not any(where.any() for where in signals(same).values())


def test_a_point_without_people_is_refused() -> None:
    with pytest.raises(ValueError, match="every point needs people"):
        signals(Selection([1, 0], [2, 0]))


def test_counts_without_points_are_refused() -> None:
    with pytest.raises(ValueError, match="points lie along the last axis"):
        signals(Selection(1, 2))
