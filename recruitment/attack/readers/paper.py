"""A PDF by its tags: what is read out, every table cell, and all that is kept beside the pages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from recruitment.attack.readers.paper_texts import Tag, tags_of
from recruitment.attack.reading import Grid, Reading, Text
from recruitment.errors import DataError
from recruitment.ingest.originals import Original

BLOCKS = {"Title", "P", "H1", "H2", "LBody", "Lbl", "Caption", "TOCI", "Reference", "Link"}
ENTRY = re.compile(r"(.*?)[ .]*(\d{1,4})")
CAPTION = re.compile(r"((?:Table|Figure) \d+): (.*)")
# What a document may hold beside its pages, that nobody reads here.
STRANGE = ("/AcroForm", "/Names/EmbeddedFiles", "/AF", "/OCProperties", "/OpenAction", "/AA")
FROM_TYPST = re.compile(r"Typst [\d.]+|D:[\d+\-Z']+|/?(True|False|Unknown)")
IN_TAGS = re.compile(r"<[^>]*>")
# In the XMP: dates, identities, and the numbers of standards.
XMP_PLAIN = re.compile(
    r"\d{4}-\d\d-\d\d(T[\d:+\-Z.]*)?|[A-Za-z0-9+/=]{22,}|en-GB|application/pdf|Typst [\d.]+|"
    r"\d{1,3}|proof:pdf|1\.7"
)


def read(file: Original) -> Reading:
    """Return everything that is in a PDF.

    Raises:
        DataError: It is damaged, protected or no PDF, or has no tags to tell tables by.
    """
    import pypdf

    try:
        document = pypdf.PdfReader(BytesIO(file.content))
        root, loose = tags_of(file.content, document)
        spoken = [
            replace(each, place=f"{each.place}, text {number} of the document")
            for number, each in enumerate(_counted_on(_spoken(root), len(document.pages)), start=1)
        ]
        texts = [*spoken, *loose, *_kept(document)]
        strange = list(_strange(document))
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError, OSError):
        raise DataError(f"{file.name} is no PDF that can be read; take a new copy of it") from None
    if not root.parts:
        raise DataError(f"{file.name} has no tags, so nobody can tell its tables apart")
    return Reading(file.name, tuple(texts), tuple(_grids(root)), (), tuple(strange), pictures=True)


def _spoken(root: Tag, near: str = "") -> Iterator[Text]:
    """Yield every text that is tagged, tables left out; pictures piece by piece."""
    for part in root.parts:
        if isinstance(part, str):
            if part.strip():
                yield Text(f"text tagged {root.kind}", part, near)
        elif part.kind == "Figure":
            yield Text("the alt text of a figure", part.alt, near)
            yield from (Text("a figure", piece, near, drawn=True) for piece in part.pieces)
        elif part.kind in BLOCKS:
            text = part.text
            if part.alt:
                yield Text(f"the alternative of {part.kind}", part.alt, near)
            if text:
                yield Text(f"text tagged {part.kind}", text, near)
            near = text if CAPTION.fullmatch(text) else near
        elif part.kind != "Table":
            if part.alt:
                yield Text(f"the alternative of {part.kind}", part.alt, near)
            yield from _spoken(part, near)


def _counted_on(texts: Iterator[Text], pages: int) -> Iterator[Text]:
    """Leave out numbers that only count on: of paragraphs, and of pages in the contents."""
    paragraph, page = 0, 1
    for each in texts:
        if each.place == "text tagged Lbl" and each.text == f"{paragraph + 1}.":
            paragraph += 1
            continue
        entry = ENTRY.fullmatch(each.text) if each.place == "text tagged TOCI" else None
        if entry and page <= int(entry[2]) <= pages:
            page = int(entry[2])
            yield replace(each, text=entry[1])
        else:
            yield each


def _grids(root: Tag) -> Iterator[Grid]:
    """Yield every table; a caption may stand in it or, where a page ends between, before it."""
    caption = ""
    for tag in root.every("Table", "Caption"):
        if tag.kind == "Caption":
            caption = tag.text
            continue
        caption = next((each.text for each in tag.every("Caption")), caption)
        found = CAPTION.fullmatch(caption)
        rows = [tuple(c.text for c in row.every("TH", "TD")) for row in tag.every("TR")]
        yield Grid(found[1] if found else "a table", found[2] if found else caption, tuple(rows))


def _kept(document: Any) -> Iterator[Text]:
    """Yield the properties, bookmarks, labels of links and what notes say."""
    for name, value in (document.metadata or {}).items():
        if not FROM_TYPST.fullmatch(str(value)):
            yield Text(f"the property {name[1:]}", str(value))
    xmp = document.root_object.get("/Metadata")
    if xmp is not None:
        said = IN_TAGS.sub("\n", xmp.get_object().get_data().decode("utf-8", "replace"))
        for line in filter(None, map(str.strip, said.splitlines())):
            if not XMP_PLAIN.fullmatch(line):
                yield Text("the metadata", line)
    yield from (Text("a bookmark", title) for title in _titles(document.outline))
    for number, page in enumerate(document.pages, start=1):
        for note in page.get("/Annots") or []:
            own = note.get_object()
            for key in ("/Contents", "/T", "/TU", "/Subj", "/RC"):
                if key in own:
                    yield Text(f"a note or link on page {number}", str(own[key]))


def _titles(outline: Any) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from _titles(each)
        else:
            yield str(each.title)


def _strange(document: Any) -> Iterator[str]:
    root = document.root_object
    for name in STRANGE:
        first, _, second = name[1:].partition("/")
        held = root.get(f"/{first}")
        if held is not None and (not second or f"/{second}" in held.get_object()):
            yield f"what the document holds as {name}"
    for number, page in enumerate(document.pages, start=1):
        for note in page.get("/Annots") or []:
            if note.get_object().get("/Subtype") != "/Link":
                yield f"a note on page {number} that is no link"
