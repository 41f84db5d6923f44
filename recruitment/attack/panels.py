"""What drawings tell: their data, the ends of their axes, and the order of what they draw."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from analytics.disclosure.derived import Derived
from recruitment.attack.columns import meaning
from recruitment.attack.explaining import is_explained
from recruitment.attack.reading import Panel
from recruitment.attack.schema import Schema
from recruitment.attack.tables import GridFacts

# Fields that count on from point to point, and where from.
PLACES = {"stage_order": 1, "stage_position": 0}
# A thin one through all points, a thick one through those that are settled.
LINES = 2
CONFIGURED = {0, 2, 12, 13, 100, 300}


def panel_facts(panels: Sequence[Panel], schema: Schema) -> GridFacts:
    """Return what all drawings of a file tell."""
    facts = GridFacts()
    tops = _tops(panels)
    frames: dict[str, set[str]] = {}
    lines: dict[str, set[str]] = {}
    for panel in panels:
        if not panel.points and "layer" not in panel.frame:
            _look_at_configuration(panel, facts)
            continue
        _points(panel, schema, facts)
        campaign = str(panel.points[0].get("campaign", "")) if panel.points else ""
        layout = panel.place.rpartition(", ")[2]
        _axes(panel, tops.get(campaign, 0.0), facts)
        drawn, bare = _parted(panel.frame)
        lines.setdefault(f"{campaign}, {layout}", set()).update(drawn)
        frames.setdefault(f"{campaign}, {layout}", set()).add(bare)
    facts.unknown += [
        f"the drawings of {which}, which are not made up alike"
        for which, found in frames.items()
        if len(found) > 1
    ]
    facts.unknown += [
        f"the lines in the drawings of {which}"
        for which, found in lines.items()
        if len(found) > LINES
    ]
    return facts


def _points(panel: Panel, schema: Schema, facts: GridFacts) -> None:
    for place, point in enumerate(panel.points):
        around = " ".join(str(each) for each in point.values() if isinstance(each, str))
        for name, value in point.items():
            where = f"{panel.place}, point {place + 1}, field {name}"
            if isinstance(value, str):
                known = is_explained(_typed(name, value), around, schema)
            else:
                known = _number(name, value, place, panel, schema, facts)
            if not known:
                facts.unknown.append(where)


def _typed(name: str, value: str) -> str:
    return value.replace("\n", " ") if name != "pct_text" else value


def _number(
    name: str, value: Any, place: int, panel: Panel, schema: Schema, facts: GridFacts
) -> bool:
    """Return whether a value that is no text is understood; shares are taken in as facts."""
    point = panel.points[place]
    match name:
        case "pct":
            return value is None or _share(value, point, schema, facts)
        case "end":
            return value is None or _is_beside(value, point, panel)
        case "series":
            return bool(value == 0)
        case _ if name in PLACES:
            return bool(value == place + PLACES[name])
        case _:
            return value is None or isinstance(value, bool)


def _share(value: Any, point: Mapping[str, Any], schema: Schema, facts: GridFacts) -> bool:
    if not isinstance(value, int | float) or not float(value).is_integer():
        return False
    caption = f"{point.get('campaign')}: representation at each stage"
    own = meaning(caption, f"{point.get('group')} (%)", str(point.get("stage_name")), schema)
    if own is None or own.rule != "share":
        return False
    facts.derived.append(Derived("share", own.cells, str(int(value))))
    return True


def _is_beside(value: Any, point: Mapping[str, Any], panel: Panel) -> bool:
    """Return whether the end of a line is where its label must stand."""
    from reports.charts.ends import OFFSET

    top = next(_domains(panel.frame), [0, 0])[1]
    height = panel.frame.get("height", 1)
    share = point.get("pct")
    return share is not None and abs(abs(value - share) - OFFSET * top / height) < 0.02  # noqa: PLR2004 - rounded to 2 decimals


def _tops(panels: Iterable[Panel]) -> dict[str, float]:
    """Return where the axis of each campaign must end, from the points that are drawn."""
    from reports.charts.representation import scale_top

    points: dict[str, list[Mapping[str, Any]]] = {}
    for panel in panels:
        for point in panel.points:
            share = point.get("pct")
            shown = share if isinstance(share, int | float) else None
            points.setdefault(str(point.get("campaign", "")), []).append({"pct": shown})
    return {campaign: round(scale_top(own), 2) for campaign, own in points.items()}


def _axes(panel: Panel, top: float, facts: GridFacts) -> None:
    """Look whether axes end, and have marks, where the drawn points say."""
    from reports.charts.marks import tick_step

    for low, high in _domains(panel.frame):
        if low != 0 or abs(high - top) > 0.01:  # noqa: PLR2004 - rounded to 2 decimals
            facts.unknown.append(f"{panel.place}, the ends of an axis")
    ticks = list(range(0, int(top) + 1, tick_step(top))) if top else []
    if any(found != ticks for found in _ticks(panel.frame)):
        facts.unknown.append(f"{panel.place}, the marks of an axis")


def _domains(part: Any) -> Iterator[list[Any]]:
    for name, value in _walk(part):
        if name == "domain" and isinstance(value, list) and _are_numbers(value):
            yield value


def _ticks(part: Any) -> Iterator[list[Any]]:
    for name, value in _walk(part):
        if name == "values" and isinstance(value, list) and _are_numbers(value):
            yield value


def _walk(part: Any) -> Iterator[tuple[str, Any]]:
    for name, value in part.items() if isinstance(part, dict) else ():
        yield name, value
        yield from _walk(value)
    for each in part if isinstance(part, list) else ():
        yield from _walk(each)


def _are_numbers(values: list[Any]) -> bool:
    return bool(values) and all(isinstance(each, int | float) for each in values)


def _parted(frame: Mapping[str, Any]) -> tuple[set[str], str]:
    """Return the lines of a drawing, and all else of it; what has too few points has no lines."""
    layers = frame.get("layer", [])
    lines = [each for each in layers if _is_line(each)]
    rest = {**frame, "layer": [each for each in layers if each not in lines]}
    return {json.dumps(each, sort_keys=True) for each in lines}, json.dumps(rest, sort_keys=True)


def _is_line(layer: Any) -> bool:
    mark = layer.get("mark", {}) if isinstance(layer, dict) else {}
    return isinstance(mark, dict) and mark.get("type") == "line"


def _look_at_configuration(panel: Panel, facts: GridFacts) -> None:
    numbers = {
        value
        for _, value in _walk(panel.frame)
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
    if numbers - CONFIGURED or panel.frame.keys() - {"config"}:
        facts.unknown.append(panel.place)
