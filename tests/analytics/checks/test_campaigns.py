import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from analytics.checks.campaigns import checked_campaigns
from tests.analytics.checks.known import about, known
from tests.strategies import flows, stage_counts

OUTCOMES = ["entered", "failed", "pending", "withdrawn"]


@given(stage_counts())
def test_a_consistent_campaign_has_no_finding(counts: pl.DataFrame) -> None:
    assert checked_campaigns(known(counts)).findings.is_empty()


@given(stage_counts(), st.data())
def test_any_one_count_that_is_changed_is_a_contradiction(
    counts: pl.DataFrame, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, counts.height - 1))
    there = counts["candidates"][place]
    wrong = data.draw(st.integers(0, 90).filter(lambda count: count != there))
    changed = pl.int_range(pl.len()) == place
    planted = counts.with_columns(
        candidates=pl.when(changed).then(wrong).otherwise("candidates").cast(pl.Int64)
    )
    found = checked_campaigns(known(planted)).findings
    assert found["contradiction"].to_list() == [True] * max(found.height, 1)


@given(flows(min_stages=2), st.data())
def test_it_is_where_nothing_but_the_stages_can_show_it(
    flow: pl.DataFrame, data: st.DataObject
) -> None:
    keys = ["campaign", "stage", "stage_order", "characteristic", "category", "kind"]
    counts = flow.unpivot(
        OUTCOMES, index=keys, variable_name="outcome", value_name="candidates"
    ).drop_nulls()
    place = data.draw(st.integers(0, counts.height - 1))
    more = pl.col("candidates") + (pl.int_range(pl.len()) == place)
    typed = counts.with_columns(
        candidates=more.cast(pl.Int64), stage_order=pl.col("stage_order").cast(pl.Int32)
    )
    assert set(checked_campaigns(known(typed)).findings["check"]) <= {"flow", "outcomes"}
    assert not checked_campaigns(known(typed)).findings.is_empty()


@given(stage_counts())
def test_campaigns_are_told_apart(counts: pl.DataFrame) -> None:
    other = counts.with_columns(campaign=pl.lit("C2"), candidates=pl.col("candidates") + 1)
    both = checked_campaigns(known(pl.concat([counts, other]))).findings
    assert both.equals(checked_campaigns(known(other)).findings)


@given(stage_counts())
def test_comparisons_are_those_that_agree_and_those_that_do_not(counts: pl.DataFrame) -> None:
    once = checked_campaigns(known(counts, campaigns=about(submitted=10**6))).looked_at
    other = counts.with_columns(campaign=pl.lit("C2"))
    twice = checked_campaigns(known(pl.concat([counts, other]))).looked_at
    assert {name: 2 * number for name, number in once.items() if name != "submitted"} == {
        name: number for name, number in twice.items() if name != "submitted"
    }


def test_nothing_known_is_nothing_looked_at() -> None:
    checked = checked_campaigns(known())
    assert checked.findings.is_empty()
    assert set(checked.looked_at.values()) == {0}
