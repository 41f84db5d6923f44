"""Bytes to text: Unicode by its mark or by trial, and Windows-1252, which says so."""

import codecs

from recruitment.errors import DataError
from recruitment.ingest.originals import Original

# The longer marks first: UTF-32 begins like UTF-16.
MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
FALLBACK = "cp1252"
ASSUMED = "It is not UTF-8, and was read as Windows-1252: look at its pound signs and accents."


def decoded(document: Original, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of ``document``, and a remark where its encoding had to be assumed.

    Args:
        document: The file.
        declared: The encoding it names itself, if it does; a mark at its start outranks it.

    Raises:
        DataError: It holds NUL bytes, or bytes that are no text in any of these encodings.
    """
    content = document.content
    marked = next((code for mark, code in MARKS.items() if content.startswith(mark)), None)
    if marked is None and b"\0" in content:
        raise DataError(
            f"{document.name} is not text: it holds NUL bytes ({_line(document, content.index(0))})"
            "; save it as UTF-8"
        )
    return _read(document, marked or declared or "utf-8", trial=marked is None)


def _read(document: Original, encoding: str, *, trial: bool) -> tuple[str, tuple[str, ...]]:
    try:
        text = document.content.decode(encoding)
    except (LookupError, UnicodeError) as error:
        if trial and encoding != FALLBACK:
            return _read(document, FALLBACK, trial=True)
        place = _line(document, getattr(error, "start", 0))
        raise DataError(
            f"{document.name} is not text in a known encoding ({place}); save it as UTF-8"
        ) from None
    if "\0" in text:
        raise DataError(f"{document.name} is not text: it holds NUL characters; save it as UTF-8")
    return text, (ASSUMED,) if trial and encoding == FALLBACK else ()


def _line(document: Original, position: int) -> str:
    lines = document.content[:position].count(b"\n") + 1
    return f"line {lines}"
