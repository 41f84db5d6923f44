"""A chart for narrow screens, made from the wide one: panels below each other, less in each."""

from copy import deepcopy
from typing import Any

from reports.charts.labels import wrapped
from reports.charts.narrow_rows import fit_rows, has_rows

Spec = dict[str, Any]

PHONE_WIDTH, PHONE_STAGE, PHONE_LINE, PHONE_TITLE, ABOVE_POINT = 296, 44, 48, 36, -13
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
    """Return ``spec`` in one column, as wide as a phone held upright."""
    column = stacked(spec)
    for view in column["vconcat"]:
        for panel in view["concat"]:
            if has_rows(panel):
                fit_rows(panel)
            elif _has_columns(panel):
                _fit_columns(panel)
            else:
                panel["width"] = PHONE_WIDTH
            panel["title"] |= _rewrapped_title(panel["title"])
    return column


def _has_columns(panel: Spec) -> bool:
    return bool(panel["layer"][0]["encoding"].get("x", {}).get("field") == "stage")


def _fit_columns(panel: Spec) -> None:
    """Change ``panel``, which has its stages from left to right, to the width of a phone."""
    stages = panel["layer"][0]["encoding"]["x"]["scale"]["domain"]
    panel["width"] = max(PHONE_WIDTH, PHONE_STAGE * len(stages))
    panel["layer"] = [_fitted(each) for each in panel["layer"] if not _no_room(each)]


def _rewrapped_title(title: Spec) -> Spec:
    return {
        "text": wrapped(title["text"], PHONE_TITLE, 4),
        "subtitle": _rewrapped(title["subtitle"]),
    }


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
