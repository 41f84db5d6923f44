"""What a PDF keeps beside its pages: every text in its objects, and what nobody can read there."""

import re
from collections.abc import Iterator
from typing import Any

from recruitment.attack.numbers import masked
from recruitment.attack.readers.paper_metadata import metadata_texts
from recruitment.attack.reading import Text

# What each kind of object may hold; anything else may hide something.
CATALOGUE = {
    *("/Type", "/Pages", "/Metadata", "/Lang", "/StructTreeRoot", "/MarkInfo"),
    *("/ViewerPreferences", "/Outlines"),
}
PAGE = {
    *("/Type", "/Parent", "/Resources", "/MediaBox", "/StructParents", "/Tabs", "/Contents"),
    "/Annots",
}
RESOURCES = {"/ColorSpace", "/Font", "/ProcSet", "/ExtGState"}
NOTE = {
    *("/Type", "/Subtype", "/Rect", "/Border", "/Dest", "/F", "/StructParent", "/Contents"),
    "/QuadPoints",
}
STREAMS = {"/Contents", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDSet", "/Metadata"}
CELL = r"U\d+x\d+y\d+"
# What entries hold that says nothing.
PLAIN = {
    "/ID": re.compile(CELL),
    "/Headers": re.compile(CELL),
    "/Names": re.compile(CELL),
    "/Registry": re.compile("Adobe"),
    "/Ordering": re.compile("Identity"),
    "/Lang": re.compile("en(-GB)?"),
    "/Creator": re.compile(r"Typst [\d.]+"),
    "/CreationDate": re.compile(r"D:[\d+\-Z']+"),
    "/ModDate": re.compile(r"D:[\d+\-Z']+"),
}
# Read with the tags that they belong to, or with the pages.
ELSEWHERE = {"/Alt", "/ActualText", "/E"}
SPOKEN = re.compile(rb"/(?:ActualText|Alt|E)\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\()])*)\))")
ON_PAGE = re.compile(r"^(.*),? page (\d+)$")


def object_texts(document: Any) -> Iterator[Text]:
    """Yield every text in the objects of a document, and what pages say in other words."""
    from pypdf.generic import ByteStringObject, TextStringObject

    for _, key, value, owner in _objects(document):
        if isinstance(value, ByteStringObject | TextStringObject) and key not in ELSEWHERE:
            text = _decoded(value)
            pattern = PLAIN.get(key)
            if key == "/Contents":
                text = _without_page(text, owner, document)
            if not (pattern and pattern.fullmatch(text)):
                yield Text(f"the entry {masked(key[1:])} of the document", text)
    yield from metadata_texts(document)
    for number, page in enumerate(document.pages, start=1):
        for found in SPOKEN.finditer(_drawn(page)):
            yield Text(f"what page {number} says in other words", _said(*found.groups()))


def strange_objects(document: Any, content: bytes) -> Iterator[str]:
    """Yield what nobody can read: objects of other kinds, earlier versions, what is loose."""
    from pypdf.generic import StreamObject

    yield from _others("the document", document.root_object, CATALOGUE)
    for number, page in enumerate(document.pages, start=1):
        yield from _others(f"page {number}", page, PAGE)
        yield from _others(f"the resources of page {number}", page.get("/Resources", {}), RESOURCES)
        for note in page.get("/Annots") or []:
            yield from _others(f"a note or link on page {number}", note.get_object(), NOTE)
    reached = set()
    for identity, key, value, _ in _objects(document):
        reached.add(identity)
        if isinstance(value, StreamObject) and not (key in STREAMS or "/N" in value):
            yield f"a stream under {masked(key)}"
    if content.count(b"startxref") != 1 or not content.rstrip().endswith(b"%%EOF"):
        yield "an earlier version of the document, or what follows its end"
    if loose := _numbered(document) - reached:
        yield f"{len(loose)} objects that nothing refers to"


def _others(where: str, held: Any, known: set[str]) -> Iterator[str]:
    yield from (
        f"the entry {masked(key[1:])} of {where}" for key in held.get_object() if key not in known
    )


def _objects(document: Any) -> Iterator[tuple[int, str, Any, Any]]:
    """Yield everything that is reached: its number, the entry it stands under, it, and of what."""
    from pypdf.generic import DictionaryObject, IndirectObject

    waiting: list[tuple[str, Any, Any]] = [
        (key, document.trailer.raw_get(key), None) for key in document.trailer if key != "/ID"
    ]
    seen: set[int] = set()
    while waiting:
        key, value, owner = waiting.pop()
        number = 0
        if isinstance(value, IndirectObject):
            number = value.idnum
            if number in seen:
                continue
            seen.add(number)
            value = value.get_object()
        yield number, key, value, owner
        if isinstance(value, DictionaryObject):
            waiting += [(name, value.raw_get(name), value) for name in value]
        elif isinstance(value, list):
            waiting += [(key, each, value) for each in value]


def _numbered(document: Any) -> set[int]:
    """Return the numbers of all objects, but for those that hold others, and the free ones."""
    packed = {holder for holder, _ in document.xref_objStm.values()}
    free = {number for number, is_free in document.xref_free_entry.get(0, {}).items() if is_free}
    return {*document.xref.get(0, ()), *document.xref_objStm} - packed - free - {0}


def _decoded(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("latin-1")


def _without_page(text: str, link: Any, document: Any) -> str:
    """Return the label of a link without the number of the page that it leads to."""
    found = ON_PAGE.fullmatch(text.strip())
    target = link.get("/Dest") if isinstance(link, dict) else None
    if not found or target is None:
        return text
    leads = target.get_object()[0]
    return found[1] if document.pages[int(found[2]) - 1] == leads.get_object() else text


def _drawn(page: Any) -> bytes:
    contents = page.get_contents()
    return b"" if contents is None else bytes(contents.get_data())


def _said(digits: bytes | None, letters: bytes | None) -> str:
    raw = bytes.fromhex(digits.decode()) if digits is not None else letters or b""
    wide = raw.startswith(b"\xfe\xff")
    return raw[2:].decode("utf-16-be", "replace") if wide else raw.decode("latin-1")
