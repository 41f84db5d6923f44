"""Round once, half-up, and hand the result on as text.

DuckDB, Polars, Python and d3 each round 3.125 differently; a figure that travels as text is the
same in the table, the chart and the sentence.
"""

from decimal import ROUND_HALF_UP, Decimal


def half_up(value: float | Decimal, decimals: int) -> str:
    """Return ``value`` as text with ``decimals`` places, halves away from zero.

    The shortest decimal text of a correctly rounded quotient is the quotient itself wherever it
    ends in a half, so a float that was divided once from integers rounds as the fraction would.

    >>> half_up(100 * 5 / 160, 2), half_up(-0.125, 2), half_up(2.0, 1)
    ('3.13', '-0.13', '2.0')
    """
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{abs(rounded) if rounded.is_zero() else rounded:f}"


def percentage(numerator: int, denominator: int, decimals: int = 2) -> str:
    """Return 100 * numerator / denominator as text, for example ``19.41`` for 106 of 546.

    Raises:
        ZeroDivisionError: ``denominator`` is 0: there is no percentage of nobody.

    >>> percentage(106, 546), percentage(1, 3, decimals=0)
    ('19.41', '33')
    """
    return half_up(100 * numerator / denominator, decimals)
