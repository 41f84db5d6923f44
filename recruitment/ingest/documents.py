"""Any document to paragraphs and tables: by its suffix, and by what its bytes say it is.

Nothing in a document is run, fetched or changed: it is read once, into memory.
"""

from collections.abc import Callable
from pathlib import Path

from recruitment.errors import DataError, UsageError, nearest
from recruitment.ingest.blocks import Document, Grid
from recruitment.ingest.characters import unseen
from recruitment.ingest.grids import has_text
from recruitment.ingest.originals import Original, original
from recruitment.ingest.signatures import KINDS, check_kind

Reader = Callable[[Original], Document]

# What is known and not read, by suffix.
REFUSED = {
    ".doc": "doc",
    ".odt": "odt",
    ".pdf": "pdf",
    ".pptx": "pptx",
    ".rtf": "rtf",
    ".xlsb": "xlsb",
    ".zip": "zip",
    **dict.fromkeys((".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff"), "picture"),
}


def read_document(path: Path) -> Document:
    """Return the paragraphs and tables of the document at ``path``.

    Word (``.docx``, ``.docm``), workbooks (``.xlsx``, ``.xlsm``, ``.xls``, ``.ods``), web pages
    (``.html``, ``.htm``), Markdown (``.md``), text (``.txt``) and separated values (``.csv``,
    ``.tsv``).

    Raises:
        UsageError: There is no such file, or none of a kind that is read.
        DataError: It is protected, damaged, too large, without text, or not what its suffix says.
        StorageError: It cannot be read.
    """
    if path.is_file():
        _check_suffix(path)
    document = original(path)
    _check_suffix(path)
    wanted, reader = READERS[document.suffix]
    check_kind(document, wanted)
    try:
        read = reader(document)
    except RecursionError:
        raise DataError(f"{document.name} is refused: its parts are nested too deeply") from None
    if not any(has_text(each) if isinstance(each, Grid) else each.text for each in read.blocks):
        raise DataError(f"{document.name} has no text in it: there is nothing to read")
    return Document(read.name, read.blocks, (*read.remarks, *unseen(read.blocks)))


def _check_suffix(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in REFUSED:
        raise UsageError(f"{path} is {KINDS[REFUSED[suffix]]}")
    if suffix not in READERS:
        named = f"{suffix} documents are not read" if suffix else "it has no suffix"
        raise UsageError(f"{path}: {named}; {nearest(suffix, list(READERS))}")


def _word(document: Original) -> Document:
    from recruitment.ingest.word import read_word

    return read_word(document)


def _workbook(document: Original) -> Document:
    from recruitment.ingest.spreadsheets import read_workbook

    return read_workbook(document)


def _web_page(document: Original) -> Document:
    from recruitment.ingest.web_pages import read_web_page

    return read_web_page(document)


def _markdown(document: Original) -> Document:
    from recruitment.ingest.markdown_text import read_markdown

    return read_markdown(document)


def _text(document: Original) -> Document:
    from recruitment.ingest.plain_text import read_plain_text

    return read_plain_text(document)


def _csv(document: Original) -> Document:
    from recruitment.ingest.csv_text import read_csv

    return read_csv(document)


# By suffix: what the bytes must be, and who reads them.
READERS: dict[str, tuple[str, Reader]] = {
    ".docx": ("docx", _word),
    ".docm": ("docx", _word),
    ".xlsx": ("xlsx", _workbook),
    ".xlsm": ("xlsx", _workbook),
    ".xls": ("xls", _workbook),
    ".ods": ("ods", _workbook),
    ".html": ("text", _web_page),
    ".htm": ("text", _web_page),
    ".md": ("text", _markdown),
    ".markdown": ("text", _markdown),
    ".txt": ("text", _text),
    ".csv": ("text", _csv),
    ".tsv": ("text", _csv),
}
