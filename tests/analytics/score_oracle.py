"""Score intervals from their definition, one table at a time: fit, test, move the limit."""

import math
from collections.abc import Callable

from analytics.selection import Selection

Fit = Callable[[float], tuple[float, float]]


def crossing(rises: Callable[[float], float], low: float, high: float) -> float:
    """Return where a rising function passes 0, or the end it does not pass it before."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if rises(middle) >= 0 else (middle, high)
    return (low + high) / 2


def ratio_low(group: Selection, reference: Selection, quantile: float) -> float:
    a, n, c, m = _counts(group, reference)

    def fitted(log_ratio: float) -> tuple[float, float]:
        ratio = math.exp(log_ratio)

        def falls(rate: float) -> float:
            ours, theirs = 1 - ratio * rate, 1 - rate
            lost = (n - a) * ratio * rate * theirs + (m - c) * rate * ours
            return lost - (a + c) * ours * theirs

        rate = crossing(falls, 0, min(1, 1 / ratio))
        return ratio * rate, rate

    top = math.log(a * m / (n * c)) if c else 60
    return math.exp(_low_limit(group, reference, fitted, (-60, top), quantile**2))


def difference_low(group: Selection, reference: Selection, quantile: float) -> float:
    a, n, c, m = _counts(group, reference)

    def fitted(gap: float) -> tuple[float, float]:
        def falls(rate: float) -> float:
            ours = min(max(rate + gap, 0), 1)
            return (ours * n - a) * rate * (1 - rate) + (rate * m - c) * ours * (1 - ours)

        rate = crossing(falls, max(0, -gap), min(1, 1 - gap))
        return rate + gap, rate

    limit = quantile**2 * (n + m) / (n + m - 1)
    return _low_limit(group, reference, fitted, (-1, a / n - c / m), limit)


def odds_low(group: Selection, reference: Selection, quantile: float) -> float:
    a, n, c, m = _counts(group, reference)

    def fitted(log_odds: float) -> tuple[float, float]:
        def falls(ours: float) -> float:
            theirs = a + c - ours
            return ours * (m - theirs) - math.exp(log_odds) * (n - ours) * theirs

        ours = crossing(falls, max(0, a + c - m), min(n, a + c))
        return ours / n, (a + c - ours) / m

    inverse = (n - a) * c / (a * (m - c))
    top = -math.log(inverse) if inverse else 60
    return math.exp(_low_limit(group, reference, fitted, (-60, top), quantile**2))


def _low_limit(
    group: Selection, reference: Selection, fitted: Fit, ends: tuple[float, float], limit: float
) -> float:
    """Return the least value up to the observed one at which the test does not reject."""
    a, n, c, m = _counts(group, reference)

    def tolerated(tried: float) -> float:
        ours, theirs = fitted(tried)
        chi_squared = 0.0
        for rate, expected, people in ((a / n, ours, n), (c / m, theirs, m)):
            variance = max(expected * (1 - expected), 1e-300)
            chi_squared += people * (rate - expected) ** 2 / variance
        return limit - chi_squared

    return crossing(tolerated, *ends)


def _counts(group: Selection, reference: Selection) -> tuple[int, int, int, int]:
    counts = (group.selected, group.total, reference.selected, reference.total)
    a, n, c, m = (int(count) for count in counts)
    return a, n, c, m
