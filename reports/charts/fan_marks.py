"""What is drawn in a panel of a fan chart: bands, lines, the start, the arrival, words at the end.

Layers have no data of their own but for words: they filter the points of their panel.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reports.charts import theme
from reports.charts.marks import percentage_axis

if TYPE_CHECKING:
    import altair as alt

LIGHT, DARK = "#D0DAE3", "#88A1B6"  # tints of the focus colour
LOOK: dict[str, Any] = {"fontSize": theme.SMALL_SIZE, "color": theme.INK, "aria": False}
MARGIN: dict[str, Any] = {"stroke": theme.PAPER, "strokeWidth": 4, "strokeJoin": "round"}
TOOLTIP = {
    "year": "Year",
    "who": "Group",
    "text": "Middle future",
    "interval": "Interval of the futures",
    "goal": "Target",
}
STEPS = (1, 2, 5, 10, 20)
MOST_TICKS = 6
LATE = 0.85


@dataclass(frozen=True, slots=True)
class Axes:
    """The axes of a panel: from the first year to the last, room for words on, 0 to ``top`` %."""

    first: int
    last: int
    end: float
    top: float

    def x(self) -> "alt.X":
        """Return the x axis: calendar years, then room for words."""
        import altair as alt

        span = self.last - self.first
        step = next((each for each in STEPS if span <= MOST_TICKS * each), STEPS[-1])
        ticks = list(range(self.first, self.last + 1, step))
        axis = alt.Axis(
            title=None,
            values=ticks,
            format="d",
            grid=False,
            labelAngle=0,
            labelFlush=False,
            labelPadding=6,
        )
        scale = alt.Scale(domain=[self.first, self.end], nice=False)
        return alt.X("year:Q", scale=scale, axis=axis)

    def y(self, field: str) -> "alt.Y":
        """Return the y axis for one of our own fields."""
        return percentage_axis(field, self.top)


def bands(axes: Axes) -> "list[alt.Chart]":
    """Return the interval of the futures, and the middle half of them on top."""
    import altair as alt

    def band(low: str, high: str, colour: str) -> "alt.Chart":
        known = alt.Chart().transform_filter(f"isValid(datum.{low}) && isValid(datum.{high})")
        area: alt.Chart = known.mark_area(color=colour, opacity=1, aria=False).encode(
            x=axes.x(), y=axes.y(low), y2=alt.Y2(f"{high}:Q")
        )
        return area

    return [band("low", "high", LIGHT), band("lower", "upper", DARK)]


def lines(axes: Axes) -> "list[alt.Chart]":
    """Return the target, what was recorded, and the middle future."""
    import altair as alt

    def line(field: str, colour: str, width: float, dash: Sequence[int]) -> "alt.Chart":
        known = alt.Chart().transform_filter(f"isValid(datum.{field})")
        drawn = known.mark_line(color=colour, strokeWidth=width, strokeDash=list(dash), aria=False)
        placed: alt.Chart = drawn.encode(x=axes.x(), y=axes.y(field))
        return placed

    return [
        line("target", theme.PLUM, 2, (7, 4)),
        line("recorded", theme.CHARCOAL, 1.5, (2, 3)),
        line("median", theme.NAVY, 3, (1, 0)),
    ]


def marks(row: Mapping[str, Any], axes: Axes) -> "list[alt.Chart]":
    """Return a point to every tenth year, the figure at the start, and the arrival."""
    import altair as alt

    x, y = axes.x(), axes.y("median")
    points = alt.Chart().transform_filter("datum.marked && isValid(datum.median)")
    start = (
        alt.Chart()
        .transform_filter("datum.first && isValid(datum.start_at)")
        .encode(x=x, y=axes.y("start_at"), text="start:N")
    )
    beside = LOOK | {"align": "left", "dx": 6}
    return [
        points.mark_point(size=50, filled=True, color=theme.NAVY, opacity=1).encode(
            x=x,
            y=y,
            tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()],
            description=alt.Description("said:N"),
        ),
        start.mark_text(**beside, **MARGIN),
        start.mark_text(**beside),
        *_arrival(row, axes),
    ]


def words(labels: Sequence[Mapping[str, Any]], axes: Axes) -> "list[alt.Chart]":
    """Return the words at the right end, the middle future bold."""
    import altair as alt

    own = alt.Chart(alt.InlineData(values=list(labels))).encode(
        x=axes.x(), y=axes.y("end"), text=alt.Text("words:N")
    )
    look = LOOK | {"align": "left", "dx": 8}
    return [
        own.mark_text(**look, **MARGIN),
        own.transform_filter("datum.of !== 'median'").mark_text(**look),
        own.transform_filter("datum.of === 'median'").mark_text(**look, fontWeight="bold"),
    ]


def _arrival(row: Mapping[str, Any], axes: Axes) -> "list[alt.Chart]":
    """Return a diamond with its year where the line comes to the target, if it does."""
    import altair as alt

    if not row["reached"] or not row["years_median"]:
        return []
    filtered = alt.Chart().transform_filter(
        f"datum.year === {row['start'].year + row['years_median']}"
    )
    there = filtered.encode(x=axes.x(), y=axes.y("median"))
    # Near the right end the year stands to the left, clear of the words there.
    late = row["years_median"] > LATE * row["years"]
    side = {"align": "right", "dx": 8} if late else {"align": "center"}
    above = LOOK | side | {"dy": -14, "fontWeight": "bold"}
    return [
        there.mark_point(
            shape="diamond", size=140, filled=True, color=theme.PLUM, opacity=1, aria=False
        ),
        there.mark_text(**above, **MARGIN).encode(text="year:N"),
        there.mark_text(**above).encode(text="year:N"),
    ]
