"""How far a printed percentage is from what its counts give."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from analytics.audit.numbers import PrintedNumber, rounded, truncated

# What the reports print, and so what a figure is expected to be exact to.
DECIMALS = 2


class Severity(StrEnum):
    """How a printed figure compares with the recomputed one, least to most serious.

    ``agrees``: it is the recomputed figure, rounded half-up to two decimals or more, or exactly.
    ``precision``: it agrees at the fewer decimals that are printed. ``truncated``: digits were left
    off instead of rounded. ``last digit``: one unit in the last of the decimals printed.
    ``material``: anything further off.
    """

    agrees = "agrees"
    precision = "precision"
    truncated = "truncated"
    last_digit = "last digit"
    material = "material"

    @property
    def rank(self) -> int:
        """0 for what agrees, rising with how serious it is."""
        return list(Severity).index(self)


def severity(printed: PrintedNumber, exact: Fraction) -> Severity:
    """Return how ``printed`` compares with the ``exact`` figure.

    >>> from analytics.audit.numbers import printed_number
    >>> [str(severity(printed_number(text), Fraction(100 * 36, 546))) for text in
    ...  ("6.59%", "6.6%", "6.5%", "6.58%", "6.23%")]
    ['agrees', 'precision', 'truncated', 'last digit', 'material']
    """
    if Fraction(printed.value) == exact:
        return Severity.agrees
    if printed.value == rounded(exact, printed.decimals):
        return Severity.agrees if printed.decimals >= DECIMALS else Severity.precision
    if printed.value == truncated(exact, printed.decimals):
        return Severity.truncated
    return Severity.last_digit if _one_unit_off(printed, exact) else Severity.material


def _one_unit_off(printed: PrintedNumber, exact: Fraction) -> bool:
    """Whole numbers have no decimals to be off by: one unit there is a whole point."""
    off = abs(printed.value - rounded(exact, printed.decimals))
    return printed.decimals > 0 and off == Decimal(1).scaleb(-printed.decimals)


def fits(printed: PrintedNumber, numerator: int | None, denominator: int | None) -> bool:
    """Return whether the percentage ``numerator`` of ``denominator`` is printed, however written.

    That is rounded half-up or truncated to the decimals printed; the same as ``severity`` says, in
    whole numbers, because an explanation is looked for among thousands of quotients.
    """
    if numerator is None or not denominator or printed.units < 0:
        return False
    scaled = 100 * numerator * 10**printed.decimals
    return printed.units in {scaled // denominator, (2 * scaled + denominator) // (2 * denominator)}
