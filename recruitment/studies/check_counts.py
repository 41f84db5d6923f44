"""Do the counts of a source fit each other, before anything of it is kept?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from analytics.checks.campaigns import Campaigns, checked_campaigns
from analytics.checks.identity import identity
from recruitment.ingest.frames import of_campaigns
from recruitment.studies.check_movements import checked_rows
from reports.check_words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.mapping.mapping import Characteristic
    from recruitment.warehouse.records import Campaign, Subject

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
        identity: What it is in whatever words; see ``analytics.checks.identity``.
    """

    check: str
    place: str
    finding: str
    contradiction: bool
    identity: str


def check_campaigns(
    kept: "Sequence[tuple[Campaign, CampaignCounts]]",
) -> dict[str, list[CountFinding]]:
    """Return by code what ``check`` will find in campaigns once they are kept, in the same words.

    Args:
        kept: What is known of each campaign, and its counts as they were read.
    """
    named = [(about.campaign, counts) for about, counts in kept]
    known = Campaigns(
        counts=in_order(named),
        campaigns=pl.DataFrame([_about(about) for about, _ in kept], schema=ABOUT),
        totals=of_campaigns([(code, each.totals) for code, each in named]),
        percentages=of_campaigns([(code, each.printed) for code, each in named]),
        refinements=refinements_of(own for _, each in named for own in each.characteristics),
    )
    found: dict[str, list[CountFinding]] = {code: [] for code, _ in named}
    for row in checked_campaigns(known).findings.to_dicts():
        code = row["campaign"]
        found[code].append(
            CountFinding(
                row["check"],
                row["place"] or code,
                sentence(row),
                contradiction=row["contradiction"],
                identity=identity(row),
            )
        )
    return found


def _about(campaign: "Campaign") -> dict[str, object]:
    return {name: getattr(campaign, name) for name in ABOUT}


def in_order(named: "Sequence[tuple[str, CampaignCounts]]") -> pl.DataFrame:
    """Return the counts of campaigns with their codes as ``queries.all_stage_counts`` does."""
    counts = of_campaigns([(code, each.counts) for code, each in named])
    kinds = of_campaigns([(code, _kinds(each.characteristics)) for code, each in named])
    orders = of_campaigns([(code, _orders(each.stages)) for code, each in named])
    return (
        counts.join(kinds, on=["campaign", "characteristic", "category"], maintain_order="left")
        .join(orders, on=["campaign", "stage"], maintain_order="left")
        .sort("campaign", *ORDER, maintain_order=True)
        .select(
            *("campaign", "stage", "stage_order", "outcome", "characteristic", "category", "kind"),
            "candidates",
        )
    )


def _orders(stages: "Iterable[str]") -> pl.DataFrame:
    orders = {stage: order for order, stage in enumerate(stages, start=1)}
    schema = {"stage": pl.String, "stage_order": pl.Int32}
    return pl.DataFrame(list(orders.items()), schema=schema, orient="row")


def _kinds(characteristics: "Iterable[Characteristic]") -> pl.DataFrame:
    rows = [
        (own.name, category.name, category.kind, order)
        for own in characteristics
        for order, category in enumerate(own.categories, start=1)
    ]
    names = dict.fromkeys(("characteristic", "category", "kind"), pl.String)
    return pl.DataFrame(rows, schema={**names, "category_order": pl.Int64}, orient="row")


def refinements_of(characteristics: "Iterable[Characteristic]") -> pl.DataFrame:
    """Return which of them are others in more detail, as ``queries.refinements`` does."""
    rows = [
        {"characteristic": own.name, "refines": own.refines}
        for own in characteristics
        if own.refines
    ]
    names = dict.fromkeys(("characteristic", "refines"), pl.String)
    return pl.DataFrame(rows, schema=names).unique(maintain_order=True)


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
        CountFinding(
            row["check"], row["subject"], row["finding"], row["contradiction"], row["identity"]
        )
        for row in found
    ]
