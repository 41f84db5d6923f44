"""Gaps in pass rates with their intervals: a forest plot, a panel to a group, a row to a stage.

All panels share one scale, which has 0 on it, so that equal lengths are equal gaps. A gap there is
evidence of is a full diamond on a thick line, with bold figures; one that is not settled a hollow
diamond; every other one a hollow circle, both on a thin line. Each row says it in words as well.
"""

from typing import TYPE_CHECKING, Any

from reports.cells import signed
from reports.charts import theme
from reports.charts.comparisons import (
    Compared,
    Row,
    Series,
    compared,
    counts,
    description,
    is_overall,
    where,
)
from reports.charts.labels import shortened
from reports.charts.page import level, page, panel_title
from reports.charts.points import NO_FIGURE
from reports.charts.stage_rows import (
    COLUMNS,
    directions,
    figures,
    gap_axis,
    gap_domain,
    ground,
    reading_lines,
    row_panel,
    stage_axis,
    stage_labels,
)
from reports.findings import Findings
from reports.gap_readings import gap_verdict
from reports.readings import Verdict

if TYPE_CHECKING:
    import altair as alt

WORDS = {
    Verdict.evidence: "evidence",
    Verdict.alone: "not settled",
    Verdict.against: "not settled",
    Verdict.none: "no evidence",
    Verdict.too_few: "too few to say",
    Verdict.unknown: "not tested",
}
NOT_SETTLED = {Verdict.alone, Verdict.against}
CLOSER_LOOK = "worth a closer look"
TOOLTIP = {
    "stage_name": "Stage",
    "counts": "Passed of those with an outcome",
    "gap_text": "Gap (percentage points)",
    "interval": "Confidence interval",
    "reading": "Reading",
}
DIAMOND = "datum.evidence || datum.open"
HOW_TO_READ = (
    "Beside each row: passed of those with an outcome, group v those compared with; then the gap "
    "and its interval. All panels share one scale. "
    "Each line is the confidence interval of its row alone; evidence allows for all the "
    "comparisons shown."
)


def pass_rate_gaps_chart(findings: Findings) -> "alt.TopLevelMixin":
    """Return the forest plot of ``findings``, whose table is ``rows``."""
    drawn = compared(findings.tables["rows"])
    ends = ("gap_low_pp", "gap_pp", "gap_high_pp")
    domain = gap_domain(row[end] for row in drawn.rows for end in ends)
    lines = level([reading_lines(series) for series in drawn.series])
    return page(
        findings,
        [_panel(series, own, domain) for series, own in zip(drawn.series, lines, strict=True)],
        columns=COLUMNS,
        subtitle=_subtitle(findings, drawn),
        description=description(
            findings,
            "Forest plot of gaps in pass rates, in percentage points",
            [(each, [gap_point(row, each)["said"] for row in each.rows]) for each in drawn.series],
        ),
    )


def _panel(
    series: Series, lines: list[str], domain: tuple[float, float]
) -> "alt.LayerChart | alt.FacetChart":
    layers = [
        ground(series),
        stage_labels(series),
        *directions(series, domain),
        _intervals(series, domain),
        _gaps(series, domain),
        *figures(series, bold="datum.evidence"),
    ]
    points = [gap_point(row, series) for row in series.rows]
    return row_panel(layers, series, points, panel_title(series.title, lines, offset=12))


def gap_point(row: Row, series: Series) -> dict[str, Any]:
    """Return one row of the findings as a point, all of its text ready."""
    sides = [counts(row), counts(row, "reference_")]
    gap, low, high = row["gap_pp"], row["gap_low_pp"], row["gap_high_pp"]
    interval = "" if low is None or high is None else f"{signed(low)} to {signed(high)}"
    gap_text = NO_FIGURE if gap is None else signed(gap)
    figure = f"{gap_text} ({interval})" if interval else gap_text
    point = {
        "stage": series.stages[row["stage"]],
        "stage_name": shortened(row["stage"], 60),
        "overall": is_overall(row),
        "gap": gap,
        "low": low,
        "high": high,
        "evidence": gap_verdict(row) is Verdict.evidence,
        "open": gap_verdict(row) in NOT_SETTLED,
        "counts": " v ".join(sides) if all(sides) else "",
        "gap_text": gap_text,
        "interval": interval,
        "figure": f"{figure}: {verdict_words(row)}",
        "reading": shortened(row["reading"] or "", 300),
    }
    return point | {"said": f"{point['stage_name']}: {point['counts']}, {point['figure']}"}


def verdict_words(row: Row) -> str:
    """Return what the evidence carries, in as few words as fit beside a row."""
    if (row["reading"] or "").startswith(CLOSER_LOOK):
        return CLOSER_LOOK
    return WORDS[gap_verdict(row)]


def _intervals(series: Series, domain: tuple[float, float]) -> "alt.Chart":
    import altair as alt

    known = alt.Chart().transform_filter("isValid(datum.low) && isValid(datum.high)")
    encoded: alt.Chart = known.mark_rule(color=theme.NAVY, aria=False).encode(
        x=gap_axis("low", domain),
        x2=alt.X2("high:Q"),
        y=stage_axis(series),
        strokeWidth=alt.condition("datum.evidence", alt.value(5), alt.value(1.5)),
    )
    return encoded


def _gaps(series: Series, domain: tuple[float, float]) -> "alt.Chart":
    import altair as alt

    known = alt.Chart().transform_filter("isValid(datum.gap)")
    encoded: alt.Chart = known.mark_point(stroke=theme.NAVY, strokeWidth=2, opacity=1).encode(
        x=gap_axis("gap", domain),
        y=stage_axis(series),
        shape=alt.condition(DIAMOND, alt.value("diamond"), alt.value("circle")),
        size=alt.condition(DIAMOND, alt.value(200), alt.value(70)),
        fill=alt.condition("datum.evidence", alt.value(theme.NAVY), alt.value(theme.PAPER)),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()],
        description=alt.Description("said:N"),
    )
    return encoded


def _subtitle(findings: Findings, drawn: Compared) -> list[str]:
    gap = "the group's pass rate less that of those it is compared with, in percentage points"
    return [
        f"Gap in pass rates at each stage of {where(findings, drawn)}: {gap}.",
        HOW_TO_READ,
        *_marks(drawn),
        *drawn.left_out,
    ]


def _marks(drawn: Compared) -> list[str]:
    """Return what the marks stand for, of those there are, in one line."""
    words = set(map(verdict_words, drawn.rows))
    found = CLOSER_LOOK if CLOSER_LOOK in words else "evidence of a gap"
    meanings = {
        f"Full diamonds on thick lines: {found}.": {CLOSER_LOOK, "evidence"},
        "Hollow diamonds: not settled, evidence only if that gap were the only one looked at.": {
            "not settled"
        },
        "Hollow circles: no evidence, or too few people to say.": {"no evidence", "too few to say"},
    }
    shown = [text for text, of in meanings.items() if of & words]
    return [" ".join(shown)] if shown else []
