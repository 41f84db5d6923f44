"""Tail probabilities of the normal and chi-squared distributions, without waiting for scipy."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.selection import FloatArray

_erfc = np.vectorize(math.erfc, otypes=[np.float64])
_POWERS = 100  # degrees up to which a power of the statistic keeps within a float


@dataclass(frozen=True, slots=True, eq=False)
class NormalTest:
    """A test whose statistic is standard normal if there is no difference.

    ``z`` counts standard deviations and has a sign; ``p_value`` is two-sided. Both are float arrays
    of the shape of the tables. A table that can say nothing has z 0 and p-value 1.
    """

    z: FloatArray
    p_value: FloatArray


def normal_test(distance: FloatArray, variance: FloatArray) -> NormalTest:
    """Return the test of a distance from what is expected; a variance of 0 means nothing to say."""
    known = variance > 0
    z = np.where(known, distance, 0) / np.sqrt(np.where(known, variance, 1))
    return NormalTest(z, two_sided_normal(z))


def two_sided_normal(z: npt.ArrayLike) -> FloatArray:
    """Return the chance of a standard normal at least as far from 0 as ``z``, either way.

    >>> two_sided_normal([0.0, -1.959963984540054]).round(6)
    array([1.  , 0.05])
    """
    tails: FloatArray = _erfc(np.abs(z) / math.sqrt(2))
    return tails


def chi_squared_tail(statistic: npt.ArrayLike, degrees: npt.ArrayLike) -> FloatArray:
    """Return the chance of a chi-squared variable of at least ``statistic``.

    The tail with two more degrees of freedom is the same plus one positive term, so nothing
    cancels.

    Args:
        statistic: 0 or more; NaN gives NaN.
        degrees: Degrees of freedom, whole numbers of a shape that broadcasts with it; NaN where 0.

    >>> chi_squared_tail([3.841458820694124, 5.991464547107979], [1, 2]).round(6)
    array([0.05, 0.05])
    """
    half, wanted = np.broadcast_arrays(np.asarray(statistic, dtype=np.float64) / 2, degrees)
    odd: FloatArray = _erfc(np.sqrt(half))
    tails = {1: odd, 2: np.exp(-half)}
    result = np.full(half.shape, np.nan)
    for degree in range(1, int(wanted.max(initial=0)) + 1):
        tail = tails[2 - degree % 2]
        result = np.where(wanted == degree, np.minimum(tail, 1), result)
        tails[2 - degree % 2] = tail + _term(half, degree / 2)
    return result


def _term(half: FloatArray, power: float) -> FloatArray:
    factor = -half - math.lgamma(power + 1)
    if 2 * power <= _POWERS:
        return np.exp(factor) * half**power
    with np.errstate(divide="ignore"):
        term: FloatArray = np.exp(factor + power * np.log(half))
    return term
