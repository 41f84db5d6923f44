"""Who applies: the applicants of each campaign beside those of the campaigns before it."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from analytics.detectable import detectable_gap
from analytics.difference import newcombe
from analytics.disparities import column
from analytics.fisher import fisher_exact
from analytics.multiplicity import holm
from analytics.pass_rates import Blank
from analytics.selection import Selection

SERIES = ["campaign", "characteristic"]


def applicants(flow: pl.DataFrame, *, blank: Blank = "include") -> pl.DataFrame:
    """Return who entered the first stage.

    Args:
        flow: The rows of ``queries.stage_flow``.
        blank: Whether Not stated counts in the denominator (counting rule 1).

    Returns:
        campaign, stage, characteristic, group; group_entered of ``base`` people.
    """
    first = flow.filter(pl.col("stage_order") == pl.col("stage_order").min().over(SERIES))
    others = first if blank == "include" else first.filter(pl.col("kind") != "not stated")
    base = others.group_by(SERIES).agg(base=pl.col("entered").sum())
    return (
        first.filter(kind="group")
        .join(base, on=SERIES, maintain_order="left")
        .select(*SERIES, "stage", "base", group="category", group_entered="entered")
    )


def pool_differences(
    pools: pl.DataFrame, campaigns: Sequence[str], *, confidence_level: float = 0.95
) -> pl.DataFrame:
    """Compare each campaign but the first with all that opened before it.

    Args:
        pools: The rows of ``applicants``.
        campaigns: Their codes in the order in which they opened.
        confidence_level: Of the interval (Newcombe).

    Returns:
        One row per campaign, characteristic and group: counts, shares in percent, the difference in
        percentage points, Fisher's test of the group against all other applicants, Holm's p over
        all rows, and the smallest difference the numbers could have shown. All that compares is
        null where nobody applied on one side.
    """
    rows = _beside_the_earlier(pools, campaigns)
    now = Selection(rows["group_entered"].to_numpy(), rows["base"].to_numpy())
    before = Selection(rows["earlier_group_entered"].to_numpy(), rows["earlier_base"].to_numpy())
    known = (now.total > 0) & (before.total > 0)
    gap = newcombe(now, before, confidence_level=confidence_level)
    exact = fisher_exact(now, before)
    p_value = np.where(known, exact.p_value, np.nan)
    seen = detectable_gap(now.total, before.total, before.rate, confidence_level=confidence_level)
    above = now.selected * before.total - before.selected * now.total
    columns = {
        "representation_pct": 100.0 * now.selected / np.maximum(now.total, 1),
        "earlier_representation_pct": 100.0 * before.selected / np.maximum(before.total, 1),
        # Divided once, so that rounding half-up is rounding the difference.
        "difference_pp": 100.0 * above / np.maximum(now.total * before.total, 1),
        "difference_low_pp": 100 * gap.low,
        "difference_high_pp": 100 * gap.high,
        "p_value": p_value,
        "p_mid": exact.p_mid,
        "p_adjusted": holm(p_value),
        "detectable_difference_pp": 100 * np.fmin(seen.below, seen.above),
    }
    return rows.with_columns(
        column(name, np.where(known, values, np.nan)) for name, values in columns.items()
    )


def _beside_the_earlier(pools: pl.DataFrame, campaigns: Sequence[str]) -> pl.DataFrame:
    series = ["characteristic", "group"]
    counts = ["group_entered", "base"]
    pools = pools.with_columns(pl.col("campaign").cast(pl.Enum(campaigns)))
    pools = pools.sort("campaign", maintain_order=True)
    earlier = pools.select(*series, pl.col("campaign", *counts).name.prefix("earlier_"))
    return (
        pools.join(earlier, on=series, maintain_order="left_right")
        .filter(pl.col("earlier_campaign") < pl.col("campaign"))
        .group_by("campaign", "stage", *series, *counts, maintain_order=True)
        .agg(
            pl.col("earlier_campaign").cast(pl.String).str.join(", ").alias("earlier_campaigns"),
            pl.col([f"earlier_{name}" for name in counts]).sum(),
        )
        .with_columns(pl.col("campaign").cast(pl.String))
    )
