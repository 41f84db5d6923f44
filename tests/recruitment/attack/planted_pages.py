"""Leaks planted in the bytes of a web page."""

import json
import re
from collections.abc import Callable
from typing import Any

from tests.recruitment.attack.changing import Leak, Leaks

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


def _every_panel(page: str) -> str:
    def told(found: re.Match[str]) -> str:
        held = json.loads(found[2])
        for panel in held["panels"]:
            for spec in panel.values():
                spec["layer"][0]["mark"]["strokeWidth"] = 3.3
        return f"{found[1]}{json.dumps(held)}{found[3]}"

    return DATA.sub(told, page, count=1)


def _end(text: str) -> Plant:
    """Put something at the end of the text."""
    return _put("</main>", f"{text}</main>")


def _leak(place: str, plant: Plant) -> Leak[bytes]:
    return Leak(place, lambda content: plant(content.decode()).encode())


PAGES: Leaks = {
    "an aria label of a drawing": _leak(
        "the attribute aria-label of <div>",
        _put('role="img" aria-label="', 'role="img" aria-label="3; '),
    ),
    "a tool tip of a cell": _leak(
        "the attribute title of <td>",
        _put("<td class=number>[c]", '<td class=number title="3">[c]'),
    ),
    "a data attribute": _leak(
        "the attribute data-count of <td>",
        _put("<td class=number>[c]", '<td class=number data-count="3">[c]'),
    ),
    "a class of some hidden cells": _leak(
        "the looks of hidden cells", _put("<td class=number>[c]", '<td class="number primary">[c]')
    ),
    "a style of some hidden cells": _leak(
        "the looks of hidden cells",
        _put("<td class=number>[c]", '<td class=number style="color:red">[c]'),
    ),
    "a hidden element": _leak(
        "text in or before <p>", _put("</main>", "<p hidden>3 disabled people</p></main>")
    ),
    "a comment": _leak("a comment", _put("</main>", "<!-- 3 disabled people --></main>")),
    "a description of the page": _leak(
        "the attribute content of <meta>",
        _put("<title>", '<meta name="description" content="3"><title>'),
    ),
    "a name of an element": _leak(
        "the attribute id of <section>", _put('id="purpose"', 'id="purpose_3"')
    ),
    "a choice with a count": _leak(
        "the attribute value of <option>", _put('<option value="1">', '<option value="3">')
    ),
    "a number of a drawing": _leak(
        "the attribute data-panel of <div>", _put('data-panel="0"', 'data-panel="3"')
    ),
    "a number of a group": _leak(
        "the attribute data-group of <div>", _put('data-group="1"', 'data-group="3"')
    ),
    "a script of its own": _leak(
        "a script that is not one of the report's own",
        _put("</body>", "<script>const hidden = 3;</script></body>"),
    ),
    "a word in the style sheet": _leak(
        "a style sheet that is not the report's own",
        _put("</style>", '.x::after { content: "3" }</style>'),
    ),
    "a second set of data": _leak(
        "a script that is not one of the report's own",
        _put("</body>", '<script type="application/json" id="more">{"n":3}</script></body>'),
    ),
    "drawn text": _leak(
        "text in or before <text>", _put("</main>", "<svg><text>3</text></svg></main>")
    ),
    "a link": _leak(
        "the attribute href of <a>", _put("</main>", '<a href="#women_3">women</a></main>')
    ),
    "a picture in the text": _leak(
        "the attribute alt of <img>", _put("</main>", '<img src="x.png" alt="3 people"></main>')
    ),
    "a declaration": _leak("a declaration", _put("</main>", "<![CDATA[3 people]]></main>")),
    "chart data: a hidden share": _leak(
        "can be recovered: LE19, Offer, entered, disability: Disabled", _point(pct=4)
    ),
    "chart data: a share of true counts": _leak("point 6, field pct", _point(pct=4.17)),
    "chart data: a field of its own": _leak("point 6, field people", _point(people=3)),
    "chart data: a text": _leak("point 6, field said", _point(said="LE19, Offer: 4%, 3 of 72")),
    "chart data: a tool tip": _leak("point 6, field not_stated", _point(not_stated="2")),
    "chart data: where a point stands": _leak(
        "point 6, field stage_position", _point(stage_position=3)
    ),
    "chart data: where its label stands": _leak("point 6, field end", _point(end=4.2)),
    "chart data: the order of points": _leak("point 1, field stage_order", _chart(_turned)),
    "chart data: another drawing": _leak(
        "which is not drawn as the printed counts are", _chart(lambda spec: spec.update(height=203))
    ),
    "chart data: the length of a bar": _leak(
        "which is not drawn as the printed counts are",
        _chart(lambda spec: spec["layer"].append({"mark": {"type": "bar", "width": 3}})),
    ),
    "chart data: a condition": _leak(
        "which is not drawn as the printed counts are",
        _chart(lambda spec: spec["layer"][0]["transform"][0].update(filter="datum.pct > 3")),
    ),
    "the end of an axis": _leak(
        "which is not drawn as the printed counts are", _axis(scale={"domain": [0, 4.2]})
    ),
    "which is not drawn as the printed counts are": _leak(
        "which is not drawn as the printed counts are", _axis(axis={"values": [0, 3]})
    ),
    "the look of all drawings": _leak("the configuration of the charts", _configured),
    "chart data that is none": _leak(
        "chart data that is not as the report writes it",
        lambda page: DATA.sub(r"\g<1>[3]\g<3>", page, count=1),
    ),
    "a title of a drawing": _leak(
        "text in or before <title>", _end("<svg><title>3 people</title></svg>")
    ),
    "a hidden row": _leak(
        "row Offer",
        _end(
            "<table><caption>Table 90: LE19: candidates at each stage, by sex</caption>"
            "<tr><th>Stage<th>All</tr><tr hidden><th>Offer</th><td>71</td></tr></table>"
        ),
    ),
    "an element that is not drawn": _leak(
        "text in or before <p>", _end('<p style="display:none">3 disabled people</p>')
    ),
    "a length in a style": _leak(
        "the attribute style of <p>", _end('<p style="width: 3%">LE19</p>')
    ),
    "a template": _leak("an element <template>", _end("<template>3 people</template>")),
    "what is read without scripts": _leak(
        "text in or before <noscript>", _end("<noscript>3</noscript>")
    ),
    "a hidden field": _leak(
        "the attribute value of <input>", _end('<input type="hidden" value="3">')
    ),
    "a measure": _leak("the attribute value of <meter>", _end('<meter value="3"></meter>')),
    "a progress bar": _leak(
        "the attribute max of <progress>", _end('<progress max="3"></progress>')
    ),
    "a page within the page": _leak(
        "the attribute srcdoc of <iframe>", _end('<iframe srcdoc="3">')
    ),
    "a moment": _leak(
        "the attribute datetime of <time>", _end('<time datetime="PT3H">LE19</time>')
    ),
    "a column's width": _leak(
        "the attribute width of <col>", _end('<table><col width="3"></table>')
    ),
    "numbers as entities": _leak("text in or before <p>", _end("<p>&#51; disabled people</p>")),
    "an address with a count": _leak(
        "the attribute href of <a>", _end('<a href="https://example.org/?n=%33">LE19</a>')
    ),
    "a word for a class": _leak("the attribute class of <p>", _end('<p class="three">LE19</p>')),
    "a tag with a count": _leak("an element <n#>", _end("<n3>LE19</n3>")),
    "an attribute with a count": _leak("an element <x>", _end("<x n3>LE19</x>")),
    "a description for readers": _leak(
        "the attribute aria-description of <p>", _end('<p aria-description="3 people">LE19</p>')
    ),
    "a keyword": _leak(
        "the attribute content of <meta>",
        _put("<title>", '<meta name="keywords" content="n3"><title>'),
    ),
    "what follows the page": _leak("the page", lambda page: f"{page}\n3 disabled people"),
    "what stands before the page": _leak(
        "text in or before <html>", lambda page: f"3 people {page}"
    ),
    "chart data: all drawings": _leak("which is not drawn as the printed counts are", _every_panel),
}
