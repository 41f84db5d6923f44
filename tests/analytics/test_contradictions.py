import polars as pl
from hypothesis import given

from analytics.contradictions import contradictions
from tests.strategies import flows


@given(flows())
def test_a_consistent_campaign_contradicts_nothing(flow: pl.DataFrame) -> None:
    assert contradictions(flow).is_empty()


@given(flows(min_stages=2))
def test_one_person_too_many_is_named_where_they_are(flow: pl.DataFrame) -> None:
    there = (pl.col("stage_order") == 1) & (pl.col("category") == "BAME")
    planted = flow.with_columns(
        entered=pl.when(there).then(pl.col("entered") + 1).otherwise(pl.col("entered"))
    )
    wrong = contradictions(planted).select("stage", "category", "entered", "accounted_for")
    entered = planted.filter(there)["entered"].item()
    assert wrong.rows() == [("Stage 1", "BAME", entered, entered - 1)]


@given(flows(min_stages=2))
def test_the_comparator_is_named_only_where_no_printed_count_is(flow: pl.DataFrame) -> None:
    planted = flow.with_columns(
        entered=pl.when(stage_order=1).then(pl.col("entered") + 1).otherwise(pl.col("entered"))
    )
    assert contradictions(planted)["category"].to_list() == ["BAME", "Not stated"]
    comparator = flow.with_columns(
        entered=pl.when(stage_order=1, category="White")
        .then(pl.col("entered") + 1)
        .otherwise(pl.col("entered"))
    )
    assert contradictions(comparator)["category"].to_list() == ["White"]


@given(flows(min_stages=2))
def test_a_printed_pass_that_is_not_the_next_entry_is_named(flow: pl.DataFrame) -> None:
    there = (pl.col("stage_order") == 1) & (pl.col("category") == "BAME")
    moved = pl.when(there).then(pl.col("entered_next") + 1).otherwise(pl.col("entered_next"))
    assert contradictions(flow.with_columns(entered_next=moved))["category"].to_list() == ["BAME"]


@given(flows(min_stages=2))
def test_more_at_the_next_stage_than_entered_is_named_without_failures(flow: pl.DataFrame) -> None:
    there = (pl.col("stage_order") == 1) & (pl.col("category") == "BAME")
    unknown = pl.lit(None, dtype=pl.Int64)
    more = pl.col("entered") + 1
    grown = flow.with_columns(
        failed=unknown,
        pending=unknown,
        passed=pl.when(there).then(more).otherwise("passed"),
        entered_next=pl.when(there).then(more).otherwise("entered_next"),
    )
    assert contradictions(grown)["category"].to_list() == ["BAME"]
