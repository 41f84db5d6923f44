"""Text to a count of people: a whole number in plain digits, or why it is none."""

import re

from recruitment.ingest.characters import tidy
from recruitment.ingest.recognition.figures import ABSENT, SUPPRESSED
from recruitment.ingest.sources.refusals import LONGEST, MARK, refusals, why_not
from recruitment.ingest.sources.understood import NotUnderstood, Understood

LARGEST = 10**15
# A point and one or two noughts are what programs write after a whole number; three are thousands.
WHOLE = re.compile(r"(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.0{1,2})?")
HIDDEN = "is suppressed; counts are needed"
NO_FIGURE = "says that there is no figure; a count is needed, 0 for nobody"
REFUSED = refusals(
    ("", "holds no count; write 0 for nobody"),
    (SUPPRESSED.pattern, HIDDEN),
    (r"\[[cuk]\]|[cu]|low|~|suppressed|redacted|withheld|confidential|up to \d+", HIDDEN),
    (r".*[%‰].*|.*\bper ?cent\b.*", "is a percentage, not a count"),
    (r"[>≥≤~≈±<].*|\d[\d,]*\s?\+", "is no exact count; write the number"),
    (
        r"(?:c\.|ca\.?|circa|about|over|around|at least) ?\d.*",
        "is no exact count; write the number",
    ),
    (r"(?:\d{1,2}|\d{4})([-/.])\d{1,2}\1(?:\d{1,2}|\d{4})(?: .*)?", "is a date, not a count"),
    (r"\d[\d,]*\s?(?:-|to|/)\s?\d[\d,]*", "is two numbers; write one"),
    (r"-\s?[\d.,].*|[\d.,]+-", "is negative; a count of people is not"),
    (r"\+\s?\d.*", "has a sign; write the digits alone"),
    (r"[\d.,]+e[+-]?\d+", "is written in powers of ten; write all its digits"),
    (r"\(.*\)|\[\d+\]", "is in brackets, which may mean less than nothing; write the digits alone"),
    (r"[1-9]\d{0,2}(?:\.\d{3})+", "may be a fraction or thousands; write the digits alone"),
    (r"(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)?\.\d+|\d+\.", "is not whole; people are counted whole"),
    (r"\d+(?:[,.]\d*)+", "has commas or points that part no thousands; write the digits alone"),
    (r"\d+(?:[ '_]\d+)+", "is parted by spaces or marks; write the digits alone"),
    (r"=.*", "is a formula, which is not calculated; write the number"),
    (r"(?=.*\d)(?=.*[OIl])[\dOIl]+", "has a letter that looks like a digit; type it again"),
    (r"0\d+", "begins with 0, as a code does and a count does not"),
    (rf"\d[\d,]*{MARK}", "carries a mark; write the digits alone"),
    (r"[£$€]\s?\d.*", "is an amount of money, not a count"),
    (r"true|false|yes|no", "is an answer, not a count"),
    (ABSENT.pattern, NO_FIGURE),
    (r"none|null|nil|nan|na|tbc|tba|unknown|missing|not .*|\?+|:|x|z|\[[a-z!]\]", NO_FIGURE),
)


def whole_count(text: str) -> Understood[int] | NotUnderstood:
    """Return the count of people that ``text`` is, or why it is none.

    Commas may part thousands, which is noted; a whole number that a program wrote with ``.0`` is
    one. Nothing is rounded, and no suppressed or missing figure becomes a number.

    >>> whole_count("1,234")
    Understood(value=1234, note='“1,234” was read as 1234')
    >>> whole_count("<5").reason
    '“<5” is suppressed; counts are needed'
    """
    plain = tidy(text)
    found = WHOLE.fullmatch(plain) if len(plain) <= LONGEST else None
    if not found:
        return NotUnderstood(plain, _why(plain))
    count = int(found[1].replace(",", ""))
    if count > LARGEST:
        return NotUnderstood(plain, "is larger than any count of people")
    return Understood(count, f"“{plain}” was read as {count}" if "," in plain else None)


def _why(text: str) -> str:
    if any(each.isdecimal() and not each.isascii() for each in text):
        return "is not written in the digits 0 to 9"
    return why_not(text, REFUSED, "is no whole number")
