"""A panel with a row to each stage, for a phone: the words of a row above what is drawn in it."""

from typing import Any

Spec = dict[str, Any]

PHONE_WIDTH = 330
# A row with figures beside it gets a line for each of them, and then its marks.
LINES_HEIGHT, LINES = 86, {"stage": -35, "counts": -20, "figure": -5}
MARKS_DOWN = 24
# A row with lanes gets one more, for its name.
LANES_HEIGHT, LANES_WIDTH, NAME_LANE = 62, 196, "name"


def has_rows(panel: Spec) -> bool:
    """Return whether the stages of ``panel`` stand below each other."""
    return any(map(_in_rows, panel["layer"]))


def fit_rows(panel: Spec) -> None:
    """Change ``panel``, whose rows are stages, to the width of a phone."""
    stages = next(map(_stages, filter(_in_rows, panel["layer"])))
    lanes = any("yOffset" in layer["encoding"] for layer in panel["layer"])
    panel["width"] = LANES_WIDTH if lanes else PHONE_WIDTH
    panel["height"] = (LANES_HEIGHT if lanes else LINES_HEIGHT) * len(stages)
    for layer in panel["layer"]:
        if _in_rows(layer):
            layer["encoding"]["y"]["axis"]["minExtent"] = 0
            (_into_lane if lanes else _under_lines)(layer)


def _in_rows(layer: Spec) -> bool:
    return bool(layer["encoding"].get("y", {}).get("field") == "stage")


def _stages(layer: Spec) -> list[str]:
    stages: list[str] = layer["encoding"]["y"]["scale"]["domain"]
    return stages


def _under_lines(layer: Spec) -> None:
    """Put text on its line from the left edge, ground from edge to edge, and marks below text."""
    mark, encoding = layer["mark"], layer["encoding"]
    field = encoding.get("text", {}).get("field")
    if field in LINES:
        mark |= {"align": "left", "dy": LINES[field]}
        encoding["x"] = {"value": 0}
        _one_line_name(layer)
    elif mark["type"] == "rect":
        encoding |= {"x": {"value": -4}, "x2": {"value": PHONE_WIDTH + 4}}
    else:
        mark["yOffset"] = mark.get("yOffset", 0) + MARKS_DOWN


def _into_lane(layer: Spec) -> None:
    """Make a lane for the name above those there are, and put the name into it."""
    mark, encoding = layer["mark"], layer["encoding"]
    if "yOffset" in encoding:
        lanes = encoding["yOffset"]["scale"]["domain"]
        encoding["yOffset"]["scale"]["domain"] = [NAME_LANE, *lanes]
    elif encoding.get("text", {}).get("field") == "stage":
        mark |= {"align": "left", "dy": -LANES_HEIGHT / 3}
        encoding["x"] = {"value": 0}
        _one_line_name(layer)


def _one_line_name(layer: Spec) -> None:
    text = layer["encoding"]["text"]
    if text["field"] == "stage":
        text["field"] = "stage_name"
        layer["mark"] |= {"fontWeight": "bold", "limit": PHONE_WIDTH}
