"""The document around the body: an empty one from ``template``, its properties, and its bytes."""

import datetime as dt
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reports.charts.labels import shortened
from reports.report.model import Report

if TYPE_CHECKING:
    from docx.document import Document

PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/font_table.xml": "font_table.xml",
    "word/theme.xml": "theme.xml",
    "word/first_header.xml": "first_header.xml",
    "word/header.xml": "header.xml",
    "word/footer.xml": "footer.xml",
}
LONGEST_PROPERTY, LONGEST_HEADER = 255, 120


def blank() -> "Document":
    """Return a document without a body."""
    import docx

    folder = files("reports.word") / "template"
    packed = _archive({name: (folder / own).read_bytes() for name, own in PARTS.items()})
    return docx.Document(BytesIO(packed))


def describe(document: "Document", report: Report) -> None:
    """Write properties, header and footer; no date is that of the day on which it is made."""
    properties = document.core_properties
    properties.title = shortened(report.title, LONGEST_PROPERTY)
    properties.subject = shortened(report.subtitle, LONGEST_PROPERTY)
    properties.author = shortened(report.author, LONGEST_PROPERTY)
    properties.last_modified_by = properties.author
    properties.language = "en-GB"
    properties.revision = 1
    if report.date:
        day = dt.datetime.combine(report.date, dt.time(), dt.UTC)
        properties.created = properties.modified = day
    section = document.sections[0]
    section.header.paragraphs[0].add_run(shortened(report.title, LONGEST_HEADER))
    section.footer.paragraphs[0].add_run(shortened(report.policy, LONGEST_PROPERTY))


def saved(document: "Document") -> bytes:
    """Return the file; the archive bears no time of day."""
    file = BytesIO()
    document.save(file)
    with ZipFile(file) as archive:
        return _archive({name: archive.read(name) for name in archive.namelist()})


def _archive(parts: "dict[str, bytes]") -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content, compress_type=ZIP_DEFLATED)
    return file.getvalue()
