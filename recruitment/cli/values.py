"""What users write after an option: proportions, and ``NAME=VALUE`` pairs."""

import math
from collections.abc import Sequence

from recruitment.errors import UsageError

HUNDRED = 100


def proportion(text: str, option: str) -> float:
    """Return a share of 0 to 1 from ``.25``, ``0.25`` or ``25%``.

    Raises:
        UsageError: It is no number, or outside 0 to 1; a bare 25 could mean either, so say ``25%``.

    >>> proportion("25%", "--target"), proportion(".25", "--target")
    (0.25, 0.25)
    """
    bare = text.strip().removesuffix("%")
    number = _number(bare, text, option)
    share = number if bare == text.strip() else number / 100
    if not 0 <= share <= 1:
        hint = (
            f"; for {number:g} per cent write {number:g}%"
            if bare == text.strip() and 1 < number <= HUNDRED
            else ""
        )
        raise UsageError(f"{option} {text}: a share is between 0 and 1, or 0% and 100%{hint}")
    return share


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


def _number(number: str, text: str, option: str) -> float:
    try:
        value = float(number)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise UsageError(f"{option} {text}: not a number; write a share such as .25 or 25%")
    return value
