"""Who passed and who failed: the group beside those it is compared with, stage by stage.

Frames in are the rows of ``queries.stage_flow``; counts are people.
"""

from typing import Literal

import polars as pl

from analytics.settled import last_settled

Blank = Literal["include", "exclude"]

OVERALL = "Overall"
STATED = "All others who stated"
EVERYONE_ELSE = "Everyone else"

SERIES = ["campaign", "characteristic", "category", "kind"]
OUTCOMES = ["passed", "failed", "pending", "withdrawn"]


def outcomes(flow: pl.DataFrame) -> pl.DataFrame:
    """Return who passed, failed, is pending and withdrew at each stage, and overall, by category.

    A stage counts where both passes and failures are recorded; those pending or withdrawn are in
    neither (counting rule 2). ``Overall`` asks who, of those who entered the first stage and
    neither are pending nor withdrew on the way, entered the last settled stage (rules 3 and 5).

    Args:
        flow: One row per campaign, stage, characteristic and category.

    Returns:
        campaign, stage, stage_order, characteristic, category, kind, passed, failed, pending,
        withdrawn; ``Overall`` comes last in order. It is left out where the counts contradict each
        other, so that more people reached the end than could have, and where only one stage is
        settled.
    """
    resolved = flow.filter(pl.all_horizontal(pl.col("passed", "failed").is_not_null()))
    by_stage = resolved.with_columns(pl.col("pending", "withdrawn").fill_null(0))
    columns = [*SERIES, "stage", "stage_order", *OUTCOMES]
    return pl.concat([by_stage.select(columns), _overall(flow).select(columns)])


def compared(
    counts: pl.DataFrame, *, reference: str | None = None, blank: Blank = "exclude"
) -> pl.DataFrame:
    """Put each group beside its reference.

    Args:
        counts: The rows of ``outcomes``.
        reference: A category to compare with, such as ``White``; None takes everyone who stated
            another answer (counting rule 4).
        blank: With ``include``, Not stated counts among those compared with.

    Returns:
        One row per campaign, stage, characteristic and group: passed, failed, pending, withdrawn,
        the same of the reference under ``reference_*``, and of those who did not state under
        ``blank_*``. A characteristic that lacks the reference is left out.
    """
    stage = ["campaign", "stage", "stage_order", "characteristic"]
    groups = counts.filter(kind="group").rename({"category": "group"}).drop("kind")
    blanks = counts.filter(kind="not stated").group_by(stage).agg(pl.col(OUTCOMES).sum())
    return (
        groups.join(_references(counts, stage, reference, blank), on=stage)
        .filter(pl.col("group") != pl.col("reference"))
        .join(blanks.rename({each: f"blank_{each}" for each in OUTCOMES}), on=stage, how="left")
        .with_columns(pl.col(f"blank_{each}").fill_null(0) for each in OUTCOMES)
        .sort("campaign", "characteristic", "group", "stage_order")
    )


def _references(
    counts: pl.DataFrame, stage: list[str], reference: str | None, blank: Blank
) -> pl.DataFrame:
    """Add up the people to compare with, and name them."""
    kinds = ["comparator", "not stated"] if blank == "include" else ["comparator"]
    wanted = pl.col("kind").is_in(kinds) if reference is None else pl.col("category") == reference
    several = pl.lit(EVERYONE_ELSE if blank == "include" else STATED)
    return (
        counts.filter(wanted)
        .group_by(stage)
        .agg(
            pl.when(pl.len() == 1)
            .then(pl.col("category").first())
            .otherwise(several)
            .alias("reference"),
            *(pl.col(each).sum().alias(f"reference_{each}") for each in OUTCOMES),
        )
    )


def _overall(flow: pl.DataFrame) -> pl.DataFrame:
    """Count who entered the last settled stage, of those of the first who have an outcome."""
    end = last_settled(flow).select("campaign", "characteristic", end="stage_order")
    pending, withdrawn = (
        pl.col(name).filter(pl.col("stage_order") < pl.col("end")).sum()
        for name in ("pending", "withdrawn")
    )
    reached = pl.col("entered").filter(pl.col("stage_order") == pl.col("end")).first()
    return (
        flow.join(end, on=["campaign", "characteristic"])
        .sort("stage_order")
        .group_by(SERIES, maintain_order=True)
        .agg(
            passed=reached,
            failed=pl.col("entered").first() - pending - withdrawn - reached,
            pending=pending,
            withdrawn=withdrawn,
            stage=pl.lit(OVERALL).first(),
            stage_order=pl.col("stage_order").max() + 1,
        )
        .filter((pl.col("failed") >= 0).all().over("campaign", "characteristic"))
    )
