"""One campaign: its stages, representation and how it changed, pass rates, and what they carry."""

from typing import Any

from reports.charts.labels import day
from reports.report.material import Material
from reports.report.model import Block, Notes, Paragraph, Section
from reports.report.sections.campaign_evidence import evidence_blocks
from reports.report.sections.campaign_facts import Campaign, campaign_facts
from reports.report.sections.campaign_pass_rates import pass_rate_blocks
from reports.report.sections.campaign_representation import representation_blocks

Row = dict[str, Any]


def campaign_section(material: Material, row: Row, key: str) -> Section:
    """Return the section of the campaign in ``row``, which need not have counts."""
    if material.attrition is None or not row["stages"]:
        return Section(key, _heading(row), (Paragraph(_nothing(row)),))
    own = campaign_facts(material, row, key)
    blocks: list[Block] = [
        Paragraph(_people(own)),
        *representation_blocks(material.attrition, own),
        *pass_rate_blocks(material.pass_rates, own),
        *evidence_blocks(own),
    ]
    if own.notes:
        blocks.append(Notes(own.notes))
    return Section(key, _heading(row), tuple(blocks))


def _nothing(row: Row) -> str:
    if row["stages"]:
        return f"The counts of {row['campaign']} name no group to report on."
    return f"{row['campaign']} has no counts of candidates yet, so there is nothing to report on."


def _heading(row: Row) -> str:
    """Return the title with the code, unless the title has it already."""
    named = str(row["campaign"]).casefold() in str(row["title"]).casefold()
    return str(row["title"]) if named else f"{row['campaign']}: {row['title']}"


def _people(own: Campaign) -> str:
    """Say how many applied, withdrew and went on, how far, and at which date."""
    row = own.row
    entered = f"{row['in_process']:,} candidates entered the first stage"
    if row["submitted"] is None:
        people = f"{entered} of {own.name}."
    else:
        left = f", of which {row['withdrawn']:,} were withdrawn" if row["withdrawn"] else ""
        people = f"{row['submitted']:,} applications to {own.name} were submitted{left}; {entered}."
    last = f" Its last stage with counts is {row['last_stage']}." if row["stages"] > 1 else ""
    as_at = f" The figures describe {day(str(row['as_at']))}." if row["as_at"] else ""
    return f"{people}{last}{as_at}"
