"""What a file is by its first bytes, so that a wrong suffix is said and not stumbled over."""

from recruitment.errors import DataError
from recruitment.ingest.archives import Archive
from recruitment.ingest.originals import Original

ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STARTS = {
    b"%PDF-": "pdf",
    b"{\\rtf": "rtf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"II*\x00": "picture",
    b"MM\x00*": "picture",
    b"PAR1": "parquet",
    b"PARE": "protected",
    b"SQLite format 3": "sqlite",
    b"\x1f\x8b": "packed",
    b"\x28\xb5\x2f\xfd": "packed",
    b"BZh": "packed",
    b"\xfd7zXZ": "packed",
    b"7z\xbc\xaf": "packed",
}
# Bytes 8 to 11 of every DuckDB file.
DUCK = b"DUCK"
# How a web page begins, which some programs write and call a workbook.
WEB = (b"<!doctype html", b"<html")
# The streams of an OLE file, in the order in which they decide.
STREAMS = {"EncryptedPackage": "protected", "WordDocument": "doc", "Workbook": "xls", "Book": "xls"}
ENTRIES = {"word/": "docx", "xl/workbook.bin": "xlsb", "xl/": "xlsx", "ppt/": "pptx"}
MIMES = {b"opendocument.spreadsheet": "ods", b"opendocument.text": "odt"}
# What is found, and what to do about it.
KINDS = {
    "docx": "a Word document: give it the suffix .docx",
    "xlsx": "an Excel workbook: give it the suffix .xlsx",
    "xls": "an Excel 97-2003 workbook: give it the suffix .xls",
    "ods": "an OpenDocument spreadsheet: give it the suffix .ods",
    "doc": "a Word 97-2003 document: open it in Word and save it as .docx",
    "odt": "an OpenDocument text: open it and save it as .docx",
    "rtf": "rich text: open it in Word and save it as .docx",
    "xlsb": "a binary Excel workbook: open it in Excel and save it as .xlsx",
    "pptx": "a presentation: save its text as .txt",
    "parquet": "a Parquet file: give it the suffix .parquet",
    "duckdb": "a DuckDB file: where it is a warehouse, name it with --db",
    "sqlite": "an SQLite file: write its table as .csv",
    "packed": "a packed file: unpack it",
    "pdf": "a PDF, which is not read: take its Word or HTML version, or save its text as .txt",
    "picture": "a picture, in which there is no text to read: take the document it shows",
    "zip": "a zip archive: unpack it and name a document in it",
    "ole": "an old Office file: open it and save it as .docx or .xlsx",
}
# Of these, a table is not imported.
NO_TABLES = {
    "docx": "a Word document",
    "doc": "a Word 97-2003 document",
    "odt": "an OpenDocument text",
    "rtf": "rich text",
    "pptx": "a presentation",
    "pdf": "a PDF",
    "picture": "a picture",
}
SAVE_TABLE = "save its table as .xlsx or .csv"
WANTED = {
    "docx": "a Word document",
    "xlsx": "an Excel workbook",
    "xls": "an Excel 97-2003 workbook",
    "ods": "an OpenDocument spreadsheet",
    "parquet": "a Parquet file",
}


def check_kind(document: Original, wanted: str) -> None:
    """Refuse a document that is not what its suffix says, and say what it is.

    Args:
        document: The file.
        wanted: The kind its suffix stands for: ``docx xlsx xls ods parquet`` or ``text``.

    Raises:
        DataError: It is something else, protected by a password, or damaged.
    """
    found = kind(document)
    if found == wanted:
        return
    if found == "protected":
        raise DataError(
            f"{document.name} is protected by a password; save it without one and try again"
        )
    if found == "text":
        raise DataError(f"{document.name} is not {WANTED[wanted]}: it is damaged, or misnamed")
    raise DataError(f"{document.name} is {KINDS[found]}")


def check_table(document: Original, wanted: str) -> None:
    """Refuse a file that is not what its suffix says, or of a kind in which no table is imported.

    Raises:
        DataError: As for `check_kind`.
    """
    found = NO_TABLES.get(kind(document))
    if found is not None:
        raise DataError(f"{document.name} is {found}; {SAVE_TABLE}")
    check_kind(document, wanted)


def check_no_web_page(document: Original) -> None:
    """Refuse a web page, whatever its suffix says.

    Raises:
        DataError: It is one.
    """
    if document.content[:64].lstrip().lower().startswith(WEB):
        raise DataError(f"{document.name} is a web page; open it in Excel and save it as .xlsx")


def kind(document: Original) -> str:
    """Return what the bytes of ``document`` are, ``text`` where nothing else is recognised."""
    content = document.content
    if content.startswith(ZIPS):
        return _kind_of_archive(Archive(document))
    if content.startswith(OLE):
        found = (kind for name, kind in STREAMS.items() if name.encode("utf-16-le") in content)
        return next(found, "ole")
    if content[8:12] == DUCK:
        return "duckdb"
    return next((kind for start, kind in STARTS.items() if content.startswith(start)), "text")


def _kind_of_archive(archive: Archive) -> str:
    if "mimetype" in archive:
        mime = archive.read("mimetype")
        return next((kind for text, kind in MIMES.items() if text in mime), "zip")
    for start, found in ENTRIES.items():
        if any(entry.lower().startswith(start) for entry in archive):
            return found
    return "zip"
