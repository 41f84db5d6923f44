"""Where a rising condition first holds, for many problems side by side."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from analytics.selection import FloatArray

BoolArray = npt.NDArray[np.bool_]

_HALVINGS = 60  # takes an interval of 120 down to 1e-16


def first_true(
    holds: Callable[[FloatArray], BoolArray],
    low: FloatArray,
    high: FloatArray,
    *,
    halvings: int = _HALVINGS,
) -> FloatArray:
    """Return the point of each interval from which on ``holds`` is true, found by halving.

    Args:
        holds: Takes one point per problem; false up to some point and true from there on. It is
            not asked about the ends themselves.
        low: Lower ends, of any shape.
        high: Upper ends, of a shape that broadcasts with ``low``; returned where it never holds.
        halvings: How often; 30 take a unit interval down to 1e-9.

    >>> first_true(lambda x: x * x >= 2, np.array([0.0]), np.array([2.0])).round(12)
    array([1.41421356])
    """
    below, above = np.broadcast_arrays(low, high)
    for _ in range(halvings):
        middle = (below + above) / 2
        true = holds(middle)
        below, above = np.where(true, below, middle), np.where(true, middle, above)
    return above
