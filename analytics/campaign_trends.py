"""Whether a group's pass rate, or its share of applicants, moves steadily over the campaigns."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from analytics.campaign_strata import campaign_strata
from analytics.detectable_trend import detectable_trend
from analytics.disparities import column
from analytics.multiplicity import holm
from analytics.pass_rates import OVERALL
from analytics.selection import Selection
from analytics.trend import cochran_armitage

KEYS = ["measure", "stage", "characteristic", "group"]
PASSED = "pass rate"
APPLIED = "share of applicants"
FEWEST_CAMPAIGNS = 3


def campaign_trends(
    pairs: pl.DataFrame,
    pools: pl.DataFrame,
    campaigns: Sequence[str],
    *,
    confidence_level: float = 0.95,
) -> pl.DataFrame:
    """Test for a trend wherever three or more campaigns have people.

    Args:
        pairs: The rows of ``pass_rates.compared``.
        pools: The rows of ``applicant_pools.applicants``.
        campaigns: Their codes in the order in which they opened, taken as equally spaced.
        confidence_level: 1 minus the significance level of what could have been seen.

    Returns:
        One row per measure, stage, characteristic and group: campaigns and ``counts`` (text such
        as ``150/183, 137/152, 61/66``), ``z`` (above 0 where the share rises), ``p_trend`` of
        Cochran and Armitage, ``p_adjusted`` (Holm, over all rows), and ``detectable_change_pp``,
        the smallest steady change from first campaign to last that would have been seen. Null where
        everybody, or nobody, did.
    """
    counted = _counted(pairs, pools).with_columns(pl.col("campaign").cast(pl.Enum(campaigns)))
    rows = (
        counted.sort("campaign", maintain_order=True)
        .group_by(KEYS, maintain_order=True)
        .agg(
            pl.col("campaign").cast(pl.String).str.join(", ").alias("campaigns"),
            pl.format("{}/{}", "selected", "total").str.join(", ").alias("counts"),
            pl.col("stage_order").min(),
            several=pl.len() >= FEWEST_CAMPAIGNS,
        )
        .filter("several")
        .sort(*_order(), maintain_order=True)
    )
    strata = campaign_strata(counted, rows.select(KEYS), campaigns, ["selected", "total"])
    people = Selection(strata["selected"], strata["total"])
    test = cochran_armitage(people)
    selected, total = people.selected.sum(axis=-1), people.total.sum(axis=-1)
    p_trend = np.where((selected > 0) & (selected < total), test.p_value, np.nan)
    seen = 100 * detectable_trend(people, confidence_level=confidence_level)
    return rows.with_columns(
        column("z", np.where(np.isnan(p_trend), np.nan, test.z)),
        column("p_trend", p_trend),
        column("p_adjusted", holm(p_trend)),
        column("detectable_change_pp", seen),
    )


def _counted(pairs: pl.DataFrame, pools: pl.DataFrame) -> pl.DataFrame:
    """Return selected and total of both measures, campaigns without people left out."""
    passed = pairs.with_columns(
        measure=pl.lit(PASSED), selected="passed", total=pl.col("passed") + pl.col("failed")
    )
    applied = pools.with_columns(
        pl.lit(0, dtype=pairs.schema["stage_order"]).alias("stage_order"),
        measure=pl.lit(APPLIED),
        selected="group_entered",
        total="base",
    )
    columns = ["campaign", *KEYS, "stage_order", "selected", "total"]
    both = pl.concat([applied.select(columns), passed.select(columns)])
    return both.filter(pl.col("total") > 0)


def _order() -> list[pl.Expr]:
    return [
        pl.col("measure") != APPLIED,
        pl.col("characteristic"),
        pl.col("group"),
        pl.col("stage") == OVERALL,
        pl.col("stage_order"),
    ]
