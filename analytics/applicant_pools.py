"""Who applies: the applicants of each campaign beside those of the campaigns before it."""

from collections.abc import Sequence
from itertools import accumulate

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
# Beyond these, the first and the last are named: all names before each of thousands of campaigns
# would be the square of them.
MOST_NAMED = 100


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
        One row per campaign, characteristic and group: counts, the campaigns before it (each by
        name up to 100, more as first to last), shares in percent, the difference in percentage
        points, Fisher's test of the group against all other applicants, Holm's p over all rows,
        and the smallest difference the numbers could have shown. All that compares is null where
        nobody applied on one side.
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
    """Add up those before each campaign, as running totals: pairs would be the square of them."""
    series = ["characteristic", "group"]
    counts = ["group_entered", "base"]
    in_order = pools.with_columns(pl.col("campaign").cast(pl.Enum(campaigns))).sort(
        "campaign", maintain_order=True
    )
    earlier = [
        (pl.col(name).cum_sum() - pl.col(name)).over(series).alias(f"earlier_{name}")
        for name in counts
    ]
    place = pl.int_range(pl.len()).over(series).alias("place")
    return (
        in_order.with_columns(place, *earlier, pl.col("campaign").cast(pl.String))
        .join(_named_before(in_order, series), on=[*series, "place"], maintain_order="left")
        .select(
            "campaign",
            "stage",
            *series,
            *counts,
            "earlier_campaigns",
            *(f"earlier_{name}" for name in counts),
        )
    )


def _named_before(in_order: pl.DataFrame, series: list[str]) -> pl.DataFrame:
    """Return the names of the campaigns before each but the first, by place within ``series``."""
    codes = in_order.group_by(series, maintain_order=True).agg(pl.col("campaign").cast(pl.String))
    named = [_earlier(each) for each in codes["campaign"].to_list()]
    return codes.select(
        *series,
        pl.int_ranges(1, pl.col("campaign").list.len()).alias("place"),
        pl.Series("earlier_campaigns", named, dtype=pl.List(pl.String)),
    ).explode("place", "earlier_campaigns")


def _earlier(codes: Sequence[str]) -> list[str]:
    """Return how the campaigns before each but the first are named.

    >>> _earlier(["LE19", "PCDA", "DHEP"])
    ['LE19', 'LE19, PCDA']
    """
    few = accumulate(codes[: min(MOST_NAMED, len(codes) - 1)], "{}, {}".format)
    many = (
        f"{codes[0]} to {codes[place - 1]} ({place:,} campaigns)"
        for place in range(MOST_NAMED + 1, len(codes))
    )
    return [*few, *many]
