"""The simulations of ``benchmarks/simulation.py`` on a small part of their grid."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from scipy import stats

import queries
from recruitment.warehouse import open_warehouse
from tests.analytics.simulation.campaigns import Gap, drawn
from tests.analytics.simulation.document import document
from tests.analytics.simulation.documented import INTERVALS, TESTS
from tests.analytics.simulation.grid import FULL, SMALL
from tests.analytics.simulation.results import Results, run

CONDITIONAL = "exact conditional, one table"
EXACT_INTERVALS = ["Clopper-Pearson", "Garwood", "rate ratio, exact", CONDITIONAL]
EXACT_TESTS = ["Fisher", "binomial", "rate ratio"]
PAGE = Path(__file__).parents[2] / "docs" / "simulation.md"


@pytest.fixture(scope="module")
def template() -> pl.DataFrame:
    with open_warehouse() as con:
        return queries.stage_flow(con, campaigns=["LE19"], corrected=False)


@pytest.fixture(scope="module")
def results(template: pl.DataFrame) -> Results:
    return run(SMALL, template)


def test_every_method_does_at_least_as_well_as_documented(results: Results) -> None:
    assert results.breaches() == []


def test_a_method_that_does_worse_than_documented_is_named(results: Results) -> None:
    stricter = replace(results, coverages=results.coverages.with_columns(limit=pl.lit(0.949)))
    assert any("Katz" in breach for breach in stricter.breaches())


@pytest.mark.parametrize("method", EXACT_INTERVALS)
def test_an_exact_interval_holds_the_truth_at_least_95_times_in_100(
    results: Results, method: str
) -> None:
    assert results.coverages.filter(method=method)["lowest"].min() >= 0.95


@pytest.mark.parametrize("method", EXACT_TESTS)
def test_an_exact_test_raises_no_more_than_5_false_alarms_in_100(
    results: Results, method: str
) -> None:
    assert results.errors.filter(method=method)["highest"].max() <= 0.05


def test_the_exact_conditional_interval_of_three_campaigns_holds_the_truth(
    results: Results,
) -> None:
    # five standard errors of the 150 draws behind each of the two means
    means = results.coverages.filter(method="exact conditional, pooled")["mean"]
    assert means.min() >= 0.95 - 5 * np.sqrt(0.95 * 0.05 / 150)


def test_the_rule_for_ratios_does_not_fail_where_katz_does(results: Results) -> None:
    lowest = dict(results.coverages.filter("few").select("method", "lowest").rows())
    assert lowest["Katz"] < 0.5
    assert lowest["the rule `relative_likelihood`"] > 0.9


@pytest.mark.parametrize("claims", ["pass rates", "representation changes"])
def test_at_most_one_campaign_without_a_gap_in_twenty_reads_as_evidence_of_one(
    results: Results, claims: str
) -> None:
    # a correct method exceeds this less than once in a million
    most = stats.binom.isf(1e-6, SMALL.campaigns, 0.05)
    (share,) = results.false_claims.filter(claims=claims, adjusted="Holm")["share"]
    assert share * SMALL.campaigns <= most


def test_without_an_adjustment_the_same_bound_would_be_broken(results: Results) -> None:
    most = stats.binom.isf(1e-6, SMALL.campaigns, 0.05)
    (share,) = results.false_claims.filter(claims="pass rates", adjusted="none")["share"]
    assert share * SMALL.campaigns > 2 * most


def test_the_detectable_gap_is_seen_80_times_in_100_or_a_little_less(results: Results) -> None:
    # 0.12 is five standard errors of 300 campaigns
    assert results.shown["none"].is_between(0.72 - 0.12, 0.8 + 0.12).all()


def test_adjusting_for_many_claims_makes_a_real_gap_harder_to_see(results: Results) -> None:
    shown = results.shown
    assert (shown["Holm"] <= shown["Benjamini-Hochberg"]).all()
    assert (shown["Benjamini-Hochberg"] < shown["none"]).all()


def test_nobody_is_lost_in_a_simulated_campaign(template: pl.DataFrame) -> None:
    flow = drawn(template, 20, np.random.default_rng(1)).with_columns(
        pl.col("pending").fill_null(0)
    )
    done = flow.drop_nulls("passed")
    assert (done["passed"] + done["failed"] + done["pending"] == done["entered"]).all()
    category = ["campaign", "characteristic", "category"]
    came = flow["entered"] - flow.select(pl.col("passed").shift(1).over(category)).to_series()
    assert came.drop_nulls().unique().to_list() == [0]


def test_the_characteristics_of_a_simulated_campaign_share_its_candidates(
    template: pl.DataFrame,
) -> None:
    flow = drawn(template, 20, np.random.default_rng(1))
    totals = flow.group_by("campaign", "stage", "characteristic").agg(pl.col("entered").sum())
    per_stage = totals.group_by("campaign", "stage").agg(pl.col("entered").n_unique())
    assert per_stage["entered"].unique().to_list() == [1]
    assert flow.filter(stage="Application")["entered"].sum() == 20 * 4 * 546


def test_a_gap_lowers_the_pass_rate_of_its_group_and_of_no_other(template: pl.DataFrame) -> None:
    gap = Gap("sex", "Female", "Application", size=0.5)
    flow = drawn(template, 200, np.random.default_rng(1), gap).filter(stage=gap.stage)
    totals = flow.group_by("category").agg(pl.col("passed", "entered").sum())
    rates = {name: passed / entered for name, passed, entered in totals.rows()}
    assert rates["Female"] == pytest.approx(409 / 546 - 0.5, abs=0.02)
    assert rates["Male"] == pytest.approx(409 / 546, abs=0.02)


def test_the_small_grid_lies_within_the_full_one() -> None:
    for name in ("groups", "references", "conditional", "rates", "fine_rates", "leaving_rates"):
        assert set(getattr(SMALL, name)) <= set(getattr(FULL, name)), name


def test_the_page_has_a_row_and_a_word_for_every_method(results: Results) -> None:
    page = document(results, SMALL)
    for name in [*INTERVALS, *TESTS]:
        assert f"\n| {name} | fewer than 30 | " in page
        assert f"\n- **{name}**: " in page


def test_the_page_in_the_documentation_is_of_the_same_methods_and_words(results: Results) -> None:
    committed, small = (
        {line for line in page.splitlines() if line.startswith(("- **", "#"))}
        for page in (PAGE.read_text(encoding="utf-8"), document(results, SMALL))
    )
    assert committed == small
