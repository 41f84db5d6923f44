"""Dates in texts: those of the campaigns, and the report's own, count nobody; others may."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
MONTH = "|".join(MONTHS)
DATE = re.compile(
    rf"\b\d{{1,2}} (?:{MONTH}) \d{{4}}\b|\b\d{{4}}-\d\d-\d\d(?=\b|T)|\b(?:{MONTH}) \d{{4}}\b"
)
MIDNIGHT = re.compile(r"(?<=\d)[T ]00:00(:00)?Z?\b")
# A year, or a financial one.
YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?:-\d\d)?(?![\w-]|[.,]\d)")
FIRST, LAST = 1900, 2099
OWN = re.compile(rf"(?:Date: )?(\d{{1,2}}) ({MONTH}) (\d{{4}})")


def written(dates: Iterable[dt.date]) -> frozenset[str]:
    """Return dates as reports write them, their months and years too.

    >>> sorted(written([dt.date(2020, 6, 15)]))
    ['15 June 2020', '2020', '2020-06-15', 'June 2020']
    """
    return frozenset(
        form
        for each in dates
        for form in (
            f"{each.day} {MONTHS[each.month - 1]} {each.year}",
            each.isoformat(),
            f"{MONTHS[each.month - 1]} {each.year}",
            f"{each.year}",
        )
    )


def own_dates(texts: Iterable[str]) -> Iterator[dt.date]:
    """Yield the dates that stand alone, as that of a report does.

    >>> list(own_dates(["Date: 15 June 2020", "It was 3 June 2020."]))
    [datetime.date(2020, 6, 15)]
    """
    for text in texts:
        if alone := OWN.fullmatch(text):
            with suppress(ValueError):
                yield dt.date(int(alone[3]), MONTHS.index(alone[2]) + 1, int(alone[1]))


def without_dates(text: str, known: frozenset[str], counts: Iterable[int], base: int) -> str:
    """Return ``text`` without the dates that are known, and years that can be no count.

    Args:
        text: The text.
        known: Dates as they are written.
        counts: What is printed of what the text is about.
        base: What counts are rounded to.

    >>> without_dates("In 2019-20, on 3 June 2020.", frozenset(), [], 5)
    'In  , on 3 June  .'
    """
    told = MIDNIGHT.sub("", text)
    rest = DATE.sub(lambda each: " " if each[0] in known else each[0], told)
    near = [count for count in counts if FIRST - base < count < LAST + base]
    return YEAR.sub(lambda each: _year(each, known, near, base), rest)


def _year(found: re.Match[str], known: frozenset[str], near: Iterable[int], base: int) -> str:
    """Return nothing in place of a year, unless it may be the true count behind a rounded one."""
    first, _, second = found[0].partition("-")
    if second:
        return " " if int(second) == (int(first) + 1) % 100 else found[0]
    close = any(abs(int(first) - count) < base for count in near)
    return found[0] if close and first not in known else " "
