"""What share of a community a group is: the figure nearest in date, and areas mixed by weight."""

import datetime as dt
from collections.abc import Mapping

import polars as pl

from analytics.rounding import half_up

COLUMNS = [
    "characteristic",
    "group",
    "area",
    "benchmark_pct",
    "benchmark_as_at",
    "quality",
    "document",
    "source",
]


def nearest_shares(populations: pl.DataFrame, as_at: dt.date) -> pl.DataFrame:
    """Return the share of each group in each area, of several the nearest in date to ``as_at``.

    Args:
        populations: The rows of ``queries.populations``.
        as_at: The date of the figures to compare; of two dates equally near the later counts.

    Returns:
        One row per area, characteristic and group (or part of a characteristic without a group), in
        ``COLUMNS``; ``benchmark_pct`` is 0-100, ``quality`` the words of the source or null. A
        group counted in people has the share that ``as_shares`` gives it.
    """
    days = (pl.col("benchmark_as_at") - pl.lit(as_at)).dt.total_days().abs()
    keys = ["area", "characteristic", "group"]
    return (
        as_shares(populations)
        .filter(
            pl.col("share_pct").is_not_null(),
            pl.col("kind").is_in(["group", "part"]),
            pl.col("characteristic") != "all",
        )
        .rename({"category": "group", "share_pct": "benchmark_pct", "as_at": "benchmark_as_at"})
        .sort(days, "benchmark_as_at", descending=[False, True])
        .unique(keys, keep="first", maintain_order=True)
        .sort(keys)
        .select(COLUMNS)
    )


def as_shares(populations: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of ``queries.populations`` with a share wherever their people give one.

    People are divided by those of everybody (``all``) in the same area on the same date, or else
    by the sum of the categories, where all of them are counted and there is somebody to compare
    with. Where neither is known, or more people are recorded than there are in all, ``share_pct``
    stays null.
    """
    place = ["area", "as_at"]
    over = [*place, "characteristic"]
    of_all = populations.filter(characteristic="all", category="All")
    everybody = of_all.select(*place, pl.col("people").alias("everybody"))
    others = pl.col("kind").is_in(["comparator", "part"])
    counted = pl.col("people").is_not_null().all() & others.any()
    added_up = pl.when(counted.over(over)).then(pl.col("people").sum().over(over))
    whole = pl.coalesce("everybody", added_up)
    possible = (whole > 0) & (pl.col("people") <= whole)
    share = pl.when(possible).then(100.0 * pl.col("people") / whole)
    return (
        populations.join(everybody, on=place, how="left", maintain_order="left")
        .with_columns(pl.coalesce("share_pct", share).alias("share_pct"))
        .drop("everybody")
    )


def mixed_shares(shares: pl.DataFrame, weights: Mapping[str, float]) -> pl.DataFrame:
    """Return the share of each group in a community made of areas in the given proportions.

    Args:
        shares: The rows of ``nearest_shares``.
        weights: How much of the community each area is, 0-1; they add up to 1.

    Returns:
        One row per characteristic and group that every area of a weight above 0 has a share for, in
        ``COLUMNS``: ``area`` names the mix, ``benchmark_as_at`` is the oldest date among them.

    >>> shares = pl.DataFrame({"area": ["City", "County"], "benchmark_pct": [55.0, 11.0]}).select(
    ...     pl.lit("ethnicity").alias("characteristic"), pl.lit("BAME").alias("group"), "area",
    ...     "benchmark_pct", pl.lit(dt.date(2020, 6, 15)).alias("benchmark_as_at"),
    ...     *(pl.lit("") .alias(name) for name in ("quality", "document", "source")))
    >>> mixed_shares(shares, {"City": 0.25, "County": 0.75}).select("area", "benchmark_pct").rows()
    [('City 25%, County 75%', 22.0)]
    """
    counted = {area: weight for area, weight in weights.items() if weight > 0}
    weighted = pl.DataFrame(
        {"area": list(counted), "weight": list(counted.values())},
        schema={"area": pl.String, "weight": pl.Float64},
    )
    return (
        weighted.join(shares, on="area", maintain_order="left")
        .group_by("characteristic", "group", maintain_order=True)
        .agg(
            (pl.col("weight") * pl.col("benchmark_pct")).sum().alias("benchmark_pct"),
            pl.col("benchmark_as_at").min(),
            *(_each(name, "; " if name != "quality" else ", ") for name in COLUMNS[-3:]),
            pl.len().alias("areas"),
        )
        .filter(areas=len(counted))
        .with_columns(area=pl.lit(mix_name(counted)))
        .select(COLUMNS)
    )


def mix_name(weights: Mapping[str, float]) -> str:
    """Return what a mix of areas is called.

    >>> mix_name({"Leicester": 0.325, "Rutland": 0.675})
    'Leicester 32.5%, Rutland 67.5%'
    """
    parts = {
        area: half_up(100 * weight, 2).rstrip("0").rstrip(".") for area, weight in weights.items()
    }
    return ", ".join(f"{area} {share}%" for area, share in parts.items())


def _each(name: str, separator: str) -> pl.Expr:
    """Text of several rows, each once; null where none has any."""
    several = pl.col(name).drop_nulls().unique(maintain_order=True)
    return pl.when(several.len() > 0).then(several.str.join(separator))
