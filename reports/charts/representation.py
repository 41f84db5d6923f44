"""Representation through the stages: small multiples, one panel to a group.

Every scale starts at 0. The panels of one campaign share one, because the question is which group
changed by how much: equal heights are equal percentage points, and a few people look like the few
they are. With several campaigns the question is how they differ within a group, and a common scale
would lay the lines of a small group on top of each other: each panel has its own, and says so.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reports.charts.captions import alternative_text, subtitle
from reports.charts.ends import with_end_labels
from reports.charts.labels import wrapped
from reports.charts.marks import layers
from reports.charts.page import level, page, panel_title
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

    Every text from data is shortened and made visible.
    """
    drawn = representation_panels(findings)
    lines = level([change_lines(panel) for panel in drawn.panels])
    panels = [
        stage_panel(panel, own, drawn) for panel, own in zip(drawn.panels, lines, strict=True)
    ]
    columns = COLUMNS if panel_width(drawn) == PANEL_WIDTH else 1
    return page(
        findings,
        panels,
        columns=columns,
        subtitle=subtitle(findings, drawn),
        description=alternative_text(findings, drawn),
    )


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


def stage_panel(
    panel: Panel, lines: Sequence[str], drawn: Panels
) -> "alt.LayerChart | alt.FacetChart":
    """Return one panel, with ``lines`` under its title."""
    import altair as alt

    top = scale_top(drawn.points if drawn.one_scale else panel.points)
    height = ONE_HEIGHT if drawn.one_scale else SEVERAL_HEIGHT
    return alt.layer(
        *layers(panel, drawn, top=top),
        data=alt.InlineData(values=with_end_labels(panel.points, top / height)),
        width=panel_width(drawn),
        height=height,
        title=panel_title(panel.title, lines, offset=14),
        description=panel.about,
    )


def change_lines(panel: Panel) -> list[str]:
    """Return the changes of ``panel`` in lines that fit its width."""
    return [line for change in panel.changes for line in wrapped(change, 88, 3)]
