"""Text to a percentage as a report prints it, from 0 to 100, or why it is none."""

import re
from decimal import Decimal

from recruitment.ingest.characters import tidy
from recruitment.ingest.recognition.figures import ABSENT, SUPPRESSED
from recruitment.ingest.sources.refusals import LONGEST, MARK, refusals, why_not
from recruitment.ingest.sources.understood import NotUnderstood, Understood

PRINTED = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,20})?)\s?(%?)")
MOST = 100
NO_FIGURE = "stands for a figure that is not given"
REFUSED = refusals(
    ("", "holds no percentage"),
    (SUPPRESSED.pattern, NO_FIGURE),
    (r"\d+,\d+\s?%?", "has a decimal comma; write a point"),
    (r"-\s?[\d.].*", "is negative; a share of people is not"),
    (r"\+.*", "has a sign, as a change does and a share does not"),
    (r"[<>≤≥~≈].*|(?:about|c\.|circa) ?\d.*", "is no exact percentage"),
    (r"[\d.]+\s?(?:pp|ppts?|percentage points?)", "is in percentage points, which are a change"),
    (rf"[\d.]+\s?%?{MARK}", "carries a mark; write the percentage alone"),
    (rf"{ABSENT.pattern}|none|null|nan|:|\[[a-z!]\]", NO_FIGURE),
)


def printed_percentage(text: str) -> Understood[Decimal] | NotUnderstood:
    """Return the percentage that ``text`` prints, with its decimals, or why it prints none.

    The sign may be left out where the number cannot be a fraction of one.

    >>> printed_percentage("19.40%").value, printed_percentage("0.1941").reason
    (Decimal('19.40'), '“0.1941” may be a fraction or a percentage; write the sign')
    """
    plain = tidy(text)
    found = PRINTED.fullmatch(plain) if len(plain) <= LONGEST else None
    if not found:
        return NotUnderstood(plain, why_not(plain, REFUSED, "is no percentage"))
    value = Decimal(found[1])
    if value > MOST:
        return NotUnderstood(plain, "is over 100%; a share of people is not")
    if not found[2] and 0 < value <= 1:
        return NotUnderstood(plain, "may be a fraction or a percentage; write the sign")
    return Understood(value)
