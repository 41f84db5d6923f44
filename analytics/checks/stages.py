"""Whether those who entered a stage are those who passed, failed, wait or withdrew, and no more."""

import polars as pl

from analytics.checks.checked import Checked, finding_rows
from analytics.checks.stage_flow import EVERYBODY
from analytics.contradictions import OUTCOMES, contradicting, without_remainders

CELL = ["campaign", "stage", "characteristic", "category"]
LEFT = ["failed", "pending", "withdrawn"]


def checked_stages(flow: pl.DataFrame, refinements: pl.DataFrame) -> Checked:
    """Return the stages that more people left than entered, or not the same.

    One error is told once, where it was made: comparators that are the remainder of others, or of a
    total that is wrong, and details of a category that is wrong, follow from it.

    Args:
        flow: As ``stage_flow`` returns it.
        refinements: ``characteristic refines``.

    Returns:
        ``flow``: more people are at a later stage than at the one before, in ``recorded`` and
        ``expected``. ``outcomes``: contradictory for another reason; the ``rule`` ``passed`` says
        that those who passed are not those who entered the next stage.
    """
    grown = _grown(flow)
    unequal = contradicting(flow).join(grown, on=CELL, how="anti", maintain_order="left")
    wrong = pl.concat([grown, unequal], how="diagonal")
    told = _without_what_follows(wrong, refinements)
    looked_at = {
        "flow": flow["later"].count() - _dropped(wrong, told, "flow"),
        "outcomes": flow.filter(_any_known()).height - _dropped(wrong, told, "outcomes"),
    }
    rows = told.sort(["campaign", "stage_order"], maintain_order=True).with_columns(**_numbers())
    return Checked(finding_rows(rows, _check()), looked_at)


def _grown(flow: pl.DataFrame) -> pl.DataFrame:
    more = flow.filter(pl.col("later") > pl.col("entered"))
    return more.with_columns(grown=pl.lit(value=True), next_stage="later_stage")


def _check() -> pl.Expr:
    return pl.when(pl.col("grown")).then(pl.lit("flow")).otherwise(pl.lit("outcomes"))


def _any_known() -> pl.Expr:
    return pl.any_horizontal(pl.col(OUTCOMES).is_not_null())


def _dropped(wrong: pl.DataFrame, told: pl.DataFrame, check: str) -> int:
    return wrong.filter(_check() == check).height - told.filter(_check() == check).height


def _without_what_follows(wrong: pl.DataFrame, refinements: pl.DataFrame) -> pl.DataFrame:
    own = without_remainders(wrong)
    everybody = own.filter(characteristic=EVERYBODY["characteristic"])
    remainders = own.filter(kind="comparator").join(everybody, on=["campaign", "stage"], how="semi")
    details = (
        own.join(refinements, on="characteristic", maintain_order="left")
        .with_columns(pl.col("refines").str.split(","))
        .explode("refines")
        .join(own, left_on=["campaign", "stage", "refines"], right_on=CELL[:3], how="semi")
    )
    follows = pl.concat([remainders.select(CELL), details.select(CELL)])
    return own.join(follows, on=CELL, how="anti", maintain_order="left")


def _numbers() -> dict[str, pl.Expr]:
    """Return what does not fit, and what the others leave for it."""
    complete = pl.col("accounted_for") == pl.col("entered")
    lacking = pl.col("failed").is_null() & (pl.col("accounted_for") < pl.col("entered"))
    passed = complete | lacking
    left = pl.col("entered") - pl.sum_horizontal(LEFT)
    grown = pl.col("grown").fill_null(value=False)
    return {
        "rule": pl.when(grown)
        .then(pl.lit("more"))
        .when(passed)
        .then(pl.lit("passed"))
        .otherwise(pl.lit("left")),
        "recorded": pl.when(grown)
        .then("later")
        .when(passed)
        .then("entered_next")
        .otherwise("passed"),
        "expected": pl.when(grown).then("entered").when(passed).then("passed").otherwise(left),
        "next_stage": pl.coalesce("next_stage", "later_stage"),
    }
