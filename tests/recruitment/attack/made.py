"""A protected report, on LE19 or a generated campaign, and what the attacker makes of it."""

import datetime as dt
from dataclasses import replace
from functools import cache

import polars as pl

from analytics.disclosure.cells import EVERYBODY, NOT_STATED, Cell
from analytics.disclosure.presets import PUBLIC, Preset
from analytics.disclosure.release import Release
from recruitment import published
from recruitment.attack.judging import Judgement
from recruitment.ingest.originals import Original
from recruitment.publishing.components import Component
from recruitment.publishing.counted import Counted
from recruitment.publishing.making import Publication, attacked, publication
from recruitment.publishing.protecting import Guarded, guarded
from recruitment.warehouse import open_warehouse
from reports.renderers import renderer
from reports.report.assembly import Cover
from reports.report.model import Report
from tests.analytics.disclosure.campaigns import campaign, monthly_pair
from tests.analytics.disclosure.careless import primary_only

COVER = Cover("Recruitment and retention", "", dt.date(2020, 6, 15), "")
FORMATS = (".md", ".html", ".xlsx", ".docx", ".pdf")


@cache
def le19(preset: str = "public") -> Publication:
    """The report on LE19, the workforce, joiners and leavers."""
    with open_warehouse(subjects=published.ALL) as con:
        return publication(con, preset=preset, cover=COVER, campaigns=["LE19"])


@cache
def every_campaign(preset: str) -> Publication:
    """The report on all packaged campaigns."""
    with open_warehouse(subjects=published.ALL) as con:
        return publication(con, preset=preset, cover=COVER)


@cache
def file(suffix: str) -> bytes:
    """The same as a file."""
    return renderer(suffix)(le19().report)


def judgement_on(content: bytes, suffix: str, name: str = "report") -> Judgement:
    """What the attacker makes of a file that claims to be it."""
    return attacked(le19(), Original(f"{name}{suffix}", content))


def as_file(report: Report, suffix: str = ".md") -> bytes:
    """A report that leaks, as a file."""
    return renderer(suffix)(report)


def of_release(release: Release, preset: Preset = PUBLIC) -> Publication:
    """The report on one generated campaign."""
    component = component_of(release)
    return _publication(preset, guarded([component], preset, (), "R1"))


@cache
def generated() -> Publication:
    """The report on a generated campaign whose axes, labels and counts are large and small."""
    return of_release(named_apart(campaign(7)))


def carelessly(release: Release, preset: Preset, *, shares: bool = False) -> Publication:
    """The report on one generated campaign, of which small counts are hidden, and nothing else."""
    printed = primary_only(release, preset, shares=shares)
    return _publication(preset, (Guarded(component_of(release), printed),))


@cache
def month_after_month(seed: int) -> tuple[Publication, Publication]:
    """The second of two reports, made as if the first one did not exist, and made with it."""
    first, second = map(named_apart, monthly_pair(seed, 400))
    (june,) = guarded([component_of(first)], PUBLIC, (), "R1")
    (alone,) = guarded([component_of(second)], PUBLIC, (), "R2")
    (together,) = guarded([component_of(second)], PUBLIC, [june.entry], "R2")
    careless = replace(together.published, counts=alone.published.counts)
    return (
        _publication(PUBLIC, (replace(together, published=careless),)),
        _publication(PUBLIC, (together,)),
    )


def named_apart(release: Release) -> Release:
    """A generated campaign whose answers are called after their questions, so that no two agree."""

    def name(cell: Cell) -> Cell:
        if cell.characteristic == EVERYBODY or cell.category == NOT_STATED:
            return cell
        return replace(cell, category=f"{cell.category} to {cell.characteristic}")

    structure = release.structures[0]
    characteristics = tuple(
        (asked, tuple(each if each == NOT_STATED else f"{each} to {asked}" for each in own))
        for asked, own in structure.characteristics
    )
    return Release(
        release.name,
        (replace(structure, characteristics=characteristics),),
        {name(cell): count for cell, count in release.counts.items()},
    )


def component_of(release: Release) -> Component:
    """One generated campaign; every answer is reported on."""
    structure = release.structures[0]
    groups = tuple((name, own[0]) for name, own in structure.characteristics)
    return Component("campaign", structure.campaign, release, groups)


def _publication(preset: Preset, found: tuple[Guarded, ...]) -> Publication:
    with open_warehouse(subjects=published.ALL) as con:
        known = publication(con, preset=preset.name if preset == PUBLIC else "public", cover=COVER)
    code = found[0].component.name
    row = {
        **dict.fromkeys(known.counts.campaigns.columns),
        "campaign": code,
        "title": "Made up",
        "document": "",
        "source": "made up",
    }
    campaigns = pl.DataFrame([row], schema=known.counts.campaigns.schema)
    counts = Counted(
        campaigns,
        known.counts.flow.clear(),
        known.counts.workforce.clear(),
        known.counts.movements.clear(),
        known.counts.community.clear(),
    )
    return replace(known, preset=preset, counts=counts, found=found)
