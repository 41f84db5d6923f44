import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

from analytics.disparities import disparities

COUNTS = ["passed", "failed", "reference_passed", "reference_failed"]
people = st.integers(0, 60)


def _pairs(*rows: tuple[int, int, int, int]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict.fromkeys(COUNTS, pl.Int64), orient="row")


def test_women_at_the_le19_pre_sift_are_150_of_183_against_246_of_346() -> None:
    row = disparities(_pairs((150, 33, 246, 100))).row(0, named=True)
    assert row["pass_rate"] == 150 / 183
    assert row["reference_pass_rate"] == 246 / 346
    assert row["gap_pp"] == pytest.approx(100 * (150 / 183 - 246 / 346), rel=1e-12)
    assert row["p_value"] == pytest.approx(0.006167661079523949, rel=1e-10)
    assert row["rejection_ratio"] == pytest.approx((33 / 183) / (100 / 346), rel=1e-12)
    assert row["odds_ratio"] == pytest.approx(150 * 100 / (33 * 246), rel=1e-12)
    assert (row["flip_count"], row["shortfall"], row["below_four_fifths"]) == (6, 0, False)


def test_the_interval_of_the_gap_is_newcombes() -> None:
    row = disparities(_pairs((150, 33, 246, 100))).row(0, named=True)
    expected = confint_proportions_2indep(150, 183, 246, 346, method="newcomb", compare="diff")
    assert (row["gap_low_pp"] / 100, row["gap_high_pp"] / 100) == pytest.approx(expected, abs=1e-9)


@given(st.tuples(people, people, people, people))
def test_every_p_value_is_fishers(counts: tuple[int, int, int, int]) -> None:
    row = disparities(_pairs(counts)).row(0, named=True)
    a, b, c, d = counts
    if a + b and c + d:
        expected = stats.fisher_exact([[a, b], [c, d]]).pvalue
        assert row["p_value"] == pytest.approx(expected, rel=1e-7)
    else:
        assert row["p_value"] is None


@given(st.tuples(people, people, people, people))
def test_exchanging_group_and_reference_turns_the_gap_round(
    counts: tuple[int, int, int, int],
) -> None:
    a, b, c, d = counts
    row = disparities(_pairs(counts)).row(0, named=True)
    turned = disparities(_pairs((c, d, a, b))).row(0, named=True)
    if row["gap_pp"] is not None:
        assert row["gap_pp"] == pytest.approx(-turned["gap_pp"], abs=1e-12)
        assert row["gap_low_pp"] == pytest.approx(-turned["gap_high_pp"], abs=1e-9)
        assert row["p_value"] == pytest.approx(turned["p_value"], rel=1e-9)


@given(st.tuples(people, people, people, people))
def test_nothing_is_ever_nan_or_endless(counts: tuple[int, int, int, int]) -> None:
    row = disparities(_pairs(counts))
    numbers = row.select(pl.col(pl.Float64))
    assert numbers.select(pl.all().is_finite().fill_null(value=True)).row(0) == (True,) * len(
        numbers.columns
    )


def test_an_empty_side_leaves_every_comparison_open() -> None:
    row = disparities(_pairs((0, 0, 3, 4))).row(0, named=True)
    assert row["reference_pass_rate"] == 3 / 7
    open_ones = ["pass_rate", "gap_pp", "relative_likelihood", "p_value", "p_mid", "p_adjusted"]
    assert [row[name] for name in open_ones] == [None] * len(open_ones)
    assert row["shortfall"] is None


def test_everyone_passing_everywhere_is_no_gap() -> None:
    row = disparities(_pairs((5, 0, 9, 0))).row(0, named=True)
    assert (row["gap_pp"], row["relative_likelihood"], row["p_value"]) == (0, 1, 1)
    assert row["rejection_ratio"] is None


def test_screening_adjusts_less_than_claims_do() -> None:
    pairs = _pairs((150, 33, 246, 100), (72, 110, 92, 252), (113, 37, 163, 83))
    claims = disparities(pairs)["p_adjusted"].to_list()
    screened = disparities(pairs, screen=True)["p_adjusted"].to_list()
    assert all(low <= high for low, high in zip(screened, claims, strict=True))
    assert screened[0] < claims[0]
