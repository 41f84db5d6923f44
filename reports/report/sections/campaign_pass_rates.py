"""Pass rates of one campaign: groups beside those they are compared with."""

from functools import partial
from typing import TYPE_CHECKING, Any

from reports.findings import Findings
from reports.gap_readings import OVERALL, gap_headline, gap_verdict
from reports.readings import Verdict
from reports.report.model import Block, Figure, Paragraph, Subheading, Table
from reports.report.sections.campaign_facts import Campaign
from reports.report.tables import compared, said, table
from reports.report.words.gaps import gap_sentence
from reports.report.words.phrases import BY_ITSELF, led
from reports.wording import counted

if TYPE_CHECKING:
    import altair as alt

Row = dict[str, Any]
COLUMNS = (
    "compared",
    "stage",
    "own_passed",
    "own_rate",
    "others_passed",
    "others_rate",
    "gap_pp",
    "gap_interval",
    "p_adjusted",
    "verdict",
)
TABLE_NOTES = (
    "Group and others: passed of those with an outcome, then the pass rate.",
    "Gap: group less others, in percentage points (pp), with its 95% confidence interval.",
    BY_ITSELF,
    "The adjusted p allows for all gaps of this report tested together (Holm).",
)
WORTH_NAMING = {Verdict.evidence, Verdict.alone}


def pass_rate_blocks(found: Findings | None, own: Campaign) -> list[Block]:
    """Return what is said of pass rates, their chart and their table."""
    blocks: list[Block] = [Subheading("Pass rates")]
    if found is None or not own.gaps:
        text = f"{own.name} has no pass rates to compare: no outcomes are recorded yet."
        return [*blocks, Paragraph(text)]
    key = f"{own.key}-pass-rates"
    return [
        *blocks,
        *_overall(own, key),
        *_stages(own),
        _figure(found, own, key),
        _table(own, key),
    ]


def _overall(own: Campaign, key: str) -> list[Paragraph]:
    rows = [row for row in own.gaps if row["stage"] == OVERALL]
    if not rows:
        return []
    lead = (
        "A pass rate is those who passed, of those who passed or failed. Over all stages up to the "
        "last settled one:"
    )
    return [Paragraph(lead, tuple(gap_sentence(row, own.gaps_tested) for row in rows), see=(key,))]


def _stages(own: Campaign) -> list[Paragraph]:
    """Name the stages at which there is evidence, or at which it is not settled."""
    rows = [row for row in own.gaps if row["stage"] != OVERALL]
    tested = [row for row in rows if row["p_value"] is not None]
    named = [row for row in tested if gap_verdict(row) in WORTH_NAMING]
    if not tested:
        return []
    if not named:
        return [Paragraph(f"At no single stage of {own.name} is there evidence of a gap.")]
    others = len(tested) - len(named)
    rest = f"; the other {counted(others, 'comparison')} give no evidence of one" if others else ""
    return [
        Paragraph(
            f"Stage by stage, these gaps stand out{rest}:",
            tuple(led(row["stage"], gap_sentence(row, own.gaps_tested)) for row in named),
        )
    ]


def _figure(found: Findings, own: Campaign, key: str) -> Figure:
    narrowed = own.narrowed(found, "")
    title = gap_headline(narrowed.tables["rows"], [own.name])
    return Figure(
        f"{key}-chart",
        f"{own.name}: gaps in pass rates at each stage",
        "Chart with a panel for each group: the gap between its pass rate and that of those it is "
        f"compared with, at each stage, with confidence intervals. {title}.",
        key,
        partial(_draw, own.narrowed(found, title)),
    )


def _draw(found: Findings) -> "alt.TopLevelMixin":
    from reports.charts.pass_rate_gaps import pass_rate_gaps_chart

    return pass_rate_gaps_chart(found)


def _table(own: Campaign, key: str) -> Table:
    rows = [
        {**row, "compared": compared(row), "verdict": said(gap_verdict(row))} for row in own.gaps
    ]
    return table(
        key,
        f"{own.name}: pass rates at each stage, and overall",
        "pass-rates",
        COLUMNS,
        rows,
        TABLE_NOTES,
    )
