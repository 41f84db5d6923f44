"""What drawings tell: whatever is not drawn as it would be of the printed counts alone."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from analytics.disclosure.derived import Derived
from recruitment.attack.columns import meaning
from recruitment.attack.numbers import masked
from recruitment.attack.reading import Panel
from recruitment.attack.schema import Schema
from recruitment.attack.tables import GridFacts

Spec = Mapping[str, Any]
ALL_OF_THEM = 100
Key = tuple[str, str, str]


def panel_facts(panels: Sequence[Panel], schema: Schema) -> GridFacts:
    """Return what all drawings of a file tell."""
    facts = GridFacts()
    if panels:
        expected, configured = _drawn_anew(schema, {_campaign(each) for each in panels})
        for panel in panels:
            _compare(panel, expected, configured, schema, facts)
    return facts


def _drawn_anew(schema: Schema, codes: set[str]) -> tuple[dict[Key, Spec], Spec]:
    """Return the drawings of some campaigns made of the printed counts, and what all share."""
    from reports.charts.specification import specification
    from reports.charts.views import views
    from reports.protected.chart import figure
    from reports.protected.chart import panels as panels_of

    found: dict[Key, Spec] = {}
    configured: Spec = {}
    for own in schema.campaigns:
        if own.counts and codes.intersection(panels_of(own, own.counts).campaigns):
            parts = views(specification(figure(own, own.counts, "").draw))
            configured = parts.config
            for panel in parts.panels:
                for layout, spec in (("wide", panel.wide), ("phone", panel.phone)):
                    found[_key(layout, spec.get("data", {}).get("values", []))] = spec
    return found, configured


def _compare(
    panel: Panel,
    expected: Mapping[Key, Spec],
    configured: Spec,
    schema: Schema,
    facts: GridFacts,
) -> None:
    """Take in what one drawing has that the one of the printed counts has not."""
    if not panel.points and "layer" not in panel.frame:
        if not _is_same(panel.frame, {"config": configured}):
            facts.unknown.append(panel.place)
        return
    own = expected.get(_key(panel.place.rpartition(", ")[2], panel.points), {})
    frame = {name: value for name, value in own.items() if name != "data"}
    if not _is_same(panel.frame, frame):
        facts.unknown.append(f"{panel.place}, which is not drawn as the printed counts are")
    drawn = own.get("data", {}).get("values", [])
    for number in range(len(panel.points)):
        _point(panel, number, drawn[number] if number < len(drawn) else {}, schema, facts)


def _point(panel: Panel, number: int, drawn: Spec, schema: Schema, facts: GridFacts) -> None:
    """Take in each field of a point that is another than that of the point drawn anew."""
    point = panel.points[number]
    for name, value in point.items():
        if name in drawn and _is_same(drawn[name], value):
            continue
        if name != "pct" or not _share(value, point, schema, facts):
            facts.unknown.append(f"{panel.place}, point {number + 1}, field {masked(name)}")


def _share(value: Any, point: Spec, schema: Schema, facts: GridFacts) -> bool:
    """Return whether a share is understood, which then is a fact."""
    if not isinstance(value, int | float) or not 0 <= value <= ALL_OF_THEM or value % 1:
        return False
    caption = f"{point.get('campaign')}: representation at each stage"
    own = meaning(caption, f"{point.get('group')} (%)", str(point.get("stage_name")), schema)
    if own is None or own.rule != "share":
        return False
    facts.derived.append(Derived("share", own.cells, str(int(value))))
    return True


def _key(layout: str, points: Sequence[Spec]) -> Key:
    """Return what tells a drawing from all others: its campaign, group and layout."""
    first = points[0] if points else {}
    return str(first.get("campaign", "")), str(first.get("group", "")), layout


def _campaign(panel: Panel) -> str:
    return _key("", panel.points)[0]


def _is_same(one: Any, other: Any) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
