"""Counts by outcome as one row to a stage and category, as ``queries.stage_flow`` has them."""

import polars as pl

from analytics.contradictions import OUTCOMES

CATEGORY = ["campaign", "characteristic", "category"]
STAGE = ["campaign", "stage", "stage_order"]
EVERYBODY = {"characteristic": "all", "category": "All", "kind": "part"}
COUNTS = ["entered", *OUTCOMES]


def stage_flow(counts: pl.DataFrame) -> pl.DataFrame:
    """Return people per campaign, stage, characteristic and category, by outcome.

    Args:
        counts: ``campaign stage stage_order outcome characteristic category kind candidates``, one
            row per key. Stages are numbered without a gap; one that has no counts is missing.

    Returns:
        As ``queries.stage_flow``: null is not recorded, 0 is nobody, and where no pass is recorded
        those who entered the next stage passed. With it ``later`` and ``later_stage``, who entered
        the next stage that is recorded, however far on.
    """
    wide = _grid(counts).join(_by_outcome(counts), on=[*CATEGORY, "stage"], how="left")
    recorded = wide.with_columns(_recorded(name) for name in COUNTS)
    ordered = recorded.sort([*CATEGORY, "stage_order"], maintain_order=True)
    followed = ordered.with_columns(entered_next=_followed()).filter(
        pl.col("entered").is_not_null()
    )
    return followed.with_columns(
        passed=pl.coalesce("passed", "entered_next"),
        later=pl.col("entered").shift(-1).over(CATEGORY),
        later_stage=pl.col("stage").shift(-1).over(CATEGORY),
    )


def with_everybody(counts: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """Add everybody to ``counts``, wherever two sums or more give one and the same total.

    Args:
        counts: As for ``stage_flow``, without what refines another characteristic.
        totals: Of ``totals.sums``: what each characteristic adds up to, and what is printed.
    """
    own = counts.filter(characteristic=EVERYBODY["characteristic"])
    agreed = (
        totals.group_by([*STAGE, "outcome"], maintain_order=True)
        .agg(
            people=pl.col("people").first(),
            alike=(pl.col("people").n_unique() == 1) & (pl.len() > 1),
        )
        .filter("alike")
        .join(own, on="campaign", how="anti", maintain_order="left")
    )
    everybody = agreed.with_columns(
        **{name: pl.lit(value) for name, value in EVERYBODY.items()}, candidates="people"
    )
    return pl.concat([counts, everybody.select(counts.columns)])


def _grid(counts: pl.DataFrame) -> pl.DataFrame:
    """Return every category at every stage: nobody of a group at a stage is no row there."""
    stages = counts.select(STAGE).unique(maintain_order=True)
    categories = counts.select(*CATEGORY, "kind").unique(maintain_order=True)
    return stages.join(categories, on="campaign", maintain_order="left_right")


def _by_outcome(counts: pl.DataFrame) -> pl.DataFrame:
    outcome, people = pl.col("outcome"), pl.col("candidates")
    return counts.group_by([*CATEGORY, "stage"]).agg(
        people.filter(outcome == name).first().alias(name) for name in COUNTS
    )


def _recorded(name: str) -> pl.Expr:
    """Return an outcome: nobody where it is recorded for another category of the same stage."""
    known = pl.col(name).is_not_null().any().over("campaign", "stage", "characteristic")
    return pl.when(known).then(pl.col(name).fill_null(0))


def _followed() -> pl.Expr:
    """Return who entered the very next stage, which is not the next row where one has no counts."""
    next_order = pl.col("stage_order").shift(-1).over(CATEGORY)
    following = pl.col("entered").shift(-1).over(CATEGORY)
    return pl.when(next_order == pl.col("stage_order") + 1).then(following)
