"""What was read, with what the user says of it, to what is to be kept."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from recruitment.errors import UsageError
from recruitment.ingest.frames import of_campaigns
from recruitment.studies.imports.naming import named
from recruitment.studies.imports.plans import (
    OUTCOMES,
    CampaignPlan,
    CampaignPlans,
    Plans,
    RowsPlan,
)
from recruitment.warehouse import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.layouts.facts import Facts
    from recruitment.ingest.reading import Read
    from recruitment.studies.check_counts import CountFinding
    from recruitment.studies.imports.request import Request

ABOUT_ONE_CAMPAIGN = ("title", "route", "opened", "closed", "as_at", "submitted", "withdrawn")


def check_request(request: "Request") -> None:
    """Refuse what the user says of a campaign where it cannot be so.

    Raises:
        UsageError: A date or number contradicts another.
    """
    if request.opened and request.closed and request.opened > request.closed:
        raise UsageError(
            f"--opened {request.opened} is after --closed {request.closed}; exchange or mend them"
        )
    submitted, withdrawn = request.submitted, request.withdrawn
    if submitted is not None and withdrawn is not None and withdrawn > submitted:
        raise UsageError(
            f"--withdrawn {withdrawn} is more than --submitted {submitted}; withdrawn applications "
            "are part of those submitted"
        )


def plans_of(read: "Read", request: "Request", known: dict[str, records.Campaign]) -> Plans:
    """Return what is to be kept of ``read``, with what the checks find in it.

    Args:
        read: What the source holds.
        request: What the user says of it.
        known: The campaigns in the warehouse by code; what is not said of one stays as it is.

    Raises:
        UsageError: A campaign has no name, or what is said fits none, or several.
        DataError: The source spells one code in two ways, or has what is no code.
    """
    said = [name for name in ABOUT_ONE_CAMPAIGN if getattr(request, name) is not None]
    if read.facts is not None:
        code = ["campaign"] if request.campaign else []
        _refuse([*code, *said], f"{read.file} holds {read.facts.subject}, no campaign")
        return _rows_plan(read.facts)
    own = named(read, request.campaign, list(known))
    if len(own) > 1:
        _refuse(said, f"{read.file} holds {len(own)} campaigns; name one with --campaign, or")
    return _campaign_plans(
        [(_about(code, read.file, request, known.get(code)), counts) for code, counts in own]
    )


def _refuse(said: list[str], why: str) -> None:
    if said:
        options = " ".join(f"--{name.replace('_', '-')}" for name in said)
        raise UsageError(f"{why}{'' if why.endswith('or') else ';'} leave out {options}")


def _about(
    code: str, file: str, request: "Request", there: records.Campaign | None
) -> records.Campaign:
    said: dict[str, Any] = {name: getattr(request, name) for name in ABOUT_ONE_CAMPAIGN}
    if there is None:
        said["title"] = request.title or code
        return records.Campaign(code, **said, source=request.cite or file)
    said["source"] = request.cite
    return replace(there, **{name: value for name, value in said.items() if value is not None})


def _campaign_plans(kept: "Sequence[tuple[records.Campaign, CampaignCounts]]") -> CampaignPlans:
    from recruitment.studies.check_counts import check_campaigns

    found, people = check_campaigns(kept), _people(kept)
    return CampaignPlans(
        tuple(
            CampaignPlan(
                about,
                counts,
                _stage_rows(about.campaign, counts.stages, people),
                (*_in_rows(counts), *_kept(found[about.campaign])),
            )
            for about, counts in kept
        )
    )


def _in_rows(counts: "CampaignCounts") -> "Iterator[records.KeptFinding]":
    for each in counts.contradictions:
        yield records.KeptFinding("rows", str(each.place), each.what, contradiction=True)


def _people(
    kept: "Sequence[tuple[records.Campaign, CampaignCounts]]",
) -> dict[tuple[str, str, str], int]:
    """Return people by campaign, stage and outcome: the most that any characteristic gives."""
    import polars as pl

    cell = ["campaign", "stage", "outcome"]
    each = of_campaigns([(about.campaign, counts.counts) for about, counts in kept])
    sums = each.group_by(*cell, "characteristic").agg(pl.col("candidates").sum())
    most = sums.group_by(cell).agg(pl.col("candidates").max())
    return {
        (campaign, stage, outcome): people for campaign, stage, outcome, people in most.iter_rows()
    }


def _stage_rows(
    code: str, stages: "Iterable[str]", people: dict[tuple[str, str, str], int]
) -> list[dict[str, object]]:
    return [
        {
            "campaign": code,
            "stage": stage,
            "stage_order": order,
            **{outcome: people.get((code, stage, outcome)) for outcome in OUTCOMES},
        }
        for order, stage in enumerate(stages, start=1)
    ]


def _kept(found: "Iterable[CountFinding]") -> "Iterator[records.KeptFinding]":
    for each in found:
        yield records.KeptFinding(
            each.check, each.place, each.finding, each.contradiction, each.identity
        )


def _rows_plan(facts: "Facts") -> RowsPlan:
    from recruitment.studies.check_counts import check_rows

    found = check_rows(facts.subject, facts.rows, facts.characteristics)
    return RowsPlan(facts, tuple(_kept(found)))
