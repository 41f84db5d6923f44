"""How many of 100 who entered are still in after each stage: the group above, the others below.

A bar is an outline from the first stage on at which people still wait: their outcome can change it
and all that follow.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reports.charts import theme
from reports.charts.comparisons import Compared, Series, compared, description, where
from reports.charts.funnel_bars import SIDES, Bar, bars, with_entry
from reports.charts.labels import wrapped
from reports.charts.page import level, page, panel_title
from reports.charts.stage_rows import COLUMNS, LOOK, ROW_HEIGHT, stage_axis, stage_labels
from reports.findings import Findings

if TYPE_CHECKING:
    import altair as alt

PLOT_WIDTH = 290
# Of a row, between stages.
PADDING = 0.25
WHO = "Upper bars: the group; lower bars: those it is compared with."
HOW_TO_READ = (
    "In brackets: passed of those with an outcome at that stage; people who wait or withdrew are "
    "left out. "
    "What is seen here may be chance; the headline says where there is evidence of a gap."
)
PROVISIONAL = (
    "Outlined bars are provisional: people still wait for the outcome of that stage or an earlier "
    "one."
)
TOOLTIP = {"stage_name": "Stage", "who": "Who", "label": "Still in", "status": "Counts are"}


def funnel_chart(findings: Findings) -> "alt.TopLevelMixin":
    """Return the selection funnel of ``findings``, whose table is ``rows``."""
    drawn = compared(findings.tables["rows"])
    waiting = {(row["campaign"], row["stage"]) for row in drawn.rows if row["pending"]}
    funnels = [(each, bars(each, waiting)) for each in map(with_entry, drawn.series)]
    lines = level([wrapped(_outcome(series, own), 92, 3) for series, own in funnels])
    return page(
        findings,
        [_panel(series, own, said) for (series, own), said in zip(funnels, lines, strict=True)],
        columns=COLUMNS,
        subtitle=_subtitle(findings, drawn, [bar for _, own in funnels for bar in own]),
        description=description(
            findings,
            "Selection funnel: of 100 who entered, how many are still in after each stage",
            [(series, [bar["said"] for bar in own]) for series, own in funnels],
        ),
    )


def _outcome(series: Series, own: Sequence[Bar]) -> str:
    """Return in a sentence who is still in at the end."""
    half = len(own) // 2
    ours, theirs = own[half - 1], own[-1]
    if half == 1 or ours["pct"] is None or theirs["pct"] is None:
        return ""
    provisional = " (provisional)" if ours["provisional"] else ""
    return (
        f"{ours['stage_name']}, {ours['share']} {series.group} and {theirs['share']} "
        f"{series.reference} are still in{provisional}."
    )


def _subtitle(findings: Findings, drawn: Compared, own: Sequence[Bar]) -> list[str]:
    entered = f"Of every 100 who entered {where(findings, drawn)}"
    return [
        f"{entered}: how many are still in after each stage. {WHO}",
        HOW_TO_READ,
        *[PROVISIONAL] * any(bar["provisional"] for bar in own),
        *drawn.left_out,
    ]


def _panel(
    series: Series, own: Sequence[Bar], lines: Sequence[str]
) -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    return alt.layer(
        stage_labels(series, padding=PADDING, only="datum.side === 'group'"),
        _drawn_bars(series),
        _label("name", series, align="left", x=alt.value(6)),
        _label("label", series, align="left", dx=6, x=_share_axis()),
        data=alt.InlineData(values=list(own)),
        width=PLOT_WIDTH,
        height=ROW_HEIGHT * len(series.stages),
        title=panel_title(series.title, lines, offset=12),
    )


def _share_axis() -> "alt.X":
    import altair as alt

    axis = alt.Axis(
        title="of every 100 who entered",
        titleFontWeight="normal",
        titleColor=theme.INK,
        values=[0, 20, 40, 60, 80, 100],
        domain=False,
        ticks=False,
        grid=False,
    )
    return alt.X("end:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)


def _lane() -> "alt.YOffset":
    import altair as alt

    return alt.YOffset("side:N", scale=alt.Scale(domain=list(SIDES), paddingInner=0.1))


def _drawn_bars(series: Series) -> "alt.Chart":
    """The group in the colour of focus, those it is compared with in grey; outlines for both."""
    import altair as alt

    known = alt.Chart().transform_filter("isValid(datum.pct)")
    ours = "datum.side === 'group'"
    encoded: alt.Chart = known.mark_bar(strokeWidth=1.5).encode(
        x=_share_axis(),
        y=stage_axis(series, padding=PADDING),
        yOffset=_lane(),
        fill=alt.when("datum.provisional")
        .then(alt.value(theme.PAPER))
        .when(ours)
        .then(alt.value(theme.NAVY))
        .otherwise(alt.value(theme.REST)),
        stroke=alt.condition(ours, alt.value(theme.NAVY), alt.value(theme.INK)),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()],
        description=alt.Description("said:N"),
    )
    return encoded


def _label(field: str, series: Series, *, x: Any, **style: Any) -> "alt.Chart":
    """Text in a bar is light where the bar is dark."""
    import altair as alt

    light = "datum.side === 'group'" if field == "name" else "false"
    own = alt.Chart().transform_filter(f"datum.{field}")
    text: alt.Chart = own.mark_text(**LOOK, **style).encode(
        x=x,
        y=stage_axis(series, padding=PADDING),
        yOffset=_lane(),
        text=alt.Text(f"{field}:N"),
        color=alt.condition(light, alt.value(theme.PAPER), alt.value(theme.INK)),
    )
    return text
