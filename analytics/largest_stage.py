"""The stage that contributes most to the gap of a group over a whole campaign."""

import numpy as np
import polars as pl

from analytics.decomposition import stage_contributions
from analytics.selection import Selection

SERIES = ["campaign", "characteristic", "group"]
SIDES = ["passed", "failed", "reference_passed", "reference_failed"]


def largest_stage(pairs: pl.DataFrame, ends: pl.DataFrame) -> pl.DataFrame:
    """Return the stage that adds most to the overall gap, by logarithms of the pass-rate ratios.

    Args:
        pairs: The rows of ``pass_rates.compared``.
        ends: The rows of ``settled.last_settled``; stages from there on are not part of it.

    Returns:
        campaign, characteristic, group, ``largest_stage``: null where there is no gap, or where a
        stage passed nobody of one side, so that no sum of logarithms exists.
    """
    end = ends.select("campaign", "characteristic", end="stage_order")
    before = (
        pairs.join(end, on=["campaign", "characteristic"])
        .filter(pl.col("stage_order") < pl.col("end"))
        .sort(*SERIES, "stage_order")
        .group_by(SERIES, maintain_order=True)
        .agg("stage", *SIDES)
    )
    width = before["stage"].list.len().max()
    if width is None:
        return before.select(*SERIES, largest_stage=pl.lit(None, dtype=pl.String))
    passed, failed, reference_passed, reference_failed = (
        np.array([_padded(row, int(str(width)), side) for row in before[side].to_list()])
        for side in SIDES
    )
    parts = stage_contributions(
        Selection(passed, passed + failed),
        Selection(reference_passed, reference_passed + reference_failed),
    )
    names = [
        stages[place] if place >= 0 and np.isfinite(overall) and overall > 0 else None
        for stages, place, overall in zip(
            before["stage"].to_list(), parts.largest.tolist(), parts.overall.tolist(), strict=True
        )
    ]
    return before.select(*SERIES).with_columns(pl.Series("largest_stage", names, dtype=pl.String))


def _padded(counts: list[int], width: int, side: str) -> list[int]:
    """Fill up to the longest campaign with stages that everybody passes, which add nothing."""
    return counts + [1 if side.endswith("passed") else 0] * (width - len(counts))
