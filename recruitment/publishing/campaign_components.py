"""Campaigns as releases: candidates by stage, with the applications before the first of them."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from analytics.disclosure.campaign_flow import release_of
from analytics.disclosure.cells import ENTERED, EVERYBODY, Cell
from analytics.disclosure.constraints import adds_up
from analytics.disclosure.release import Release
from analytics.disclosure.structure import Stage, Structure
from recruitment.publishing.components import NOW, Component, groups_of
from recruitment.publishing.counted import Counted

APPLICATIONS = "all applications"
WITHDRAWN = "withdrawn"


def campaign_components(counts: Counted) -> Iterator[Component]:
    """Yield each campaign that has counts of candidates, or of applications."""
    for row in counts.campaigns.to_dicts():
        flow = at_every_stage(counts.flow.filter(campaign=row["campaign"]))
        release = release_of(flow, NOW) if flow.height else Release(NOW, (), {})
        release = _with_applications(release, row)
        if release.structures:
            yield Component("campaign", row["campaign"], release, groups_of(flow))


def at_every_stage(flow: pl.DataFrame) -> pl.DataFrame:
    """Keep the characteristics that were counted at every stage: others cannot be audited."""
    stages = flow["stage"].n_unique()
    return flow.filter(pl.col("stage").n_unique().over("characteristic") == stages)


def applications_stage(stages: "tuple[str, ...]") -> str:
    """Return a name for what comes before the first stage, unlike those of ``stages``.

    >>> applications_stage(("Sift", "all applications"))
    'all applications, submitted'
    """
    return APPLICATIONS if APPLICATIONS not in stages else f"{APPLICATIONS}, submitted"


def _with_applications(release: Release, row: dict[str, Any]) -> Release:
    """Add who applied and who withdrew, and that the others entered the first stage."""
    submitted, withdrawn = row["submitted"], row["withdrawn"]
    if submitted is None:
        return release
    stages = tuple(each.name for own in release.structures for each in own.stages)
    stage = applications_stage(stages)
    code = row["campaign"]
    total = Cell(NOW, code, EVERYBODY, EVERYBODY, stage, ENTERED)
    gone = Cell(NOW, code, EVERYBODY, EVERYBODY, stage, WITHDRAWN)
    entered = [own.cells(NOW)[0] for own in release.structures]
    if withdrawn is None and entered:
        # Nobody says so, but whoever did not enter the first stage has gone.
        withdrawn = max(0, submitted - release.counts[entered[0]])
    counted = () if withdrawn is None else (WITHDRAWN,)
    before = Structure(code, (Stage(stage, counted, complete=False),), ())
    counts = {total: submitted, **({gone: withdrawn} if counted else {})}
    further = (adds_up(total, [gone, *entered]),) if counted and entered else ()
    return Release(
        NOW,
        (before, *release.structures),
        {**counts, **release.counts},
        (*release.further, *further),
    )
