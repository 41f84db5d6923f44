"""The tags of a PDF, with the words under each; and the words that no tag has."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from recruitment.attack.reading import Text

Pieces = dict[tuple[int, int], list[str]]
# Dots that lead to the number of a page.
LEADERS = re.compile(r"(\. ){3,}\.?")
# Tags nested deeper than any report's mean to send a reader round in circles.
DEEPEST = 60
# In points, and of the height of a letter: how far the next one may stand off.
LEAST_HEIGHT, GAP = 4.0, 0.9


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


def tags_of(pdf: bytes, document: Any) -> tuple[Tag, list[Text]]:
    """Return the root of the structure, and the texts on pages that are not in it."""
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(document.pages)}
    pieces = _pieces(pdf)
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


def _pieces(pdf: bytes) -> Pieces:
    """Return the pieces of text under each mark of each page, single letters joined."""
    import pypdfium2
    from pypdfium2 import raw

    found: Pieces = {}
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for number, page in enumerate(document):
            last: tuple[tuple[int, int], float, float] | None = None
            with closing(page), closing(page.get_textpage()) as words:
                for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                    key = number, raw.FPDFPageObj_GetMarkedContentID(part)
                    own = found.setdefault(key, [])
                    text = _text(part, words, raw)
                    line = part.get_matrix().get()[5]
                    left, low, right, high = _bounds(part, last)
                    if last and _goes_on((key, line, left), last, high - low):
                        own[-1] += text
                    else:
                        own.append(text)
                    last = key, line, right
    return found


def _bounds(
    part: Any, last: "tuple[tuple[int, int], float, float] | None"
) -> tuple[float, float, float, float]:
    """Return where a piece is; one without ink, such as a space, is where the last one ended."""
    try:
        left, low, right, high = part.get_bounds()
    except Exception:  # noqa: BLE001 - the library has no other name for it
        end = last[2] if last else 0.0
        return end, 0.0, end, 0.0
    return left, low, right, high


def _goes_on(
    now: tuple[tuple[int, int], float, float],
    last: tuple[tuple[int, int], float, float],
    height: float,
) -> bool:
    """Return whether a piece follows the last one on its line, as the next letter does."""
    room = max(height, LEAST_HEIGHT)
    gap = now[2] - last[2]
    return now[0] == last[0] and abs(now[1] - last[1]) < 0.1 and -room < gap < GAP * room  # noqa: PLR2004 - points


def _text(part: Any, words: Any, raw: Any) -> str:
    size = raw.FPDFTextObj_GetText(part, words, None, 0)
    buffer = (ctypes.c_ushort * size)()
    raw.FPDFTextObj_GetText(part, words, buffer, size)
    # The reader marks the hyphen at the end of a line.
    return bytes(buffer).decode("utf-16-le").partition("\0")[0].replace("\x02", "-")
