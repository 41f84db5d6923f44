"""What every method shares: people selected out of a total, an estimate with its interval."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


class Selection:
    """People ``selected`` out of a ``total``, for one table or for many at once.

    Args:
        selected: Whole numbers, a scalar or an array of any shape.
        total: Whole numbers of a shape that broadcasts with ``selected``; ``selected`` or more.

    Raises:
        ValueError: A count is negative, fractional or not a number, or more are selected than
            there are.

    >>> women = Selection(selected=150, total=183)
    >>> women.rate.round(4), women.rejected
    (np.float64(0.8197), np.int64(33))
    """

    __slots__ = ("selected", "total")

    selected: IntArray
    total: IntArray

    def __init__(self, selected: npt.ArrayLike, total: npt.ArrayLike) -> None:
        self.selected, self.total = np.broadcast_arrays(
            whole_counts(selected, "selected"), whole_counts(total, "total")
        )
        if np.any(self.selected > self.total):
            raise ValueError("more people are selected than there are in total")

    @property
    def rejected(self) -> IntArray:
        """People not selected, a count of the same shape."""
        return np.subtract(self.total, self.selected, dtype=np.int64)

    @property
    def rate(self) -> FloatArray:
        """Selected / total, 0 to 1; NaN where there is nobody."""
        with np.errstate(invalid="ignore"):
            return np.divide(self.selected, self.total, dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """A statistic with its confidence interval: three float arrays of the same shape.

    NaN in ``value`` means the statistic does not exist for that table; ``low`` and ``high`` then
    span all that is possible, or are NaN where the method says so.
    """

    value: FloatArray
    low: FloatArray
    high: FloatArray


def whole_counts(counts: npt.ArrayLike, name: str) -> IntArray:
    """Return ``counts`` as int64, refusing what cannot be a number of people."""
    given = np.asarray(counts)
    if given.dtype.kind not in "iuf" or not np.all(np.isfinite(given)):
        raise ValueError(f"{name} must be whole numbers")
    whole = given.astype(np.int64)
    if np.any(whole != given) or np.any(whole < 0):
        raise ValueError(f"{name} must be whole numbers, not negative")
    return whole


def normal_quantile(confidence_level: float) -> float:
    """Return the two-sided standard normal quantile, 1.959964 for 0.95.

    Raises:
        ValueError: ``confidence_level`` is not between 0 and 1, both excluded.
    """
    if not 0 < confidence_level < 1:
        raise ValueError(f"confidence_level must lie between 0 and 1, not {confidence_level}")
    return NormalDist().inv_cdf(0.5 + confidence_level / 2)
