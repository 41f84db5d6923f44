"""What two printed counts give, as a percentage to be set beside the printed one."""

from fractions import Fraction

from analytics.audit.numbers import PrintedNumber, rounded
from analytics.audit.severity import DECIMALS, Severity, severity


def judged(printed: PrintedNumber, numerator: int, denominator: int) -> tuple[str, Severity]:
    """Return the percentage that ``numerator`` of ``denominator`` people are, and how it compares.

    The text is rounded half-up to ``DECIMALS``; the comparison is with the exact quotient.

    Raises:
        ZeroDivisionError: ``denominator`` is 0: there is no percentage of nobody.

    >>> from analytics.audit.numbers import printed_number
    >>> judged(printed_number("22.10%"), 140, 581)
    ('24.10%', <Severity.material: 'material'>)
    """
    exact = Fraction(100 * numerator, denominator)
    return f"{rounded(exact, DECIMALS)}%", severity(printed, exact)
