"""Which of the two date systems the bare numbers of a workbook are days in."""

import re
import struct

from recruitment.ingest.archives import Archive
from recruitment.ingest.originals import Original
from recruitment.ingest.sheet_layout import Attributes, MarkupReader

WORKBOOK = "xl/workbook.xml"
CONTENT = "content.xml"
TRUE = {"1", "true", "on"}
NULL_DATE = re.compile(rb"""null-date[^>]*date-value=["']1904-01-01["']""")
# Records of an .xls workbook (MS-XLS 2.3): its beginning, its end, and DateMode.
BEGIN = b"\x09\x08\x10\x00\x00\x06\x05\x00"
END, DATE_MODE = 0x000A, 0x0022
HEAD = struct.Struct("<HH")


def counts_from_1904(document: Original) -> bool:
    """Return whether the days of a workbook are counted from 1904, as old Macs did.

    Raises:
        DataError: It is damaged.
    """
    if document.suffix == ".xls":
        return _old(document.content)
    archive = Archive(document)
    if document.suffix == ".ods":
        return NULL_DATE.search(archive.markup(CONTENT)) is not None
    properties = _Properties(document.name)
    properties.read(archive.markup(WORKBOOK))
    return properties.from_1904


class _Properties(MarkupReader):
    """The properties of an .xlsx workbook."""

    from_1904 = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        if tag == "workbookPr":
            self.from_1904 = attributes.get("date1904", "").lower() in TRUE


def _old(content: bytes) -> bool:
    # The records of the workbook itself stand one after the other from its beginning.
    place = content.find(BEGIN)
    while 0 <= place <= len(content) - HEAD.size:
        record, length = HEAD.unpack_from(content, place)
        place += HEAD.size
        if record == DATE_MODE:
            return content[place : place + length] == b"\x01\x00"
        if record == END:
            return False
        place += length
    return False
