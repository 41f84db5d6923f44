"""The text of one cell on one line, and what in it cannot be read."""

import re
import unicodedata

from recruitment.ingest.characters import IDLE, tidy

# How Python carries a byte that is no character (PEP 383), and what others put in its place.
ESCAPED = range(0xDC80, 0xDD00)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
NO_CHARACTERS = dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)
LAYOUT = {"\t", "\n", "\r"}
ERROR = re.compile(r"#(?:[A-Z][A-Z0-9/_]{2,}[!?]|N/A|GETTING_DATA|\?\?\?)|Err:[0-9]{3}")


def cell_text(raw: str) -> tuple[str, str | None]:
    """Return ``raw`` as text on one line, and why it cannot be read, None where it can.

    The reason follows the place of the cell in a sentence, and repeats nothing but code points and
    the errors of workbooks.

    >>> cell_text(" Offer "), cell_text("#DIV/0!")
    (('Offer', None), ('#DIV/0!', 'shows the error #DIV/0!; mend its formula, or empty the cell'))
    """
    if raw.isascii() and raw.isprintable():
        text, why = " ".join(raw.split()), None
    else:
        text, why = tidy(raw.translate(NO_CHARACTERS)), unreadable(raw)
    if why is None and text[:1] in {"#", "E"} and ERROR.fullmatch(text):
        why = f"shows the error {text}; mend its formula, or empty the cell"
    return text, why


def unreadable(text: str) -> str | None:
    r"""Return what in ``text`` cannot be read, by its code point; None for nothing.

    >>> unreadable("14\u202e.91"), unreadable("two\nlines")
    ('holds U+202E, which cannot be seen; delete it', None)
    """
    if text.isascii() and text.isprintable():
        return None
    idle = text.translate(IDLE)
    return next((why for each in idle if (why := _why(each)) is not None), None)


def _why(character: str) -> str | None:
    from reports.visible import UNSEEN

    if ord(character) in ESCAPED:
        byte = ord(character) - ESCAPED.start + 0x80
        return f"holds the byte 0x{byte:02X}, which is no character; save the file as UTF-8"
    if character == REPLACEMENT:
        return "holds U+FFFD, which stands where a character was lost; type it again"
    if unicodedata.category(character) in UNSEEN and character not in LAYOUT:
        return f"holds U+{ord(character):04X}, which cannot be seen; delete it"
    return None
