"""Which stages are settled: few enough people wait for the outcome of the stages before."""

import polars as pl

# Counting rule 5: at most 1 in 20 entrants of each earlier stage are pending.
SETTLED_ONE_IN = 20


def settled(series: list[str]) -> pl.Expr:
    """Return whether a stage is settled, for rows sorted by stage within ``series``.

    Reads the columns ``pending`` and ``entered``, people of all categories at the stage.
    """
    few_pending = pl.col("pending") * SETTLED_ONE_IN <= pl.col("entered")
    return few_pending.shift(1, fill_value=True).cum_min().cast(pl.Boolean).over(series)


def last_settled(flow: pl.DataFrame) -> pl.DataFrame:
    """Return the last settled stage of each campaign that is not its first.

    Args:
        flow: The rows of ``queries.stage_flow``.

    Returns:
        campaign, characteristic, stage, stage_order: no row where no later stage is settled, or
        nobody entered it.
    """
    series = ["campaign", "characteristic"]
    return (
        flow.group_by(*series, "stage", "stage_order")
        .agg(pl.col("entered").sum(), pl.col("pending").sum())
        .sort(*series, "stage_order")
        .with_columns(settled(series).alias("settled"))
        .filter(pl.col("stage_order") > pl.col("stage_order").min().over(series))
        .filter("settled", pl.col("entered") > 0)
        .group_by(series, maintain_order=True)
        .last()
        .select(*series, "stage", "stage_order")
    )
