"""The characters of a document: what is tidied while reading, and what must not be."""

import unicodedata
from collections.abc import Iterable, Iterator

from recruitment.ingest.blocks import Grid, Paragraph

# Breaking points and joins that change neither what is read nor its order: soft hyphen, zero-width
# space and no-break space, word joiner, left-to-right mark.
IDLE = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff\u2060\u200e"))
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def tidy(text: str) -> str:
    r"""Return ``text`` on one line, composed (NFC), with plain spaces.

    Compatibility forms stay (NFKC would turn the mark in ``169²`` into a digit), and so do control
    and bidirectional characters: a number that holds one may look like another number, so it must
    not be read as one. `unseen` names them.

    >>> tidy("Cafe\u0301\u00a0 12\u200b5"), tidy("14\u202e.91")
    ('Café 125', '14\u202e.91')
    """
    return " ".join(unicodedata.normalize("NFC", text.translate(IDLE)).split())


def raised(text: str) -> str:
    """Return superscript ``text`` with its digits as such, so that no footnote mark joins a number.

    >>> "169" + raised("2")
    '169²'
    """
    return text.translate(RAISED)


def unseen(blocks: Iterable[Paragraph | Grid]) -> Iterator[str]:
    """Yield one sentence where characters that cannot be seen stand in ``blocks``."""
    found = [(place, code) for text, place in _texts(blocks) if (code := _first_unseen(text))]
    if found:
        place, code = found[0]
        more = f" and {len(found) - 1:,} more" if len(found) > 1 else ""
        yield (
            f"Characters that cannot be seen, such as U+{ord(code):04X}, stand in {place}{more}; "
            "a figure that holds one is not read as a number."
        )


def _texts(blocks: Iterable[Paragraph | Grid]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text, block.place
        else:
            yield from zip(map("".join, block.rows), block.places, strict=True)


def _first_unseen(text: str) -> str | None:
    from reports.visible import UNSEEN

    if text.isascii() and text.isprintable():
        return None
    return next((each for each in text if unicodedata.category(each) in UNSEEN), None)
