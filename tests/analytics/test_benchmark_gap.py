from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from analytics.benchmark_gap import benchmark_gaps
from analytics.binomial import binomial_test
from analytics.multiplicity import holm
from analytics.proportion import wilson
from analytics.selection import Selection

SCHEMA = {
    "people_low": pl.Int64,
    "people": pl.Int64,
    "people_high": pl.Int64,
    "out_of": pl.Int64,
    "printed_pct": pl.Float64,
    "benchmark_pct": pl.Float64,
}
Row = tuple[int | None, int | None, int | None, int | None, float | None, float]


def _gaps(*rows: Row, **options: Any) -> list[dict[str, Any]]:
    return benchmark_gaps(pl.DataFrame(rows, SCHEMA, orient="row"), **options).to_dicts()


def _count(people: int, out_of: int, benchmark: float) -> Row:
    return people, people, people, out_of, None, benchmark


def test_bame_applicants_of_le19_are_set_beside_a_quarter() -> None:
    row = _gaps(_count(106, 546, 25.0))[0]
    low, high = stats.binomtest(106, 546).proportion_ci(method="wilson")
    assert row["representation_pct"] == 100 * 106 / 546
    assert (row["low_pct"], row["high_pct"]) == pytest.approx((100 * low, 100 * high))
    assert row["gap_pp"] == pytest.approx(100 * 106 / 546 - 25)
    assert row["representation_index"] == pytest.approx(106 / 546 / 0.25)
    assert row["p_value"] == pytest.approx(stats.binomtest(106, 546, 0.25).pvalue)
    assert row["people_short"] == 31  # 136.5 make a quarter, so 137


@settings(max_examples=40)
@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 1000))
def test_people_short_is_the_fewest_that_make_the_benchmark(
    people: int, more: int, tenths: int
) -> None:
    out_of = people + more
    short = _gaps(_count(people, out_of, tenths / 10))[0]["people_short"]
    assert 1000 * (people + short) >= tenths * out_of or short == 0
    assert short == 0 or 1000 * (people + short - 1) < tenths * out_of
    assert (short == 0) == (1000 * people >= tenths * out_of)


@settings(max_examples=40)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 40), st.integers(1, 99))
def test_of_several_counts_the_largest_p_value_is_given(
    low: int, width: int, more: int, benchmark: int
) -> None:
    high, out_of = low + width, low + width + more
    row = _gaps((low, low, high, out_of, 50.0, float(benchmark)))[0]
    every = binomial_test(Selection(range(low, high + 1), out_of), benchmark / 100)
    if out_of:
        assert row["p_value"] == pytest.approx(every.p_value.max(), rel=1e-9)
        assert row["p_mid"] == pytest.approx(every.p_mid.max(), rel=1e-9)


def test_of_several_counts_the_share_stays_as_printed_and_the_interval_spans_all() -> None:
    row = _gaps((716, 727, 738, 2271, 32.0, 50.5))[0]
    assert (row["representation_pct"], row["gap_pp"]) == (32.0, -18.5)
    assert row["low_pct"] == pytest.approx(100 * float(wilson(Selection(716, 2271)).low))
    assert row["high_pct"] == pytest.approx(100 * float(wilson(Selection(738, 2271)).high))
    assert row["people_short"] == 420  # 1,146.855 make the benchmark, so 1,147


def test_a_share_without_a_count_has_a_gap_and_no_test() -> None:
    row = _gaps((None, None, None, None, 8.0, 25.0))[0]
    figures = (row["representation_pct"], row["gap_pp"], row["representation_index"])
    assert figures == (8.0, -17.0, 0.32)
    for name in ("low_pct", "high_pct", "p_value", "p_mid", "p_adjusted", "people_short"):
        assert row[name] is None
    assert row["detectable_gap_pp"] is None


def test_nobody_to_count_has_nothing() -> None:
    row = _gaps(_count(0, 0, 25.0))[0]
    assert {row[name] for name in row.keys() - SCHEMA.keys()} == {None}


def test_only_what_is_tested_is_in_the_family() -> None:
    rows = _gaps(
        _count(106, 546, 25.0), (None, None, None, None, 8.0, 25.0), _count(183, 546, 50.5)
    )
    tested = [rows[0]["p_value"], rows[2]["p_value"]]
    assert [rows[0]["p_adjusted"], rows[2]["p_adjusted"]] == holm(tested).tolist()
    assert rows[1]["p_adjusted"] is None


def test_families_one_below_the_other_are_adjusted_apart() -> None:
    one = [_count(106, 546, 25.0), _count(76, 409, 25.0)]
    other = [_count(106, 546, 20.0), _count(76, 409, 20.0)]
    both = _gaps(*one, *other, families=2)
    assert both == _gaps(*one) + _gaps(*other)


@settings(max_examples=40)
@given(st.integers(0, 300), st.integers(1, 300), st.integers(1, 999))
def test_the_index_is_below_1_exactly_where_the_gap_is_below_0(
    people: int, more: int, tenths: int
) -> None:
    row = _gaps(_count(people, people + more, tenths / 10))[0]
    assert (row["representation_index"] < 1) == (row["gap_pp"] < 0)
    assert row["low_pct"] <= row["representation_pct"] <= row["high_pct"]


def test_a_benchmark_of_nobody_has_no_index() -> None:
    row = _gaps(_count(1, 10, 0.0))[0]
    assert (row["representation_index"], row["gap_pp"], row["p_value"]) == (None, 10.0, 0.0)


def test_a_mix_of_weights_does_not_leave_its_noise_in_the_count() -> None:
    # 0.32 * 55 + 0.64 * 11 + 0.04 * 3 is 24.76, but not in binary
    mix = 0.32 * 55 + 0.64 * 11 + 0.04 * 3
    assert _gaps(_count(0, 2500, mix))[0]["people_short"] == 619
