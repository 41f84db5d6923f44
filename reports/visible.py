"""Text from files as people may be shown it: on one line, with nothing unseen in it."""

import unicodedata

# Controls, formats (the bidirectional ones among them), surrogates, private and unassigned codes:
# invisible, able to turn the text around them, or not allowed in XML at all.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def visible(text: str) -> str:
    r"""Return ``text`` on one line, with each code point that cannot be seen spelt out.

    >>> visible("Sift\n 1"), visible("LE\u202e19")
    ('Sift 1', 'LE[U+202E]19')
    """
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(map(_visible_character, line))


def spelt(character: str) -> str:
    r"""Return the code point of ``character``, for where it cannot be shown itself.

    >>> spelt("\u202e")
    '[U+202E]'
    """
    return f"[U+{ord(character):04X}]"


def _visible_character(character: str) -> str:
    return spelt(character) if unicodedata.category(character) in UNSEEN else character
