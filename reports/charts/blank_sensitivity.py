"""What the people who left the question blank could change: a range to each stage.

The diamond is the gap as stated, full where 0 is outside the range and hollow where it is not. The
bar runs from the lowest to the highest gap that any sharing out of the blanks gives; a triangle
points at the gap with all of them on one side. All panels share one scale, which has 0 on it.
"""

from typing import TYPE_CHECKING, Any

from reports.cells import signed
from reports.charts import theme
from reports.charts.comparisons import (
    Compared,
    Row,
    Series,
    compared,
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

if TYPE_CHECKING:
    import altair as alt

GAPS = {
    "gap_pp": "stated",
    "all_in_group_gap_pp": "in_group",
    "all_in_reference_gap_pp": "in_reference",
    "lowest_gap_pp": "lowest",
    "highest_gap_pp": "highest",
}
TOOLTIP = {
    "stage_name": "Stage",
    "counts": "Gap (percentage points)",
    "in_group_text": "All blanks in the group",
    "in_reference_text": "All blanks among those compared with",
    "figure": "However they are shared out",
    "reading": "Reading",
}
HOW_TO_READ = (
    "Grey bar: from the lowest to the highest gap, however the people who left the question blank "
    "are shared out. All panels share one scale. "
    "Diamond: the gap as stated, hollow (figures bold) where the bar reaches 0, so that the gap "
    "could go in either direction. "
    "▼ above the bar: all blanks counted in the group; ▲ below: all counted among those compared "
    "with."
)
# How far the triangles stand from the middle of the bar, in pixels.
ASIDE = 12


def blank_sensitivity_chart(findings: Findings) -> "alt.TopLevelMixin":
    """Return the chart of ``findings``, whose table is ``bounds``."""
    drawn = compared(findings.tables["bounds"])
    domain = gap_domain(row[gap] for row in drawn.rows for gap in GAPS)
    lines = level([reading_lines(series) for series in drawn.series])
    return page(
        findings,
        [_panel(series, own, domain) for series, own in zip(drawn.series, lines, strict=True)],
        columns=COLUMNS,
        subtitle=_subtitle(findings, drawn),
        description=description(
            findings,
            "Ranges of the gap in pass rates, in percentage points, over the ways of sharing out "
            "the blanks",
            [
                (each, [bound_point(row, each)["said"] for row in each.rows])
                for each in drawn.series
            ],
        ),
    )


def _panel(
    series: Series, lines: list[str], domain: tuple[float, float]
) -> "alt.LayerChart | alt.FacetChart":
    layers = [
        ground(series),
        stage_labels(series),
        _ranges(series, domain),
        *directions(series, domain),
        _triangles("in_group", series, domain),
        _triangles("in_reference", series, domain),
        _stated(series, domain),
        *figures(series, bold="datum.either"),
    ]
    points = [bound_point(row, series) for row in series.rows]
    return row_panel(layers, series, points, panel_title(series.title, lines, offset=12))


def bound_point(row: Row, series: Series) -> dict[str, Any]:
    """Return one row of the findings as a point, all of its text ready."""
    gaps = {field: row[name] for name, field in GAPS.items()}
    texts = {
        f"{field}_text": NO_FIGURE if gap is None else signed(gap) for field, gap in gaps.items()
    }
    blanks = row["blanks"]
    number = f"{blanks:,} {'blank' if blanks == 1 else 'blanks'}" if blanks else "no blanks"
    point = {
        **gaps,
        **texts,
        "stage": series.stages[row["stage"]],
        "stage_name": shortened(row["stage"], 60),
        "overall": is_overall(row),
        "either": _either(row),
        "shared": bool(blanks),
        "counts": f"{texts['stated_text']} as stated; {number}",
        "figure": _range_text(row),
        "reading": shortened(row["reading"] or "", 300),
    }
    return point | {
        "said": f"{point['stage_name']}: {point['counts']}, {point['figure']}, "
        f"all in the group {point['in_group_text']}, "
        f"all among those compared with {point['in_reference_text']}"
    }


def _either(row: Row) -> bool:
    """Return whether 0 lies within the range, which then has no one direction."""
    low, high = row["lowest_gap_pp"], row["highest_gap_pp"]
    return bool(low is not None and high is not None and low <= 0 <= high)


def _range_text(row: Row) -> str:
    low, high = row["lowest_gap_pp"], row["highest_gap_pp"]
    if low is None or high is None:
        return f"{NO_FIGURE} for the range"
    direction = "either direction" if _either(row) else "one direction"
    return f"{signed(low)} to {signed(high)}: {direction}" if row["blanks"] else "no range"


def _ranges(series: Series, domain: tuple[float, float]) -> "alt.Chart":
    import altair as alt

    known = alt.Chart().transform_filter("isValid(datum.lowest) && isValid(datum.highest)")
    encoded: alt.Chart = known.mark_rule(color=theme.REST, strokeWidth=10, aria=False).encode(
        x=gap_axis("lowest", domain), x2=alt.X2("highest:Q"), y=stage_axis(series)
    )
    return encoded


def _triangles(field: str, series: Series, domain: tuple[float, float]) -> "alt.Chart":
    """Point at the gap with all blanks in the group from above, in the reference from below."""
    import altair as alt

    above = field == "in_group"
    known = alt.Chart().transform_filter(f"isValid(datum.{field}) && datum.shared")
    encoded: alt.Chart = known.mark_point(
        shape="triangle-down" if above else "triangle-up",
        yOffset=-ASIDE if above else ASIDE,
        size=60,
        fill=theme.PLUM if above else theme.TEAL,
        stroke=theme.PLUM if above else theme.TEAL,
        opacity=1,
        aria=False,
    ).encode(x=gap_axis(field, domain), y=stage_axis(series))
    return encoded


def _stated(series: Series, domain: tuple[float, float]) -> "alt.Chart":
    import altair as alt

    known = alt.Chart().transform_filter("isValid(datum.stated)")
    encoded: alt.Chart = known.mark_point(
        shape="diamond", size=130, stroke=theme.NAVY, strokeWidth=2, opacity=1
    ).encode(
        x=gap_axis("stated", domain),
        y=stage_axis(series),
        fill=alt.condition("datum.either", alt.value(theme.PAPER), alt.value(theme.NAVY)),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items()],
        description=alt.Description("said:N"),
    )
    return encoded


def _subtitle(findings: Findings, drawn: Compared) -> list[str]:
    return [
        f"Gap in pass rates at each stage of {where(findings, drawn)}, in percentage points.",
        HOW_TO_READ,
        *drawn.left_out,
    ]
