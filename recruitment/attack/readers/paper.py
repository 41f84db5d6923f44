"""A PDF by its tags: what is read out, every table cell, and all that is kept beside the pages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from recruitment.attack.numbers import masked
from recruitment.attack.readers.paper_objects import object_texts, strange_objects
from recruitment.attack.readers.paper_texts import Tag, tags_of
from recruitment.attack.reading import Grid, Reading, Text
from recruitment.errors import DataError
from recruitment.ingest.originals import Original

BLOCKS = {"Title", "P", "H1", "H2", "LBody", "Lbl", "Caption", "TOCI", "Reference", "Link"}
ENTRY = re.compile(r"(.*?)[ .]*(\d{1,4})")
CAPTION = re.compile(r"((?:Table|Figure) \d+): (.*)")


def read(file: Original) -> Reading:
    """Return everything that is in a PDF.

    Raises:
        DataError: It is damaged, protected or no PDF, or has no tags to tell tables by.
    """
    import logging

    import pypdf

    # It tells of what is broken in bytes of the file; what matters is told below.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        document = pypdf.PdfReader(BytesIO(file.content))
        root, loose = tags_of(document)
        spoken = [
            replace(each, place=f"{each.place}, text {number} of the document")
            for number, each in enumerate(_counted_on(_spoken(root), len(document.pages)), start=1)
        ]
        footers = _without_numbers(loose, len(document.pages))
        texts = [*spoken, *footers, *object_texts(document)]
        strange = list(strange_objects(document, file.content))
    except Exception:  # noqa: BLE001 - of a damaged file the libraries raise what they like
        raise DataError(f"{file.name} is no PDF that can be read; take a new copy of it") from None
    if not root.parts or not any(root.pieces):
        raise DataError(
            f"{file.name} has no text that is tagged, so nobody can tell its tables apart; make it "
            "anew with recruit report"
        )
    return Reading(file.name, tuple(texts), tuple(_grids(root)), (), tuple(strange), pictures=True)


def _spoken(root: Tag, near: str = "") -> Iterator[Text]:
    """Yield every text that is tagged, tables left out; pictures piece by piece."""
    for part in root.parts:
        if isinstance(part, str):
            if part.strip():
                yield Text(f"text tagged {masked(root.kind)}", part, near)
        elif part.kind == "Figure":
            yield Text("the alt text of a figure", part.alt, near)
            yield from (Text("a figure", piece, near, drawn=True) for piece in part.pieces)
        elif part.kind in BLOCKS:
            text = part.text
            if part.alt:
                yield Text(f"the alternative of {masked(part.kind)}", part.alt, near)
            if text:
                yield Text(f"text tagged {masked(part.kind)}", text, near)
            near = text if CAPTION.fullmatch(text) else near
        elif part.kind != "Table":
            if part.alt:
                yield Text(f"the alternative of {masked(part.kind)}", part.alt, near)
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


def _without_numbers(texts: list[Text], pages: int) -> Iterator[Text]:
    """Leave out the number of each page, where it is that."""
    for each in texts:
        page = each.place.removeprefix("page ").partition(",")[0]
        yield replace(each, text=each.text.removesuffix(f"Page {page} of {pages}"))


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
