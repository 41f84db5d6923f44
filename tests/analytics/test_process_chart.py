import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.process_chart import control_limits, process_charts
from analytics.selection import Selection
from tests.analytics.selections import selections
from tests.reports.charted import CANS, points

SIZES = st.lists(selections(least=1, most=60), min_size=1, max_size=12)


def together(people: list[Selection]) -> Selection:
    return Selection([p.selected for p in people], [p.total for p in people])


def test_orange_juice_cans_have_the_limits_of_the_textbook() -> None:
    # Montgomery (2013), section 7.2.1: 0.2313, 0.0524 and 0.4102
    found = control_limits(Selection(CANS, 50))
    assert [round(float(each[0]), 4) for each in (found.value, found.low, found.high)] == [
        0.2313,
        0.0524,
        0.4102,
    ]


def test_limits_step_with_the_number_of_people() -> None:
    found = control_limits(Selection([5, 10, 20], [50, 100, 200]))
    np.testing.assert_allclose(found.high - 0.1, 0.9 / np.sqrt([50, 100, 200]))


def test_limits_never_leave_the_scale() -> None:
    found = control_limits(Selection([1, 0, 4], [4, 4, 5]))
    assert found.low.tolist() == [0.0, 0.0, 0.0]
    assert found.high.tolist() == [1.0, 1.0, 1.0]


@given(SIZES)
def test_everybody_else_mirrors_mean_and_limits(people: list[Selection]) -> None:
    ours = control_limits(together(people))
    rest = together(people)
    theirs = control_limits(Selection(rest.rejected, rest.total))
    np.testing.assert_allclose(theirs.value, 1 - ours.value, atol=1e-12)
    np.testing.assert_allclose(theirs.low, 1 - ours.high, atol=1e-12)


@given(SIZES, st.integers(2, 9))
def test_more_people_keep_the_mean_and_narrow_the_limits(people: list[Selection], k: int) -> None:
    few = together(people)
    one, many = (control_limits(Selection(k * few.selected, k * few.total)) for k in (1, k))
    np.testing.assert_allclose(many.value, one.value)
    inside = (one.low > 0) & (one.high < 1)
    reach, wide = ((each.high - each.value)[inside] for each in (many, one))
    np.testing.assert_allclose(reach * np.sqrt(k), wide)


def test_a_point_without_people_is_refused() -> None:
    with pytest.raises(ValueError, match="each needs people"):
        control_limits(Selection([0, 1], [0, 2]))


def test_a_chart_has_a_row_to_each_point_with_mean_limits_and_signal() -> None:
    charted = process_charts(points([20, 10, 30], [100, 100, 400]))
    shown = charted.select("period", "share_pct", "centre_pct", "lower_pct", "upper_pct", "signal")
    rounded = shown.with_columns(pl.col(pl.Float64).round(2))
    assert rounded.rows() == [
        ("P1", 20.0, 10.0, 1.0, 19.0, "outside limits above"),
        ("P2", 10.0, 10.0, 1.0, 19.0, "stable"),
        ("P3", 7.5, 10.0, 5.5, 14.5, "stable"),
    ]
    assert [round(each, 2) for each in charted["sigma"]] == [3.33, 0.0, -1.67]


def test_points_are_sorted_and_series_kept_apart() -> None:
    mixed = pl.concat([points([3, 4], 10), points([5, 6], 10, group="Male")])[[2, 1, 0, 3]]
    charted = process_charts(mixed)
    assert charted.select("group", "period", "people").rows() == [
        ("Male", "P1", 5),
        ("Male", "P2", 6),
        ("Female", "P1", 3),
        ("Female", "P2", 4),
    ]
    assert charted["centre_pct"].to_list() == [55.0, 55.0, 35.0, 35.0]


def test_a_point_names_all_its_signals() -> None:
    charted = process_charts(points([2, 4, 6, 8, 10, 12, 60, 5, 5], 100))
    assert charted["signal"][6] == "outside limits above; sustained trend rising"


def test_few_expected_make_the_limits_approximate_on_either_side() -> None:
    few = process_charts(points([4, 5], [40, 60]))
    assert few["approximate"].to_list() == [True, False]
    many = process_charts(points([36, 54], [40, 60]))
    assert many["approximate"].to_list() == [True, False]
    assert process_charts(points([5, 5], 50))["approximate"].to_list() == [False, False]


@pytest.mark.parametrize(("number", "share"), [(0, 0.0), (9, 100.0)])
def test_where_all_points_are_alike_the_limits_fall_on_the_mean(number: int, share: float) -> None:
    charted = process_charts(points([number, number], 9))
    columns = ["centre_pct", "lower_pct", "upper_pct", "sigma", "signal"]
    assert charted.select(columns).rows() == [(share, share, share, None, "stable")] * 2
