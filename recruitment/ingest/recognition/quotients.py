"""Percentages that a sentence prints beside the counts that they are of."""

import re
from collections.abc import Iterator

from analytics.audit.printed import PrintedQuotient
from recruitment.ingest.recognition.places import Sentence

COUNT = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?![\d.,]*[\d%])"
PERCENTAGE = r"(?P<printed>(?<![\d.,])[0-9]{1,9}(?:\.[0-9]{1,20})?\s?%)"
OF = r"\s?(?:/|\bout of\b|\bof\b)\s?(?:the |all )?"
COUNTS = rf"(?<![\d.,%])(?P<count>{COUNT}){OF}(?P<total>{COUNT})"
WORDS = r"[^%.;()\d]{0,60}?"
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 13.0% (130 of 1,400 officers); 130 of 1,400 officers (13.0%)
        rf"{PERCENTAGE}{WORDS}\({COUNTS}{WORDS}\)",
        rf"{COUNTS}{WORDS}\({PERCENTAGE}\)",
        # Of 1,000 officers, 400 (44%) are women
        (
            rf"\bof (?:the |all )?(?P<total>{COUNT}){WORDS},\s(?P<count>{COUNT}){WORDS}"
            rf"\({PERCENTAGE}\)"
        ),
    )
)


def quotients_in(sentence: Sentence, document: str) -> Iterator[PrintedQuotient]:
    """Yield each percentage of ``sentence`` with its two counts.

    >>> [found] = quotients_in(Sentence("Women are 13.0% (130 of 1,400).", "line 1"), "draft")
    >>> found.printed, found.numerator, found.denominator
    ('13.0%', 130, 1400)
    """
    for pattern in PATTERNS:
        for found in pattern.finditer(sentence.text):
            yield PrintedQuotient(
                document=document,
                place=sentence.place,
                words=found[0],
                printed=found["printed"],
                numerator=_number(found["count"]),
                denominator=_number(found["total"]),
            )


def _number(text: str) -> int:
    return int(text.replace(",", ""))
