"""Representation at each stage of one campaign, and how it changed."""

from functools import partial
from typing import TYPE_CHECKING, Any

from analytics.settled import SETTLED_ONE_IN
from reports.findings import Findings
from reports.report.model import Block, Figure, Paragraph, Subheading, Table
from reports.report.sections.campaign_facts import Campaign
from reports.report.sections.stage_tables import stage_tables
from reports.report.tables import said, table
from reports.report.words.changes import change_sentence, change_verdict
from reports.report.words.headlines import change_title
from reports.report.words.phrases import BY_ITSELF, of
from reports.wording import listed, people

if TYPE_CHECKING:
    import altair as alt

Row = dict[str, Any]
COLUMNS = (
    "group",
    "from_counts",
    "from_pct",
    "to_counts",
    "to_pct",
    "headline_change",
    "change_interval",
    "p_adjusted",
    "verdict",
)
TABLE_NOTES = (
    "Change: in percentage points (pp), with its 95% confidence interval.",
    BY_ITSELF,
    "The adjusted p allows for all changes of this report tested together (Holm).",
)
PROVISIONAL = (
    f"At most 1 in {SETTLED_ONE_IN} people are still waiting for the outcome of an earlier stage: "
    "so few that the later stage counts as settled, and still its shares are provisional. "
)


def representation_blocks(found: Findings, own: Campaign) -> list[Block]:
    """Return what is said of representation, its chart and its tables."""
    counts, shares = stage_tables(own.name, own.key, own.stages)
    blocks: list[Block] = [
        Subheading("Representation at each stage"),
        _applicants(own, shares[0]),
        *counts,
        _figure(found, own, shares[0]),
        *shares,
    ]
    return [*blocks, *_changes(own)]


def _applicants(own: Campaign, shares: Table) -> Paragraph:
    first = min(row["stage_order"] for row in own.stages)
    rows = [row for row in own.stages if row["stage_order"] == first]
    said_of = [f"{of(row['group_entered'], row['base'])} were {_who(row)}" for row in rows]
    text = f"Of those who entered {rows[0]['stage']}, {listed(said_of)}."
    return Paragraph(text, see=(f"{own.key}-people", shares.key, f"{own.key}-representation"))


def _who(row: Row) -> str:
    return people(row["group"], row["group_entered"])


def _figure(found: Findings, own: Campaign, shares: Table) -> Figure:
    title = change_title(own.changes, own.name)
    return Figure(
        f"{own.key}-representation",
        f"{own.name}: representation at each stage",
        "Line chart with a panel for each group: its share of the candidates at each stage. "
        f"{title}.",
        shares.key,
        partial(_draw, own.narrowed(found, title)),
    )


def _draw(found: Findings) -> "alt.TopLevelMixin":
    from reports.charts.representation import representation_chart

    return representation_chart(found)


def _changes(own: Campaign) -> list[Block]:
    """Say how representation changed up to the last stage that is settled, if there is one."""
    if not own.changes:
        text = f"{own.name} has no later stage that is settled, so there is no change to report."
        return [Paragraph(text)]
    provisional = any(row["provisional"] for row in own.changes)
    key = f"{own.key}-changes"
    return [
        Paragraph(
            f"{PROVISIONAL if provisional else ''}{_span(own.changes)}:",
            tuple(change_sentence(row, own.changes_tested) for row in own.changes),
            see=(key,),
        ),
        _table(own, key),
    ]


def _span(changes: list[Row]) -> str:
    spans = dict.fromkeys(f"{row['from_stage']} to {row['to_stage']}" for row in changes)
    return f"From {listed(list(spans))}, the last settled stage"


def _table(own: Campaign, key: str) -> Table:
    rows = [{**row, "verdict": said(change_verdict(row))} for row in own.changes]
    return table(
        key,
        f"{own.name}: change in representation, first stage to last settled stage",
        "attrition",
        COLUMNS,
        rows,
        TABLE_NOTES,
    )
