"""Attributes and style sheets of a web page, in which text may stand that nobody sees."""

import re
from collections.abc import Iterator
from string import Template

Attributes = list[tuple[str, str | None]]
# What says nothing when it is a word; a number in it is looked at all the same.
STRUCTURAL = {
    "id",
    "class",
    "href",
    "for",
    "aria-labelledby",
    "role",
    "scope",
    "type",
    "lang",
    "charset",
    "hidden",
    "autocomplete",
    "name",
    "http-equiv",
    "tabindex",
    "value",
    "data-group",
    "data-panel",
}
# What reports are made of; any other element may draw or fetch something.
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "script", "body", "header", "main", "nav"),
    *("section", "div", "p", "span", "a", "h1", "h2", "h3", "ul", "ol", "li", "details"),
    *("summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("label", "select", "option", "br", "strong", "em", "footer", "dl", "dt", "dd"),
}
# Made of the numbers that tables, figures and paragraphs have.
ANCHOR = re.compile(r"#?(table|figure|paragraph)_\d+(_caption|_group)?")
ENCODING, LINK = "utf-8", "more"
BETWEEN = re.compile(r"[#_-]")
VIEWPORT = "width=device-width, initial-scale=1"
POLICY = re.compile(
    r"default-src 'none'; script-src ('sha256-[A-Za-z0-9+/=]{44}' ?)+; "
    r"style-src ('sha256-[A-Za-z0-9+/=]{44}' ?)+; base-uri 'none'; form-action 'none'"
)
CONTENT = re.compile(r'"((?:\\[0-9a-f]{6}|[^"\\])*)"')
CODE = re.compile(r"\\([0-9a-f]{6})")
HOLE = "\0"


def attribute_texts(
    tag: str, attributes: Attributes, counters: dict[str, int]
) -> Iterator[tuple[str, str]]:
    """Yield each attribute that says something, or has a number that does not follow.

    Args:
        tag: The element.
        attributes: Of it.
        counters: How far drawings and choices were counted; kept up to date.
    """
    for name, value in attributes:
        text = value or ""
        if name in {"data-panel", "data-group", "value", "tabindex"}:
            if not _is_next(tag, name, text, counters):
                yield name, text
        elif name == "content":
            if text != VIEWPORT and not POLICY.fullmatch(text):
                yield name, text
        elif name not in STRUCTURAL:
            yield name, text
        elif not ANCHOR.fullmatch(text) and text not in {ENCODING, LINK}:
            yield name, BETWEEN.sub(" ", text)
    if tag == "select":
        counters["value"] = 0
    if tag == "figure":
        counters["data-group"] = 0


def _is_next(tag: str, name: str, text: str, counters: dict[str, int]) -> bool:
    """Return whether a number only counts on, as the page itself counts."""
    if name == "tabindex" or text == "":
        return text in {"", "0"}
    expected = counters.get(name, 0)
    if name == "data-group":
        # Panels about one group belong together.
        fits = text in {str(expected), str(expected - 1)}
        counters[name] = int(text) + 1 if fits else expected
        return fits
    fits = text == str(expected) and (name != "value" or tag == "option")
    counters[name] = expected + 1
    return fits


def style_texts(text: str) -> tuple[list[str], list[str]]:
    """Return what a style sheet prints, and what in it is not the report's own."""
    from reports.html.parts import own

    holes = Template(own("report.css")).substitute(heading=HOLE, policy=HOLE)
    pattern = re.escape(own("page.css") + holes).replace(re.escape(HOLE), CONTENT.pattern)
    found = re.fullmatch(pattern, text)
    if found is None:
        return [], ["a style sheet that is not the report's own"]
    return [CODE.sub(lambda code: chr(int(code[1], 16)), each) for each in found.groups()], []
