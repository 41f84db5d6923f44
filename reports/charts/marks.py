"""What is drawn in a panel: lines, points, and the figures beside them."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reports.charts import theme
from reports.charts.panels import Panel, Panels

if TYPE_CHECKING:
    import altair as alt

TOOLTIP = {
    "campaign": "Campaign",
    "stage_name": "Stage",
    "group": "Group",
    "pct_text": "Representation",
    "counts": "Candidates",
    "not_stated": "Not stated",
    "change": "Change from first stage",
    "status": "Counts are",
}
# Vega's own expression language; the page runs it through an interpreter, never through eval.
LABEL_LINES = "split(datum.label, '\\n')"
PERCENT = "datum.label + '%'"
# The same in every panel, so that panels one above the other start on one line.
AXIS_WIDTH = 36


def layers(panel: Panel, drawn: Panels, *, top: float) -> list["alt.Chart"]:
    """Return the layers of ``panel`` from back to front, on a y axis from 0 to ``top``.

    They have no data of their own: each filters the points of its panel.
    """
    x, y = stage_axis(drawn.stages), percentage_axis("pct", top)
    if len(drawn.campaigns) > 1:
        labels = _text("label", align="left", dx=8)
        y_text = percentage_axis("end", top)
    else:
        labels = _text("pct_text", dy=-27, fontWeight="bold") + _text("counts", dy=-13)
        y_text = y
    # The margins of the text lie under the points, the text itself on top.
    texts = [label.encode(x=x, y=y_text) for label in labels]
    lines = [line.encode(x=x, y=y) for line in _lines(panel, drawn.campaigns)]
    return [*lines, *texts[::2], _points(drawn.campaigns).encode(x=x, y=y), *texts[1::2]]


def stage_axis(stages: Sequence[str]) -> "alt.X":
    """Return the x axis: every stage in its order, labels in lines."""
    import altair as alt

    axis = alt.Axis(title=None, labelAngle=0, labelExpr=LABEL_LINES, labelPadding=6)
    return alt.X("stage:O", sort=list(stages), scale=alt.Scale(domain=list(stages)), axis=axis)


def percentage_axis(field: str, top: float) -> "alt.Y":
    """Return the y axis for one of our own fields, from 0 to ``top`` per cent."""
    import altair as alt

    ticks = list(range(0, math.floor(top) + 1, tick_step(top)))
    axis = alt.Axis(
        title=None, values=ticks, labelExpr=PERCENT, domain=False, ticks=False, minExtent=AXIS_WIDTH
    )
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=axis)


def tick_step(top: float) -> int:
    """Return the distance between grid lines: a round number that gives at most six.

    >>> tick_step(55.0), tick_step(5.3), tick_step(100.0), tick_step(200.0)
    (10, 1, 20, 50)
    """
    return next(step for step in (1, 2, 5, 10, 20, 50) if top <= 6 * step)


def _lines(panel: Panel, campaigns: Sequence[str]) -> list["alt.Chart"]:
    """A thin line through every stage of a campaign, a thick one through those that are settled.

    A campaign with one stage gets no line, and a stage that nobody entered breaks it.
    """
    known = [point for point in panel.points if point["pct"] is not None]
    settled = [point for point in known if not point["provisional"]]
    return [
        _line(number, width, also)
        for number, campaign in enumerate(campaigns)
        for points, width, also in ((known, 1, ""), (settled, 2.5, " && !datum.provisional"))
        if sum(point["campaign"] == campaign for point in points) > 1
    ]


def _line(number: int, width: float, also: str) -> "alt.Chart":
    import altair as alt

    dash, colour = list(theme.DASHES[number]), theme.PALETTE[number]
    own = alt.Chart().transform_filter(f"datum.series === {number}{also}")
    line = own.mark_line(strokeWidth=width, strokeDash=dash, color=colour, aria=False)
    ordered: alt.Chart = line.encode(order=alt.Order("stage_order:Q"))
    return ordered


def _points(campaigns: Sequence[str]) -> "alt.Chart":
    """A settled point is full, a provisional one hollow."""
    import altair as alt

    colours = alt.Scale(domain=list(campaigns), range=list(theme.PALETTE))
    shapes = alt.Scale(domain=list(campaigns), range=list(theme.SHAPES))
    full = alt.Fill("campaign:N", scale=colours, legend=_legend(campaigns))
    known = alt.Chart().transform_filter("isValid(datum.pct)")
    encoded: alt.Chart = known.mark_point(size=90, strokeWidth=2.5, opacity=1).encode(
        stroke=alt.Stroke("campaign:N", scale=colours, legend=_legend(campaigns)),
        fill=alt.condition("datum.provisional", alt.value(theme.PAPER), full),
        shape=alt.Shape("campaign:N", scale=shapes, legend=_legend(campaigns)),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()],
        description=alt.Description("said:N"),
    )
    return encoded


def _text(field: str, **style: Any) -> list["alt.Chart"]:
    """Text keeps a margin of paper around it, so that no line runs through a figure."""
    import altair as alt

    look: dict[str, Any] = {"fontSize": theme.SMALL_SIZE, "color": theme.INK, "aria": False}
    margin: dict[str, Any] = {"stroke": theme.PAPER, "strokeWidth": 4, "strokeJoin": "round"}
    chart = alt.Chart().transform_filter(f"datum.{field}").encode(text=alt.Text(f"{field}:N"))
    return [chart.mark_text(**look, **style, **margin), chart.mark_text(**look, **style)]


def _legend(campaigns: Sequence[str]) -> "alt.Legend | None":
    import altair as alt

    return alt.Legend() if len(campaigns) > 1 else None
