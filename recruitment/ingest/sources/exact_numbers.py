"""Numbers of a workbook as it shows them, unless it shows another number than it holds."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal

# Excel computes with 15 digits; further ones are noise of the binary number.
DIGITS = 15
PRINTED = re.compile(r"(-?)\s?([0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+)")


def faithful(text: str, value: float) -> str:
    """Return ``text``, which a workbook shows for ``value``, or the number where it hides some.

    A percentage stays as it is printed, and so does a rounded decimal, which nobody takes for a
    count; a count must not be rounded by its format.

    >>> faithful("3", 2.5), faithful("19.41%", 0.19411), faithful("7.3", 7.31), faithful("-", 0.0)
    ('2.5', '19.41%', '7.3', '0')
    """
    if "%" in text:
        return text
    numbers = PRINTED.findall(text)
    if len(numbers) != 1:
        return exact(value)
    minus, digits = numbers[0]
    printed = Decimal(f"{minus}{digits.replace(',', '')}")
    return text if _tells(printed, value) else exact(value)


def exact(value: float) -> str:
    """Return ``value`` with all the digits that a workbook keeps.

    >>> exact(546.0), exact(0.1 + 0.2), exact(123456789012.0), exact(1e300)
    ('546', '0.3', '123456789012', '1e+300')
    """
    short = f"{value:.{DIGITS}g}"
    if not math.isfinite(value) or "e+" in short:
        return short
    number = Decimal(short)
    return str(int(number)) if number == int(number) else f"{number:f}"


def _tells(printed: Decimal, value: float) -> bool:
    if not math.isfinite(value):
        return False
    held = Decimal(f"{value:.{DIGITS}g}")
    if printed == held:
        return True
    places = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    whole = printed == int(printed)
    return not whole and held.quantize(places, ROUND_HALF_UP) == printed
