"""Shares beside the community's: a panel to a group, a row to a stage or a role.

A bar joins each share with the benchmark, a line through all rows. A share there is evidence about
is a full diamond, one that is not settled a hollow diamond, every other one tested a hollow
circle, each on the line of its interval; a share without a count is a hollow square.
All panels share one scale, which starts at 0. Each row says it in words as well.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from reports.charts import theme
from reports.charts.benchmark_points import benchmark_series, scale_top, share_point, verdict_lines
from reports.charts.comparisons import Series
from reports.charts.labels import day, shortened
from reports.charts.marks import tick_step
from reports.charts.page import level, page, panel_title
from reports.charts.pass_rate_gaps import DIAMOND, WORDS
from reports.charts.stage_rows import (
    COLUMNS,
    LOOK,
    ROW_HEIGHT,
    WORDS_ABOVE,
    figures,
    row_panel,
    stage_axis,
    stage_labels,
)
from reports.findings import Findings
from reports.gap_readings import gap_verdict
from reports.wording import counted, listed

if TYPE_CHECKING:
    import altair as alt

TOOLTIP = {
    "stage_name": "Stage or role",
    "counts": "Share",
    "benchmark_text": "Community",
    "gap_text": "Gap (percentage points)",
    "interval": "Confidence interval (%)",
    "reading": "Reading",
}
HOW_TO_READ = (
    "Black line: the community's share. Grey bar: the gap between the two. Beside each row: the "
    "share with its counts, then the gap in percentage points. All panels share one scale."
)
INTERVALS = (
    "Each blue line is the confidence interval of its row alone; evidence allows for all the "
    "comparisons shown."
)
MARKS = {
    "Full diamonds: evidence of a gap.": {"evidence"},
    "Hollow diamonds: not settled, evidence only if that gap were the only one looked at.": {
        "not settled"
    },
    "Hollow circles: no evidence, or too few people to say.": {"no evidence", "too few to say"},
    "Hollow squares: not tested, because no headcount is known.": {"not tested"},
}


def benchmark_dumbbell_chart(findings: Findings) -> "alt.TopLevelMixin":
    """Return the dumbbell chart of ``findings``, whose table is ``rows``."""
    series = benchmark_series(findings.tables["rows"])
    top = scale_top([row for each in series for row in each.rows])
    lines = _level_in_rows([verdict_lines(each) for each in series])
    return page(
        findings,
        [_panel(each, own, top) for each, own in zip(series, lines, strict=True)],
        columns=COLUMNS,
        subtitle=_subtitle(findings, series),
        description=_description(findings, series),
    )


def _level_in_rows(lines: Sequence[list[str]]) -> list[list[str]]:
    """Return as many lines for the panels that stand side by side."""
    pairs = [level(lines[start : start + COLUMNS]) for start in range(0, len(lines), COLUMNS)]
    return [own for pair in pairs for own in pair]


def _panel(series: Series, lines: list[str], top: float) -> "alt.LayerChart | alt.FacetChart":
    layers = [
        stage_labels(series),
        _gaps(series, top),
        *_benchmarks(series, top),
        _intervals(series, top),
        _shares(series, top),
        *figures(series, bold="datum.evidence"),
    ]
    points = [share_point(row, series) for row in series.rows]
    return row_panel(layers, series, points, panel_title(series.title, lines, offset=12))


def _share_axis(field: str, top: float) -> "alt.X":
    import altair as alt

    axis = alt.Axis(
        title="per cent",
        titleFontWeight="normal",
        titleColor=theme.INK,
        values=list(range(0, int(top) + 1, tick_step(top))),
        domain=False,
        ticks=False,
        grid=True,
    )
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=axis)


def _gaps(series: Series, top: float) -> "alt.Chart":
    """The bar from the community's share to the group's."""
    import altair as alt

    known = alt.Chart().transform_filter("isValid(datum.share)")
    bar: alt.Chart = known.mark_rule(color=theme.REST, strokeWidth=8, aria=False).encode(
        x=_share_axis("benchmark", top), x2=alt.X2("share:Q"), y=stage_axis(series)
    )
    return bar


def _benchmarks(series: Series, top: float) -> "list[alt.Chart]":
    """A tick to each row, as high as the row, so that equal ones make a line; and its name."""
    import altair as alt

    tick = alt.Chart().mark_tick(color=theme.INK, thickness=2, size=ROW_HEIGHT, aria=False)
    ticks: alt.Chart = tick.encode(x=_share_axis("benchmark", top), y=stage_axis(series))
    first, *others = {row["benchmark"]: row["benchmark_pct"] for row in series.rows}.items()
    named = (
        []
        if others
        else [{"benchmark": first[1], "words": f"community: {shortened(first[0], 40)}"}]
    )
    once = alt.Chart(alt.InlineData(values=named))
    words: alt.Chart = once.mark_text(
        align=_towards_middle(first[1] / top), baseline="bottom", **LOOK
    ).encode(
        x=_share_axis("benchmark", top), y=alt.value(-WORDS_ABOVE / 2), text=alt.Text("words:N")
    )
    return [ticks, words]


def _towards_middle(position: float) -> Literal["left", "center", "right"]:
    """Return how text is aligned so as not to leave the plot, whose edges are 0 and 1.

    >>> _towards_middle(0.1), _towards_middle(0.5)
    ('left', 'center')
    """
    near = 0.3
    return "left" if position < near else "right" if position > 1 - near else "center"


def _intervals(series: Series, top: float) -> "alt.Chart":
    import altair as alt

    known = alt.Chart().transform_filter("isValid(datum.low) && isValid(datum.high)")
    line: alt.Chart = known.mark_rule(color=theme.NAVY, strokeWidth=2, aria=False).encode(
        x=_share_axis("low", top), x2=alt.X2("high:Q"), y=stage_axis(series)
    )
    return line


def _shares(series: Series, top: float) -> "alt.Chart":
    import altair as alt

    known = alt.Chart().transform_filter("isValid(datum.share)")
    shape = (
        alt.when(DIAMOND)
        .then(alt.value("diamond"))
        .when("datum.untested")
        .then(alt.value("square"))
        .otherwise(alt.value("circle"))
    )
    encoded: alt.Chart = known.mark_point(stroke=theme.NAVY, strokeWidth=2, opacity=1).encode(
        x=_share_axis("share", top),
        y=stage_axis(series),
        shape=shape,
        size=alt.condition(DIAMOND, alt.value(200), alt.value(80)),
        fill=alt.condition("datum.evidence", alt.value(theme.NAVY), alt.value(theme.PAPER)),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()],
        description=alt.Description("said:N"),
    )
    return encoded


def _subtitle(findings: Findings, series: Sequence[Series]) -> list[str]:
    rows = [row for each in series for row in each.rows]
    areas = listed(list(dict.fromkeys(shortened(row["area"], 60) for row in rows)))
    words = {WORDS[gap_verdict(row)] for row in rows}
    where = listed(_dated(findings, series)) or "no population"
    return [
        f"Share of each group in {where}, beside its share of the community: {areas}.",
        HOW_TO_READ,
        *([INTERVALS] if words - {"not tested"} else []),
        " ".join(text for text, of in MARKS.items() if of & words),
    ]


def _dated(findings: Findings, series: Sequence[Series]) -> list[str]:
    """Return the campaigns and units, each with its date where they differ."""
    dates = {each.campaign: each.rows[0]["as_at"] for each in series}
    if findings.as_at:
        return [
            *list(dates)[:-1],
            *(f"{last}, as at {day(findings.as_at)}" for last in list(dates)[-1:]),
        ]
    return [f"{where} ({day(str(date))})" if date else where for where, date in dates.items()]


def _description(findings: Findings, series: Sequence[Series]) -> str:
    headline = shortened(findings.headline or findings.title, 300).rstrip(".")
    panels = counted(len(series), "panel")
    said = [
        f"{each.campaign}, {each.group} against {each.reference}: "
        f"{'; '.join(share_point(row, each)['said'] for row in each.rows)}."
        for each in series
    ]
    return " ".join([f"{headline}.", f"Dumbbell chart of shares and benchmarks, {panels}.", *said])
