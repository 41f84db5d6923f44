"""Do the counts of a source fit each other, before anything of it is kept?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from analytics.checks.campaigns import Campaigns, checked_campaigns
from recruitment.studies.check_movements import checked_rows
from reports.check_words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.mapping.mapping import Characteristic
    from recruitment.warehouse.records import Subject

ABOUT: dict[str, Any] = {
    "campaign": pl.String,
    **dict.fromkeys(("opened", "closed", "as_at"), pl.Date),
    **dict.fromkeys(("submitted", "withdrawn"), pl.Int64),
}
# The order in which findings are told, which is that of ``queries.all_stage_counts``.
ORDER = ["stage_order", "outcome", "characteristic", "category_order"]
# The same of rows: what counts differently is listed as it will be, or else it was not accepted.
ROW_ORDER = ["characteristic", "category_order"]


@dataclass(frozen=True, slots=True)
class CountFinding:
    """What does not fit in a source.

    Attributes:
        check: The name of the check, such as ``outcomes``.
        place: Where it is printed; or else the campaign, the unit and role, or the area.
        finding: What does not fit, with its arithmetic; no full stop.
        contradiction: Whether counts contradict each other; else it is advice.
    """

    check: str
    place: str
    finding: str
    contradiction: bool


def check_campaign(
    counts: "CampaignCounts",
    campaign: str,
    *,
    opened: "date | None" = None,
    closed: "date | None" = None,
    as_at: "date | None" = None,
    submitted: int | None = None,
    withdrawn: int | None = None,
) -> list[CountFinding]:
    """Return what ``check`` will find in these counts once they are kept, in the same words.

    Args:
        counts: The counts of one campaign, as they were read.
        campaign: Its code.
        opened: When it opened.
        closed: When it closed.
        as_at: The date the counts describe.
        submitted: How many applications there were, withdrawn or not.
        withdrawn: How many of them were withdrawn before the process began.
    """
    code = pl.lit(campaign).alias("campaign")
    about = {
        "campaign": campaign,
        "opened": opened,
        "closed": closed,
        "as_at": as_at,
        "submitted": submitted,
        "withdrawn": withdrawn,
    }
    known = Campaigns(
        counts=in_order(counts).select(code, pl.all()),
        campaigns=pl.DataFrame([about], schema=ABOUT),
        totals=counts.totals.select(code, pl.all()),
        percentages=counts.printed.select(code, pl.all()),
        refinements=refinements_of(counts.characteristics),
    )
    return [
        CountFinding(
            row["check"],
            row["place"] or campaign,
            sentence(row),
            contradiction=row["contradiction"],
        )
        for row in checked_campaigns(known).findings.to_dicts()
    ]


def in_order(counts: "CampaignCounts") -> pl.DataFrame:
    """Return the counts of a source in the columns of ``queries.all_stage_counts``, but one.

    ``campaign`` is missing: a source need not name its campaign.
    """
    stages = {stage: order for order, stage in enumerate(counts.stages, start=1)}
    kinds = _kinds(counts.characteristics)
    order = pl.col("stage").replace_strict(stages, return_dtype=pl.Int32)
    joined = counts.counts.join(kinds, on=["characteristic", "category"], maintain_order="left")
    return (
        joined.with_columns(stage_order=order)
        .sort(ORDER, maintain_order=True)
        .select(
            *("stage", "stage_order", "outcome", "characteristic", "category", "kind"), "candidates"
        )
    )


def _kinds(characteristics: "Iterable[Characteristic]") -> pl.DataFrame:
    rows = [
        {
            "characteristic": own.name,
            "category": category.name,
            "kind": category.kind,
            "category_order": order,
        }
        for own in characteristics
        for order, category in enumerate(own.categories, start=1)
    ]
    names = dict.fromkeys(("characteristic", "category", "kind"), pl.String)
    return pl.DataFrame(rows, schema={**names, "category_order": pl.Int64})


def refinements_of(characteristics: "Iterable[Characteristic]") -> pl.DataFrame:
    """Return which of them are others in more detail, as ``queries.refinements`` does."""
    rows = [
        {"characteristic": own.name, "refines": own.refines}
        for own in characteristics
        if own.refines
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(("characteristic", "refines"), pl.String))


def check_rows(
    subject: "Subject", rows: pl.DataFrame, characteristics: "Iterable[Characteristic]"
) -> list[CountFinding]:
    """Return the same of rows of the workforce, of movements or of populations.

    Args:
        subject: The table that they are for.
        rows: In its columns.
        characteristics: Those that they are about.
    """
    kinds = _kinds(characteristics)
    known = rows.join(kinds, on=["characteristic", "category"], maintain_order="left")
    found, _ = checked_rows(subject, known.sort(ROW_ORDER, maintain_order=True))
    return [
        CountFinding(row["check"], row["subject"], row["finding"], row["contradiction"])
        for row in found
    ]
