"""How likely it is that a figure which came about in no way searched for is explained all the same.

Such a figure is taken to be any other of its size: all that are within a quarter of it, or within
two points, are equally likely. Whatever share of these the mistakes tried would have given is the
chance of an explanation that explains nothing. Mistakes are tried in the order of their cost, so
the chance of each counts all that are at least as plausible: a single figure that two hundred
quotients might have given is explained by none of them.

It is no strict bound: figures close to the right one are where the quotients of a table crowd. Of
figures drawn at random, 1 to 4 in 100 were explained where anything from 0 to 100 was drawn, 4 to 6
where they were within a fifth or two points of the right figure, and up to 8 with one decimal
(docs/audit.md).
"""

import math

from analytics.audit.numbers import PrintedNumber

HALF_WIDTH = 2  # points: shares under 8 % are not known any more sharply
WRITTEN = 2  # figures that stand for one quotient: rounded, and truncated


def window(printed: PrintedNumber) -> range:
    """Return the figures, in units of the last digit, that might as well have been printed.

    >>> from analytics.audit.numbers import printed_number
    >>> window(printed_number("24.10%")), window(printed_number("3%"))
    (range(1808, 3013), range(1, 6))
    """
    half = max(printed.units // 4, HALF_WIDTH * 10**printed.decimals)
    return range(max(printed.units - half, 0), printed.units + half + 1)


def hit(printed: PrintedNumber) -> float:
    """Return the chance that one quotient of the right size gives the figure."""
    return min(1.0, WRITTEN / len(window(printed)))


def units_given(printed: PrintedNumber, numerator: int, denominator: int) -> tuple[int, int]:
    """Return what a quotient is written as, truncated and rounded, in units of the last digit."""
    scaled = 100 * numerator * 10**printed.decimals
    return scaled // denominator, (2 * scaled + denominator) // (2 * denominator)


def agreeing_by_chance(others: list[PrintedNumber], support: int) -> float:
    """Return the chance that so many figures, this one included, are given by one mistake.

    ``others`` are the other wrong figures of the row, any ``support - 1`` of which may agree.
    """
    if support <= 1:
        return 1.0
    likeliest = max(map(hit, others), default=1.0)
    return min(1.0, math.comb(len(others), support - 1) * likeliest ** (support - 1))
