"""The numbers by which a report's paragraphs are called."""

import re

MARK = re.compile(r"(?:[-*+•‣◦▪·\uf0b7\u2013]|o(?=\s))\s+")
# "11.", "11)" or "1.7" before a capital: "1.7 million" is an amount.
NUMBER = re.compile(r"(?:(\d{1,3}(?:\.\d{1,3})*)[.)]\s+|(\d{1,3}(?:\.\d{1,3})+)\s+(?=[A-Z]))(?=\S)")


class ParagraphNumbers:
    """The numbers that were given out so far; each is the name of one paragraph."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def place(self, number: str | None, otherwise: str) -> str:
        """Return how to find the paragraph with ``number``, or with none.

        >>> numbers = ParagraphNumbers()
        >>> numbers.place("11", "line 97"), numbers.place(None, "line 99")
        ('paragraph 11', 'line 99')
        >>> numbers.place("11", "line 140")
        'paragraph 11 (line 140)'
        """
        if number is None:
            return otherwise
        if number in self._given:
            return f"paragraph {number} ({otherwise})"
        self._given.add(number)
        return f"paragraph {number}"

    def follows(self, number: str) -> bool:
        """Return whether ``number`` is one more than one that was given out."""
        return number.isdecimal() and str(int(number) - 1) in self._given


def split_number(text: str) -> tuple[str | None, str]:
    """Return the paragraph number ``text`` begins with, if any, and the text without list marks.

    >>> split_number("- 29. The following charts")
    ('29', 'The following charts')
    >>> split_number("11. **BAME**"), split_number("1.7 million people")
    (('11', '**BAME**'), (None, '1.7 million people'))
    """
    marked = MARK.match(text)
    rest = text[marked.end() :] if marked else text
    numbered = NUMBER.match(rest)
    if numbered is None:
        return None, rest
    return numbered[1] or numbered[2], rest[numbered.end() :]
