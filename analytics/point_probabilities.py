"""Probabilities of single outcomes by Loader's saddle-point expansion: no large logarithms cancel.

Source: Loader C (2000), Fast and accurate computation of binomial probabilities. The log
probability is a sum of Stirling errors and deviances, each small where the probability is not, so
the relative error stays near 1e-15 for likely outcomes and under 1e-12 down to 1e-300.
"""

import math

import numpy as np

from analytics.selection import FloatArray, IntArray

_TABULATED = 16  # from here on five terms of the Stirling series are exact to double precision
_STIRLING = (1 / 12, 1 / 360, 1 / 1260, 1 / 1680, 1 / 1188)
_SERIES_BELOW = 0.35  # |v| under which the deviance would cancel, and its series converges fast
_SERIES = tuple(2 / (2 * j + 1) for j in range(17, 0, -1))


def _tabulated_errors() -> FloatArray:
    """Return log(n!) minus Stirling's formula for small n; 0 for n = 0 by agreement."""
    ratios = [math.factorial(n) / n**n * math.exp(n) for n in range(1, _TABULATED)]
    errors = [math.log(r / math.sqrt(2 * math.pi * n)) for n, r in enumerate(ratios, start=1)]
    return np.array([0.0, *errors])


_ERRORS = _tabulated_errors()


def stirling_error(counts: IntArray) -> FloatArray:
    """Return log(n!) - log(sqrt(2 pi n) (n/e)^n) for whole numbers; 0 where n is 0."""
    inverse = 1 / np.maximum(counts, 1)
    square = inverse * inverse
    s0, s1, s2, s3, s4 = _STIRLING
    series = (s0 - (s1 - (s2 - (s3 - s4 * square) * square) * square) * square) * inverse
    return np.where(counts < _TABULATED, _ERRORS[np.minimum(counts, _TABULATED - 1)], series)


def deviance(observed: FloatArray, expected: FloatArray, excess: FloatArray) -> FloatArray:
    """Return observed * log(observed / expected) - excess, never negative.

    Args:
        observed: Counts.
        expected: Positive; 0 is allowed where ``observed`` is 0 too, and gives 0.
        excess: observed - expected, handed in because the caller knows it without cancellation.
    """
    positive = np.maximum(expected, np.finfo(float).tiny)
    direct = observed * np.log(np.maximum(observed, 1) / positive) - excess
    v = excess / (observed + positive)
    square = v * v
    series = np.zeros_like(v)
    for coefficient in _SERIES:
        series += coefficient
        series *= square
    near = excess * v + observed * v * series
    return np.where(np.abs(v) < _SERIES_BELOW, near, direct)


def hypergeometric_point(a: IntArray, b: IntArray, c: IntArray, d: IntArray) -> FloatArray:
    """Return the probability of the table a, b over c, d given all four margins.

    Exact integers carry the distance from the expected table, which holds to 6e9 people.
    """
    total = np.maximum(a + b + c + d, 1)
    margins = np.stack((a + b, c + d, a + c, b + d))
    cells = np.stack((a, b, c, d))
    excess = ((a * d - b * c) / total) * np.array([1, -1, -1, 1]).reshape(4, *[1] * a.ndim)
    expected = margins[[0, 0, 1, 1]] / total * margins[[2, 3, 2, 3]]
    exponent = (stirling_error(margins) - stirling_error(cells)).sum(axis=0)
    exponent -= stirling_error(total) + deviance(cells.astype(np.float64), expected, excess).sum(
        axis=0
    )
    spread = _root(margins).prod(axis=0) / (_root(cells).prod(axis=0) * _root(total))
    probability: FloatArray = np.minimum(np.exp(exponent) * spread, 1)
    return probability


def binomial_point(selected: IntArray, rejected: IntArray, odds: FloatArray) -> FloatArray:
    """Return the binomial probability of so many selected and rejected; ``odds`` is p / (1 - p)."""
    cells = np.stack((selected, rejected))
    total: IntArray = selected + rejected
    chance = odds / (1 + odds)
    excess = selected - total * chance
    expected = np.stack((total * chance, total / (1 + odds)))
    deviances = deviance(cells.astype(np.float64), expected, np.stack((excess, -excess)))
    exponent = stirling_error(total) - (stirling_error(cells) + deviances).sum(axis=0)
    spread = _root(total) / _root(cells).prod(axis=0)
    probability: FloatArray = np.minimum(np.exp(exponent) * spread, 1)
    return probability


def _root(counts: IntArray) -> FloatArray:
    """Return the square root in Stirling's formula, sqrt(2 pi n); 1 where n is 0."""
    return np.sqrt(np.where(counts > 0, 2 * math.pi * counts, 1))
