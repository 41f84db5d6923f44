"""Any file to import to its tables: by its suffix, and by what its bytes say it is.

Nothing in a file is run, fetched or changed: its bytes are read once, into memory.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from recruitment.errors import DataError, UsageError, nearest
from recruitment.ingest.documents import REFUSED
from recruitment.ingest.faults import Fault
from recruitment.ingest.originals import Original, original
from recruitment.ingest.signatures import (
    KINDS,
    NO_TABLES,
    SAVE_TABLE,
    check_no_web_page,
    check_table,
)
from recruitment.ingest.sources.reading import Reading
from recruitment.ingest.sources.source import Source

Reader = Callable[[Original, str | None], Reading]

TOO_LARGE = "write candidates as .csv or .parquet, of any size, and tables without what is not read"


def read_source(path: Path, *, sheet: str | None = None) -> Source:
    """Return the tables in the file at ``path``, every cell as text.

    Separated values (``.csv``, ``.tsv``, ``.txt``), workbooks (``.xlsx``, ``.xlsm``, ``.xls``,
    ``.ods``) and Parquet (``.parquet``), for tables of counts: up to 50 MB, 1,000 columns and two
    million cells. What cannot be read in a table stands in its ``faults``, all of it.

    Args:
        path: The file.
        sheet: The one sheet of a workbook to read, in any case; None for all that have text.

    Raises:
        UsageError: There is no such file or sheet, or it is of no kind that is read.
        DataError: It is protected, damaged, too large, empty, or not what its suffix says.
        StorageError: It cannot be read.
    """
    # A name that cannot be one is told by what opens the file.
    with suppress(OSError):
        if path.is_file():
            _check_suffix(path)
    document = original(path, TOO_LARGE)
    _check_suffix(path)
    kind, reader = READERS[document.suffix]
    check_no_web_page(document)
    check_table(document, kind)
    try:
        read = reader(document, sheet)
    except RecursionError:
        raise DataError(f"{document.name} is refused: its parts are nested too deeply") from None
    if not any(each.rows or each.faults for each in read.sheets):
        where = f"the sheet {sheet} of {document.name}" if sheet else document.name
        raise DataError(f"{where} has no text in it: there is nothing to read")
    return Source(
        document.name,
        hashlib.sha256(document.content).hexdigest(),
        len(document.content),
        read.sheets,
        read.remarks,
        read.date_1904,
    )


def faults_in(source: Source) -> tuple[Fault, ...]:
    """Return what cannot be read in ``source``, sheet by sheet."""
    return tuple(fault for sheet in source.sheets for fault in sheet.faults)


def _check_suffix(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in REFUSED:
        found = REFUSED[suffix]
        if found in NO_TABLES:
            raise UsageError(f"{path} is {NO_TABLES[found]}; {SAVE_TABLE}")
        raise UsageError(f"{path} is {KINDS[found]}")
    if suffix not in READERS:
        named = f"{suffix} files are not imported" if suffix else "it has no suffix"
        raise UsageError(f"{path}: {named}; {nearest(suffix, list(READERS))}")


def _csv(document: Original, sheet: str | None) -> Reading:
    from recruitment.ingest.sources.csv_source import read_csv_source

    _check_no_sheet(document, sheet)
    return read_csv_source(document)


def _workbook(document: Original, sheet: str | None) -> Reading:
    from recruitment.ingest.sources.workbook_source import read_workbook_source

    return read_workbook_source(document, sheet)


def _parquet(document: Original, sheet: str | None) -> Reading:
    from recruitment.ingest.sources.parquet_source import read_parquet_source

    _check_no_sheet(document, sheet)
    return read_parquet_source(document)


def _check_no_sheet(document: Original, sheet: str | None) -> None:
    if sheet is not None:
        raise UsageError(f"{document.name} has no sheets; leave --sheet out")


# By suffix: what the bytes must be, and who reads them.
READERS: dict[str, tuple[str, Reader]] = {
    ".csv": ("text", _csv),
    ".tsv": ("text", _csv),
    ".txt": ("text", _csv),
    ".xlsx": ("xlsx", _workbook),
    ".xlsm": ("xlsx", _workbook),
    ".xls": ("xls", _workbook),
    ".ods": ("ods", _workbook),
    ".parquet": ("parquet", _parquet),
}
