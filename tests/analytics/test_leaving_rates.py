import polars as pl
import pytest
from scipy.stats import binomtest

from analytics.leaving_rates import leaving_rates, leaving_rows
from analytics.mean_headcount import Headcounts
from analytics.movements import movements_of
from tests.analytics.moves import (
    DECADE,
    LAST,
    PUBLISHED,
    both,
    ethnicity,
    moved,
    table,
)

COMPARED = ["rate_ratio", "rate_ratio_low", "rate_ratio_high", "p_value", "p_mid", "p_adjusted"]


def rates(rows: pl.DataFrame, given: dict[str, float], *wanted: object) -> pl.DataFrame:
    heads = Headcounts({}, given)
    found = leaving_rows(movements_of(rows), heads, wanted)  # type: ignore[arg-type]
    return leaving_rates(found)


def test_a_rate_is_leavers_per_head_and_year() -> None:
    found = rates(PUBLISHED, {"BAME": 180, "White": 1950}, DECADE).row(0, named=True)
    assert (found["group"], found["reference"], found["leavers"]) == ("BAME", "White", 77)
    assert found["leaving_rate"] == pytest.approx(77 / 1800)
    assert found["reference_rate"] == pytest.approx(1109 / 19500)
    assert found["rate_ratio"] == pytest.approx(77 / 1800 / (1109 / 19500))


def test_two_rates_are_compared_given_how_many_left_of_both() -> None:
    found = rates(PUBLISHED, {"BAME": 180, "White": 1950}, LAST).row(0, named=True)
    assert found["p_value"] == pytest.approx(binomtest(6, 118, 180 / 2130).pvalue)
    low, high = binomtest(6, 118).proportion_ci(0.95, "exact")
    expected = [odds * 1950 / 180 for odds in (low / (1 - low), high / (1 - high))]
    assert [found[name] for name in COMPARED[1:3]] == pytest.approx(expected)


def test_everybody_has_a_rate_and_nobody_to_compare_with() -> None:
    [found] = rates(PUBLISHED, {"All": 2160}, LAST).to_dicts()
    assert (found["characteristic"], found["group"], found["reference"]) == ("all", "All", None)
    assert found["leaving_rate"] == pytest.approx(122 / 2160)
    assert [found[name] for name in [*COMPARED, "reference_rate"]] == [None] * 7


def test_everybody_has_none_where_the_characteristics_disagree() -> None:
    sexes = {"Female": 1, "Male": 2}
    rows = table(both(LAST, ethnicity(1, 2, 3), ethnicity(1, 1, 0)), both(LAST, sexes, sexes))
    assert rates(rows, {"All": 100}).is_empty()


def test_leavers_alone_are_enough() -> None:
    rows = table(moved("left", LAST, {"All": 2}))
    assert rates(rows, {"All": 17})["leaving_rate"].to_list() == [pytest.approx(2 / 17)]


def test_without_headcount_there_is_no_row_and_without_that_of_others_no_comparison() -> None:
    assert rates(PUBLISHED, {}).is_empty()
    [found] = rates(PUBLISHED, {"BAME": 180}, LAST).to_dicts()
    assert (found["reference"], found["p_value"]) == (None, None)


def test_where_nobody_left_there_is_a_rate_of_0_and_no_comparison() -> None:
    rows = table(moved("left", LAST, ethnicity(0, 0, 0)))
    [found] = rates(rows, {"BAME": 20, "White": 30}).to_dicts()
    assert (found["leaving_rate"], found["leaving_rate_low"], found["p_value"]) == (0, 0, None)
    assert 0 < found["leaving_rate_high"] < 1


def test_an_endless_ratio_is_null_beside_its_test() -> None:
    rows = table(moved("left", LAST, ethnicity(9, 0, 0)))
    [found] = rates(rows, {"BAME": 20, "White": 900}).to_dicts()
    assert (found["rate_ratio"], found["rate_ratio_high"]) == (None, None)
    assert found["p_value"] < 0.001


def test_more_may_leave_than_there_are_on_average() -> None:
    rows = table(moved("left", LAST, ethnicity(30, 5, 0)))
    assert rates(rows, {"BAME": 20})["leaving_rate"].to_list() == [1.5]
