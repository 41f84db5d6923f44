"""What users write after an option: shares, headcounts, and ``NAME=VALUE`` pairs."""

import math
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from recruitment.errors import UsageError

Value = TypeVar("Value")
HUNDRED = 100
MOST = 9_999_999  # no workforce has more
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
GROUPED = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
# A comma between names, not one that groups the digits of a number.
BETWEEN = re.compile(r"(?<!\d),|,(?!\d{3}(?:[,.\s]|$))")


def proportion(text: str, written: str) -> float:
    """Return a share of 0 to 1 from ``.25``, ``0.25`` or ``25%``.

    Args:
        text: What stands for the share.
        written: The same as it was written, with its option.

    Raises:
        UsageError: It is no number, or outside 0 to 1; a bare 25 could mean either, so say ``25%``.

    >>> proportion("25%", "--target 25%"), proportion(".25", "--target BAME=.25")
    (0.25, 0.25)
    """
    bare = text.strip().removesuffix("%")
    number = _number(bare, f"{written}: not a number; write a share such as .25 or 25%")
    share = number if bare == text.strip() else number / 100
    if not 0 <= share <= 1:
        hint = (
            f"; for {number:g} per cent write {number:g}%"
            if bare == text.strip() and 1 < number <= HUNDRED
            else ""
        )
        raise UsageError(f"{written}: a share is between 0 and 1, or 0% and 100%{hint}")
    return share


def headcount(text: str, written: str) -> int:
    """Return a number of people.

    Raises:
        UsageError: It is no whole number above 0, or larger than any workforce.

    >>> headcount("2271", "--headcount 2271"), headcount("2,271", "--headcount 2,271")
    (2271, 2271)
    """
    number = _ungrouped(text)
    if not (is_whole(number) and int(number) > 0):
        raise UsageError(f"{written}: a headcount is a whole number above 0, at most {MOST:,}")
    return int(number)


def mean_headcount(text: str, written: str) -> float:
    """Return a mean number of people, which need not be whole.

    Raises:
        UsageError: It is no number above 0, or larger than any workforce.

    >>> mean_headcount("2160.5", "--headcount 2160.5")
    2160.5
    """
    wrong = f"{written}: a mean headcount is a number above 0, at most {MOST:,}, such as 180"
    people = _number(_ungrouped(text), wrong)
    if not 0 < people <= MOST:
        raise UsageError(wrong)
    return people


def calendar_date(text: str, option: str) -> date:
    """Return a date written as ``2025-04-01``.

    Raises:
        UsageError: It is written otherwise, or is on no calendar.

    >>> calendar_date("2025-04-01", "--opened")
    datetime.date(2025, 4, 1)
    """
    wrong = f"{option} {text}: not a date; write it as 2025-04-01"
    if not ISO_DATE.fullmatch(text.strip()):
        raise UsageError(wrong)
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(wrong) from None


def is_whole(text: str) -> bool:
    """Return whether ``text`` is a whole number of people that can be counted with."""
    return text.isascii() and text.isdecimal() and len(text) <= len(str(MOST))


def values(
    texts: Sequence[str] | None, option: str, read: Callable[[str, str], Value]
) -> dict[str, Value]:
    """Return what ``assigned`` finds, each value as ``read`` makes it of its text.

    Raises:
        UsageError: A value cannot be read, or a name is given twice.

    >>> values(["city=32%", "county=68%"], "--weights", proportion)
    {'city': 0.32, 'county': 0.68}
    """
    return {
        name: read(text, f"{option} {name}={text}" if name else f"{option} {text}")
        for name, text in assigned(texts or (), option).items()
    }


def assigned(texts: Sequence[str], option: str) -> dict[str, str]:
    """Return the values of ``NAME=VALUE,NAME=VALUE``, an option that may be repeated.

    A value without a name is under the empty one. A comma that groups the digits of a number
    belongs to it.

    Raises:
        UsageError: A name is given twice, or a value is missing.

    >>> assigned(["city=.32,county=.68"], "--weights")
    {'city': '.32', 'county': '.68'}
    >>> assigned(["PCSO=188,Police officer=2,271"], "--headcount")
    {'PCSO': '188', 'Police officer': '2,271'}
    """
    found: dict[str, str] = {}
    for pair in (pair for text in texts for pair in BETWEEN.split(text)):
        name, equals, value = (part.strip() for part in pair.rpartition("="))
        if not value or (equals and not name):
            raise UsageError(f"{option} {pair.strip() or '(empty)'}: write NAME=VALUE")
        if name.casefold() in map(str.casefold, found):
            raise UsageError(f"{option} gives {name or 'a value'} twice; once is enough")
        found[name] = value
    return found


def _ungrouped(text: str) -> str:
    """Return a number without the commas that group its digits, where they do so exactly."""
    return text.replace(",", "") if GROUPED.fullmatch(text) else text


def _number(text: str, otherwise: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise UsageError(otherwise)
    return number
