from datetime import date

import numpy as np
import polars as pl
import pytest
from scipy.stats import fisher_exact
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

from analytics.movements import joiners_and_leavers, movements_of
from analytics.period_changes import period_changes
from analytics.periods import Period
from tests.analytics.moves import DECADE, LAST, PUBLISHED, both, ethnicity, table, years

SHARES = ["earlier_people", "earlier_out_of", "people", "out_of"]


def changes(rows: pl.DataFrame, **options: str) -> pl.DataFrame:
    counted = joiners_and_leavers(movements_of(rows))
    return period_changes(counted, **options)  # type: ignore[arg-type]


def test_the_last_year_is_compared_with_the_nine_before_it() -> None:
    rows = changes(PUBLISHED)
    assert rows.select("measure", "earlier", "later", *SHARES).rows() == [
        ("share of joiners", "2010-19", "2019-20", 52, 643, 23, 241),
        ("share of leavers", "2010-19", "2019-20", 71, 1093, 6, 122),
        ("odds ratio", "2010-19", "2019-20", None, None, None, None),
    ]


def test_shares_agree_with_scipy_and_statsmodels() -> None:
    for row in changes(PUBLISHED).head(2).to_dicts():
        then, of, now, out = (row[name] for name in SHARES)
        low, high = confint_proportions_2indep(now, out, then, of, method="newcomb")
        p_value = fisher_exact([[now, out - now], [then, of - then]]).pvalue
        found = [row[name] for name in ("difference_low_pp", "difference_high_pp", "p_value")]
        assert found == pytest.approx([100 * low, 100 * high, p_value])
        assert row["difference_pp"] == pytest.approx(100 * (now / out - then / of))


def test_odds_ratios_are_compared_as_statsmodels_does() -> None:
    row = changes(PUBLISHED).row(2, named=True)
    tables = [np.array([[71, 997], [52, 565]]), np.array([[6, 112], [23, 194]])]
    oracle = StratifiedTable(tables).test_equal_odds(adjust=True)
    assert row["p_value"] == pytest.approx(oracle.pvalue)
    ratios = [row["earlier_odds_ratio"], row["odds_ratio"]]
    assert ratios == pytest.approx([71 * 565 / (52 * 997), 6 * 194 / (23 * 112)])


def test_not_stated_may_be_left_out_of_shares() -> None:
    rows = changes(PUBLISHED, blank="exclude")
    assert rows.select(SHARES).row(0) == (52, 617, 23, 217)
    assert rows.row(2) == changes(PUBLISHED).row(2)


def test_the_adjusted_p_allows_for_all_three() -> None:
    rows = changes(PUBLISHED)
    oracle = multipletests(rows["p_value"].to_list(), method="holm")[1]
    assert rows["p_adjusted"].to_list() == pytest.approx(oracle)


def test_earlier_periods_are_added_up_and_those_apart_are_named_apart() -> None:
    counts = ethnicity(1, 9, 0)
    apart = [years(2010, 2011), years(2011, 2012), years(2014, 2015), LAST]
    rows = changes(table(*(both(period, counts, counts) for period in apart)))
    assert rows.select("earlier", *SHARES).row(0) == ("2010-12, 2014-15", 3, 30, 1, 10)


def test_one_period_or_overlapping_ones_are_not_compared() -> None:
    counts = ethnicity(1, 9, 0)
    one = table(both(DECADE, counts, counts))
    odd = Period(date(2015, 1, 1), date(2030, 12, 31))
    assert changes(one).is_empty()
    assert changes(table(both(DECADE, counts, counts), both(odd, counts, counts))).is_empty()


def test_a_side_without_people_is_not_tested() -> None:
    counts, nobody = ethnicity(1, 9, 0), ethnicity(0, 0, 0)
    rows = changes(table(both(years(2018, 2019), nobody, counts), both(LAST, counts, counts)))
    assert rows["p_value"].is_null().to_list() == [True, False, True]
    assert rows.row(0, named=True)["earlier_share_pct"] is None
