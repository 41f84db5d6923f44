"""How wide each column of a table at a terminal is: no figure broken, no word cut."""

import re
import textwrap
from collections.abc import Iterable

from reports.display import TextTable

# What stays together: a word, or the part of one up to a hyphen between letters.
WORD = re.compile(r"[^\s-]*\w-(?=\w)|\S+")


def column_widths(table: TextTable, available: int) -> list[int] | None:
    """Return the width of each column, or None where the table cannot fit.

    Figures are never broken. Headings wrap between words, and the widest text column gives way,
    word by word, to make room.
    """
    from rich.cells import cell_len

    columns = list(zip(*table.rows, strict=True))
    heads = [_longest_word([heading]) for heading in table.headings]
    full = [max(head, *map(cell_len, texts)) for head, texts in zip(heads, columns, strict=True)]
    least = [
        width if numeric else max(head, _longest_word(texts))
        for width, numeric, head, texts in zip(full, table.numeric, heads, columns, strict=True)
    ]
    excess = sum(full) + len(full) - 1 - available
    while excess > 0:
        spare = [width - narrowest for width, narrowest in zip(full, least, strict=True)]
        widest = max(range(len(full)), key=spare.__getitem__)
        if spare[widest] == 0:
            return None
        full[widest] -= 1
        excess -= 1
    return full


def _longest_word(texts: Iterable[str]) -> int:
    from rich.cells import cell_len

    return max(cell_len(word) for text in texts for word in (WORD.findall(text) or [""]))


def wrapped(text: str, width: int) -> str:
    """Return ``text`` in lines of at most ``width``, broken between words or after a hyphen."""
    return "\n".join(textwrap.wrap(text, width)) or text
