"""Whether a campaign's dates are in order, and its applications those who entered."""

import polars as pl

from analytics.checks.checked import Checked, finding_rows, together
from analytics.checks.stage_flow import STAGE

DATES, SUBMITTED = "dates", "submitted"


def checked_dates(campaigns: pl.DataFrame) -> Checked:
    """Return campaigns that closed, or were counted, before they opened.

    Counts from before a campaign closed can be right, and are advice: they will change.

    Args:
        campaigns: ``campaign opened closed as_at``; null is not known.
    """
    return together(
        (
            _in_order(campaigns, "opened", "closed", contradiction=True),
            _in_order(campaigns, "opened", "as_at", contradiction=True),
            _in_order(campaigns, "closed", "as_at", contradiction=False),
        )
    )


def _in_order(campaigns: pl.DataFrame, first: str, then: str, *, contradiction: bool) -> Checked:
    both = campaigns.drop_nulls([first, then])
    wrong = both.filter(pl.col(first) > pl.col(then))
    rule = pl.lit(f"{first} after {then}")
    found = finding_rows(wrong, DATES, contradiction=contradiction, rule=rule)
    return Checked(found, {DATES: both.height})


def checked_submitted(campaigns: pl.DataFrame, totals: pl.DataFrame) -> Checked:
    """Return campaigns whose applications are not those who entered the first stage.

    Submitted less withdrawn is who entered, where both are known; where withdrawals are not, no
    more entered than submitted. A campaign whose characteristics give different totals is left out:
    there is no one number of people in it.

    Args:
        campaigns: ``campaign submitted withdrawn``; null is not known.
        totals: As ``totals.sums`` returns them.
    """
    entered = (
        totals.filter(outcome="entered")
        .group_by(STAGE)
        .agg(pl.col("people").first().alias("entered"), alike=pl.col("people").n_unique() == 1)
        .sort("stage_order")
        .unique("campaign", keep="first", maintain_order=True)
        .filter("alike")
    )
    both = (
        campaigns.select("campaign", "submitted", "withdrawn")
        .drop_nulls("submitted")
        .join(entered, on="campaign", maintain_order="left")
        .with_columns(expected=pl.col("submitted") - pl.col("withdrawn").fill_null(0))
    )
    wrong = both.filter(
        (pl.col("entered") > pl.col("expected"))
        | (pl.col("withdrawn").is_not_null() & (pl.col("entered") != pl.col("expected")))
    )
    rule = pl.when(pl.col("withdrawn").is_null()).then(pl.lit("more")).otherwise(pl.lit("left"))
    found = finding_rows(
        wrong, SUBMITTED, rule=rule, outcome=pl.lit("entered"), recorded=pl.col("entered")
    )
    return Checked(found, {SUBMITTED: both.height})
