"""Whether every characteristic adds up to the same people, and to the total that is printed."""

import polars as pl

from analytics.checks.checked import Checked, finding_rows
from analytics.checks.stage_flow import STAGE

TOTALS = "totals"
PRINTED = "printed"
OUTCOME = [*STAGE, "outcome"]


def sums(counts: pl.DataFrame, printed: pl.DataFrame) -> pl.DataFrame:
    """Return what each characteristic adds up to, after the total that is printed.

    Args:
        counts: As for ``stage_flow``, without what refines another characteristic.
        printed: ``campaign stage outcome people place``, the totals that sources print.

    Returns:
        One row per campaign, stage, outcome and sum: ``people``, ``place`` for those printed, and
        as ``characteristic`` the one counted by, or ``PRINTED``.
    """
    added = counts.group_by([*OUTCOME, "characteristic"], maintain_order=True).agg(
        pl.col("candidates").sum().alias("people"), place=pl.lit(None, pl.String)
    )
    stages = counts.select(STAGE).unique(maintain_order=True)
    beside = (
        printed.join(stages, on=["campaign", "stage"], maintain_order="left")
        .with_columns(characteristic=pl.lit(PRINTED))
        .select(added.columns)
    )
    return pl.concat([beside, added], how="vertical_relaxed")


def checked_totals(sums: pl.DataFrame) -> Checked:
    """Return the sums that are not what most of the others are; of as many, the first decides.

    ``against`` is the characteristic that the others are counted by, or ``PRINTED``.
    """
    numbered = sums.with_row_index("place_in")
    votes = numbered.group_by([*OUTCOME, "people"]).agg(
        pl.len().alias("votes"),
        pl.col("place_in").min(),
        against=pl.col("characteristic").sort_by("place_in").first(),
    )
    most = votes.sort(["votes", "place_in"], descending=[True, False]).unique(
        OUTCOME, keep="first", maintain_order=True
    )
    beside = numbered.join(
        most.rename({"people": "expected"}).select(*OUTCOME, "expected", "against"),
        on=OUTCOME,
        maintain_order="left",
    )
    wrong = beside.filter(pl.col("people") != pl.col("expected"))
    rule = pl.when(characteristic=PRINTED).then(pl.lit("printed total")).otherwise(pl.lit("apart"))
    found = finding_rows(wrong, TOTALS, rule=rule, recorded=pl.col("people"))
    return Checked(found, {TOTALS: beside.height - most.height})
