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
    return "".join(map(_visible_character, " ".join(text.split())))


def _visible_character(character: str) -> str:
    if unicodedata.category(character) in UNSEEN:
        return f"[U+{ord(character):04X}]"
    return character
