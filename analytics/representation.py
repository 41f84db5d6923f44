"""Representation: a group's share of those who entered each stage, and how it moves.

Frames in are the rows of ``queries.stage_flow``; counts are people, shares are percentages 0-100
and changes are percentage points. Every percentage is one division of integers, so rounding it
half-up gives what the fraction itself would.
"""

from typing import Literal

import polars as pl

from analytics.settled import settled

Blank = Literal["include", "exclude"]

SERIES = ["campaign", "characteristic", "group"]


def stage_representation(flow: pl.DataFrame, *, blank: Blank = "include") -> pl.DataFrame:
    """Return each group's representation at each stage.

    Args:
        flow: One row per campaign, stage, characteristic and category.
        blank: Whether Not stated counts in the denominator, as the force publishes it.

    Returns:
        One row per campaign, stage, characteristic and group, in that order. ``base`` is the
        denominator; ``base_undecided`` and ``group_undecided`` are those of it, and of the group,
        who are pending at an earlier stage or withdrew there. A stage is ``provisional`` while
        anybody is pending before it, and ``settled`` while that is at most one in twenty of the
        entrants of each earlier stage.
        ``representation_pct`` is null where nobody is in the denominator, and a change is null
        where either end is.
    """
    return (
        _groups_beside_totals(flow)
        .with_columns(_base("entered", blank).alias("base"))
        .sort(["campaign", "characteristic", "group", "stage_order"])
        .with_columns(
            _before(_base("undecided", blank)).alias("base_undecided"),
            _before(pl.col("group_undecided")).alias("group_undecided"),
            (_before(pl.col("pending")) > 0).alias("provisional"),
            settled(SERIES).alias("settled"),
            _percentage("group_entered", "base").alias("representation_pct"),
            _change_since(pl.col("group_entered").shift(1), pl.col("base").shift(1)).alias(
                "change_from_previous_pp"
            ),
            _change_since(pl.col("group_entered").first(), pl.col("base").first()).alias(
                "change_pp"
            ),
        )
    )


def _groups_beside_totals(flow: pl.DataFrame) -> pl.DataFrame:
    stage = ["campaign", "stage", "stage_order", "characteristic"]
    counted = flow.with_columns(undecided=pl.sum_horizontal("pending", "withdrawn"))
    totals = counted.group_by(stage).agg(
        pl.col("entered", "pending", "undecided").sum(),
        pl.col("entered").filter(kind="not stated").sum().alias("not_stated"),
        pl.col("undecided").filter(kind="not stated").sum().alias("not_stated_undecided"),
    )
    groups = counted.filter(kind="group").select(
        *stage,
        pl.col("category").alias("group"),
        pl.col("entered").alias("group_entered"),
        pl.col("undecided").alias("group_undecided"),
    )
    return groups.join(totals, on=stage)


def _base(entered: str, blank: Blank) -> pl.Expr:
    blanks = "not_stated" if entered == "entered" else "not_stated_undecided"
    return pl.col(entered) if blank == "include" else pl.col(entered) - pl.col(blanks)


def _before(people: pl.Expr) -> pl.Expr:
    """Such people at the stages before this one."""
    return people.shift(1, fill_value=0).cum_sum().over(SERIES)


def _percentage(numerator: str, denominator: str) -> pl.Expr:
    return pl.when(pl.col(denominator) > 0).then(100 * pl.col(numerator) / pl.col(denominator))


def _change_since(earlier_group: pl.Expr, earlier_base: pl.Expr) -> pl.Expr:
    """Difference of two percentages over one common denominator, so that it is divided once."""
    group, base = pl.col("group_entered"), pl.col("base")
    numerator = 100 * (group * earlier_base - earlier_group * base)
    return (
        pl.when(pl.col("stage_order") > pl.col("stage_order").first(), base * earlier_base > 0)
        .then(numerator / (base * earlier_base))
        .over(SERIES)
    )
