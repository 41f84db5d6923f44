from collections.abc import Mapping

import polars as pl
import pytest
from hypothesis import given
from scipy.stats import fisher_exact
from statsmodels.stats.contingency_tables import Table2x2

from analytics.joiner_leaver import joiner_leaver
from analytics.movements import joiners_and_leavers, movements_of
from tests.analytics.moves import COUNTS, LAST, PUBLISHED, both, ethnicity, table

COMPARED = ["odds_ratio", "odds_ratio_low", "odds_ratio_high", "p_value", "p_mid", "p_adjusted"]
NOBODY = ethnicity(0, 0, 0)


def row(joined: Mapping[str, int], left: Mapping[str, int], **options: str) -> dict[str, object]:
    counted = joiners_and_leavers(movements_of(table(both(LAST, joined, left))))
    [found] = joiner_leaver(counted, **options).to_dicts()  # type: ignore[arg-type]
    return found


def published() -> pl.DataFrame:
    return joiner_leaver(joiners_and_leavers(movements_of(PUBLISHED)))


def test_the_ten_years_of_the_panel_report() -> None:
    ten_years = published().row(0, named=True)
    assert (ten_years["joiners"], ten_years["leavers"], ten_years["net_change"]) == (75, 77, -2)
    figures = [*COMPARED[:3], "joiner_leaver_ratio"]
    assert [round(ten_years[name], 2) for name in figures] == [0.70, 0.50, 0.98, 0.97]
    shares = ["joiner_share_pct", "leaver_share_pct", "share_gap_pp"]
    assert [round(ten_years[name], 2) for name in shares] == [8.48, 6.34, 2.15]


def test_every_row_agrees_with_statsmodels_and_scipy() -> None:
    for each in published().to_dicts():
        cells = [
            [each["leavers"], each["reference_leavers"]],
            [each["joiners"], each["reference_joiners"]],
        ]
        oracle = Table2x2(cells)
        expected = [oracle.oddsratio, *oracle.oddsratio_confint(), fisher_exact(cells).pvalue]
        assert [each[name] for name in COMPARED[:4]] == pytest.approx(expected)


def test_holm_allows_for_every_row() -> None:
    rows = published()
    least = rows.sort("p_value").row(0, named=True)
    assert least["p_adjusted"] == pytest.approx(3 * least["p_value"])


def test_not_stated_may_be_left_out_of_shares_and_never_is_in_the_odds() -> None:
    joined, left = ethnicity(75, 759, 50), ethnicity(77, 1109, 29)
    included, excluded = row(joined, left), row(joined, left, blank="exclude")
    assert excluded["joiner_share_pct"] == 100 * 75 / 834
    assert excluded["leaver_share_pct"] == 100 * 77 / 1186
    assert [included[name] for name in COMPARED] == [excluded[name] for name in COMPARED]


def test_without_joiners_there_is_a_ratio_of_0_and_no_comparison() -> None:
    found = row(NOBODY, ethnicity(3, 5, 1))
    assert (found["net_change"], found["joiner_leaver_ratio"]) == (-3, 0.0)
    assert (found["joiner_share_pct"], found["share_gap_pp"]) == (None, None)
    assert [found[name] for name in COMPARED] == [None] * 6
    assert found["leaver_share_pct"] == 100 * 3 / 9


def test_without_leavers_there_is_no_ratio_and_no_comparison() -> None:
    found = row(ethnicity(3, 5, 1), NOBODY)
    assert (found["net_change"], found["joiner_leaver_ratio"]) == (3, None)
    assert [found[name] for name in [*COMPARED, "leaver_share_pct"]] == [None] * 7


def test_where_nobody_of_the_group_moved_nothing_is_compared() -> None:
    found = row(ethnicity(0, 5, 1), ethnicity(0, 7, 1))
    assert [found[name] for name in COMPARED] == [None] * 6
    assert found["share_gap_pp"] == 0.0


def test_an_endless_odds_ratio_is_null_beside_its_test() -> None:
    found = row(ethnicity(0, 50, 0), ethnicity(9, 40, 0))
    assert found["odds_ratio"] is None
    assert found["p_value"] < 0.05  # type: ignore[operator]


@given(COUNTS, COUNTS)
def test_exchanging_joiners_and_leavers_inverts_the_ratio_and_mirrors_the_net_change(
    joined: Mapping[str, int], left: Mapping[str, int]
) -> None:
    there, back = row(joined, left), row(left, joined)
    assert there["net_change"] == -back["net_change"]  # type: ignore[operator]
    assert there["p_value"] == pytest.approx(back["p_value"])
    if there["odds_ratio"] and back["odds_ratio"]:
        assert there["odds_ratio"] * back["odds_ratio"] == pytest.approx(1)  # type: ignore[operator]
    if there["joiner_leaver_ratio"] and back["joiner_leaver_ratio"]:
        product = there["joiner_leaver_ratio"] * back["joiner_leaver_ratio"]  # type: ignore[operator]
        assert product == pytest.approx(1)


@given(COUNTS, COUNTS)
def test_the_shares_of_all_categories_add_up_to_100(
    joined: Mapping[str, int], left: Mapping[str, int]
) -> None:
    rows = table(both(LAST, joined, left)).with_columns(kind=pl.lit("group"))
    shown = joiner_leaver(joiners_and_leavers(movements_of(rows)))
    for side, counts in (("joiner_share_pct", joined), ("leaver_share_pct", left)):
        if sum(counts.values()):
            assert shown[side].sum() == pytest.approx(100)
        else:
            assert shown[side].null_count() == 3
