"""A process chart: a panel to a series, its points beside the mean and the stepping limits.

Each panel has its own scale, which need not start at 0, because the question is how far a point
lies from its own mean. The ground between the limits is grey; a signal is told by the shape of its
point and by the words over the panel as well as by colour.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reports.charts import theme
from reports.charts.labels import shortened
from reports.charts.page import level, page, panel_title
from reports.charts.process_points import MARKS, Chart, mark_of, process_panels, tick_values
from reports.findings import Findings
from reports.wording import capital, counted

if TYPE_CHECKING:
    import altair as alt

COLUMNS, PANEL_WIDTH, WIDE, HEIGHT = 2, 520, 1080, 230
# More points than this take a panel across the page.
MANY = 20
SIZES, SIZES_OF_MANY = (60, 150), (30, 60)
# The part of the width right of the last point that is kept for the names of the lines.
NAMES_ROOM, NAMES_ROOM_WIDE = 0.2, 0.12
COLOURS = {
    "stable": theme.NAVY,
    "outside": theme.PLUM,
    "shift": theme.TEAL,
    "rising": theme.ORANGE,
    "falling": theme.ORANGE,
}
SHAPES = {
    "stable": "circle",
    "outside": "diamond",
    "shift": "square",
    "rising": "triangle-up",
    "falling": "triangle-down",
}
TOOLTIP = {
    "period_name": "Point",
    "counts": "People",
    "pct_text": "Share",
    "mean_text": "Mean",
    "limits": "Limits",
    "signal": "Signal",
}
LOOK: dict[str, Any] = {"fontSize": theme.SMALL_SIZE, "color": theme.INK, "aria": False}
MARGIN: dict[str, Any] = {"stroke": theme.PAPER, "strokeWidth": 4, "strokeJoin": "round"}
PERCENT = "datum.label + '%'"
PASSED = "people of the group who passed, out of those who passed or failed"
HOW_TO_READ = (
    "Beside each line: the mean, and the limits at the last point, three standard deviations of a "
    "share of so many people either side; between them the ground is grey. Scales differ by panel "
    "and need not start at 0."
)


def process_chart(findings: Findings) -> "alt.TopLevelMixin":
    """Return the process charts of ``findings``, whose table is ``rows``."""
    charts = process_panels(findings)
    wide = any(len(chart.points) > MANY for chart in charts)
    lines = level([chart.signals for chart in charts])
    return page(
        findings,
        [
            _panel(chart, own, WIDE if wide else PANEL_WIDTH)
            for chart, own in zip(charts, lines, strict=True)
        ],
        columns=1 if wide else COLUMNS,
        subtitle=_subtitle(findings, charts),
        description=_description(findings, charts),
    )


def _panel(chart: Chart, lines: Sequence[str], width: int) -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    layers = [
        *_limits(chart),
        _line(chart),
        *(_on_point(label, chart) for label in _labels()[::2]),
        _points(chart),
        *(_on_point(label, chart) for label in _labels()[1::2]),
        _periods(chart),
        *_names(chart),
    ]
    return alt.layer(
        *layers,
        data=alt.InlineData(values=list(chart.points)),
        width=width,
        height=HEIGHT,
        title=panel_title(chart.title, lines, offset=14),
    )


def _x(field: str, chart: Chart) -> "alt.X":
    import altair as alt

    most = len(chart.points)
    end = 0.5 + most / (1 - (NAMES_ROOM_WIDE if most > MANY else NAMES_ROOM))
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0.5, end], nice=False), axis=None)


def _y(field: str, chart: Chart) -> "alt.Y":
    import altair as alt

    axis = alt.Axis(
        title=None,
        values=tick_values(*chart.domain),
        labelExpr=PERCENT,
        domain=False,
        ticks=False,
        minExtent=40,
    )
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=list(chart.domain), nice=False), axis=axis)


def _limits(chart: Chart) -> list["alt.Chart"]:
    """The grey ground of each point, its limits, and the mean across all."""
    import altair as alt

    x, x2, y = _x("left", chart), alt.X2("right:Q"), _y("lower", chart)
    dashed: dict[str, Any] = {"color": theme.INK, "strokeDash": [4, 3], "aria": False}
    return [
        alt.Chart().mark_rect(color=theme.GROUND, aria=False).encode(x, x2, y, alt.Y2("upper:Q")),
        *(
            alt.Chart().mark_rule(**dashed).encode(x=x, x2=x2, y=_y(end, chart))
            for end in ("lower", "upper")
        ),
        alt.Chart()
        .mark_rule(color=theme.INK, strokeWidth=1.5, aria=False)
        .encode(x=x, x2=x2, y=_y("mean", chart)),
    ]


def _line(chart: Chart) -> "alt.Chart":
    import altair as alt

    line = alt.Chart().mark_line(color=theme.NAVY, strokeWidth=1.5, aria=False)
    drawn: alt.Chart = line.encode(
        x=_x("place", chart), y=_y("share", chart), order=alt.Order("place:Q")
    )
    return drawn


def _points(chart: Chart) -> "alt.Chart":
    import altair as alt

    kinds = list(SHAPES)
    plain, signal = SIZES_OF_MANY if len(chart.points) > MANY else SIZES
    colours = alt.Scale(domain=kinds, range=[COLOURS[kind] for kind in kinds])
    shapes = alt.Scale(domain=kinds, range=[SHAPES[kind] for kind in kinds])
    drawn: alt.Chart = (
        alt.Chart()
        .mark_point(filled=True, opacity=1)
        .encode(
            x=_x("place", chart),
            y=_y("share", chart),
            color=alt.Color("mark:N", scale=colours, legend=None),
            shape=alt.Shape("mark:N", scale=shapes, legend=None),
            size=alt.condition("datum.mark === 'stable'", alt.value(plain), alt.value(signal)),
            tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()],
            description=alt.Description("said:N"),
        )
    )
    return drawn


def _labels() -> list["alt.Chart"]:
    """Return the figures over or under a point: of each its margin, then the text itself."""
    import altair as alt

    styles: list[tuple[str, str, dict[str, Any]]] = [
        ("label", "!", {"dy": -27, "fontWeight": "bold"}),
        ("label_counts", "!", {"dy": -13}),
        ("label", "", {"dy": 16, "fontWeight": "bold"}),
        ("label_counts", "", {"dy": 30}),
    ]
    drawn = []
    for field, above, style in styles:
        shown = alt.Chart().transform_filter(f"datum.{field} && {above}datum.below")
        known = shown.encode(text=alt.Text(f"{field}:N"))
        drawn += [known.mark_text(**LOOK, **style, **MARGIN), known.mark_text(**LOOK, **style)]
    return drawn


def _on_point(label: "alt.Chart", chart: Chart) -> "alt.Chart":
    placed: alt.Chart = label.encode(x=_x("place", chart), y=_y("share", chart))
    return placed


def _periods(chart: Chart) -> "alt.Chart":
    """The names of the points under the panel; data, so never an expression of the axis."""
    import altair as alt

    names = alt.Chart().transform_filter("datum.tick")
    below = names.mark_text(**LOOK, baseline="top", dy=8, lineBreak="\n")
    drawn: alt.Chart = below.encode(
        x=_x("place", chart), y=alt.value(HEIGHT), text=alt.Text("tick:N")
    )
    return drawn


def _names(chart: Chart) -> list["alt.Chart"]:
    """The names of mean and limits where these end, on a margin that no grid line crosses."""
    import altair as alt

    lines = alt.Chart(alt.InlineData(values=list(chart.lines)))
    place: dict[str, Any] = {"align": "left", "dx": 6}
    return [
        lines.mark_text(**LOOK, **place, **margin).encode(
            x=_x("end", chart), y=_y("at", chart), text=alt.Text("name:N")
        )
        for margin in (MARGIN, {})
    ]


def _subtitle(findings: Findings, charts: Sequence[Chart]) -> list[str]:
    rows = findings.tables["rows"].to_dicts()
    if not rows:
        return []
    measure = shortened(findings.title.partition(": ")[2] or findings.title, 80)
    places = dict.fromkeys(chart.place for chart in charts if chart.place)
    where = f", {'; '.join(places)}" if places else ""
    periods = dict.fromkeys(shortened(row["period"], 30) for row in rows)
    over = f"from {next(iter(periods))} until {list(periods)[-1]}"
    what = PASSED if rows[0]["measure"] == "pass rate" else "people of the group out of all"
    return [
        f"{capital(measure)}{where}, {over}: {what}.",
        HOW_TO_READ,
        *_marks(charts),
    ]


def _marks(charts: Sequence[Chart]) -> list[str]:
    """Return what the marks stand for, of those there are, in one line."""
    signals = {point["signal"] for chart in charts for point in chart.points}
    used = {mark_of(signal) for signal in signals}
    shown = "; ".join(words for mark, words in MARKS.items() if mark in used)
    several = any("; " in signal for signal in signals)
    first = " A point with several signals has the first of these marks." if several else ""
    return [f"{capital(shown)}.{first}"]


def _description(findings: Findings, charts: Sequence[Chart]) -> str:
    headline = shortened(findings.headline or findings.title, 300).rstrip(".")
    panels = counted(len(charts), "panel")
    said = [
        f"{chart.title}: mean {chart.mean}; {'; '.join(point['said'] for point in chart.points)}."
        for chart in charts
    ]
    return " ".join([f"{headline}.", f"Process chart, {panels}.", *said])
