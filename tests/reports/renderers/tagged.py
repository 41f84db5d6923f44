"""What the tags of a PDF say it is made of, in the order in which it is read out."""

import ctypes
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf
import pypdfium2 as pdfium
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCKS = {"Title", "P", "H1", "H2", "LBody", "Caption", "Figure"}
Texts = dict[tuple[int, int], str]


@dataclass(frozen=True)
class Tag:
    """One element of the structure: its kind, its own words, and what is in it."""

    kind: str
    entries: dict[str, Any]
    parts: tuple["Tag | str", ...]

    @property
    def text(self) -> str:
        """All words in it, but for those of lists within."""
        own = (each if isinstance(each, str) else each.text for each in self.parts if _inline(each))
        return " ".join("".join(own).split())

    def every(self, *kinds: str) -> "Iterator[Tag]":
        """Yield each element of these kinds within it, in reading order."""
        for part in self.parts:
            if isinstance(part, Tag):
                if part.kind in kinds:
                    yield part
                yield from part.every(*kinds)

    def spoken(self) -> "Iterator[str]":
        """Yield what is read out, block by block, tables left out."""
        for part in self.parts:
            if isinstance(part, str) or part.kind in {"Lbl", "THead", "TBody", "TOC"}:
                continue
            if part.kind in BLOCKS:
                yield str(part.entries.get("/Alt", part.text))
            else:
                yield from part.spoken()

    @property
    def scopes(self) -> set[str]:
        """What its attributes say it heads."""
        attributes = self.entries.get("/A", [])
        return {str(each["/Scope"]) for each in attributes if "/Scope" in each}


def tags(pdf: bytes) -> Tag:
    """Return the root of the structure of ``pdf``."""
    reader = pypdf.PdfReader(BytesIO(pdf))
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}
    return _tag(reader.root_object["/StructTreeRoot"], None, pages, _texts(pdf))


def _tag(element: Any, page: int | None, pages: dict[int, int], texts: Texts) -> Tag:
    page = pages[element.raw_get("/Pg").idnum] if "/Pg" in element else page
    children = element.get("/K", [])
    parts: list[Tag | str] = []
    for child in children if isinstance(children, list) else [children]:
        inner = child.get_object()
        if isinstance(inner, int):
            parts.append(texts.get((page, int(inner)), ""))
        elif inner.get("/Type") == "/MCR":
            own = pages[inner.raw_get("/Pg").idnum] if "/Pg" in inner else page
            parts.append(texts.get((own, int(inner["/MCID"])), ""))
        elif "/S" in inner:
            parts.append(_tag(inner, page, pages, texts))
    return Tag(str(element.get("/S", "/Root"))[1:], dict(element), tuple(parts))


def _texts(pdf: bytes) -> Texts:
    """Return the words under each mark of each page."""
    texts: Texts = {}
    with closing(pdfium.PdfDocument(pdf)) as document:
        for number, page in enumerate(document):
            with closing(page), closing(page.get_textpage()) as words:
                for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                    key = number, raw.FPDFPageObj_GetMarkedContentID(part)
                    texts[key] = texts.get(key, "") + _text(part, words)
    return texts


def _text(part: Any, words: Any) -> str:
    size = raw.FPDFTextObj_GetText(part, words, None, 0)
    buffer = (ctypes.c_ushort * size)()
    raw.FPDFTextObj_GetText(part, words, buffer, size)
    # The reader marks the hyphen at the end of a line.
    return bytes(buffer).decode("utf-16-le").partition("\0")[0].replace("\x02", "-")


def _inline(part: "Tag | str") -> bool:
    return isinstance(part, str) or part.kind not in {"L", "Figure"}
