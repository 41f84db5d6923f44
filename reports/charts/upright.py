"""A chart for a sheet of paper held upright, made from the wide one.

Two panels stand side by side, each as narrow as on a phone and its words smaller, so that the whole
fits a page and can be read. A row has its name and its figure on one line above what is drawn in
it. The counts have no room; the table under the chart has them. So have the notes; the source
stays.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from reports.charts import theme
from reports.charts.labels import wrapped
from reports.charts.narrow import for_phones
from reports.charts.narrow_rows import PHONE_WIDTH, has_rows
from reports.charts.page import level

Spec = dict[str, Any]

# The picture has the margins of the sheet around it.
EDGE = 2
COLUMNS, COLUMN_GAP, ROW_GAP = 2, 36, 24
# Wider panels, those of many stages, stand below each other.
WIDEST = 400
# How many characters of a size fit the sheet, or a panel of it.
HEADLINE, UNDER_HEADLINE, SOURCE, TITLE, UNDER_TITLE = 72, 122, 122, 42, 56
HEADLINE_SIZE, TITLE_SIZE = 18, 14
STAGES_HEIGHT, ROW_HEIGHT, WORDS_UP, MARKS_DOWN, NAME_WIDTH = 180, 44, -13, 8, 180
# How far ``narrow_rows`` moves what is drawn in a row, to make room for three lines.
MOVED = 24
# A figure without the words on it: its mark tells what the evidence carries.
FIGURE_ALONE = {"calculate": "split(datum.figure, ': ')[0]", "as": "figure_alone"}
BESIDE = re.compile(r"Beside each row: [^.]*\.")
BESIDE_NAMES = (
    "Beside each name: the gap in percentage points, and its interval where there is one; the "
    "counts are in the table under the chart."
)


def upright(spec: Spec) -> Spec:
    """Return ``spec`` in two columns, with headline and source."""
    sheet = for_phones(spec)
    body = sheet["vconcat"][0]
    for panel, wide in zip(body["concat"], spec["vconcat"][0]["concat"], strict=True):
        _set_title(panel["title"], wide["title"])
        if has_rows(panel):
            _tighten(panel)
        else:
            panel["height"] = min(panel.get("height", STAGES_HEIGHT), STAGES_HEIGHT)
    fits = all(panel.get("width", 0) <= WIDEST for panel in body["concat"])
    body |= {"columns": COLUMNS if fits else 1, "spacing": {"row": ROW_GAP, "column": COLUMN_GAP}}
    _level(body["concat"], body["columns"])
    _set_headline(sheet["title"])
    sheet["config"]["padding"] = EDGE
    sheet["config"]["axis"]["titleFontSize"] = theme.SMALL_SIZE
    body["title"]["text"] = wrapped(" ".join(_source(body["title"]["text"])), SOURCE, 6)
    return sheet


def in_parts(spec: Spec) -> list[Spec]:
    """Return ``spec``, which is upright, as one sheet to each row of panels.

    The first has the headline and the last the source.
    """
    body = spec["vconcat"][0]
    panels, size = body["concat"], body["columns"]
    rows = [panels[start : start + size] for start in range(0, len(panels), size)]
    parts = [deepcopy({**spec, "vconcat": [{**body, "concat": row}]}) for row in rows]
    for later in parts[1:]:
        later.pop("title")
    for earlier in parts[:-1]:
        earlier["vconcat"][0].pop("title")
    return parts


def _set_headline(title: Spec) -> None:
    under = BESIDE.sub(BESIDE_NAMES, " ".join(title["subtitle"]))
    title |= {
        "text": wrapped(" ".join(title["text"]), HEADLINE, 6),
        "subtitle": wrapped(under, UNDER_HEADLINE, 12),
        "fontSize": HEADLINE_SIZE,
        "subtitleFontSize": theme.SMALL_SIZE,
        "offset": 18,
    }


def _set_title(title: Spec, wide: Spec) -> None:
    title |= wide | {
        "text": wrapped(str(wide["text"]), TITLE, 4),
        "subtitle": wrapped(" ".join(wide.get("subtitle", [])), UNDER_TITLE, 10),
        "fontSize": TITLE_SIZE,
        "subtitleFontSize": theme.SMALL_SIZE,
    }


def _tighten(panel: Spec) -> None:
    """Put on one line what ``narrow_rows`` has put on three."""
    layers = [each for each in panel["layer"] if _text(each) != "counts"]
    rows = next(each["encoding"]["y"]["scale"]["domain"] for each in layers if _in_row(each))
    panel["height"] = ROW_HEIGHT * len(rows)
    for layer in filter(_in_row, layers):
        mark = layer["mark"]
        if _text(layer) == "stage_name":
            mark |= {"dy": WORDS_UP, "limit": NAME_WIDTH, "fontWeight": "normal"}
        elif _text(layer) == "figure":
            _to_the_right(layer)
        elif mark["type"] != "rect":
            mark["yOffset"] += MARKS_DOWN - MOVED
    words = [each for each in layers if _text(each) in {"stage_name", "figure_alone"}]
    panel["layer"] = [*(each for each in layers if each not in words), *map(_margin, words), *words]


def _to_the_right(layer: Spec) -> None:
    layer["encoding"] |= {"x": {"value": PHONE_WIDTH}}
    layer["encoding"]["text"]["field"] = "figure_alone"
    layer["mark"] |= {"dy": WORDS_UP, "align": "right"}
    layer["transform"] = [*layer.get("transform", []), FIGURE_ALONE]


def _margin(layer: Spec) -> Spec:
    """Return paper to lie under the words of ``layer``, so that no line runs through them."""
    under = deepcopy(layer)
    under["mark"] |= {"stroke": theme.PAPER, "strokeWidth": 4, "strokeJoin": "round"}
    return under


def _in_row(layer: Spec) -> bool:
    return bool(layer["encoding"].get("y", {}).get("field") == "stage")


def _text(layer: Spec) -> str:
    return str(layer["encoding"].get("text", {}).get("field", ""))


def _level(panels: Sequence[Spec], columns: int) -> None:
    """Give panels side by side as many lines above them, so that they align."""
    for start in range(0, len(panels), columns):
        titles = [panel["title"] for panel in panels[start : start + columns]]
        for part in ("text", "subtitle"):
            levelled = level([title[part] for title in titles])
            for title, lines in zip(titles, levelled, strict=True):
                title[part] = lines


def _source(lines: Sequence[str]) -> Sequence[str]:
    """Leave the notes out, which stand before the source."""
    starts = [at for at, line in enumerate(lines) if line.startswith(("Source: ", "Sources: "))]
    return lines[starts[-1] :] if starts else lines
