import polars as pl
import pytest

from reports.trend_readings import readings
from tests.reports.charted import CANS, points, rows

SHIFTED = [10] * 7 + [24] * 5


def reading(*series: pl.DataFrame) -> str:
    text: str = readings(rows(*series))["reading"][0]
    return text


def test_a_stable_series_of_many_points_is_no_proof_that_nothing_changed() -> None:
    assert reading(points([10, 12, 9, 11, 10, 9, 10, 9], 100)) == (
        "stable: all 8 points, 9.00% to 12.00%, lie within three standard deviations of the mean, "
        "10.00% (80 of 800); that is no proof that nothing changed: at P1 any share from 1.00% to "
        "19.00% lies within the limits."
    )


def test_with_few_points_it_says_what_cannot_be_seen() -> None:
    assert reading(points([10, 12, 8], 100)).endswith(
        "lies within the limits; with fewer than 7 points no step shift and no sustained trend "
        "can be seen."
    )


def test_the_point_with_the_widest_limits_is_named() -> None:
    assert "at P2 any share from 0.00% to 38.46% lies" in reading(
        points([20, 1, 19], [200, 10, 190])
    )


def test_points_outside_come_with_counts_limits_and_mean() -> None:
    assert reading(points(CANS, 50)) == (
        "signal: P15 outside limits above, 44.00% (22 of 50) with limits of 5.24% to 41.02%; P23 "
        "outside limits above, 48.00% (24 of 50) with limits of 5.24% to 41.02%; the mean is "
        "23.13% (347 of 1,500)."
    )


def test_runs_come_with_their_first_and_last_point() -> None:
    assert reading(points(SHIFTED, 100)) == (
        "signal: step shift below the mean, from P1 until P7 (7 points); the mean is 15.83% (190 "
        "of 1,200)."
    )


def test_a_trend_says_its_direction() -> None:
    falling = points([16, 15, 14, 13, 12, 11, 10], 100)
    assert "signal: sustained trend falling, from P1 until P7 (7 points)" in reading(falling)


def test_of_two_points_a_signal_says_only_that_they_differ() -> None:
    assert (
        "; the mean is 30.00% (60 of 200); of two points this says only that they differ; with "
        "fewer than 7 points"
    ) in reading(points([50, 10], 100))


def test_a_signal_with_approximate_limits_says_so() -> None:
    assert "with limits of 0.00% to 6.38%, approximate; " in reading(
        points([5, 0, 1, 1], [50, 200, 100, 150])
    )


@pytest.mark.parametrize(("number", "who"), [(0, "nobody"), (9, "everybody")])
def test_where_all_are_alike_there_are_no_limits(number: int, who: str) -> None:
    expected = f"no limits and no signal: at every point {who} is of the group."
    assert reading(points([number] * 8, 9)) == expected


def test_a_row_holds_the_series_in_short() -> None:
    row = readings(rows(points([50, 10, 31], 100))).row(0, named=True)
    assert {name: row[name] for name in ("series", "points", "people", "out_of", "signals")} == {
        "series": "Sex: Female",
        "points": 3,
        "people": 91,
        "out_of": 300,
        "signals": "outside limits above; outside limits below",
    }
    assert (row["lowest_pct"], row["highest_pct"]) == (10.0, 50.0)


def test_a_series_of_a_role_is_named_by_its_place() -> None:
    officers = points([3, 4], 10, unit="U", role="R", characteristic="home_area", group="Rutland")
    assert readings(rows(officers))["series"].to_list() == ["U, R, home area: Rutland"]


def test_no_reading_gives_a_cause_or_claims_sameness() -> None:
    every = [points(CANS, 50), points(SHIFTED, 100), points([1, 2], 10), points([0, 0], 10)]
    for series in every:
        text = reading(series).lower()
        assert not any(word in text for word in ("because", "due to", "no change", "improve"))
