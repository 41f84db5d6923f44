"""A report put together from what the studies found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.report.key_findings import key_findings
from reports.report.keys import campaign_keys
from reports.report.material import Material
from reports.report.model import Report, Section
from reports.report.numbering import numbered
from reports.report.sections.activity import recruitment_activity
from reports.report.sections.appendices import definitions, disclosure, method
from reports.report.sections.campaign import campaign_section
from reports.report.sections.conclusion import conclusion
from reports.report.sections.data_quality import data_quality
from reports.report.sections.dismissals import dismissals
from reports.report.sections.implications import implications
from reports.report.sections.opening import background, purpose, recommendation
from reports.report.sections.position import current_position
from reports.report.sections.retention import retention
from reports.report.sections.together import campaigns_together
from reports.report.sources import merged
from reports.wording import few

if TYPE_CHECKING:
    import datetime as dt

TITLE = "Recruitment and retention"


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the front of a report.

    Attributes:
        title: Its title; a blank one, which would head nothing, is that of every report.
        author: Who signs it, or nothing.
        date: Its date.
        policy: How small numbers are treated; one sentence, for every page.
    """

    title: str
    author: str
    date: "dt.date | None"
    policy: str


def assembled(material: Material, cover: Cover, sections: Sequence[str] = ()) -> Report:
    """Return the report on ``material``.

    Args:
        material: What the studies found.
        cover: What stands on its front.
        sections: Keys of the sections to keep; none means all.
    """
    keys = campaign_keys(material.campaigns["campaign"].to_list())
    kept = [
        each for each in _sections(material, keys, cover) if not sections or each.key in sections
    ]
    shown = {each.key for each in kept}
    return Report(
        title=cover.title if cover.title.strip() else TITLE,
        subtitle=f"Recruitment campaign{'' if len(keys) == 1 else 's'} {few(list(keys))}",
        author=cover.author,
        date=cover.date,
        findings=key_findings(material, keys, shown),
        sections=numbered(kept),
        sources=merged(each.source for each in material.findings),
        policy=cover.policy,
    )


def section_keys(campaigns: Sequence[str]) -> list[str]:
    """Return the keys of all sections of a report on ``campaigns``, in reading order."""
    return [
        "purpose",
        "recommendation",
        "background",
        "current-position",
        *campaign_keys(campaigns).values(),
        "campaigns-together",
        "recruitment-activity",
        "retention",
        "dismissals",
        "conclusion",
        "implications",
        "method",
        "definitions",
        "data-quality",
        "disclosure",
    ]


def _sections(material: Material, keys: "dict[str, str]", cover: Cover) -> list[Section]:
    return [
        purpose(material),
        recommendation(),
        background(material),
        current_position(material),
        *(
            campaign_section(material, row, keys[row["campaign"]])
            for row in material.campaigns.to_dicts()
        ),
        campaigns_together(material),
        recruitment_activity(material),
        retention(material),
        dismissals(material),
        conclusion(material),
        implications(material),
        method(material),
        definitions(),
        data_quality(material),
        disclosure(cover.policy),
    ]
