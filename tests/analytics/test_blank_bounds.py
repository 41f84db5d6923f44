import polars as pl
from hypothesis import given

from analytics.blank_bounds import blank_bounds
from analytics.pass_rates import compared, outcomes
from tests.strategies import flows

GAPS = ["gap_pp", "all_in_group_gap_pp", "all_in_reference_gap_pp"]


@given(flows(min_stages=2))
def test_no_sharing_out_leaves_the_bounds(flow: pl.DataFrame) -> None:
    bounds = blank_bounds(compared(outcomes(flow))).drop_nulls(["lowest_gap_pp", "highest_gap_pp"])
    for row in bounds.to_dicts():
        for gap in (row[name] for name in GAPS if row[name] is not None):
            assert row["lowest_gap_pp"] - 1e-9 <= gap <= row["highest_gap_pp"] + 1e-9


@given(flows(min_stages=2))
def test_without_blanks_every_bound_is_the_gap(flow: pl.DataFrame) -> None:
    stated = flow.filter(pl.col("kind") != "not stated")
    for row in blank_bounds(compared(outcomes(stated))).to_dicts():
        assert row["blanks"] == 0
        assert row["lowest_gap_pp"] == row["highest_gap_pp"] == row["gap_pp"]


@given(flows(min_stages=2))
def test_closing_the_gap_takes_no_more_blanks_than_there_are(flow: pl.DataFrame) -> None:
    for row in blank_bounds(compared(outcomes(flow))).to_dicts():
        assert row["tipping_direction"] is None or row["tipping_direction"] <= row["blanks"]
