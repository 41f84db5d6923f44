from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.stock_flow import (
    Flow,
    expected_stocks,
    joiner_share_needed,
    steady_state_share,
    sustaining_joiner_share,
)

rates = st.floats(0, 1)
some = st.floats(0.01, 0.5)
people = st.integers(1, 5_000)
intakes = st.none() | st.floats(1, 500)
flows = st.builds(Flow, people, people, rates, rates, rates, intakes)
lasting = st.builds(Flow, people, people, some, some, some, intakes)


def step(flow: Flow, group: float, others: float) -> tuple[float, float]:
    """One year, written out."""
    left = float(flow.leaving_rate) * group
    others_left = float(flow.others_leaving_rate) * others
    joining = left + others_left if flow.intake is None else flow.intake
    share = float(flow.joiner_share)
    return group - left + share * joining, others - others_left + (1 - share) * joining


@given(flows, st.integers(0, 60))
def test_the_closed_form_is_what_a_plain_loop_over_years_gives(flow: Flow, years: int) -> None:
    group, others = float(flow.group), float(flow.others)
    for _ in range(years):
        group, others = step(flow, group, others)
    after = expected_stocks(flow, years)
    assert (after.group, after.others) == pytest.approx((group, others), rel=1e-9, abs=1e-7)


@given(lasting)
def test_a_workforce_at_its_steady_state_stays_there(flow: Flow) -> None:
    share = float(
        steady_state_share(flow.joiner_share, flow.leaving_rate, flow.others_leaving_rate)
    )
    if flow.intake is None:
        start = replace(flow, group=1_000 * share, others=1_000 * (1 - share))
    else:
        joined = float(flow.joiner_share) * flow.intake
        others = (flow.intake - joined) / float(flow.others_leaving_rate)
        start = replace(flow, group=joined / float(flow.leaving_rate), others=others)
    assert expected_stocks(start, [0, 1, 7, 50]).share == pytest.approx(share, rel=1e-9)


@given(lasting)
def test_every_workforce_comes_to_its_steady_state(flow: Flow) -> None:
    share = steady_state_share(flow.joiner_share, flow.leaving_rate, flow.others_leaving_rate)
    assert expected_stocks(flow, 10_000).share == pytest.approx(float(share), abs=1e-6)


@given(flows, rates, rates, st.integers(0, 60))
def test_a_higher_joiner_share_never_lowers_the_share(
    flow: Flow, one: float, other: float, years: int
) -> None:
    low, high = (
        expected_stocks(replace(flow, joiner_share=share), years).share
        for share in sorted((one, other))
    )
    assert np.isnan(low) or high >= low - 1e-12


@given(flows, st.integers(0, 60))
def test_exchanging_group_and_others_mirrors_the_stocks(flow: Flow, years: int) -> None:
    mirrored = Flow(
        flow.others,
        flow.group,
        1 - float(flow.joiner_share),
        flow.others_leaving_rate,
        flow.leaving_rate,
        flow.intake,
    )
    one, other = expected_stocks(flow, years), expected_stocks(mirrored, years)
    assert (one.group, one.others) == pytest.approx((other.others, other.group), abs=1e-6)


@given(lasting, st.integers(1, 50), rates)
def test_the_joiner_share_needed_arrives_in_the_year(flow: Flow, years: int, target: float) -> None:
    needed = float(joiner_share_needed(flow, years, target))
    share = expected_stocks(replace(flow, joiner_share=needed), years).share
    if np.isnan(needed):
        assert expected_stocks(replace(flow, joiner_share=1), years).share < target
    elif needed == 0:
        assert share >= target
    else:
        assert share == pytest.approx(target, abs=1e-9)


@given(lasting, st.integers(1, 50), some)
def test_at_a_given_intake_the_joiner_share_needed_is_linear(
    flow: Flow, years: int, target: float
) -> None:
    flow = replace(flow, intake=flow.intake or 100.0)
    none, every = (expected_stocks(replace(flow, joiner_share=s), years) for s in (0, 1))
    gained, lost = every.group - none.group, none.others - every.others
    short = target * (none.group + none.others) - none.group
    solved = float(short / (gained - target * (gained - lost)))
    needed = float(joiner_share_needed(flow, years, target))
    if 0 < solved < 1:
        assert needed == pytest.approx(solved, abs=1e-9)
    else:
        assert needed == 0 or np.isnan(needed) or solved == pytest.approx(needed, abs=1e-9)


@given(some, some, some)
def test_the_sustaining_joiner_share_gives_the_share_in_the_end(
    share: float, rate: float, others_rate: float
) -> None:
    joiner_share = sustaining_joiner_share(share, rate, others_rate)
    assert steady_state_share(joiner_share, rate, others_rate) == pytest.approx(share)


def test_without_leavers_of_one_side_the_other_vanishes_in_the_end() -> None:
    assert steady_state_share(0.2, 0.0, 0.1) == 1
    assert steady_state_share(0.2, 0.1, 0.0) == 0


def test_there_is_no_steady_state_that_forgets_the_start_where_nobody_leaves() -> None:
    assert np.isnan(steady_state_share(0.2, 0.0, 0.0))
    assert np.isnan(steady_state_share(0.0, 0.0, 0.1))


def test_where_nobody_leaves_joiners_only_add_up() -> None:
    after = expected_stocks(Flow(10, 90, 0.5, 0.0, 0.0, 20), [0, 1, 5])
    assert (after.group.tolist(), after.others.tolist()) == ([10, 20, 60], [90, 100, 140])


def test_where_all_leave_only_the_last_joiners_are_left() -> None:
    after = expected_stocks(Flow(10, 90, 0.25, 1.0, 1.0, 20), [0, 1, 5])
    assert after.group.round(9).tolist() == [10, 5, 5]
    assert after.others.round(9).tolist() == [90, 15, 15]


def test_no_joiners_change_nothing_about_what_is_needed() -> None:
    flow = Flow(100, 900, 0.0, 0.05, 0.05, 0.0)
    assert joiner_share_needed(flow, 10, 0.05) == 0
    assert np.isnan(joiner_share_needed(flow, 10, 0.2))


def test_the_share_of_nobody_is_unknown() -> None:
    assert np.isnan(expected_stocks(Flow(0, 0, 0.5, 0.1, 0.1, 0.0), 3).share)


def test_arrays_are_answered_side_by_side() -> None:
    flow = Flow(np.array([100, 200]), np.array([900, 800]), 0.0, 0.1, 0.1, 100)
    alone = [
        float(joiner_share_needed(replace(flow, group=g, others=1_000 - g), 5, 0.25))
        for g in (100, 200)
    ]
    assert joiner_share_needed(flow, 5, 0.25).tolist() == alone
