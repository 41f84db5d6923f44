"""Zip archives, as Word documents and workbooks are: refused by size before they are unpacked."""

import lzma
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from recruitment.errors import DataError
from recruitment.ingest.originals import Original

MOST_UNPACKED = 200_000_000
MOST_RATIO = 100
# So little harms nobody, however well it was packed: a list of candidates repeats itself.
LITTLE = 8_000_000
MOST_ENTRIES = 2_000
ENCRYPTED = 0x1
MARKUP = (".xml", ".rels")
# zipfile raises a RuntimeError of a wrong password, and a kind of it where it does not know the way
# of packing.
BROKEN = (
    BadZipFile,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    zlib.error,
)
# No Office file declares a document type; one that does means to expand or to fetch something.
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


class Archive:
    """An archive whose sizes were looked at, read one entry at a time and never onto a disk.

    Raises:
        DataError: It is damaged, protected by a password, or unpacks to more than a document would.
    """

    def __init__(self, document: Original) -> None:
        self.name = document.name
        try:
            self._zip = ZipFile(BytesIO(document.content))
        except BROKEN:
            raise self.damaged() from None
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        self._check(self._zip.infolist(), len(document.content))

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __contains__(self, entry: str) -> bool:
        return entry in self._entries

    def read(self, entry: str) -> bytes:
        """Return the bytes of ``entry``; at most as many as the archive says there are."""
        try:
            return self._zip.read(self._entries[entry])
        except BROKEN:
            raise self.damaged() from None

    def markup(self, entry: str) -> bytes:
        """Return the XML of ``entry``.

        Raises:
            DataError: It declares a document type.
        """
        content = self.read(entry)
        if any(doctype in content for doctype in DOCTYPES):
            raise DataError(
                f"{self.name} is refused: {entry} in it declares a document type, which no Office "
                "file does and an attack would"
            )
        return content

    def markup_only(self) -> bytes:
        """Return the archive again, with its XML and nothing else, not packed.

        Other readers may trust a size that the archive states; in this one all are true.
        """
        plain = BytesIO()
        with ZipFile(plain, "w") as target:
            for entry in self:
                if entry.endswith(MARKUP):
                    target.writestr(ZipInfo(entry), self.markup(entry))
                elif entry == "mimetype":
                    target.writestr(ZipInfo(entry), self.read(entry))
        return plain.getvalue()

    def damaged(self) -> DataError:
        """Return the error that says so."""
        return DataError(f"{self.name} is damaged and cannot be unpacked; take a new copy of it")

    def _check(self, entries: list[ZipInfo], packed: int) -> None:
        unpacked = sum(entry.file_size for entry in entries)
        if any(entry.flag_bits & ENCRYPTED for entry in entries):
            raise DataError(
                f"{self.name} is protected by a password; save it without one and try again"
            )
        if len(entries) > MOST_ENTRIES:
            raise self._bomb(f"{len(entries):,} parts; a document has up to {MOST_ENTRIES:,}")
        if unpacked > MOST_UNPACKED:
            raise self._bomb(f"{unpacked / 1_000_000:,.0f} MB; up to 200 MB are unpacked")
        if unpacked > max(MOST_RATIO * packed, LITTLE):
            raise self._bomb(
                f"{unpacked / packed:,.0f} times its size; a document to at most {MOST_RATIO}"
            )

    def _bomb(self, size: str) -> DataError:
        return DataError(f"{self.name} is refused: it would unpack to {size}")
