"""Numbers in texts, in digits or in words, however they are written."""

import re
import unicodedata

# A number; with a letter before it too, as in N3, unless that letter belongs to a known label.
NUMBER = re.compile(r"(?<!\d)(?<!\d[.,])[+-]?\d+(?:,\d{3})*(?:\.\d+)?")
TWENTY = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
AS_ONE = ("single", "sole", "lone", "only", "once", "nobody", "none", "nil", "neither", "both")
MORE = ("half", "quarter", "dozen", "couple", "pair", "twice", "trio", "handful", "several")
TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand")
IN_WORDS = frozenset((*TWENTY, *ORDINALS, *AS_ONE, *MORE, *TENS))
COMPARATIVES = (
    *("more", "most", "fewer", "fewest", "less", "least", "larger", "largest", "smaller"),
    *("smallest", "higher", "highest", "lower", "lowest"),
)
MOVES = ("rose", "fell", "grew", "dropped", "increased", "decreased", "exceeds", "outnumber")
COMPARED = frozenset((*COMPARATIVES, *MOVES, "majority", "minority"))
WORD = re.compile(r"[^\W\d_]+")
ROMAN = re.compile(r"[ivx]{2,}")
# Numbers of parts of the document count nobody.
REFERENCE = re.compile(
    r"\b(tables?|figures?|paragraphs?) \d+(, point \d+)?((, | and | to | of )\d+)*\b", re.IGNORECASE
)
NAMED_CHARACTER = re.compile(r"\[U\+([0-9A-F]{4,6})\]", re.IGNORECASE)
LAST_CHARACTER = 0x10FFFF
SYMBOL = re.compile(r"\[([^\[\]]{0,12})\]")
SYMBOLS = {"c", "x", "z", "p"}
CODE_POINT = re.compile(r"U\+[0-9A-F]{4,6}")
BOUND = re.compile(r"[<>≤≥≈~±]\s*\d|\d\s*[<>≤≥≈]|\d\+(?!\d)")
# Marks of footnotes, and of significance; and a letter that nobody can tell.
MARKS = re.compile(r"[*†‡§¶\u2039\u203a«»\ufffd]|\?\?")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def plain(text: str) -> str:
    r"""Return ``text`` on one line, its digits in ASCII, with nothing unseen in it.

    >>> plain("\uff13\u200b women²")
    '3 women 2'
    """
    if text.isascii():
        return " ".join(text.split())
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
    told = plain(text)
    return any(map(str.isnumeric, told)) or bool(spelt_out(told)) or bool(MARKS.search(told))


def spelt_out(text: str) -> set[str]:
    """Return the words in a text that count or compare, and those that only look like words.

    >>> sorted(spelt_out("Three of them, III in all, are fewer"))
    ['fewer', 'iii', 'three']
    """
    words = {each.casefold() for each in WORD.findall(text)}
    roman = {each for each in words if ROMAN.fullmatch(each)}
    return words & (IN_WORDS | COMPARED) | roman | {each for each in words if _is_mixed(each)}


def masked(text: str) -> str:
    """Return ``text``, which may give something away, without its numbers.

    >>> masked("Offer, 3 of them, or three")
    'Offer, # of them, or #'
    """
    told = plain(text)
    spelt = spelt_out(told)
    bare = WORD.sub(lambda each: "#" if each[0].casefold() in spelt else each[0], told)
    return re.sub(r"\d+", "#", bare)


def _is_mixed(word: str) -> bool:
    """Return whether a word has letters of another script that look like its own, or numerals."""
    if word.isascii():
        return False
    found = {name for each in word for name in SCRIPTS if name in unicodedata.name(each, "")}
    return len(found) > 1 or any(map(str.isnumeric, word))


def without_references(text: str) -> str:
    """Return ``text`` without the numbers of its own parts, and characters shown by number.

    Such a character may be a digit that a font does not have.

    >>> without_references("See Table 3 and 4, of [U+202E], [U+FF13].")
    'See  , of  , ??.'
    """
    return NAMED_CHARACTER.sub(_character, REFERENCE.sub(" ", text))


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    shown = chr(code) if code <= LAST_CHARACTER else ""
    return "??" if not shown or shown.isnumeric() or shown.isascii() else " "


def strange_symbol(text: str) -> bool:
    """Return whether a text has symbols, bounds or marks that no report of ours explains."""
    unknown = [
        each
        for each in SYMBOL.findall(text)
        if each not in SYMBOLS and not CODE_POINT.fullmatch(each)
    ]
    return bool(unknown or BOUND.search(text) or MARKS.search(text))
