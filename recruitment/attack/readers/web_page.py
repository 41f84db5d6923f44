"""A web page: what it shows, what it says to those who do not see it, and what it carries along."""

import json
from html.parser import HTMLParser
from typing import Any

from recruitment.attack.numbers import masked, spelt_out
from recruitment.attack.readers.page_parts import (
    ELEMENTS,
    Attributes,
    attribute_texts,
    style_texts,
)
from recruitment.attack.reading import Counter, Grid, Panel, Reading, Text
from recruitment.errors import DataError
from recruitment.ingest.originals import Original

INLINE = {"a", "span", "b", "i", "em", "strong", "code", "sub", "sup", "small"}
VOID = {"meta", "link", "br", "hr", "img", "input", "wbr", "base"}
CELLS = {"td", "th"}
MOST_OPEN = 1_000


def read(file: Original) -> Reading:
    """Return everything that is in a web page.

    Raises:
        DataError: It is no text in UTF-8, or no web page.
    """
    try:
        text = file.content.decode("utf-8")
    except UnicodeDecodeError:
        raise DataError(f"{file.name} is no text in UTF-8, so no report as a web page") from None
    if _is_unclosed(text):
        raise DataError(f"{file.name} is no web page of a report: its mark-up is not closed")
    if "<html" not in text[:2000].lower():
        raise DataError(f"{file.name} is no web page: it has no <html> element")
    page = _Page()
    page.feed(text)
    page.close()
    return page.reading(file.name)


def _is_unclosed(text: str) -> bool:
    """Return whether so much is left open that a reader would look for its end again and again."""
    declared = text.count("<!") + text.count("<?")
    return declared > MOST_OPEN or text.count("<") > 2 * text.count(">") + MOST_OPEN


class _Page(HTMLParser):
    """Gathers every text of a page, wherever it stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[Text] = []
        self.grids: list[Grid] = []
        self.panels: list[Panel] = []
        self.strange: list[str] = []
        self._words: list[str] = []
        self._near = ""
        self._raw: tuple[str, str] | None = None
        self._rows: list[list[str]] | None = None
        self._looks: list[list[str]] = []
        self._caption = ""
        self._counters: dict[str, int] = {}
        self._paragraphs = Counter()
        self._inner = ""

    def reading(self, name: str) -> Reading:
        self._flush("the page")
        return Reading(
            name, tuple(self.texts), tuple(self.grids), tuple(self.panels), tuple(self.strange)
        )

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag not in INLINE:
            self._flush(tag)
        self._inner = tag if tag in INLINE and tag != "a" else ""
        if tag not in ELEMENTS:
            self.strange.append(f"an element <{masked(tag)}>")
        for name, value in attribute_texts(tag, attrs, self._counters):
            self._add(f"the attribute {masked(name)} of <{masked(tag)}>", value)
        if tag in {"script", "style"}:
            self._raw = (tag, dict(attrs).get("id") or "")
        elif tag == "table":
            self._rows, self._looks, self._caption = [], [], ""
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
            self._looks.append([])
        elif tag in CELLS and self._looks:
            self._looks[-1].append(" ".join(f"{name}={value}" for name, value in attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in CELLS and self._rows:
            self._rows[-1].append(self._taken())
        elif tag == "caption":
            self._caption = self._near = self._taken()
        elif tag == "table" and self._rows is not None:
            self._end_table()
        elif tag not in INLINE:
            self._flush(tag)
        self._raw = None if tag in {"script", "style"} else self._raw
        self._inner = ""

    def handle_data(self, data: str) -> None:
        if self._raw is None:
            self._words.append(data)
            if self._inner and spelt_out(data):
                # It may stand close to another word.
                self._add(f"text in <{masked(self._inner)}>", data)
        elif self._raw == ("script", "chart_data"):
            self._chart_data(data)
        elif self._raw[0] == "style":
            found, strange = style_texts(data)
            self.texts += [Text("the style sheet", each) for each in found]
            self.strange += strange
        elif not is_own_script(data):
            self.strange.append("a script that is not one of the report's own")

    def handle_comment(self, data: str) -> None:
        self.texts.append(Text("a comment", data, self._near))

    def unknown_decl(self, data: str) -> None:
        self.texts.append(Text("a declaration", data))

    def handle_pi(self, data: str) -> None:
        self.texts.append(Text("an instruction", data))

    def _add(self, place: str, text: str) -> None:
        self.texts.append(Text(f"{place}, text {len(self.texts) + 1}", text, self._near))

    def _taken(self) -> str:
        text = " ".join("".join(self._words).split())
        self._words.clear()
        return text

    def _flush(self, tag: str) -> None:
        text = self._paragraphs.without(self._taken())
        if text:
            self._add(f"text in or before <{masked(tag)}>", text)
            self._near = text if tag in {"figcaption", "caption", "h2"} else self._near

    def _end_table(self) -> None:
        label, _, caption = self._caption.partition(": ")
        rows = tuple(tuple(row) for row in self._rows or [])
        looks = tuple(tuple(row) for row in self._looks)
        self.grids.append(Grid(label or "a table", caption, rows, looks))
        self.texts.append(Text("a caption", self._caption))
        self._rows = None

    def _chart_data(self, data: str) -> None:
        try:
            held: dict[str, Any] = json.loads(data)
            drawn = list(enumerate(held.pop("panels"), start=1))
            for number, layouts in drawn:
                for layout, spec in layouts.items():
                    place = f"panel {number} of the charts, {masked(layout)}"
                    self.panels.append(_panel(place, spec))
            self.panels.append(Panel("the configuration of the charts", (), held))
        except (ValueError, TypeError, KeyError, AttributeError):
            self.strange.append("chart data that is not as the report writes it")


def _panel(place: str, spec: dict[str, Any]) -> Panel:
    frame = dict(spec)
    points = frame.pop("data", {}).pop("values", [])
    return Panel(place, tuple(dict(each) for each in points), frame)


def is_own_script(text: str) -> bool:
    """Return whether a script is one that every report carries, to the letter."""
    from reports.html.library import chart_library
    from reports.html.parts import own

    return text in {chart_library(), own("report.js")}
