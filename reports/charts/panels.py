"""Representation as a chart needs it: one panel to a group, stages and campaigns labelled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.charts.choice import drawn_campaigns, finite_rows
from reports.charts.labels import distinct, shortened, wrapped
from reports.charts.order import merged_order
from reports.charts.points import Row, each_change, one_change, point
from reports.display import label
from reports.findings import Findings
from reports.visible import visible
from reports.wording import capital, people

LINE_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Panel:
    """One group of one characteristic.

    Attributes:
        about: The group.
        title: The group and its characteristic.
        points: One row per campaign and stage, in the fields of ``points.point``.
        changes: The headline change of each campaign in words, each ending in a full stop.
    """

    about: str
    title: str
    points: tuple[dict[str, Any], ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panels:
    """All that one chart draws.

    Attributes:
        stages: Labels along the x axis, in order, lines parted by ``LINE_BREAK``.
        campaigns: Labels of the campaigns drawn.
        panels: One per characteristic and group, in the order of the findings.
        left_out: Sentences on what is not drawn.
        base_words: What the people in the denominator did.
    """

    stages: tuple[str, ...]
    campaigns: tuple[str, ...]
    panels: tuple[Panel, ...]
    left_out: tuple[str, ...]
    base_words: str

    @property
    def points(self) -> tuple[dict[str, Any], ...]:
        """Return the points of every panel."""
        return tuple(each for panel in self.panels for each in panel.points)

    @property
    def one_scale(self) -> bool:
        """Return whether the panels share a y axis, as those of a single campaign do."""
        return len(self.campaigns) == 1

    @property
    def any_provisional(self) -> bool:
        """Return whether a hollow point is drawn."""
        return any(each["provisional"] and each["pct"] is not None for each in self.points)


def representation_panels(findings: Findings) -> Panels:
    """Return the panels of ``findings``, from its tables ``stages`` and ``changes``."""
    rows = finite_rows(findings.tables["stages"])
    counted = [row["campaign"] for row in rows if row["representation_pct"] is not None]
    campaigns, left_out = drawn_campaigns(_names(rows, "campaign"), counted, "nobody entered")
    drawn = [row for row in rows if row["campaign"] in campaigns]
    stages = _stage_labels(drawn)
    changes = [
        row for row in finite_rows(findings.tables["changes"]) if row["campaign"] in campaigns
    ]
    keys = dict.fromkeys((row["characteristic"], row["group"]) for row in drawn)
    return Panels(
        stages=tuple(stages.values()),
        campaigns=tuple(campaigns.values()),
        panels=tuple(_panel(_of(drawn, key), _of(changes, key), campaigns, stages) for key in keys),
        left_out=left_out,
        base_words="entered the stage"
        if all(row["base"] == row["entered"] for row in drawn)
        else "entered the stage and answered",
    )


def _of(rows: Sequence[Row], key: tuple[str, str]) -> list[Row]:
    return [row for row in rows if (row["characteristic"], row["group"]) == key]


def _stage_labels(rows: Sequence[Row]) -> dict[str, str]:
    order = merged_order([_own_stages(rows, name) for name in _names(rows, "campaign")])
    return distinct((stage, LINE_BREAK.join(wrapped(stage, 14, 3))) for stage in order)


def _names(rows: Sequence[Row], column: str) -> list[str]:
    return list(dict.fromkeys(row[column] for row in rows))


def _own_stages(rows: Sequence[Row], campaign: str) -> list[str]:
    own = [row for row in rows if row["campaign"] == campaign]
    return _names(sorted(own, key=lambda row: row["stage_order"]), "stage")


def _panel(
    rows: Sequence[Row],
    changes: Sequence[Row],
    campaigns: Mapping[str, str],
    stages: Mapping[str, str],
) -> Panel:
    name = label("characteristic", rows[0]["characteristic"])
    position = {stage: number for number, stage in enumerate(stages)}
    series = {campaign: number for number, campaign in enumerate(campaigns)}
    points = (
        point(row, campaigns[row["campaign"]], stages[row["stage"]])
        | {"stage_position": position[row["stage"]], "series": series[row["campaign"]]}
        for row in rows
    )
    told = {row["campaign"]: row for row in changes if row["change_pp"] is not None}
    return Panel(
        about=visible(capital(people(rows[0]["group"]))),
        title=f"{shortened(rows[0]['group'], 40)} ({shortened(name, 30).lower()})",
        points=tuple(points),
        changes=one_change(told) if len(campaigns) == 1 else each_change(told, campaigns),
    )
