"""How a large file of separated values is to be read: from its first lines, and all its bytes."""

import hashlib
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from recruitment.errors import DataError
from recruitment.ingest.characters import tidy
from recruitment.ingest.csv_text import on_delimiter
from recruitment.ingest.faults import SourceRefused
from recruitment.ingest.grids import MOST_COLUMNS
from recruitment.ingest.originals import Original, opened
from recruitment.ingest.signatures import ZIPS, check_no_web_page, check_table
from recruitment.ingest.sources.csv_headings import heading_faults, heading_row
from recruitment.ingest.sources.csv_rows import CsvRow, csv_rows
from recruitment.ingest.sources.delimiters import delimiter_of, named_delimiter
from recruitment.ingest.sources.encodings import Encoding, encoding_of

SAMPLE = 65_536
CHUNK = 1_048_576


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file of separated values is to be read.

    Attributes:
        name: The name of the file, without its folder.
        encoding: As Python calls it; DuckDB reads ``utf-8`` and ``utf-8-sig`` itself.
        delimiter: What stands between values.
        headings: Of the columns, tidied; the last ones may be empty.
        header_line: The line of the headings, from 1.
        skipped: How many lines there are up to the first row under them.
        sha256: Of all bytes, in hexadecimal.
        size: How many bytes there are.
        remarks: What a reader must know about the reading, one sentence each.
    """

    name: str
    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    header_line: int
    skipped: int
    sha256: str
    size: int
    remarks: tuple[str, ...] = ()

    @property
    def errors(self) -> str:
        """How Python is to carry bytes that are no text."""
        return Encoding(self.encoding).errors

    @property
    def first(self) -> int:
        """The line of the first row under the headings."""
        return self.skipped + 1


def csv_dialect(path: Path) -> Dialect:
    """Return how the file at ``path`` is to be read; its bytes pass by once.

    The headings are in the first 64 KB: the first line that is no title. No message repeats them
    where they may be values of people.

    Raises:
        UsageError: There is no such file.
        SourceRefused: Headings are missing, repeated, empty, or hold what cannot be seen.
        DataError: It is empty, no text, or changed while it was read.
        StorageError: It cannot be read.
    """
    digest = hashlib.sha256()
    with opened(path) as file:
        head = file.read(SAMPLE)
        check_is_text(path, head)
        file.seek(0)
        encoding = encoding_of(path.name, _hashed(file, digest))
        size = file.tell()
    text = _first_lines(path.name, head, encoding, whole=size <= SAMPLE)
    named = named_delimiter(path.name, text)
    delimiter = named or delimiter_of(path.suffix.lower(), text)
    row = _heading_row(path.name, text, delimiter, 1 if named else 0)
    return Dialect(
        path.name,
        encoding.codec,
        delimiter,
        tuple(map(tidy, row.cells)),
        row.line,
        row.line + row.lines - 1,
        digest.hexdigest(),
        size,
        (*filter(None, [encoding.remark]), *on_delimiter(delimiter)),
    )


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file of any size, in hexadecimal.

    Raises:
        UsageError: There is none, or it is a folder, a pipe or a device.
        DataError: It changed while it was read.
        StorageError: It cannot be read.
    """
    digest = hashlib.sha256()
    with opened(path) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def check_is_text(path: Path, head: bytes) -> None:
    """Refuse a file that begins as no text does, and say what it is.

    Raises:
        DataError: It is empty, or of another kind.
    """
    if not head:
        raise DataError(f"{path} is empty: there is nothing to read in it")
    if head.startswith(ZIPS):
        raise DataError(f"{path.name} is a workbook or a zip archive; give it the suffix it had")
    start = Original(path.name, head)
    check_no_web_page(start)
    check_table(start, "text")


def _hashed(file: BinaryIO, digest: "hashlib._Hash") -> Iterator[bytes]:
    while chunk := file.read(CHUNK):
        digest.update(chunk)
        yield chunk


def _first_lines(name: str, head: bytes, encoding: Encoding, *, whole: bool) -> str:
    decoder = getincrementaldecoder(encoding.codec)(encoding.errors)
    text = decoder.decode(head, final=whole)
    if whole:
        return text
    end = max(text.rfind("\n"), text.rfind("\r")) + 1
    if not end:
        raise DataError(
            f"{name}, line 1 is longer than 64 KB; a table has up to {MOST_COLUMNS:,} columns"
        )
    return text[:end]


def _heading_row(name: str, text: str, delimiter: str, skipped: int) -> CsvRow:
    lines = islice(StringIO(text, newline=""), skipped, None)
    rows = list(csv_rows(lines, delimiter, first=skipped + 1))
    row = heading_row(rows)
    if row is None:
        titled = any(tidy(cell) for each in rows for cell in each.cells)
        what = "has a title and no headings" if titled else "has no text in it"
        raise DataError(f"{name} {what}: there is nothing to read")
    if len(row.cells) > MOST_COLUMNS:
        columns = f"{len(row.cells):,} columns; up to {MOST_COLUMNS:,} are read"
        raise DataError(f"{name}, line {row.line}: {columns}")
    if faults := tuple(heading_faults(name, row)):
        raise SourceRefused(name, faults)
    return row
