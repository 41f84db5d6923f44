import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.futures import Assumed, Record
from analytics.outlook import Simulation, Target, outlook

BAME = Record(182, 171, 193, 2_271, 23, 241, 6, 122, 1.0)
SMALL = Simulation(futures=400, years=20)


def test_bame_officers_head_for_15_per_cent() -> None:
    row = outlook(BAME, Assumed(241.0), Target(25), Simulation()).row
    ours, theirs = 23 / 241 / (6 / 182), 218 / 241 / (116 / 2_089)
    assert row["steady_state_pct"] == pytest.approx(100 * ours / (ours + theirs))
    assert row["steady_state_pct"] == pytest.approx(15.0894, abs=0.0001)
    assert (row["reached"], row["years_median"], row["years_high"]) == (False, None, None)


def test_the_needed_joiner_share_put_back_arrives_in_the_year() -> None:
    needed = outlook(BAME, Assumed(241.0), Target(25, by=10), SMALL).row["joiner_share_needed_pct"]
    assert needed is not None
    path = outlook(BAME, Assumed(241.0, needed / 100), Target(25, by=10), SMALL).path
    assert path["expected_pct"][10] == pytest.approx(25)
    assert path["expected_pct"][9] < 25 < path["expected_pct"][11]


def test_the_sustaining_joiner_share_put_back_is_where_it_settles() -> None:
    found = outlook(BAME, Assumed(241.0), Target(25), SMALL).row["joiner_share_sustaining_pct"]
    assert found is not None
    row = outlook(BAME, Assumed(241.0, found / 100), Target(25), SMALL).row
    assert row["steady_state_pct"] == pytest.approx(25)


def test_the_same_seed_gives_the_same_outlook_and_another_another() -> None:
    one, same, other = (
        outlook(BAME, Assumed(241.0), Target(12), Simulation(400, 20, seed)).row
        for seed in (1, 1, 2)
    )
    assert one == same
    assert one != other


@settings(max_examples=20)
@given(st.floats(0, 0.5), st.floats(0.01, 0.4))
def test_a_higher_joiner_share_never_arrives_in_fewer_futures(share: float, more: float) -> None:
    fewer, futures = (
        outlook(BAME, Assumed(241.0, each), Target(20), SMALL).row["reached_pct"]
        for each in (share, share + more)
    )
    # The two are simulated with different chances: up to 400 futures may differ by as much.
    assert futures is not None
    assert fewer is not None
    assert futures >= fewer - 5


@settings(max_examples=20)
@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 100), st.floats(0, 100))
def test_bands_lie_in_each_other(leavers: int, joined: int, target: int, intake: float) -> None:
    record = Record(60, 55, 65, 200, joined, 100, leavers, leavers + 10, 1.0)
    path = outlook(record, Assumed(intake), Target(target), SMALL).path
    names = ("low_pct", "lower_pct", "median_pct", "upper_pct", "high_pct")
    for year in zip(*(path[name] for name in names), strict=True):
        known = [each for each in year if each is not None]
        assert known == sorted(known)
        assert all(0 <= each <= 100 for each in known)


def test_a_target_below_the_start_is_reached_already() -> None:
    row = outlook(BAME, Assumed(241.0), Target(5), SMALL).row
    arrival = [row[name] for name in ("years_low", "years_median", "years_high", "reached_pct")]
    assert arrival == [0, 0, 0, 100]


@pytest.mark.parametrize(("target", "needed"), [(0, 0.0), (100, None)])
def test_targets_of_nobody_and_everybody_have_an_answer(target: int, needed: float | None) -> None:
    row = outlook(BAME, Assumed(241.0), Target(target), SMALL).row
    assert row["joiner_share_needed_pct"] == needed
    assert row["reached"] is (target == 0)


def test_without_joiners_there_is_no_steady_state() -> None:
    row = outlook(BAME, Assumed(0.0, 0.0), Target(25), SMALL).row
    assert row["steady_state_pct"] is row["steady_low_pct"] is row["steady_high_pct"] is None


def test_where_nobody_leaves_there_is_no_steady_state() -> None:
    held = Assumed(241.0, leaving_rate=0.0, others_leaving_rate=0.0)
    row = outlook(BAME, held, Target(9), Simulation(futures=400, years=50)).row
    assert (row["steady_state_pct"], row["joiner_share_sustaining_pct"]) == (None, None)
    assert row["reached"] is True


def test_a_workforce_that_dies_out_has_no_share() -> None:
    held = Assumed(0.0, 0.0, 1.0, 1.0)
    path = outlook(BAME, held, Target(25), SMALL).path
    assert path["median_pct"] == [path["median_pct"][0], *[None] * 20]


def test_a_growing_target_stays_within_100() -> None:
    assert Target(95, growth_pp=2.5).after(3).tolist() == [95, 97.5, 100, 100]
    assert Target(1, growth_pp=-0.5).after(3).tolist() == [1, 0.5, 0, 0]
