"""Exact tests as their definitions say, in whole numbers: slow, and right to the last digit."""

from fractions import Fraction
from math import comb


def fisher_weights(group: int, reference: int, selected: int) -> dict[int, int]:
    """Return the number of ways in which so many of the group can be among the selected."""
    fewest, most = max(0, selected - reference), min(group, selected)
    return {x: comb(group, x) * comb(reference, selected - x) for x in range(fewest, most + 1)}


def binomial_weights(total: int, share: Fraction) -> dict[int, int]:
    """Return whole numbers in proportion to the probabilities of each count."""
    p, q = share.numerator, share.denominator - share.numerator
    return {x: comb(total, x) * p**x * q ** (total - x) for x in range(total + 1)}


def convolved(first: dict[int, int], second: dict[int, int]) -> dict[int, int]:
    """Return the weights of the sum of two independent counts."""
    sums = dict.fromkeys(range(min(first) + min(second), max(first) + max(second) + 1), 0)
    for x, weight in first.items():
        for y, other in second.items():
            sums[x + y] += weight * other
    return sums


def p_values(weights: dict[int, int], observed: int) -> list[Fraction]:
    """Return p_value, p_mid, p_less, p_greater and the mid tails; p_mid 1 for one outcome."""
    whole, at = sum(weights.values()), weights[observed]
    two = Fraction(sum(w for w in weights.values() if w <= at), whole)
    equal = Fraction(sum(w for w in weights.values() if w == at), whole)
    less = Fraction(sum(w for x, w in weights.items() if x <= observed), whole)
    greater, half = 1 - less + Fraction(at, whole), Fraction(at, 2 * whole)
    only = sum(w > 0 for w in weights.values()) == 1
    mid = Fraction(1) if only else two - equal / 2
    return [two, mid, less, greater, less - half, greater - half]


def relative_error(computed: float, exact: Fraction) -> float:
    """Return how far off a float is, in parts of the exact value."""
    return float(abs(Fraction(float(computed)) / exact - 1)) if exact else abs(computed)
