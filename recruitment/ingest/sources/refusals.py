"""Why a text is no value: the first of many patterns that fits it says so."""

import re
from collections.abc import Sequence

# Dashes, minus signs and apostrophes, however they were typed.
LEVEL = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u2019\u2018\u00b4`"), "'"),
}
# No number and no date is longer, and no pattern is tried on a longer text.
LONGEST = 60
# What follows a figure to point to a footnote.
MARK = r"\s?(?:[*†‡§#⁰¹²³⁴-⁹½¼¾⅓⅔]+|\[[a-z0-9]{1,3}\]|\([a-z0-9]{1,3}\))+"

Refusals = Sequence[tuple[re.Pattern[str], str]]


def refusals(*pairs: tuple[str, str]) -> Refusals:
    """Return pairs of a pattern for the whole of a text, in any case, and why it is no value."""
    return tuple((re.compile(pattern, re.IGNORECASE), why) for pattern, why in pairs)


def why_not(text: str, known: Refusals, otherwise: str) -> str:
    """Return why ``text`` is no value, by the first of ``known`` that fits it."""
    if len(text) > LONGEST:
        return f"is longer than {LONGEST} characters"
    level = text.translate(LEVEL)
    return next((why for pattern, why in known if pattern.fullmatch(level)), otherwise)
