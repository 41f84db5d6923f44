"""Leaks planted in the bytes of a web page."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

Plant = Callable[[str], str]
DATA = re.compile(r'(id="chart_data">)(.*?)(</script>)', re.DOTALL)


def _put(before: str, after: str) -> Plant:
    def planted(page: str) -> str:
        assert before in page
        return page.replace(before, after, 1)

    return planted


def _chart(change: Callable[[dict[str, Any]], None], panel: int = 3) -> Plant:
    """Change a panel; the fourth is about disabled people, of whom some are hidden."""

    def told(found: re.Match[str]) -> str:
        held = json.loads(found[2])
        change(held["panels"][panel]["wide"])
        return f"{found[1]}{json.dumps(held)}{found[3]}"

    return lambda page: DATA.sub(told, page, count=1)


def _point(**fields: Any) -> Plant:
    return _chart(lambda spec: spec["data"]["values"][-1].update(fields))


def _axis(**of: Any) -> Plant:
    def change(spec: dict[str, Any]) -> None:
        spec["layer"][0]["encoding"]["y"][next(iter(of))].update(next(iter(of.values())))

    return _chart(change)


def _configured(page: str) -> str:
    def told(found: re.Match[str]) -> str:
        held = json.loads(found[2])
        held["config"]["padding"] = 3
        return f"{found[1]}{json.dumps(held)}{found[3]}"

    return DATA.sub(told, page, count=1)


def _turned(spec: dict[str, Any]) -> None:
    spec["data"]["values"].reverse()


PAGES: Mapping[str, Plant] = {
    "an aria label of a drawing": _put('role="img" aria-label="', 'role="img" aria-label="3; '),
    "a tool tip of a cell": _put("<td class=number>[c]", '<td class=number title="3">[c]'),
    "a data attribute": _put("<td class=number>[c]", '<td class=number data-count="3">[c]'),
    "a class of some hidden cells": _put("<td class=number>[c]", '<td class="number primary">[c]'),
    "a style of some hidden cells": _put(
        "<td class=number>[c]", '<td class=number style="color:red">[c]'
    ),
    "a hidden element": _put("</main>", "<p hidden>3 disabled people</p></main>"),
    "a comment": _put("</main>", "<!-- 3 disabled people --></main>"),
    "a description of the page": _put("<title>", '<meta name="description" content="3"><title>'),
    "a name of an element": _put('id="purpose"', 'id="purpose_3"'),
    "a choice with a count": _put('<option value="1">', '<option value="3">'),
    "a number of a drawing": _put('data-panel="0"', 'data-panel="3"'),
    "a number of a group": _put('data-group="1"', 'data-group="3"'),
    "a script of its own": _put("</body>", "<script>const hidden = 3;</script></body>"),
    "a word in the style sheet": _put("</style>", '.x::after { content: "3" }</style>'),
    "a second set of data": _put(
        "</body>", '<script type="application/json" id="more">{"n":3}</script></body>'
    ),
    "drawn text": _put("</main>", "<svg><text>3</text></svg></main>"),
    "a link": _put("</main>", '<a href="#women_3">women</a></main>'),
    "a picture in the text": _put("</main>", '<img src="x.png" alt="3 people"></main>'),
    "a declaration": _put("</main>", "<![CDATA[3 people]]></main>"),
    "chart data: a hidden share": _point(pct=4),
    "chart data: a share of true counts": _point(pct=4.17),
    "chart data: a field of its own": _point(people=3),
    "chart data: a text": _point(said="LE19, Offer: 4%, 3 of 72"),
    "chart data: a tool tip": _point(not_stated="2"),
    "chart data: where a point stands": _point(stage_position=3),
    "chart data: where its label stands": _point(end=4.2),
    "chart data: the order of points": _chart(_turned),
    "chart data: another drawing": _chart(lambda spec: spec.update(height=203)),
    "chart data: the length of a bar": _chart(
        lambda spec: spec["layer"].append({"mark": {"type": "bar", "width": 3}})
    ),
    "chart data: a condition": _chart(
        lambda spec: spec["layer"][0]["transform"][0].update(filter="datum.pct > 3")
    ),
    "the end of an axis": _axis(scale={"domain": [0, 4.2]}),
    "the marks of an axis": _axis(axis={"values": [0, 3]}),
    "the look of all drawings": _configured,
    "chart data that is none": lambda page: DATA.sub(r"\g<1>[3]\g<3>", page, count=1),
}
