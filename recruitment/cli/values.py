"""What users write after an option: shares, headcounts, and ``NAME=VALUE`` pairs."""

import math
from collections.abc import Callable, Sequence
from typing import TypeVar

from recruitment.errors import UsageError

Value = TypeVar("Value")
HUNDRED = 100
DIGITS = 7  # no workforce has more


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

    >>> headcount("2271", "--headcount 2271")
    2271
    """
    if not (is_whole(text) and int(text) > 0):
        raise UsageError(f"{written}: a headcount is a whole number above 0")
    return int(text)


def mean_headcount(text: str, written: str) -> float:
    """Return a mean number of people, which need not be whole.

    Raises:
        UsageError: It is no number above 0.

    >>> mean_headcount("2160.5", "--headcount 2160.5")
    2160.5
    """
    wrong = f"{written}: a mean headcount is a number above 0, such as 180"
    people = _number(text, wrong)
    if people <= 0:
        raise UsageError(wrong)
    return people


def is_whole(text: str) -> bool:
    """Return whether ``text`` is a whole number of people that can be counted with."""
    return text.isascii() and text.isdecimal() and len(text) <= DIGITS


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

    A value without a name is under the empty one.

    Raises:
        UsageError: A name is given twice, or a value is missing.

    >>> assigned(["city=.32,county=.68"], "--weights")
    {'city': '.32', 'county': '.68'}
    """
    found: dict[str, str] = {}
    for pair in (pair for text in texts for pair in text.split(",")):
        name, equals, value = (part.strip() for part in pair.rpartition("="))
        if not value or (equals and not name):
            raise UsageError(f"{option} {pair.strip() or '(empty)'}: write NAME=VALUE")
        if name.casefold() in map(str.casefold, found):
            raise UsageError(f"{option} gives {name or 'a value'} twice; once is enough")
        found[name] = value
    return found


def _number(text: str, otherwise: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise UsageError(otherwise)
    return number
