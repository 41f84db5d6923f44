import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

import queries
from analytics.representation import stage_representation
from analytics.representation_change import representation_changes
from tests.analytics.campaigns import flow
from tests.strategies import flows

PEOPLE = ["entered", "pending", "withdrawn"]
STATISTICS = ["change_low_pp", "change_high_pp", "p_value", "p_mid", "p_adjusted"]


def _changes(flow: pl.DataFrame, to_stage: str | None = None) -> pl.DataFrame:
    return representation_changes(stage_representation(flow), to_stage=to_stage)


def _published(con: duckdb.DuckDBPyConnection, campaign: str) -> pl.DataFrame:
    flow = queries.stage_flow(con, campaigns=[campaign], corrected=False)
    return _changes(flow)


def _exchanged(flow: pl.DataFrame) -> pl.DataFrame:
    """Return the same people with everybody else as the group, and the group as the rest."""
    is_group = pl.col("category") == "BAME"
    people = ["entered", "passed", "failed", "pending", "withdrawn", "entered_next"]
    return (
        flow.with_columns(
            category=pl.when(is_group).then(pl.lit("BAME")).otherwise(pl.lit("Everybody else")),
            kind=pl.when(is_group).then(pl.lit("comparator")).otherwise(pl.lit("group")),
        )
        .group_by(pl.exclude(people), maintain_order=True)
        .agg(pl.col(people).sum())
    )


@st.composite
def families(draw: st.DrawFn) -> pl.DataFrame:
    """Return one campaign in which several characteristics were counted."""
    drawn = draw(st.lists(flows(min_stages=2, max_stages=3), min_size=1, max_size=4))
    return pl.concat(
        flow.with_columns(characteristic=pl.lit(f"characteristic {number}"))
        for number, flow in enumerate(drawn)
    )


@st.composite
def contradictory_flows(draw: st.DrawFn) -> pl.DataFrame:
    """Return counts that need not agree with each other at all."""
    flow = draw(flows(min_stages=2))
    anybody = st.lists(st.integers(0, 50), min_size=flow.height, max_size=flow.height)
    return flow.with_columns(
        entered=pl.Series(draw(anybody)), pending=pl.Series(draw(anybody), dtype=pl.Int64)
    )


@given(flows(min_stages=2))
def test_the_interval_holds_the_change(flow: pl.DataFrame) -> None:
    for row in _changes(flow, "Stage 2").drop_nulls("p_value").to_dicts():
        assert row["change_low_pp"] - 1e-9 <= row["change_pp"] <= row["change_high_pp"] + 1e-9


@given(flows(min_stages=2))
def test_a_higher_confidence_level_widens_the_interval_and_nothing_else(flow: pl.DataFrame) -> None:
    stages = stage_representation(flow)
    usual, sure = (
        representation_changes(stages, to_stage="Stage 2", confidence_level=level)
        for level in (0.95, 0.99)
    )
    limits = ["change_low_pp", "change_high_pp"]
    assert usual.drop(limits).equals(sure.drop(limits))
    assert (sure["change_low_pp"] <= usual["change_low_pp"] + 1e-9).all()
    assert (sure["change_high_pp"] >= usual["change_high_pp"] - 1e-9).all()


@given(flows(min_stages=2))
def test_exchanging_the_group_and_everybody_else_negates_change_and_interval(
    flow: pl.DataFrame,
) -> None:
    rows = _changes(flow, "Stage 2").to_dicts()
    mirrored = _changes(_exchanged(flow), "Stage 2").to_dicts()
    for row, other in zip(rows, mirrored, strict=True):
        for name, twin in (("pp", "pp"), ("low_pp", "high_pp"), ("high_pp", "low_pp")):
            value, opposite = row[f"change_{name}"], other[f"change_{twin}"]
            assert (value is None) == (opposite is None)
            assert value is None or opposite == pytest.approx(-value, abs=1e-6)


@given(flows(min_stages=2))
def test_exchanging_the_group_and_everybody_else_leaves_the_tests_alone(flow: pl.DataFrame) -> None:
    rows = _changes(flow, "Stage 2").to_dicts()
    mirrored = _changes(_exchanged(flow), "Stage 2").to_dicts()
    for row, other in zip(rows, mirrored, strict=True):
        for name in ("p_value", "p_mid", "p_adjusted"):
            assert other[name] == (row[name] and pytest.approx(row[name], rel=1e-9))


@given(flows(min_stages=2))
def test_the_p_value_is_fishers_on_who_progressed_among_those_with_an_outcome(
    flow: pl.DataFrame,
) -> None:
    for row in _changes(flow, "Stage 2").drop_nulls("p_value").to_dicts():
        first, second = flow.filter(stage="Stage 1"), flow.filter(stage="Stage 2")
        table = []
        for mine in (pl.col("category") == "BAME", pl.col("category") != "BAME"):
            progressed = second.filter(mine)["entered"].sum()
            entered, *undecided = first.filter(mine).select(PEOPLE).sum().row(0)
            resolved = entered - sum(undecided)
            table.append([progressed, resolved - progressed])
        expected = stats.fisher_exact(table).pvalue
        assert row["p_value"] == pytest.approx(expected, rel=1e-9)
        assert row["p_mid"] <= row["p_value"]


@given(families())
def test_an_adjusted_p_value_is_never_below_its_own(flow: pl.DataFrame) -> None:
    rows = _changes(flow, "Stage 2").drop_nulls("p_value")
    assert (rows["p_adjusted"] >= rows["p_value"]).all()
    assert (rows["p_adjusted"] <= 1).all()


