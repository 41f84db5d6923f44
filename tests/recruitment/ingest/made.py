"""Documents made for the tests of reading them, and ways to damage them."""

import base64
import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from recruitment.ingest.blocks import Document, Grid, Paragraph
from recruitment.ingest.documents import read_document

# A workbook in the old format: a sheet with a percentage and a merged row, and a hidden sheet.
OLD_WORKBOOK = (
    "eNrtWE1oE0EU/mY3/03TJE2FViihkGpjL8WLHtq1Yu1Fa/0BRQq6bWIJjUkIOagHrdZcBEHwpHgp9NJL1Ys/KKK3HoQW"
    "PSiC0CiePAkKHtqsb142mtoIDWggst8yb17ez8zbmTc/2eWlwMrs/Y4CfsMAVBQNNxwVMkHFXf7hB+kNQ7Ll2kXFsNBQ"
    "cLtoIh12PGl+6ZRzKOe7AAX3bC+IAh+ojCGDkXQqHq4j9nIMupAx9Asb5Z6CO1R8aOe4gkwnmLYyvcu2T5nuYcl1pv1k"
    "uyJOYkkbie4y8/iE0sU6H1GBh+zzjiV9aMOizONLN0TJ1o7BbEJPNpii0+bFHGhKh+OpeFZPriBEczuHb0YY+FpexM/D"
    "lry+cgGSf18vd/5B7oJng/ymYgOmYZwWMnPz8CJikxobDgz17c6jCT0OmQYqDiVjq7QQHOaitgNHc/pknOpj6ZyebAIG"
    "M5lkYkLPJdIpDxAJp8+Ec1JF5mfj2cl4jFLqnEdu+rxJ+NdtEs28dLxEY2hhPsALyE9hr85/eXVwfFQ7xZJpPhhKx0dE"
    "hg8Dl6UHOftQCl5C2kaZ7mB6hVvdynwH0xC9BdXdo20ms3+Gba6ytpv62cl4rW2r4LcTn/98+FFn/qPWQ/zCcOFCaOGN"
    "NosuOs5i5C+fGfSKXnH7lsRjrVwLc6N5z7R9w6bjUvxm7IZ5RrZgDR5mA0xLv+ToCNNeVLEXbC9bvKh4OJ4ArrlK9koV"
    "e4XtVaKqUtrEgojOty7ve7uoSR+1io/KPnKsn9EoqGZMn7h3lbUCA0oQD2TjlDm/UI8cED9po+aAqJoDdnmZkqOKaqNq"
    "wYIFCxYsWLBQdwjz4q2a13C7ebVzmt911qgUrc8k/y2OIE1Pjv5lDiFFdRbna8qfLbCLcltikz7l74USx6n3LKYwznFM"
    "1Zy/dDUXle+zaUf/31tCtfZfrCXOf9z/D+5UCOc="
)
ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def read_as(folder: Path, name: str, content: bytes | str) -> Document:
    """Write a file and read it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_document(path)


def texts(document: Document) -> list[str]:
    """Return the texts of the paragraphs."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def found(document: Document) -> list[tuple[str, str]]:
    """Return the paragraphs' places and texts."""
    return [(each.place, each.text) for each in document.blocks if isinstance(each, Paragraph)]


def grids(document: Document) -> list[Grid]:
    """Return the tables."""
    return [block for block in document.blocks if isinstance(block, Grid)]


def word_bytes(fill: Callable[[Any], object]) -> bytes:
    """Return a Word document that ``fill`` wrote into."""
    document = docx.Document()
    fill(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def word_element(markup: str) -> Any:
    """Return an element of Word."""
    return parse_xml(f"<w:wrapped {nsdecls('w')}>{markup}</w:wrapped>")[0]


def workbook_bytes(fill: Callable[[Any], object]) -> bytes:
    """Return an .xlsx workbook that ``fill`` wrote into."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        fill(workbook)
    return file.getvalue()


def old_workbook_bytes() -> bytes:
    """Return the .xls workbook."""
    return zlib.decompress(base64.b64decode(OLD_WORKBOOK))


def open_workbook_bytes(tables: str, *, manifest: str = "<manifest/>") -> bytes:
    """Return an .ods workbook of ``tables``."""
    content = (
        f"<office:document-content {ODS_NAMES}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    entries = {"mimetype": ODS_TYPE, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zip_bytes(entries)


def zip_bytes(entries: Mapping[str, bytes | str]) -> bytes:
    """Return an archive of ``entries``."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def changed(content: bytes, entries: Mapping[str, bytes | str]) -> bytes:
    """Return an archive with ``entries`` put in place of its own, or beside them."""
    with ZipFile(BytesIO(content)) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    return zip_bytes({**kept, **entries})


def entry(content: bytes, name: str) -> bytes:
    """Return one entry of an archive."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def picture_bytes() -> bytes:
    """Return a picture of one pixel."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


RUN = "<w:r><w:t>{}</w:t></w:r>"


def document_of(*elements: str) -> bytes:
    """Return a document whose body is ``elements``."""

    def fill(document: Any) -> None:
        for markup in elements:
            document.element.body.insert(-1, word_element(markup))

    return word_bytes(fill)


def paragraph(text: str, properties: str = "") -> str:
    """Return the markup of a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{RUN.format(text)}</w:p>"
