"""From application to one stage for all campaigns: the last that is settled in every one."""

import polars as pl

from analytics.pass_rates import OVERALL, outcomes
from analytics.settled import last_settled

SERIES = ["campaign", "characteristic"]


def common_outcomes(flow: pl.DataFrame) -> pl.DataFrame:
    """Return ``pass_rates.outcomes``, with ``Overall`` ending at the same stage everywhere.

    Args:
        flow: The rows of ``queries.stage_flow``, of several campaigns.

    Returns:
        As ``outcomes`` does. There is no ``Overall`` where the campaigns share no settled stage.
    """
    stages = outcomes(flow).filter(pl.col("stage") != OVERALL)
    return pl.concat([stages, outcomes(_cut(flow)).filter(stage=OVERALL)])


def common_ends(flow: pl.DataFrame) -> pl.DataFrame:
    """Return the last stage, not the first, that is settled in every campaign.

    Returns:
        characteristic, stage. Campaigns in which no later stage is settled have no say.
    """
    last = last_settled(flow).select(*SERIES, end="stage_order")
    reached = (
        flow.join(last, on=SERIES)
        .filter(pl.col("stage_order") > pl.col("stage_order").min().over(SERIES))
        .filter(pl.col("stage_order") <= pl.col("end"))
        .group_by("characteristic", "stage")
        .agg(pl.col("campaign").n_unique(), pl.col("stage_order").min())
    )
    return (
        reached.join(last.group_by("characteristic").len("campaigns"), on="characteristic")
        .filter(pl.col("campaign") == pl.col("campaigns"))
        .sort("characteristic", "stage_order")
        .group_by("characteristic", maintain_order=True)
        .last()
        .select("characteristic", "stage")
    )


def _cut(flow: pl.DataFrame) -> pl.DataFrame:
    """Leave out what comes after the common end, in each campaign."""
    ends = (
        flow.join(common_ends(flow), on=["characteristic", "stage"])
        .group_by(SERIES)
        .agg(end=pl.col("stage_order").first())
    )
    return flow.join(ends, on=SERIES).filter(pl.col("stage_order") <= pl.col("end")).drop("end")