@given(families())
def test_the_smallest_p_value_is_adjusted_for_the_whole_family(flow: pl.DataFrame) -> None:
    rows = _changes(flow, "Stage 2").drop_nulls("p_value").sort("p_value")
    if rows.height:
        expected = min(1, rows["p_value"][0] * rows.height)
        assert rows["p_adjusted"][0] == pytest.approx(expected)


@given(contradictory_flows())
def test_contradictory_counts_give_no_statistics_and_no_exception(flow: pl.DataFrame) -> None:
    for row in _changes(flow, "Stage 2").to_dicts():
        possible = all(
            0 < row[f"{people}_resolved"] >= row[f"{people}_progressed"]
            for people in ("group", "rest")
        )
        assert [row[name] is not None for name in STATISTICS] == [possible] * len(STATISTICS)
        assert row["change_pp"] is not None


@pytest.mark.parametrize("empty", ["BAME", "White"])
def test_nothing_is_tested_where_one_side_has_nobody(empty: str) -> None:
    people = {"campaign": "C1", "characteristic": "ethnicity", "pending": 0, "withdrawn": 0}
    rows = [
        {**people, "stage": stage, "stage_order": order, "category": name, "kind": kind}
        for order, stage in ((1, "Stage 1"), (2, "Stage 2"))
        for name, kind in (("BAME", "group"), ("White", "comparator"))
    ]
    flow = pl.DataFrame(rows).with_columns(
        entered=pl.when(category=empty).then(0).otherwise(60 / pl.col("stage_order")).cast(int)
    )
    assert _changes(flow).select(STATISTICS).rows() == [(None,) * len(STATISTICS)]


@given(flows(min_stages=2))
def test_the_change_is_that_of_the_two_shares_it_names(flow: pl.DataFrame) -> None:
    for row in _changes(flow).to_dicts():
        assert row["from_pct"] == pytest.approx(100 * row["from_group"] / row["from_base"])
        assert row["to_pct"] == pytest.approx(100 * row["to_group"] / row["to_base"])
        assert row["change_pp"] == pytest.approx(row["to_pct"] - row["from_pct"], abs=1e-9)


@given(flows(min_stages=2))
def test_the_change_ends_at_the_last_settled_stage_that_anybody_entered(flow: pl.DataFrame) -> None:
    stages = stage_representation(flow)
    candidates = stages.filter("settled", pl.col("base") > 0, pl.col("stage_order") > 1)
    somebody = stages["base"][0] > 0
    ends = candidates["stage"].to_list()[-1:] if somebody else []
    assert _changes(flow)["to_stage"].to_list() == ends


@given(flows(min_stages=2))
def test_there_is_no_relative_change_from_a_share_of_0(flow: pl.DataFrame) -> None:
    for row in _changes(flow).to_dicts():
        if row["from_group"] == 0:
            assert row["relative_change_pct"] is None
        else:
            expected = 100 * row["change_pp"] / row["from_pct"]
            assert row["relative_change_pct"] == pytest.approx(expected, abs=1e-9)


@given(flows(max_stages=1))
def test_one_stage_gives_no_change(flow: pl.DataFrame) -> None:
    assert _changes(flow).is_empty()


def test_le19_changes_are_those_of_its_counts(con: duckdb.DuckDBPyConnection) -> None:
    rows = _published(con, "LE19").select(
        "group", "from_group", "from_base", "to_group", "to_base", pl.col("change_pp").round(2)
    )
    assert sorted(rows.rows()) == [
        ("BAME", 106, 546, 27, 169, -3.44),
        ("Disabled", 24, 546, 5, 169, -1.44),
        ("Female", 183, 546, 72, 169, 9.09),
        ("LGBT+", 64, 546, 23, 169, 1.89),
    ]


@pytest.mark.parametrize(
    ("campaign", "to_stage", "provisional"),
    [
        ("LE19", "Pre-employment checks", True),
        ("LE19a", "Assessment centre", True),
        ("PCDA", "Face to face interview", False),
    ],
)
def test_a_published_campaign_ends_at_its_last_settled_stage(
    con: duckdb.DuckDBPyConnection, campaign: str, to_stage: str, *, provisional: bool
) -> None:
    ends = _published(con, campaign).select("from_stage", "to_stage", "provisional").rows()
    assert ends == [("Application", to_stage, provisional)] * 4


def test_a_campaign_of_applications_alone_has_no_changes(con: duckdb.DuckDBPyConnection) -> None:
    assert _published(con, "DHEP").is_empty()


def test_those_who_withdrew_are_tested_no_more_than_those_who_wait() -> None:
    waiting = flow("C1", ("Sift", 100, 20, 2), ("Offer", 78, 0, 0))
    both = waiting.with_columns(pending=pl.lit(1), withdrawn=pl.lit(1))
    tested = ["group_resolved", "rest_resolved", *STATISTICS]
    assert _changes(both).select(tested).rows() == _changes(waiting).select(tested).rows()
    assert _changes(both).select(tested).row(0)[:2] == (98, 98)


def test_le19_women_are_tested_among_those_not_waiting(con: duckdb.DuckDBPyConnection) -> None:
    row = _published(con, "LE19").filter(group="Female").to_dicts()[0]
    counts = [
        row[f"{who}_{what}"] for who in ("group", "rest") for what in ("progressed", "resolved")
    ]
    assert counts == [72, 182, 97, 361]
    expected = stats.fisher_exact([[72, 110], [97, 264]]).pvalue
    assert row["p_value"] == pytest.approx(expected, rel=1e-12)
