"""The tags of a PDF, with the words under each; and the words that no tag has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from recruitment.attack.readers.paper_letters import Pieces, pieces_of
from recruitment.attack.reading import Text

# Dots that lead to the number of a page.
LEADERS = re.compile(r"(\. ){3,}\.?")
# Tags nested deeper than any report's mean to send a reader round in circles.
DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the structure.

    Attributes:
        kind: Such as ``P`` or ``TD``.
        alt: What is said in its place, or nothing.
        parts: What is in it: other elements, and pieces of text.
    """

    kind: str
    alt: str
    parts: "tuple[Tag | str, ...]"

    @property
    def text(self) -> str:
        """Return all words in it, but for those of lists and figures within."""
        return " ".join("".join(_words(self)).replace("\u200b", "").split())

    @property
    def pieces(self) -> tuple[str, ...]:
        """Return its pieces of text, one by one."""
        return tuple(
            piece
            for part in self.parts
            for piece in ((part,) if isinstance(part, str) else part.pieces)
        )

    def every(self, *kinds: str) -> "Iterator[Tag]":
        """Yield each element of these kinds within it, in reading order."""
        for part in self.parts:
            if isinstance(part, Tag):
                if part.kind in kinds:
                    yield part
                yield from part.every(*kinds)


def _words(tag: Tag) -> Iterator[str]:
    for part in tag.parts:
        if isinstance(part, str):
            yield part
        elif part.kind not in {"L", "Figure"}:
            yield from _words(part)


def tags_of(document: Any) -> tuple[Tag, list[Text]]:
    """Return the root of the structure, and the texts on pages that are not in it."""
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(document.pages)}
    pieces = pieces_of(document)
    seen: set[tuple[int, int]] = set()
    tree = document.root_object.get("/StructTreeRoot")
    root = Tag("Root", "", ()) if tree is None else _tag(tree, None, (pages, pieces, seen), 0)
    loose = [
        Text(f"page {page + 1}, outside the text", LEADERS.sub(" ", "".join(found)))
        for (page, mark), found in pieces.items()
        if (page, mark) not in seen
    ]
    return root, loose


def _tag(
    element: Any,
    page: int | None,
    known: tuple[dict[int, int], Pieces, set[tuple[int, int]]],
    depth: int,
) -> Tag:
    if depth > DEEPEST:
        raise ValueError("tags are nested too deeply")
    pages, pieces, seen = known
    page = pages[element.raw_get("/Pg").idnum] if "/Pg" in element else page
    children = element.get("/K", [])
    parts: list[Tag | str] = []
    for child in children if isinstance(children, list) else [children]:
        inner = child.get_object()
        if isinstance(inner, dict) and "/S" in inner:
            parts.append(_tag(inner, page, known, depth + 1))
        elif isinstance(inner, int) or inner.get("/Type") == "/MCR":
            marked = isinstance(inner, dict)
            own = pages[inner.raw_get("/Pg").idnum] if marked and "/Pg" in inner else page
            key = (own or 0, int(inner["/MCID"] if marked else inner))
            seen.add(key)
            parts += pieces.get(key, [])
    alt = " ".join(str(element[key]) for key in ("/Alt", "/ActualText", "/E") if key in element)
    return Tag(str(element.get("/S", "/Root"))[1:], alt, tuple(parts))
