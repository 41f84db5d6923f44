"""What charts with a row to each stage share: axes, zero line, words on direction, figures beside.

A panel has a narrow plot with the stages on its left and two lines of figures on its right; the
row of all stages together is set apart on grey ground.
"""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from reports.charts import theme
from reports.charts.comparisons import Series
from reports.charts.labels import shortened, wrapped
from reports.charts.marks import tick_step
from reports.charts.panels import LINE_BREAK

if TYPE_CHECKING:
    import altair as alt

LABEL_WIDTH, PLOT_WIDTH, FIGURES_WIDTH, ROW_HEIGHT = 112, 236, 226, 44
COLUMNS = 2
SIGNED = "(datum.value > 0 ? '+' : '') + datum.value"
LOOK: dict[str, Any] = {"fontSize": theme.SMALL_SIZE, "color": theme.INK, "aria": False}
# Vega draws the first of several lines in the middle.
MIDDLE_OF_LINES = "-7 * (length(split(datum.stage, '\\n')) - 1)"
WORDS_ABOVE = 10
# Where the two lines of figures stand beside a row.
FIRST_LINE, SECOND_LINE = -8, 8


def stage_axis(series: Series, *, padding: float = 0.0) -> "alt.Y":
    """Return the y axis: every stage in its order, with room for ``stage_labels``."""
    import altair as alt

    stages = list(series.stages.values())
    room = alt.Axis(title=None, labels=False, domain=False, ticks=False, minExtent=LABEL_WIDTH)
    scale = alt.Scale(domain=stages, paddingInner=padding, paddingOuter=padding / 2)
    return alt.Y("stage:O", sort=stages, scale=scale, axis=room)


def stage_labels(series: Series, *, padding: float = 0.0, only: str = "true") -> "alt.Chart":
    """Return the names of the stages left of their rows, in lines around the middle of each."""
    import altair as alt

    names = (
        alt.Chart()
        .transform_filter(only)
        .mark_text(**LOOK, align="right", dy=alt.expr(MIDDLE_OF_LINES), lineBreak=LINE_BREAK)
    )
    placed: alt.Chart = names.encode(
        x=alt.value(-8), y=stage_axis(series, padding=padding), text=alt.Text("stage:N")
    )
    return placed


def gap_domain(gaps: Iterable[float | None]) -> tuple[float, float]:
    """Return the ends of an axis that holds ``gaps`` and 0, with room for words on either side.

    >>> gap_domain([3.2, 17.9, None]), gap_domain([-59.2, 25.8]), gap_domain([])
    ((-10.0, 20.0), (-60.0, 30.0), (-10.0, 10.0))
    """
    known = [gap for gap in gaps if gap is not None]
    low = min(-10, math.floor(min(known, default=0) / 10) * 10)
    high = max(10, math.ceil(max(known, default=0) / 10) * 10)
    return float(min(low, -high / 2)), float(max(high, -low / 2))


def gap_axis(field: str, domain: tuple[float, float]) -> "alt.X":
    """Return the x axis for one of our own fields, in signed percentage points."""
    import altair as alt

    step = tick_step(domain[1] - domain[0])
    ticks = range(math.ceil(domain[0] / step) * step, math.floor(domain[1]) + 1, step)
    axis = alt.Axis(
        title="percentage points",
        titleFontWeight="normal",
        titleColor=theme.INK,
        values=list(ticks),
        labelExpr=SIGNED,
        domain=False,
        ticks=False,
        grid=True,
    )
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=list(domain), nice=False), axis=axis)


def ground(series: Series) -> "alt.Chart":
    """Return the grey ground under the row of all stages together."""
    import altair as alt

    own = alt.Chart().transform_filter("datum.overall")
    grey: alt.Chart = own.mark_rect(color=theme.GROUND, aria=False).encode(
        x=alt.value(-LABEL_WIDTH - 8),
        x2=alt.value(PLOT_WIDTH + FIGURES_WIDTH),
        y=stage_axis(series),
    )
    return grey


def directions(series: Series, domain: tuple[float, float]) -> "list[alt.Chart]":
    """Return the zero line, and above it which side means what."""
    import altair as alt

    zero = alt.XDatum(0, type="quantitative", scale=alt.Scale(domain=list(domain), nice=False))
    who = shortened(series.group, 24)
    words = {
        "less": f"{who}{LINE_BREAK}← less likely to pass",
        "more": f"{who}{LINE_BREAK}more likely to pass →",
    }
    once = alt.Chart(alt.InlineData(values=[words]))
    look = LOOK | {"lineBreak": LINE_BREAK, "baseline": "bottom"}
    return [
        once.mark_rule(color=theme.INK, strokeWidth=1.5, aria=False).encode(x=zero),
        once.mark_text(align="right", dx=-6, **look).encode(
            x=zero, y=alt.value(-WORDS_ABOVE), text=alt.Text("less:N")
        ),
        once.mark_text(align="left", dx=6, **look).encode(
            x=zero, y=alt.value(-WORDS_ABOVE), text=alt.Text("more:N")
        ),
    ]


def figures(series: Series, *, bold: str) -> "list[alt.Chart]":
    """Return the two lines beside each row: ``counts``, and ``figure``, bold where it says so."""
    import altair as alt

    def line(field: str, dy: int, only: str, **weight: Any) -> "alt.Chart":
        own = alt.Chart().transform_filter(only)
        text: alt.Chart = own.mark_text(align="left", dy=dy, **weight, **LOOK).encode(
            x=alt.value(PLOT_WIDTH + 14), y=stage_axis(series), text=alt.Text(f"{field}:N")
        )
        return text

    return [
        line("counts", FIRST_LINE, "true"),
        line("figure", SECOND_LINE, bold, fontWeight="bold"),
        line("figure", SECOND_LINE, f"!({bold})"),
    ]


def reading_lines(series: Series) -> list[str]:
    """Return what the last row, which is all stages together where there is one, allows to say."""
    last = series.rows[-1]
    return wrapped(f"{last['stage']}: {last['reading']}", 92, 3) if last["reading"] else []


def row_panel(
    layers: "Sequence[alt.Chart]",
    series: Series,
    points: Sequence[dict[str, Any]],
    title: "alt.TitleParams",
) -> "alt.LayerChart | alt.FacetChart":
    """Return ``layers`` as one panel, as high as its rows need, described by its group."""
    import altair as alt

    return alt.layer(
        *layers,
        data=alt.InlineData(values=list(points)),
        width=PLOT_WIDTH,
        height=ROW_HEIGHT * len(series.stages),
        title=title,
        description=series.about,
    )
