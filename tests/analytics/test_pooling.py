import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.difference import newcombe
from analytics.odds_ratio import odds_ratio
from analytics.pooling import one_sided, pooled_gaps
from analytics.selection import Selection
from tests.analytics.campaigns import pairs

# Doll and Hill (1950), smoking of men and women with and without lung cancer, as in Fagerland,
# Lydersen and Laake (2017), Statistical Analysis of Contingency Tables.
MEN, WOMEN = (647, 622, 2, 27), (41, 28, 19, 32)
DOLL = pairs(("Men", "Sift", 1, MEN), ("Women", "Sift", 1, WOMEN))
people = st.integers(0, 30)
cells = st.tuples(people, people, people, people)


def _only(rows: pl.DataFrame) -> dict[str, object]:
    assert rows.height == 1
    numbers = rows.with_columns(pl.col(pl.Float64).round(4))
    return numbers.row(0, named=True)


def test_doll_and_hill_are_pooled_as_printed() -> None:
    row = _only(pooled_gaps(DOLL, ["Men", "Women"]))
    found = [row[f"odds_ratio{part}"] for part in ("", "_low", "_high")]
    assert found == [4.5239, 2.4171, 8.4671]
    assert (row["risk_ratio"], row["homogeneity_p"]) == (2.4751, 0.0229)
    assert row["gap_pp"] == pytest.approx(32.94, abs=0.005)


def test_the_campaigns_are_named_in_the_order_asked_for_and_their_people_added_up() -> None:
    row = _only(pooled_gaps(DOLL, ["Women", "Men"]))
    assert row["campaigns"] == "Women, Men"
    assert [row[name] for name in ("passed", "failed")] == [688, 650]
    assert [row[f"reference_{name}"] for name in ("passed", "failed")] == [21, 59]


def test_the_order_of_the_campaigns_changes_no_figure() -> None:
    one, other = (pooled_gaps(DOLL, order) for order in (["Men", "Women"], ["Women", "Men"]))
    columns = pl.col(pl.Float64)
    np.testing.assert_allclose(one.select(columns), other.select(columns), rtol=1e-12)


def test_a_stage_of_one_campaign_has_its_own_intervals_and_no_homogeneity() -> None:
    rows = pooled_gaps(pairs(("C1", "Offer", 5, (2, 1, 70, 5))), ["C1", "C2"])
    row = rows.row(0, named=True)
    group, reference = Selection(2, 3), Selection(70, 75)
    gap, odds = newcombe(group, reference), odds_ratio(group, reference)
    assert row["gap_low_pp"] == pytest.approx(100 * float(gap.low))
    assert row["odds_ratio_high"] == pytest.approx(float(odds.high))
    assert (row["campaigns"], row["homogeneity_p"]) == ("C1", None)


def test_a_campaign_with_nobody_on_one_side_says_nothing_and_is_not_counted() -> None:
    lopsided = pairs(("C3", "Sift", 1, (5, 5, 0, 0)))
    with_it = pooled_gaps(pl.concat([DOLL, lopsided]), ["Men", "Women", "C3"])
    assert with_it.equals(pooled_gaps(DOLL, ["Men", "Women"]))
    assert one_sided(pl.concat([DOLL, lopsided])).equals(lopsided)


def test_where_no_campaign_has_both_sides_all_that_compares_is_null() -> None:
    rows = pairs(("C1", "Sift", 1, (5, 5, 0, 0)), ("C2", "Sift", 1, (0, 0, 4, 4)))
    row = pooled_gaps(rows, ["C1", "C2"])
    assert (row["passed"].item(), row["reference_passed"].item()) == (5, 4)
    assert row.select(pl.col(pl.Float64).is_null().all()).row(0) == (True,) * 15


def test_nobody_resolved_is_a_row_of_nulls() -> None:
    row = _only(pooled_gaps(pairs(("C1", "Sift", 1, (0, 0, 0, 0))), ["C1", "C2"]))
    assert (row["passed"], row["p_value"], row["p_adjusted"]) == (0, None, None)


def test_no_pairs_give_no_rows() -> None:
    assert pooled_gaps(DOLL.clear(), ["Men", "Women"]).height == 0


def test_everyone_of_the_group_passing_leaves_the_ratio_endless_but_the_limit_exact() -> None:
    rows = pairs(("C1", "Sift", 1, (6, 0, 9, 9)), ("C2", "Sift", 1, (5, 0, 8, 8)))
    row = pooled_gaps(rows, ["C1", "C2"]).row(0, named=True)
    assert (row["odds_ratio"], row["odds_ratio_high"]) == (None, None)
    assert row["odds_ratio_low"] > 1


def test_stages_are_in_order_and_overall_is_last() -> None:
    cell = (3, 4, 5, 6)
    rows = pairs(("C1", "Overall", 3, cell), ("C1", "Test", 4, cell), ("C1", "Sift", 1, cell))
    assert pooled_gaps(rows, ["C1"])["stage"].to_list() == ["Sift", "Test", "Overall"]


def test_holm_allows_for_all_rows() -> None:
    rows = pairs(("C1", "Sift", 1, (50, 10, 30, 30)), ("C1", "Test", 2, (25, 5, 15, 15)))
    found = pooled_gaps(rows, ["C1"])
    smallest = found["p_value"].min()
    assert found["p_adjusted"].to_list()[0] == pytest.approx(2 * smallest)  # type: ignore[operator]


@given(st.lists(cells, min_size=1, max_size=4))
def test_nothing_is_nan_or_endless_and_limits_enclose(tables: list[tuple[int, ...]]) -> None:
    codes = [f"C{place}" for place in range(len(tables))]
    rows = pairs(*((code, "Sift", 1, table) for code, table in zip(codes, tables, strict=True)))  # type: ignore[arg-type]
    row = pooled_gaps(rows, codes).row(0, named=True)
    assert all(np.isfinite(value) for value in row.values() if isinstance(value, float))
    for name in ("odds_ratio{}", "risk_ratio{}", "gap{}_pp"):
        value, low, high = (row[name.format(part)] for part in ("", "_low", "_high"))
        assert low is None or value is None or low <= value * (1 + 1e-9) + 1e-9
        assert high is None or value is None or value <= high * (1 + 1e-9) + 1e-9
