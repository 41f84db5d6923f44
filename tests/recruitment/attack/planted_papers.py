"""Leaks planted in PDFs."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.recruitment.attack.changing import File, Leak, Leaks

Writer = pypdf.PdfWriter
SAID = "3 disabled people"
FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}


def rewritten(content: bytes) -> bytes:
    """Return a document as another program writes it, with nothing changed."""
    return _written(lambda _: None)(content)


def _written(change: Callable[[Writer], object]) -> File:
    def planted(content: bytes) -> bytes:
        writer = Writer(clone_from=BytesIO(content))
        change(writer)
        file = BytesIO()
        writer.write(file)
        return file.getvalue()

    return planted


def _object(held: dict[str, Any]) -> DictionaryObject:
    """Return a dictionary of names, texts and numbers."""
    return DictionaryObject({NameObject(key): _value(each) for key, each in held.items()})


def _value(held: Any) -> Any:
    if isinstance(held, dict):
        return _object(held)
    if isinstance(held, list):
        return ArrayObject(map(_value, held))
    if isinstance(held, str):
        return NameObject(held) if held.startswith("/") else TextStringObject(held)
    return NumberObject(held) if isinstance(held, int) else held


def _added(writer: Writer, held: Any) -> Any:
    return writer._add_object(held)  # noqa: SLF001 - the library has no public name for it


def _entry(key: str, held: Any) -> File:
    """Put an entry into the catalogue."""
    return _written(lambda writer: writer.root_object.update(_object({key: held})))


def _of_page(key: str, held: Any) -> File:
    return _written(lambda writer: writer.pages[0].update(_object({key: held})))


def _of_tag(key: str) -> File:
    """Give the first paragraph a text of its own."""

    def change(writer: Writer) -> None:
        tag = _paragraph(writer.root_object["/StructTreeRoot"]["/K"])
        tag[NameObject(key)] = TextStringObject(SAID)

    return _written(change)


def _paragraph(tag: Any) -> Any:
    held = tag.get_object()
    if isinstance(held, list):
        return next(filter(None, map(_paragraph, held)), None)
    if not isinstance(held, dict):
        return None
    return held if held.get("/S") == "/P" else _paragraph(held.get("/K", ArrayObject()))


def _drawn(operators: str) -> File:
    """Write on the first page, outside its text."""

    def change(writer: Writer) -> None:
        page = writer.pages[0]
        page["/Resources"]["/Font"][NameObject("/plain")] = _object(FONT)
        drawn = page["/Contents"].get_object()
        drawn.set_data(drawn.get_data() + f"\n/Artifact BMC {operators} EMC".encode())

    return _written(change)


def _letters(before: str) -> File:
    return _drawn(f"BT /plain 9 Tf {before} ({SAID}) Tj ET")


def _note(kind: str, **held: Any) -> File:
    note = {"/Type": "/Annot", "/Subtype": kind, "/Rect": [0, 0, 9, 9], **held}

    def change(writer: Writer) -> None:
        writer.pages[0][NameObject("/Annots")] = ArrayObject([_object(note)])

    return _written(change)


def _metadata(before: bytes, after: bytes) -> File:
    def change(writer: Writer) -> None:
        stream = writer.root_object["/Metadata"].get_object()
        assert before in stream.get_data()
        stream.set_data(stream.get_data().replace(before, after))

    return _written(change)


def _picture(writer: Writer) -> None:
    picture = DecodedStreamObject()
    picture.set_data(b"\3")
    picture.update(_object({"/Type": "/XObject", "/Subtype": "/Image", "/Width": 1, "/Height": 1}))
    writer.pages[0]["/Resources"][NameObject("/XObject")] = _object(
        {"/three": _added(writer, picture)}
    )


def _later(content: bytes) -> bytes:
    """Return a document with a second version of it behind the first."""
    return content + b"\n9999 0 obj (3 disabled people) endobj\nstartxref\n0\n%%EOF\n"


PAPERS: Leaks = {
    "a property": Leak("the entry Subject", _written(lambda w: w.add_metadata({"/Subject": SAID}))),
    "a keyword": Leak(
        "the entry Keywords", _written(lambda w: w.add_metadata({"/Keywords": "n=3"}))
    ),
    "a property of its own": Leak(
        "the entry Disabled", _written(lambda w: w.add_metadata({"/Disabled": "3"}))
    ),
    "other metadata": Leak(
        "the metadata, x", _metadata(b"</dc:title>", b"</dc:title><dc:x>3 people</dc:x>")
    ),
    "another standard": Leak("the metadata, part", _metadata(b"part>1<", b"part>3<")),
    "another number of pages": Leak("the metadata, NPages", _metadata(b"NPages>", b"NPages>3")),
    "a comment in the metadata": Leak(
        "the metadata, a comment", _metadata(b"<dc:title>", b"<!-- 3 people --><dc:title>")
    ),
    "an attachment": Leak("a stream under", _written(lambda w: w.add_attachment("n.txt", b"3"))),
    "a note": Leak(
        "a note or link on page 1", _note("/Text", **{"/Contents": SAID, "/Popup": "/None"})
    ),
    "what a note says": Leak("the entry Contents", _note("/Text", **{"/Contents": SAID})),
    "a link elsewhere": Leak(
        "the entry URI",
        _note("/Link", **{"/A": {"/S": "/URI", "/URI": "https://example.org/?n=3"}}),
    ),
    "a form": Leak("the entry AcroForm", _entry("/AcroForm", {"/Fields": [{"/V": "3"}]})),
    "a bookmark": Leak(
        "the entry Title", _written(lambda w: w.add_outline_item(title=SAID, page_number=0))
    ),
    "a script": Leak(
        "the entry JS", _entry("/OpenAction", {"/S": "/JavaScript", "/JS": "alert(3)"})
    ),
    "names of pages": Leak(
        "the entry PageLabels", _entry("/PageLabels", {"/Nums": [0, {"/P": "3 "}]})
    ),
    "layers that can be hidden": Leak(
        "the entry OCProperties", _entry("/OCProperties", {"/D": {}})
    ),
    "data of another program": Leak(
        "the entry PieceInfo", _of_page("/PieceInfo", {"/X": {"/N": 3}})
    ),
    "a small picture of a page": Leak("the entry Thumb", _of_page("/Thumb", 3)),
    "a picture": Leak("the resources of page 1", _written(_picture)),
    "the alternative of a tag": Leak("the alternative of", _of_tag("/Alt")),
    "what a tag stands for": Leak("the alternative of", _of_tag("/ActualText")),
    "what a tag is short for": Leak("the alternative of", _of_tag("/E")),
    "the title of a tag": Leak("the entry T of", _of_tag("/T")),
    "small letters outside the text": Leak("page 1, outside the text", _letters("50 50 Td")),
    "letters without ink": Leak("page 1, outside the text", _letters("3 Tr 50 50 Td")),
    "white letters": Leak("page 1, outside the text", _letters("1 1 1 rg 50 50 Td")),
    "letters beside the page": Leak("page 1, outside the text", _letters("-900 -900 Td")),
    "other words for what is drawn": Leak(
        "what page 1 says in other words", _drawn(f"/Span << /ActualText ({SAID}) >> BDC EMC")
    ),
    "an object that nothing refers to": Leak(
        "that nothing refers to", _written(lambda w: _added(w, TextStringObject(SAID)))
    ),
    "a later version behind the first": Leak("an earlier version of the document", _later),
    "what follows the end": Leak(
        "what follows its end", lambda content: content + b"\n3 disabled people"
    ),
}
