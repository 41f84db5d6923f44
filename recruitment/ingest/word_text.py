"""The text of a Word paragraph, from its XML."""

from collections.abc import Iterator
from typing import Any

from recruitment.ingest.characters import raised

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Elements that hold others which are read as if they stood in their place.
TRANSPARENT = {
    "bdo",
    "customXml",
    "dir",
    "fldSimple",
    "hyperlink",
    "ins",
    "moveTo",
    "p",
    "footnote",
    "endnote",
    "ruby",
    "rubyBase",
    "sdt",
    "sdtContent",
    "smartTag",
}
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NO = {"0", "false", "off"}


def word(name: str) -> str:
    """Return the full name of an element or attribute of Word.

    >>> word("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return NAMESPACE + name


def local(element: Any) -> str:
    """Return the name of an element of Word; empty for a comment or an element of others."""
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(NAMESPACE):
        return ""
    return tag.removeprefix(NAMESPACE)


def contents(parent: Any, wanted: frozenset[str] = frozenset({"p", "tbl"})) -> Iterator[Any]:
    """Yield the ``wanted`` elements in ``parent``, in order, out of what is wrapped around them."""
    for child in parent:
        name = local(child)
        if name in wanted:
            yield child
        elif name in TRANSPARENT:
            yield from contents(child, wanted)


def text_of(element: Any) -> str:
    """Return what a paragraph, or all paragraphs of a note, print; tabs and breaks as such.

    Deletions, hidden text, field codes and marks of notes print nothing; a raised digit is one.
    """
    return "".join(_pieces(element))


def is_on(properties: Any, name: str) -> bool:
    """Return whether ``properties`` switch ``name`` on."""
    found = None if properties is None else properties.find(word(name))
    return found is not None and found.get(word("val")) not in NO


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "r":
            yield _run(child)
        elif name in TRANSPARENT:
            yield from _pieces(child)
            if name == "p":
                yield "\n"


def _run(run: Any) -> str:
    properties = run.find(word("rPr"))
    if is_on(properties, "vanish"):
        return ""
    text = "".join(_sign(child) for child in run)
    aligned = None if properties is None else properties.find(word("vertAlign"))
    above = aligned is not None and aligned.get(word("val")) == "superscript"
    return raised(text) if above else text


def _sign(element: Any) -> str:
    name = local(element)
    if name == "t":
        return element.text or ""
    return SIGNS.get(name, "")
