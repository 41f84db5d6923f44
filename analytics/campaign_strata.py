"""Counts of several campaigns side by side: one stratum per campaign, on the last axis."""

from collections.abc import Sequence

import polars as pl

from analytics.selection import IntArray


def campaign_strata(
    rows: pl.DataFrame, keys: pl.DataFrame, campaigns: Sequence[str], counts: Sequence[str]
) -> dict[str, IntArray]:
    """Return each of ``counts`` as an array of (rows of ``keys``, campaigns).

    Args:
        rows: One row per key and campaign, with the column ``campaign``.
        keys: The columns to find them by, one row per row of the result.
        campaigns: The order of the last axis; a campaign without a row counts nobody.
        counts: Columns of people.
    """
    grid = (
        keys.with_row_index("place")
        .join(pl.DataFrame({"campaign": campaigns}).with_row_index("stratum"), how="cross")
        .join(rows.cast({"campaign": pl.String}), on=[*keys.columns, "campaign"], how="left")
        .sort("place", "stratum")
        .select(pl.col(counts).fill_null(0))
    )
    shape = (keys.height, len(campaigns))
    return {name: grid[name].to_numpy().reshape(shape) for name in counts}
