"""Printed numbers: what they say, and how exactly."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(%?)")
# Signs and spaces that look like the plain ones: minus, en dash, hyphens, and spaces that stay.
_ALIKE = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2010": "-", "\u2011": "-", "\u00a0": " "})


@dataclass(frozen=True)
class PrintedNumber:
    """A number as it is printed.

    Attributes:
        value: What it says, without the percent sign.
        decimals: How many decimals are printed.
        signed: Whether a plus or minus is printed.
        percent: Whether a percent sign is.
    """

    value: Decimal
    decimals: int
    signed: bool
    percent: bool

    @cached_property
    def units(self) -> int:
        """The value in units of its last digit."""
        return int(self.value.scaleb(self.decimals))

    @property
    def exact(self) -> Fraction:
        """The value as a fraction."""
        return Fraction(self.value)

    @property
    def unit(self) -> Fraction:
        """One in the last digit printed."""
        return Fraction(1, 10**self.decimals)


def printed_number(text: str) -> PrintedNumber | None:
    """Return what ``text`` prints, or None where it is no number, such as ``not available``.

    >>> printed_number("+9.16%")
    PrintedNumber(value=Decimal('9.16'), decimals=2, signed=True, percent=True)
    >>> printed_number("Data not yet available") is None
    True
    """
    found = _NUMBER.fullmatch(text.translate(_ALIKE).strip())
    if found is None:
        return None
    sign, whole, decimals, percent = found.groups(default="")
    return PrintedNumber(
        value=Decimal(sign + whole.replace(",", "") + decimals),
        decimals=max(len(decimals) - 1, 0),
        signed=bool(sign),
        percent=bool(percent),
    )


def rounded(value: Fraction, decimals: int) -> Decimal:
    """Return ``value`` rounded half-up, away from zero.

    >>> rounded(Fraction(1, 8), 2), rounded(Fraction(-1, 8), 2)
    (Decimal('0.13'), Decimal('-0.13'))
    """
    scaled = abs(value) * 10**decimals + Fraction(1, 2)
    return _signed(scaled.numerator // scaled.denominator, decimals, value)


def truncated(value: Fraction, decimals: int) -> Decimal:
    """Return ``value`` with the digits after ``decimals`` left off.

    >>> truncated(Fraction(26, 28), 2)
    Decimal('0.92')
    """
    scaled = abs(value) * 10**decimals
    return _signed(scaled.numerator // scaled.denominator, decimals, value)


def _signed(units: int, decimals: int, value: Fraction) -> Decimal:
    return Decimal(-units if value < 0 else units).scaleb(-decimals)
