"""Numbers in texts, in digits or in words, however they are written."""

import re
import unicodedata

# A number; not one that belongs to a name in capitals, such as LE19 or Q3, or a version such as v2.
NUMBER = re.compile(r"(?<![A-Z\d])(?<!\bv)(?<!\d[.,])[+-]?\d+(?:,\d{3})*(?:\.\d+)?")
IN_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty single sole nobody none half "
    "third quarter dozen couple pair twice once zero nil".split()
)
COMPARED = frozenset(
    "more most fewer fewest less least larger largest smaller smallest higher highest lower lowest "
    "rose fell grew dropped increased decreased majority minority exceeds outnumber".split()
)
WORD = re.compile(r"[^\W\d_]+")
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
# What counts nobody: dates, and the numbers of parts of the document.
HARMLESS = (
    re.compile(r"\[U\+[0-9A-F]{4,6}\]"),
    re.compile(rf"\b\d{{1,2}} ({MONTHS}) \d{{4}}\b"),
    re.compile(r"\b(19|20)\d\d-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?Z?)?\b"),
    re.compile(r"\b(19|20)\d\d-\d\d\b(?!-)"),
    re.compile(rf"\b(({MONTHS}) )?(19|20)\d\d\b"),
    re.compile(r"\b(tables?|figures?|paragraphs?|page|part|section) \d+(, point \d+)?(( to |, | and | of )\d+)*\b", re.IGNORECASE),
)
SYMBOL = re.compile(r"\[([^\[\]]{0,12})\]")
SYMBOLS = {"c", "x", "z", "p"}
CODE_POINT = re.compile(r"U\+[0-9A-F]{4,6}")
BOUND = re.compile(r"[<>≤≥≈~±]\s*\d|\d\s*[<>≤≥≈]|\d\+(?!\d)")
# Marks of footnotes, and of significance.
MARKS = re.compile(r"[*†‡§¶‹›«»]|\?\?")


def plain(text: str) -> str:
    r"""Return ``text`` on one line, its digits in ASCII, with nothing unseen in it.

    >>> plain("\uff13\u200b women²")
    '3 women 2'
    """
    apart = "".join(f" {c}" if c.isdigit() and not c.isdecimal() else c for c in text)
    shown = unicodedata.normalize("NFKC", apart).replace("\u2212", "-")
    seen = "".join(each for each in shown if unicodedata.category(each) != "Cf")
    digits = (str(unicodedata.digit(c)) if c.isdigit() else c for c in seen)
    return " ".join("".join(digits).split())


def names(text: str, label: str) -> bool:
    """Return whether a text in small letters has a label as a word, or words, of its own.

    >>> names("of le19a", "le19"), names("of le19.", "le19")
    (False, True)
    """
    return re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text) is not None


def says_a_number(text: str) -> bool:
    """Return whether there is a number in a label, in digits or words, or a comparison."""
    told = plain(text).casefold()
    return any(each.isdigit() for each in told) or bool(spelt_out(told)) or bool(MARKS.search(told))


def spelt_out(text: str) -> set[str]:
    """Return the words in a text that count or compare."""
    return {each.casefold() for each in WORD.findall(text)} & (IN_WORDS | COMPARED)


def without_harmless(text: str) -> str:
    """Return ``text`` without dates and the numbers of its own parts.

    >>> without_harmless("See Table 3, 15 June 2020, of 2019-20.").strip()
    'See  ,  , of  .'
    """
    for pattern in HARMLESS:
        text = pattern.sub(" ", text)
    return text


def strange_symbol(text: str) -> bool:
    """Return whether a text has symbols, bounds or marks that no report of ours explains."""
    unknown = [
        each
        for each in SYMBOL.findall(text)
        if each not in SYMBOLS and not CODE_POINT.fullmatch(each)
    ]
    return bool(unknown or BOUND.search(text) or MARKS.search(text))
