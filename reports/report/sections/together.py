"""The campaigns together: pooled pass rates, who applied, and applicants beside the community."""

from typing import Any

from reports.findings import Findings
from reports.gap_readings import OVERALL, gap_verdict
from reports.readings import Verdict
from reports.report.material import Material
from reports.report.model import Block, Notes, Paragraph, Section, Subheading, Table
from reports.report.reader_notes import about_none
from reports.report.sections.applicants_community import community_blocks
from reports.report.tables import compared, said, table
from reports.report.words.applicants import (
    pool_sentence,
    pool_verdict,
    trend_sentence,
    trend_verdict,
)
from reports.report.words.gaps import pooled_sentence
from reports.report.words.phrases import BY_ITSELF, led
from reports.wording import counted, listed

Row = dict[str, Any]
KEY, HEADING = "campaigns-together", "The campaigns together"
GAP_COLUMNS = (
    "compared",
    "stage",
    "campaigns",
    "own_passed",
    "others_passed",
    "gap_pp",
    "gap_interval",
    "p_adjusted",
    "verdict",
)
POOL_COLUMNS = (
    "campaign",
    "group",
    "pool_counts",
    "representation_pct",
    "earlier_campaigns",
    "earlier_counts",
    "earlier_representation_pct",
    "difference_pp",
    "p_adjusted",
    "verdict",
)
TREND_COLUMNS = ("measure", "stage", "group", "campaigns", "counts", "p_adjusted", "verdict")
NOT_ADDED_UP = (
    "Counts are added up; the gap is pooled campaign by campaign (Mantel and Haenszel), so it is "
    "not the difference of the rates of the sums."
)
WORTH_NAMING = {Verdict.evidence, Verdict.alone}


def campaigns_together(material: Material) -> Section:
    """Return what several campaigns say together, and their applicants beside the community."""
    blocks = [*_compared(material.compare), *community_blocks(material.applicants)]
    return Section(KEY, HEADING, tuple(blocks))


def _compared(found: Findings | None) -> list[Block]:
    if found is None:
        text = "Fewer than two campaigns have counts at a stage in common, so none are compared."
        return [Paragraph(text)]
    gaps, pools, trends = (found.tables[name].to_dicts() for name in ("rows", "pools", "trend"))
    notes = about_none(found.notes, _codes(pools))
    return [*_gaps(gaps), *_pools(pools), *_trends(trends), Notes(notes)]


def _codes(pools: list[Row]) -> list[str]:
    earlier = [name for row in pools for name in row["earlier_campaigns"].split(", ")]
    return list(dict.fromkeys([*earlier, *(row["campaign"] for row in pools)]))


def _gaps(rows: list[Row]) -> list[Block]:
    if not rows:
        return []
    tested = sum(row["p_value"] is not None for row in rows)
    overall = [row for row in rows if row["stage"] == OVERALL]
    named = [row for row in rows if row["stage"] != OVERALL and gap_verdict(row) in WORTH_NAMING]
    blocks: list[Block] = [Subheading("Pass rates, pooled")]
    if overall:
        campaigns = listed(overall[0]["campaigns"].split(", "))
        lead = f"Over the stages that are settled in {campaigns} alike:"
        items = tuple(pooled_sentence(row, tested) for row in overall)
        blocks.append(Paragraph(lead, items, see=("pooled-gaps",)))
    blocks.append(_by_stage(named, tested))
    return [*blocks, _gap_table(rows)]


def _by_stage(named: list[Row], tested: int) -> Paragraph:
    if not named:
        return Paragraph("At no single stage is there evidence of a gap.", see=("pooled-gaps",))
    items = tuple(
        led(
            f"{row['stage']} ({listed(row['campaigns'].split(', '))})", pooled_sentence(row, tested)
        )
        for row in named
    )
    lead = "Stage by stage, these gaps stand out; the others give no evidence of one:"
    return Paragraph(lead, items)


def _gap_table(rows: list[Row]) -> Table:
    shown = [{**row, "compared": compared(row), "verdict": said(gap_verdict(row))} for row in rows]
    return table(
        "pooled-gaps",
        "Pass rates of several campaigns together",
        "compare",
        GAP_COLUMNS,
        shown,
        (NOT_ADDED_UP, BY_ITSELF),
    )


def _pools(rows: list[Row]) -> list[Block]:
    if not rows:
        return []
    tested = sum(row["p_value"] is not None for row in rows)
    named = [row for row in rows if pool_verdict(row) in WORTH_NAMING]
    others = len(rows) - len(named)
    rest = (
        f"These stand out; the other {counted(others, 'comparison')} give no evidence of a "
        "difference:"
    )
    text = "Applicants to each campaign are compared with those to all that opened before it."
    shown = [{**row, "verdict": said(pool_verdict(row))} for row in rows]
    return [
        Subheading("Who applied"),
        Paragraph(
            f"{text} {rest}" if named else f"{text} No comparison gives evidence of a difference.",
            tuple(pool_sentence(row, tested) for row in named),
            see=("applicants",),
        ),
        table(
            "applicants",
            "Applicants to each campaign beside those to earlier ones",
            "compare",
            POOL_COLUMNS,
            shown,
        ),
    ]


def _trends(rows: list[Row]) -> list[Block]:
    if not rows:
        return []
    tested = sum(row["p_trend"] is not None for row in rows)
    named = [row for row in rows if trend_verdict(row) in WORTH_NAMING]
    text = "Taken in the order in which the campaigns opened,"
    lead = (
        "these shares and pass rates stand out:" if named else "nothing gives evidence of a trend."
    )
    shown = [{**row, "verdict": said(trend_verdict(row))} for row in rows]
    return [
        Paragraph(
            f"{text} {lead}",
            tuple(trend_sentence(row, tested) for row in named),
            see=("trends",),
        ),
        table(
            "trends", "Shares and pass rates over the campaigns", "compare", TREND_COLUMNS, shown
        ),
    ]
