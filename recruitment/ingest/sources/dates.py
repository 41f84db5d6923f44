"""Text to a date by a declared order, or why it is none; nothing is guessed."""

import datetime as dt
import re
from typing import Literal

from recruitment.ingest.characters import tidy
from recruitment.ingest.mapping.mapping import DateOrder
from recruitment.ingest.sources.refusals import LONGEST
from recruitment.ingest.sources.understood import NotUnderstood, Understood

Serials = Literal["1900", "1904"]
Found = dt.date | str

FIRST_YEAR, LAST_YEAR = 1900, 2100
NO_SUCH_DAY = (
    "is a day that never was, or not in the order of day, month and year that a mapping declares "
    "under [dates]; day first without one"
)
HOW = "write it as 2025-03-31"
NO_DATE = f"is no date; {HOW}"
# A time of day after a date, which is left.
TIME = re.compile(
    r"[ T,]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:Z|UTC|GMT|BST|[+-][0-9]{2}:?[0-9]{2}))?",
    re.IGNORECASE,
)
YEAR_FIRST = re.compile(
    r"([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{4})([0-9]{2})([0-9]{2})"
)
YEAR_LAST = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})")
SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/. ])(?:[0-9]{1,2}|[a-z]{3,9})\1'?[0-9]{2}", re.IGNORECASE)
MONTH_ALONE = re.compile(r"[a-z]{3,9}[-/., ]+[0-9]{4}|[0-9]{4}[-/][0-9]{1,2}", re.IGNORECASE)
DAY_NAME = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? ", re.IGNORECASE
)
NAMED = (
    re.compile(
        r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[-/., ]+(?P<month>[a-z]{3,9})\.?[-/., ]+"
        r"(?P<year>[0-9]{4})",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<month>[a-z]{3,9})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})",
        re.IGNORECASE,
    ),
)
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
SERIAL = re.compile(r"([1-9][0-9]{0,5})(?:\.[0-9]{1,12})?")
# The day before the first of each system, and the leap day that 1900 has in Excel alone.
EPOCHS = {"1900": dt.date(1899, 12, 31), "1904": dt.date(1904, 1, 1)}
NEVER = 60


def a_date(
    text: str, order: DateOrder, *, serials: Serials | None = None
) -> Understood[dt.date] | NotUnderstood:
    """Return the date that ``text`` is, or why it is none.

    The year may come first (``2025-03-04``) in any order; otherwise the declared order counts, and
    never the one that happens to fit. English names of months are known. A time of day is left.

    Args:
        text: What stands in the cell.
        order: How dates of digits with the year last are written.
        serials: The date system of the workbook, by which a bare number is a date; None where
            the text is of no workbook.

    >>> a_date("03/04/2025", "day first").value, a_date("45000", "day first", serials="1900").value
    (datetime.date(2025, 4, 3), datetime.date(2023, 3, 15))
    >>> a_date("03/04/25", "day first").reason
    '“03/04/25” has a year of two digits; write four'
    """
    plain = tidy(text)
    found = _found(plain, order, serials) if len(plain) <= LONGEST else NO_DATE
    if isinstance(found, str):
        return NotUnderstood(plain, found)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        return NotUnderstood(plain, "is not between the years 1900 and 2100")
    return Understood(found)


def _found(text: str, order: DateOrder, serials: Serials | None) -> Found:
    if not text:
        return f"holds no date; {HOW}"
    if serial := SERIAL.fullmatch(text):
        return _of_serial(int(serial[1]), serials)
    timed = TIME.search(text)
    day = text[: timed.start()] if timed and timed.end() == len(text) else text
    if found := YEAR_FIRST.fullmatch(day):
        year, month, number = found.group(1, 3, 4) if found[1] else found.group(5, 6, 7)
        return _date(int(year), int(month), int(number))
    if found := YEAR_LAST.fullmatch(day):
        return _year_last(int(found[1]), int(found[3]), int(found[4]), order)
    return _in_words(DAY_NAME.sub("", day, count=1))


def _of_serial(serial: int, serials: Serials | None) -> Found:
    if FIRST_YEAR <= serial <= LAST_YEAR:
        return "is a year, not a date"
    if serials is None:
        return f"is a number, not a date; {HOW}"
    if serials == "1900" and serial == NEVER:
        return NO_SUCH_DAY
    leap_day = serials == "1900" and serial > NEVER
    return EPOCHS[serials] + dt.timedelta(days=serial - leap_day)


def _year_last(first: int, second: int, year: int, order: DateOrder) -> Found:
    if order == "year first":
        return "does not begin with the year, as is declared"
    day, month = (first, second) if order == "day first" else (second, first)
    return _date(year, month, day)


def _in_words(text: str) -> Found:
    for pattern in NAMED:
        if found := pattern.fullmatch(text):
            month = _month(found["month"])
            return _date(int(found["year"]), month, int(found["day"])) if month else NO_DATE
    if SHORT_YEAR.fullmatch(text):
        return "has a year of two digits; write four"
    if MONTH_ALONE.fullmatch(text):
        return "has no day; write the whole date"
    return NO_DATE


def _month(name: str) -> int:
    # From 1; 0 for no month. Short forms are the first three letters, and "Sept".
    folded = name.casefold()
    short = (number for number, month in enumerate(MONTHS, 1) if folded in {month, month[:3]})
    return next(short, MONTHS.index("september") + 1 if folded == "sept" else 0)


def _date(year: int, month: int, day: int) -> Found:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return NO_SUCH_DAY
