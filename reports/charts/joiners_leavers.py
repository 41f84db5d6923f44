"""Joiners to the right, leavers to the left: a panel to a group, one to those it is compared with.

The group is small beside everybody else, so each panel has its own scale and says so; within a
panel both sides share it, and equal lengths are equal numbers of people. A period that holds others
shown stands on grey ground, and these say that they are part of it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reports.charts import theme
from reports.charts.choice import finite_rows
from reports.charts.comparisons import Row, Series
from reports.charts.joiner_leaver_sides import Side, groups_of, sides_of
from reports.charts.labels import shortened
from reports.charts.page import level, page, panel_title
from reports.charts.stage_rows import (
    COLUMNS,
    LOOK,
    WORDS_ABOVE,
    figures,
    ground,
    row_panel,
    stage_axis,
    stage_labels,
)
from reports.findings import Findings
from reports.wording import counted

if TYPE_CHECKING:
    import altair as alt

# A chart of more groups than this is a poster.
MAX_GROUPS = 6
BAR_HEIGHT = 18
# Room for the count beside the longest bar.
HEADROOM = 1.6
COLOURS = {"joined": theme.NAVY, "left": theme.ORANGE}
HOW_TO_READ = (
    "Each panel has its own scale: compare bars within a panel, not between panels. Net: joiners "
    "less leavers; ratio: joiners per leaver. Bars are numbers of people and say nothing about "
    "retention, which takes headcount."
)
TOOLTIP = {"stage_name": "Period", "counts": "Joined and left", "figure": "Net change and ratio"}


def joiners_leavers_chart(findings: Findings) -> "alt.TopLevelMixin":
    """Return the diverging bars of ``findings``, whose table is ``rows``."""
    groups = list(groups_of(finite_rows(findings.tables["rows"])))
    several = len({(rows[0]["unit"], rows[0]["role"]) for rows in groups}) > 1
    pairs = [list(sides_of(rows, several=several)) for rows in groups[:MAX_GROUPS]]
    sides = [side for pair in pairs for side in pair]
    lines = [own for pair in pairs for own in level([side.lines for side in pair])]
    return page(
        findings,
        [_panel(side, own) for side, own in zip(sides, lines, strict=True)],
        columns=COLUMNS,
        subtitle=_subtitle(findings, groups),
        description=_description(findings, sides),
    )


def _panel(side: Side, lines: Sequence[str]) -> "alt.LayerChart | alt.FacetChart":
    longest = max((max(point["joined"], -point["left"]) for point in side.points), default=0)
    end = max(longest, 1) * HEADROOM
    layers = [
        ground(side.series),
        stage_labels(side.series),
        *(_bars(moved, side.series, end) for moved in COLOURS),
        *(_counts(moved, side.series, end) for moved in COLOURS),
        *_zero(end),
        *figures(side.series, bold="datum.overall"),
    ]
    title = panel_title(side.series.title, lines, offset=12)
    return row_panel(layers, side.series, side.points, title)


def _axis(field: str, end: float) -> "alt.X":
    """Return the axis of people: leavers are drawn below 0, and labelled without the sign."""
    import altair as alt

    axis = alt.Axis(
        title="people",
        titleFontWeight="normal",
        titleColor=theme.INK,
        labelExpr="format(abs(datum.value), ',')",
        tickCount=5,
        tickMinStep=1,
        domain=False,
        ticks=False,
        grid=False,
    )
    scale = alt.Scale(domain=[-end, end], nice=False)
    return alt.X(f"{field}:Q", scale=scale, axis=axis, stack=None)


def _bars(moved: str, series: Series, end: float) -> "alt.Chart":
    import altair as alt

    bars: alt.Chart = (
        alt.Chart()
        .mark_bar(height=BAR_HEIGHT, color=COLOURS[moved])
        .encode(
            x=_axis(moved, end),
            y=stage_axis(series),
            tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()],
            description=alt.Description("said:N"),
        )
    )
    return bars


def _counts(moved: str, series: Series, end: float) -> "alt.Chart":
    """Return the counts at the ends of the bars."""
    import altair as alt

    outward: dict[str, Any] = (
        {"align": "left", "dx": 5} if moved == "joined" else {"align": "right", "dx": -5}
    )
    text: alt.Chart = (
        alt.Chart()
        .mark_text(**outward, **LOOK)
        .encode(x=_axis(moved, end), y=stage_axis(series), text=alt.Text(f"{moved}_text:N"))
    )
    return text


def _zero(end: float) -> "list[alt.Chart]":
    """Return the line in the middle, and above it which side is which."""
    import altair as alt

    middle = alt.XDatum(0, type="quantitative", scale=alt.Scale(domain=[-end, end], nice=False))
    once = alt.Chart(alt.InlineData(values=[{"left": "← left", "joined": "joined →"}]))
    look = LOOK | {"baseline": "bottom", "fontWeight": "bold"}
    above = alt.value(-WORDS_ABOVE)
    return [
        once.mark_rule(color=theme.INK, strokeWidth=1.5, aria=False).encode(x=middle),
        once.mark_text(align="right", dx=-6, **look).encode(
            x=middle, y=above, text=alt.Text("left:N")
        ),
        once.mark_text(align="left", dx=6, **look).encode(
            x=middle, y=above, text=alt.Text("joined:N")
        ),
    ]


def _subtitle(findings: Findings, groups: Sequence[Sequence[Row]]) -> list[str]:
    roles = dict.fromkeys(
        f"{shortened(rows[0]['role'], 40)}, {shortened(rows[0]['unit'], 60)}" for rows in groups
    )
    of_whom = "; ".join(roles) or shortened(findings.title, 90)
    left_out = len(groups) - MAX_GROUPS
    more = f"{left_out} more groups are not drawn; the tables have them."
    return [
        f"People who joined and who left, in each period: {of_whom}.",
        HOW_TO_READ,
        *[more] * (left_out > 0),
    ]


def _description(findings: Findings, sides: Sequence[Side]) -> str:
    headline = shortened(findings.headline or findings.title, 300).rstrip(".")
    panels = counted(len(sides), "panel")
    said = [
        f"{side.series.title}: {'; '.join(point['said'] for point in side.points)}."
        for side in sides
    ]
    return " ".join([f"{headline}.", f"Bars of joiners and leavers, {panels}.", *said])
