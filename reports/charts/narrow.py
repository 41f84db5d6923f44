"""A chart for narrow screens, made from the wide one: panels below each other, less in each."""

from copy import deepcopy
from typing import Any

from reports.charts.labels import wrapped

Spec = dict[str, Any]

PHONE_WIDTH, PHONE_STAGE, PHONE_LINE, ABOVE_POINT = 296, 44, 48, -13
# Figures that have no room beside the percentage; tooltips and tables still give them.
NO_ROOM = {"counts", "label"}
ONE_LINE_LABEL = "replace(datum.label, /\\n/g, ' ')"


def without_captions(spec: Spec) -> Spec:
    """Return ``spec`` without headline and footer, for a page that has them as text."""
    bare = deepcopy(spec)
    for view in (bare, *bare["vconcat"]):
        view.pop("title", None)
    bare["config"]["padding"] = 2
    return bare


def stacked(spec: Spec) -> Spec:
    """Return ``spec`` with its panels below each other."""
    column = deepcopy(spec)
    for view in column["vconcat"]:
        view["columns"] = 1
    return column


def for_phones(spec: Spec) -> Spec:
    """Return ``spec`` in one column, as wide as a phone held upright, with slanted labels."""
    column = stacked(spec)
    for view in column["vconcat"]:
        for panel in view["concat"]:
            stages = panel["layer"][0]["encoding"]["x"]["scale"]["domain"]
            panel["width"] = max(PHONE_WIDTH, PHONE_STAGE * len(stages))
            panel["layer"] = [_fitted(each) for each in panel["layer"] if not _no_room(each)]
            panel["title"]["subtitle"] = _rewrapped(panel["title"]["subtitle"])
    return column


def _rewrapped(lines: list[str]) -> list[str]:
    """Break the paragraphs of ``lines``, each of which ends in a full stop, anew."""
    paragraphs = "\n".join(lines).replace(".\n", ".\0").replace("\n", " ").split("\0")
    return [line for text in paragraphs for line in wrapped(text, PHONE_LINE, 8)]


def _no_room(layer: Spec) -> bool:
    return layer["encoding"].get("text", {}).get("field") in NO_ROOM


def _fitted(layer: Spec) -> Spec:
    """Slant the labels of the axis, and move the one line of text left down to its point."""
    axis = layer["encoding"]["x"]["axis"]
    axis |= {"labelAngle": -45, "labelExpr": ONE_LINE_LABEL}
    if layer["mark"]["type"] == "text":
        layer["mark"]["dy"] = ABOVE_POINT
    return layer
