"""Leaving rates with Poisson intervals, Byar's approximate one and the exact one."""

import numpy as np
import numpy.typing as npt

from analytics.selection import Estimate, FloatArray, IntArray, normal_quantile, whole_counts


class Leaving:
    """People who left, out of a mean headcount over the period (or any other exposure).

    Args:
        leavers: Whole numbers, a scalar or an array of any shape.
        headcount: Mean headcount, person-years or an expected number; positive or 0, of a shape
            that broadcasts with ``leavers``. More may leave than the mean headcount.

    Raises:
        ValueError: A count is negative or fractional, a headcount negative or not finite, or
            somebody left where nobody was.
    """

    __slots__ = ("headcount", "leavers")

    leavers: IntArray
    headcount: FloatArray

    def __init__(self, leavers: npt.ArrayLike, headcount: npt.ArrayLike) -> None:
        exposure = np.asarray(headcount, dtype=np.float64)
        if not np.all(np.isfinite(exposure) & (exposure >= 0)):
            raise ValueError("headcount must be a finite number, not negative")
        self.leavers, self.headcount = np.broadcast_arrays(
            whole_counts(leavers, "leavers"), exposure
        )
        if np.any((self.leavers > 0) & (self.headcount == 0)):
            raise ValueError("people left where the headcount is 0")


def byar_rate(leaving: Leaving, *, confidence_level: float = 0.95) -> Estimate:
    """Return the leaving rate with Byar's approximate interval, close to the exact one.

    0 leavers give ``value`` and ``low`` 0. A headcount of 0 gives NaN, from 0 to infinity.

    Source: Breslow NE and Day NE (1987), Statistical Methods in Cancer Research II, chapter 2.

    Deaths of Welsh nickel workers, 137 where 24.2 were expected (?poisson.test in R; the exact
    interval is 4.753 to 6.693):

    >>> ratio = byar_rate(Leaving(137, 24.19893))
    >>> ratio.value.round(3), ratio.low.round(3), ratio.high.round(3)
    (np.float64(5.661), np.float64(4.753), np.float64(6.693))
    """
    z, few = normal_quantile(confidence_level), np.maximum(leaving.leavers, 1)
    many = leaving.leavers + 1
    low = few * np.maximum(1 - 1 / (9 * few) - z / (3 * np.sqrt(few)), 0) ** 3
    high = many * (1 - 1 / (9 * many) + z / (3 * np.sqrt(many))) ** 3
    return _per_head(leaving, np.where(leaving.leavers == 0, 0, low), high)


def exact_rate(leaving: Leaving, *, confidence_level: float = 0.95) -> Estimate:
    """Return the leaving rate with the exact Poisson interval: at least as sure as stated.

    0 leavers give ``value`` and ``low`` 0. A headcount of 0 gives NaN, from 0 to infinity.

    Source: Garwood F (1936), Fiducial limits for the Poisson distribution, Biometrika 28.

    Deaths of Welsh nickel workers, 137 where 24.2 were expected (?poisson.test in R):

    >>> ratio = exact_rate(Leaving(137, 24.19893))
    >>> ratio.value.round(6), ratio.low.round(6), ratio.high.round(6)
    (np.float64(5.661407), np.float64(4.753125), np.float64(6.692709))
    """
    from scipy.special import gammainccinv, gammaincinv

    normal_quantile(confidence_level)
    tail, none = (1 - confidence_level) / 2, leaving.leavers == 0
    low = np.where(none, 0, gammaincinv(np.maximum(leaving.leavers, 1), tail))
    return _per_head(leaving, low, gammainccinv(leaving.leavers + 1, tail))


def _per_head(leaving: Leaving, low: FloatArray, high: FloatArray) -> Estimate:
    with np.errstate(divide="ignore", invalid="ignore"):
        value, upper = leaving.leavers / leaving.headcount, high / leaving.headcount
        lower = np.where(leaving.headcount == 0, 0, low / leaving.headcount)
    return Estimate(value, lower, upper)
