"""What became of candidates at each stage, by their ways through the stages."""

from typing import TYPE_CHECKING

from recruitment.ingest.candidates.layouts import FURTHEST_STAGE

if TYPE_CHECKING:
    import polars as pl

# Of several outcomes at one stage the first of these counts: the one that is further along.
STATED = ("passed", "pending", "failed", "withdrawn")


def entered(bit: int, layout: str) -> "pl.Expr":
    """Return who entered the stage of ``bit``: with a furthest stage, all who came that far."""
    import polars as pl

    if layout == FURTHEST_STAGE:
        return pl.col("reached") >= bit
    return (pl.col("reached") & bit) != 0


def went_on(bit: int) -> "pl.Expr":
    """Return who entered a stage after that of ``bit``."""
    import polars as pl

    return pl.col("reached") >= 2 * bit


def stated(outcome: str, bit: int) -> "pl.Expr":
    """Return for whom ``outcome`` is stated at the stage of ``bit``."""
    import polars as pl

    return (pl.col(outcome) & bit) != 0


def stated_outcome(bit: int) -> "pl.Expr":
    """Return the outcome that counts of those stated at the stage of ``bit``; null for none."""
    import polars as pl

    return pl.coalesce(*(pl.when(stated(outcome, bit)).then(pl.lit(outcome)) for outcome in STATED))


def became(bit: int, *, one_row: bool, last: bool) -> "pl.Expr":
    """Return what became of those who entered the stage of ``bit``; null for what is not recorded.

    Without an outcome, who has a later stage passed, and who has none is pending, but at the last
    stage of the campaign nothing is recorded. The outcome of a candidate's only row is that of the
    last stage reached; the earlier ones were passed.
    """
    import polars as pl

    on = pl.when(went_on(bit)).then(pl.lit("passed"))
    waiting = pl.lit(None, pl.String) if last else pl.lit("pending")
    return (
        pl.coalesce(on, stated_outcome(bit), waiting)
        if one_row
        else pl.coalesce(stated_outcome(bit), on, waiting)
    )


def outcomes_at_stages(
    candidates: "pl.DataFrame", stages: tuple[str, ...], layout: str, *, one_row: bool, known: bool
) -> "pl.DataFrame":
    """Return candidates by stage, outcome and answers; ``entered`` is one of the outcomes.

    Args:
        candidates: By way, stage (0 for the whole candidate) and answers.
        stages: Those that occur, first to last.
        layout: The layout that the ways come from.
        one_row: Whether a candidate has one row.
        known: Whether outcomes are known; otherwise only those who entered are counted.
    """
    import polars as pl

    parts = []
    for place, stage in enumerate(stages):
        bit = 1 << place
        there = candidates.filter(
            entered(bit, layout), (pl.col("stage_bit") == 0) | (pl.col("stage_bit") == bit)
        ).with_columns(stage=pl.lit(stage))
        parts.append(there.with_columns(outcome=pl.lit("entered")))
        if known:
            outcome = became(bit, one_row=one_row, last=place == len(stages) - 1)
            parts.append(there.with_columns(outcome=outcome))
    return (
        pl.concat(parts)
        .drop_nulls("outcome")
        .group_by("stage", "outcome", "answers")
        .agg(pl.col("candidates").sum())
    )
