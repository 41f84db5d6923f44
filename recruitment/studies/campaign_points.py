"""A group's share of applicants, or its pass rate, from campaign to campaign."""

from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.common_overall import common_ends, common_outcomes
from analytics.contradictions import contradictions
from analytics.pass_rates import OVERALL
from analytics.representation import Blank, stage_representation
from recruitment.errors import DataError
from recruitment.studies.candidates import Candidates, candidates
from recruitment.studies.names import spelt
from recruitment.studies.points import MEASURES, SCHEMA, Points
from recruitment.studies.sources import as_at_of, source_of
from reports import campaign_order_notes, compare_notes, notes, trend_notes
from reports.withdrawal_notes import on_withdrawals
from reports.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

AT_A_STAGE = "representation"


def applicant_points(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: "Sequence[str]" = (),
    characteristics: "Sequence[str]" = (),
    stage: str | None = None,
    blank: Blank = "include",
    corrected: bool = False,
) -> Points:
    """Return each group's share of those who entered one stage, campaign by campaign.

    Args:
        con: An open warehouse.
        campaigns: Codes in any case; none means every campaign with counts.
        characteristics: Such as ``ethnicity``; none means all that were counted.
        stage: None takes the first stage of each campaign, where people apply.
        blank: Whether Not stated counts in the denominator.
        corrected: Apply the documented corrections of printed counts.

    Raises:
        UsageError: A campaign, characteristic or stage is unknown.
        DataError: None of the campaigns has counts, or no characteristic a group.
    """
    asked = candidates(
        con, campaigns=campaigns, characteristics=characteristics, corrected=corrected
    )
    stages = stage_representation(asked.flow, blank=blank)
    if stages.is_empty():
        names = listed(asked.flow["characteristic"].unique(maintain_order=True).to_list())
        raise DataError(f"{names}: no category is marked as a group, so there is none to chart")
    wanted = _known_stage(asked.flow, stage)
    first = pl.col("stage_order") == pl.col("stage_order").min().over("campaign")
    entered = stages.filter(first if wanted is None else pl.col("stage") == wanted).select(
        "campaign",
        "stage",
        "characteristic",
        "group",
        "provisional",
        measure=pl.lit(MEASURES["applicants"] if wanted is None else AT_A_STAGE),
        people="group_entered",
        out_of="base",
    )
    at = entered["stage"].unique().to_list()
    wrong = contradictions(asked.flow).filter(pl.col("stage").is_in(at))
    corrections = queries.corrections(con, campaigns=asked.codes)
    return _points(
        asked,
        entered,
        (
            *notes.on_blanks(blank),
            *notes.on_characteristics_without_group(asked.flow),
            *campaign_order_notes.on_provisional(entered),
            *(on_withdrawals(asked.chosen, asked.flow) if wanted is None else ()),
            *notes.on_corrections(
                corrections.filter(pl.col("stage").is_in(at)), asked.flow, applied=corrected
            ),
            *notes.on_contradictions(wrong),
        ),
    )


def pass_rate_points(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: "Sequence[str]" = (),
    characteristics: "Sequence[str]" = (),
    stage: str | None = None,
    corrected: bool = False,
) -> Points:
    """Return each group's pass rate at one stage, or overall, campaign by campaign.

    Args:
        con: An open warehouse.
        campaigns: Codes in any case; none means every campaign with counts.
        characteristics: Such as ``ethnicity``; none means all that were counted.
        stage: None takes ``Overall``: from application to the last stage settled in all campaigns.
        corrected: Apply the documented corrections of printed counts.

    Raises:
        UsageError: A campaign, characteristic or stage is unknown.
        DataError: None of the campaigns has counts, or none has outcomes at the stage.
    """
    asked = candidates(
        con, campaigns=campaigns, characteristics=characteristics, corrected=corrected
    )
    wanted = _known_stage(asked.flow, stage, OVERALL) or OVERALL
    resolved = common_outcomes(asked.flow).filter(kind="group", stage=wanted)
    if resolved.is_empty():
        raise DataError(f"{listed(asked.codes)}: nobody has passed and failed {wanted} yet")
    rates = resolved.select(
        "campaign",
        "stage",
        "characteristic",
        provisional=pl.lit(value=False),
        group="category",
        measure=pl.lit(MEASURES["pass-rate"]),
        people="passed",
        out_of=pl.col("passed") + pl.col("failed"),
    )
    corrections = queries.corrections(con, campaigns=asked.codes)
    return _points(
        asked,
        rates,
        (
            *trend_notes.on_pass_rates(),
            *compare_notes.on_overall(common_ends(asked.flow), rates),
            *notes.on_characteristics_without_group(asked.flow),
            *notes.on_corrections(corrections, asked.flow, applied=corrected),
            *notes.on_contradictions(contradictions(asked.flow)),
        ),
    )


def _points(asked: Candidates, rows: pl.DataFrame, own: tuple[str, ...]) -> Points:
    """Put the campaigns in the order in which they opened, and say what to know of that."""
    drawn = rows["campaign"].unique().to_list()
    chosen = asked.chosen.filter(pl.col("campaign").is_in(drawn))
    order = {code: place for place, code in enumerate(chosen["campaign"], start=1)}
    dates = chosen.select("campaign", period_start="opened", period_end="closed")
    nowhere = pl.lit(None, dtype=pl.String)
    table = asked.in_order(rows.join(dates, on="campaign", how="left", maintain_order="left"))
    return Points(
        table.with_columns(
            period="campaign",
            period_order=pl.col("campaign").replace_strict(order, return_dtype=pl.Int64),
            unit=nowhere,
            role=nowhere,
        ).select(list(SCHEMA)),
        tuple(campaign_order_notes.on_campaigns(chosen)),
        (
            *own,
            *notes.on_campaigns_without_counts(asked.chosen),
            *campaign_order_notes.on_campaigns_elsewhere(asked.codes, rows),
        ),
        source_of(chosen),
        as_at_of(chosen),
    )


def _known_stage(flow: pl.DataFrame, stage: str | None, *more: str) -> str | None:
    """Return the stage as it is spelt, or None where none is named."""
    if stage is None:
        return None
    known = [*flow.sort("stage_order")["stage"].unique(maintain_order=True), *more]
    return spelt(stage, known, "stage")
