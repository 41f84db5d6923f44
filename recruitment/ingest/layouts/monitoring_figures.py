"""Single cells of a monitoring table: blanks that say so, and percentages."""

import re
from functools import cache

from recruitment.ingest.recognition.vocabulary import words

PERCENT = re.compile(r"[0-9]+(?:\.[0-9]+)?\s?%")


def blank_figure(text: str) -> str:
    """Return ``text`` without the word for blanks before or behind it.

    >>> blank_figure("Blank 36"), blank_figure("4 (not stated)"), blank_figure("Blank")
    ('36', '4', '')
    """
    found = _blank().fullmatch(text)
    return text if found is None else next((each for each in found.groups() if each), "").strip()


@cache
def _blank() -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, words("blank")), key=len, reverse=True))
    return re.compile(rf"\(?(?:{known})\)?[\s:=-]*(.*)|(\d.*?)\s*\(?(?:{known})\)?", re.IGNORECASE)
