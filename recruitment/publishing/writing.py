"""What a report is written from: words and printed counts; the true counts are left behind."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl

from analytics.disclosure.presets import Preset
from analytics.disclosure.release import Published
from recruitment.publishing.components import Component
from recruitment.publishing.counted import Counted
from recruitment.publishing.post_components import uncounted
from recruitment.publishing.protecting import Guarded
from reports.cells import bare
from reports.protected.material import Campaign, Part, Protected
from reports.report.keys import campaign_keys

if TYPE_CHECKING:
    from analytics.disclosure.structure import Structure

# Of what is counted, all that is words; the rest is left behind.
WORDS = ("campaign", "title", "route", "opened", "closed", "as_at", "document")


def material(counts: Counted, found: Sequence[Guarded], preset: Preset) -> Protected:
    """Return all that a protected report is written from."""
    parts = {each.component.key: _parts(each) for each in found}
    said = pl.col("withdrawn").is_not_null().alias("says_withdrawn")
    words = counts.campaigns.select(*WORDS, said).to_dicts()
    keys = campaign_keys([row["campaign"] for row in words])
    documents = [
        rows["document"] for rows in (counts.campaigns, counts.workforce, counts.movements)
    ]
    return Protected(
        preset=preset,
        campaigns=tuple(
            _campaign(row, keys[row["campaign"]], parts.get(("campaign", row["campaign"]), ()))
            for row in words
        ),
        workforce=_of_subject(parts, "workforce"),
        movements=_of_subject(parts, "movements"),
        community=_community(counts.community),
        area=_area(counts.community),
        uncounted=uncounted(counts.workforce),
        sources=tuple(dict.fromkeys(filter(None, pl.concat(documents).to_list()))),
    )


def written_from(made: Protected) -> tuple[object, ...]:
    """Return all that a report says, in a form that can be compared: words, and printed counts."""
    words = [replace(own, counts=None, applications=None) for own in made.campaigns]
    parts = [
        (part.structure, part.groups, part.published.release, dict(part.published.counts))
        for part in made.parts
    ]
    return replace(made, campaigns=(), workforce=(), movements=()), words, parts


def bare_of(published: Published) -> Published:
    """Return a publication without what is for the publisher's eyes."""
    return replace(published, sensitive=(), identities=())


def _parts(each: Guarded) -> tuple[Part, ...]:
    published = bare_of(each.published)
    return tuple(_part(own, published, each.component) for own in published.structures)


def _part(structure: "Structure", published: Published, component: Component) -> Part:
    own = dict(structure.characteristics)
    groups = tuple(each for each in component.groups if each[1] in own.get(each[0], ()))
    return Part(structure, published, groups)


def _of_subject(
    parts: Mapping[tuple[str, str], tuple[Part, ...]], subject: str
) -> tuple[Part, ...]:
    return tuple(part for (own, _), found in parts.items() if own == subject for part in found)


def _campaign(row: Mapping[str, Any], key: str, parts: Sequence[Part]) -> Campaign:
    """Return a campaign; what was applied for is the part without characteristics."""
    before = [part for part in parts if not part.structure.characteristics]
    after = [part for part in parts if part.structure.characteristics]
    return Campaign(
        code=row["campaign"],
        key=key,
        title=row["title"],
        route=row["route"] or "",
        opened=row["opened"],
        closed=row["closed"],
        as_at=row["as_at"],
        counts=after[0] if after else None,
        applications=before[0] if before else None,
        says_withdrawn=row["says_withdrawn"],
    )


def _community(rows: pl.DataFrame) -> dict[tuple[str, str], str]:
    if rows.is_empty():
        return {}
    known = rows.select("characteristic", "group", "benchmark_pct").drop_nulls().rows()
    return {(name, group): bare(percentage) for name, group, percentage in known}


def _area(rows: pl.DataFrame) -> str:
    return "" if rows.is_empty() else str(rows.item(0, "area"))
