"""Representation through the stages: small multiples, one panel to a group.

Every scale starts at 0. The panels of one campaign share one, because the question is which group
changed by how much: equal heights are equal percentage points, and a few people look like the few
they are. With several campaigns the question is how they differ within a group, and a common scale
would lay the lines of a small group on top of each other: each panel has its own, and says so.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reports.charts import theme
from reports.charts.captions import alternative_text, footer, subtitle
from reports.charts.ends import with_end_labels
from reports.charts.labels import wrapped
from reports.charts.marks import layers
from reports.charts.panels import Panel, Panels, representation_panels
from reports.findings import Findings

if TYPE_CHECKING:
    import altair as alt

PANEL_WIDTH, COLUMNS = 520, 2
# What a stage needs for its name and its figures; more stages make wider panels, one to a row.
STAGE_WIDTH = 86
# Lines of several campaigns need more room than one with its labels.
ONE_HEIGHT, SEVERAL_HEIGHT = 210, 270
# Room above the highest point for its two lines of text.
HEADROOM = 1.2


def representation_chart(findings: Findings) -> "alt.TopLevelMixin":
    """Return the chart of ``findings``, whose tables are ``stages`` and ``changes``.

    The headline is the title; measure, groups, campaigns and date the subtitle; notes and source
    stand below; the description is the text alternative. Every text from data is shortened and
    made visible.
    """
    import altair as alt

    drawn = representation_panels(findings)
    panels = [_panel(panel, drawn) for panel in drawn.panels]
    columns = COLUMNS if panel_width(drawn) == PANEL_WIDTH else 1
    body = alt.concat(*panels, columns=columns, spacing={"row": 36, "column": 40}).properties(
        title=_below(findings)
    )
    page: alt.VConcatChart = alt.vconcat(body).properties(
        title=_above(findings, drawn), description=alternative_text(findings, drawn)
    )
    configured: alt.VConcatChart = page.configure(**theme.config())
    return configured


def scale_top(points: Sequence[Mapping[str, Any]]) -> float:
    """Return where a y axis ends that has room for the labels of ``points``, at most 100.

    >>> scale_top([{"pct": 4.4}, {"pct": 45.0}]), scale_top([{"pct": 0.0}]), scale_top([])
    (54.0, 1.0, 1.0)
    """
    highest = max((point["pct"] for point in points if point["pct"] is not None), default=0.0)
    return min(100.0, max(1.0, highest * HEADROOM))


def panel_width(drawn: Panels) -> int:
    """Return the width at which no two stages overlap."""
    return max(PANEL_WIDTH, STAGE_WIDTH * len(drawn.stages))


def _panel(panel: Panel, drawn: Panels) -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    top = scale_top(drawn.points if drawn.one_scale else panel.points)
    title = alt.TitleParams(
        text=panel.title,
        subtitle=_level(panel, drawn),
        fontSize=theme.PANEL_SIZE,
        subtitleFontSize=theme.LABEL_SIZE,
        subtitlePadding=4,
        offset=14,
        frame="bounds",
    )
    height = ONE_HEIGHT if drawn.one_scale else SEVERAL_HEIGHT
    return alt.layer(
        *layers(panel, drawn, top=top),
        data=alt.InlineData(values=with_end_labels(panel.points, top / height)),
        width=panel_width(drawn),
        height=height,
        title=title,
    )


def _level(panel: Panel, drawn: Panels) -> list[str]:
    """Return the lines under the title, as many in every panel, so that the panels align."""
    own = change_lines(panel)
    return own + [""] * (max(len(change_lines(each)) for each in drawn.panels) - len(own))


def change_lines(panel: Panel) -> list[str]:
    """Return the changes of ``panel`` in lines that fit its width."""
    return [line for change in panel.changes for line in wrapped(change, 88, 3)]


def _above(findings: Findings, drawn: Panels) -> "alt.TitleParams":
    import altair as alt

    return alt.TitleParams(
        text=wrapped(findings.headline or findings.title, 108, 4),
        subtitle=[line for text in subtitle(findings, drawn) for line in wrapped(text, 165, 3)],
        fontSize=theme.TITLE_SIZE,
        subtitleFontSize=theme.SUBTITLE_SIZE,
        subtitlePadding=8,
        offset=24,
    )


def _below(findings: Findings) -> "alt.TitleParams":
    import altair as alt

    return alt.TitleParams(
        text=footer(findings),
        orient="bottom",
        anchor="start",
        fontSize=theme.SMALL_SIZE,
        fontWeight="normal",
        lineHeight=17,
        offset=20,
    )
