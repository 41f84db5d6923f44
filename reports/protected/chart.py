"""The chart of a protected report: shares at each stage, of the counts that are printed."""

from functools import partial
from typing import TYPE_CHECKING, Any

from analytics.disclosure.cells import NOT_STATED
from analytics.disclosure.derived import SYMBOLS
from reports.charts.labels import day, distinct, shortened, wrapped
from reports.charts.panels import LINE_BREAK, Panel, Panels
from reports.display import label
from reports.findings import Findings
from reports.protected.figures import change, count, is_provisional, share
from reports.protected.material import Campaign, Group, Part
from reports.report.model import Figure
from reports.visible import visible
from reports.wording import capital, people

if TYPE_CHECKING:
    import altair as alt

NOT_SHOWN = "not shown"


def figure(own: Campaign, part: Part, table: str) -> Figure:
    """Return the chart of one campaign, whose figures are in the table of that key."""
    return Figure(
        f"{own.key}-representation",
        f"{own.code}: representation at each stage",
        "Line chart with a panel to a group: its share of the candidates at each stage, of rounded "
        "counts; what is hidden is not drawn.",
        table,
        partial(_draw, own, part),
    )


def _draw(own: Campaign, part: Part) -> "alt.TopLevelMixin":
    from reports.charts.page import level, page
    from reports.charts.representation import COLUMNS, PANEL_WIDTH, change_lines, panel_width
    from reports.charts.representation import stage_panel as panel

    drawn = panels(own, part)
    lines = level([change_lines(each) for each in drawn.panels])
    made = [panel(each, text, drawn) for each, text in zip(drawn.panels, lines, strict=True)]
    dated = f", as at {day(str(own.as_at))}" if own.as_at else ""
    title = f"{own.code}: share of each group at each stage, of rounded counts"
    said = (
        f"Representation at each stage of {own.code}{dated}, as a share of all candidates. "
        "Every panel has the same scale; what is hidden is not drawn."
    )
    return page(
        Findings("attrition", title, own.title, None, (), {}, title),
        made,
        columns=COLUMNS if panel_width(drawn) == PANEL_WIDTH else 1,
        subtitle=[said],
        description=f"{title}.",
    )


def panels(own: Campaign, part: Part) -> Panels:
    """Return what is drawn: a panel to a group, a point to a stage."""
    names = [(stage, LINE_BREAK.join(wrapped(stage, 14, 3))) for stage in part.stages]
    stages = distinct(names)
    code = shortened(own.code, 20)
    return Panels(
        stages=tuple(stages.values()),
        campaigns=(code,),
        panels=tuple(
            Panel(
                about=visible(capital(people(group[1]))),
                title=f"{shortened(group[1], 40)} ({_asked(group)})",
                points=tuple(
                    _point(part, group, code, (place, stage, stages[stage]))
                    for place, stage in enumerate(part.stages)
                ),
                changes=(),
            )
            for group in part.groups
        ),
        left_out=(),
        base_words="entered the stage",
    )


def _asked(group: Group) -> str:
    return shortened(label("characteristic", group[0]), 30).lower()


def _point(part: Part, group: Group, code: str, at: tuple[int, str, str]) -> dict[str, Any]:
    """Return one point in the fields of ``reports.charts.points.point``."""
    place, stage, shown_as = at
    cell, name = part.cell(stage, group), shortened(stage, 60)
    percentage = share(part, cell)
    known = percentage not in SYMBOLS
    counts = f"{count(part, cell)} of {count(part, cell.everybody())}" if known else ""
    provisional = is_provisional(part, stage)
    return {
        "campaign": code,
        "stage": shown_as,
        "stage_order": place + 1,
        "stage_position": place,
        "series": 0,
        "stage_name": name,
        "group": shortened(group[1], 40),
        "pct": int(percentage) if known else None,
        "pct_text": f"{percentage}%" if known else "",
        "counts": counts,
        "said": f"{code}, {name}: " + (f"{percentage}%, {counts}" if known else NOT_SHOWN),
        "not_stated": count(part, part.cell(stage, (group[0], NOT_STATED))),
        "change": _change(part, group, stage),
        "provisional": provisional,
        "status": "provisional" if provisional else "settled",
    }


def _change(part: Part, group: Group, stage: str) -> str:
    if stage == part.stages[0]:
        return ""
    moved = change(part, part.cell(part.stages[0], group), part.cell(stage, group))
    return "" if moved in SYMBOLS else f"{moved} points"
