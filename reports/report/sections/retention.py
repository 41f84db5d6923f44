"""Retention: who joined and who left, and what that does not say of staying."""

from functools import partial
from typing import TYPE_CHECKING, Any

from analytics.period_changes import ODDS
from reports.findings import Findings
from reports.gap_readings import gap_verdict
from reports.readings import Verdict
from reports.report.material import Material
from reports.report.model import Block, Figure, Notes, Paragraph, Section, Subheading, Table
from reports.report.sections.leaving import leaving_blocks
from reports.report.sections.posts import by_post, post, with_post
from reports.report.tables import said, table
from reports.report.words.movements import make_up_sentence, numbers_sentence, period_sentence
from reports.report.words.phrases import led

if TYPE_CHECKING:
    import altair as alt

Row = dict[str, Any]
COLUMNS = (
    "post",
    "period",
    "group",
    "joined_of_all",
    "joined_share",
    "left_of_all",
    "left_share",
    "net_change",
    "p_adjusted",
    "verdict",
)
NOTHING = "The data behind this report record nobody who joined or left."
ONE_SIDE = "Joiners and leavers are not recorded for the same period, so they are not compared."
NOT_RETENTION = (
    "More people joining than leaving is growth, not retention. Retention is how many of those "
    "employed stay, and takes the number employed; a group that is rarer among leavers than among "
    "joiners need not stay longer."
)


def retention(material: Material) -> Section:
    """Return joiners beside leavers, and leaving rates where headcounts are known."""
    found = material.retention
    if found is None:
        return Section("retention", "Retention", (Paragraph(NOTHING),))
    blocks = [*_joined(found), *leaving_blocks(found), Notes(found.notes)]
    return Section("retention", "Retention", tuple(blocks))


def _joined(found: Findings) -> list[Block]:
    rows = found.tables["rows"].to_dicts()
    if not rows:
        return [Paragraph(ONE_SIDE)]
    tested = sum(row["p_value"] is not None for row in rows)
    return [
        Subheading("Joiners and leavers"),
        *(each for own in by_post(rows).values() for each in _of_post(own, tested)),
        *_last_period(found),
        Paragraph(NOT_RETENTION),
        _figure(found),
        _table(rows),
    ]


def _of_post(rows: list[Row], tested: int) -> list[Paragraph]:
    """Return numbers, then make-up, of one post, period by period."""
    of_whom = post(rows[0])
    return [
        Paragraph(
            f"{of_whom}, in numbers:",
            tuple(led(row["period"], numbers_sentence(row)) for row in rows),
            see=("joiners-leavers",),
        ),
        Paragraph(
            f"{of_whom}, as a share of all who joined and of all who left:",
            tuple(led(row["period"], make_up_sentence(row, tested)) for row in rows),
        ),
    ]


def _last_period(found: Findings) -> list[Paragraph]:
    """Set the last period beside the earlier ones, those worth naming by name."""
    rows = [row for row in found.tables["periods"].to_dicts() if row["measure"] != ODDS]
    if not rows:
        return []
    tested = found.tables["periods"]["p_value"].count()
    named = [
        row
        for row in rows
        if gap_verdict(row, "detectable_difference_pp") in {Verdict.evidence, Verdict.alone}
    ]
    spans = dict.fromkeys(f"{row['later']} beside {row['earlier']}" for row in rows)
    lead = f"The last period beside those before it ({', '.join(spans)}):"
    if not named:
        return [Paragraph(f"{lead} no evidence that the share of joiners or of leavers changed.")]
    return [Paragraph(lead, tuple(period_sentence(row, tested) for row in named))]


def _figure(found: Findings) -> Figure:
    return Figure(
        "joiners-leavers-chart",
        "Joiners and leavers in each period",
        "Bars of joiners to the right and of leavers to the left, a panel for each group. "
        f"{found.headline.rstrip('.')}.",
        "joiners-leavers",
        partial(_draw, found),
    )


def _draw(found: Findings) -> "alt.TopLevelMixin":
    from reports.charts.joiners_leavers import joiners_leavers_chart

    return joiners_leavers_chart(found)


def _table(rows: list[Row]) -> Table:
    shown = [{**with_post(row), "verdict": said(gap_verdict(row))} for row in rows]
    return table(
        "joiners-leavers",
        "Joiners and leavers in each period",
        "retention",
        COLUMNS,
        shown,
        ("Shares are of all who joined, or left, those who did not state an answer included.",),
    )
