"""Which counts of people a share that was printed rounded can stand for."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from analytics.selection import IntArray, whole_counts

__all__ = ["PrintedCounts", "counts_behind"]

MOST_DECIMALS = 6  # more are the digits of a division, not of a report


@dataclass(frozen=True, slots=True, eq=False)
class PrintedCounts:
    """The counts that print as a share: ``lowest`` to ``highest``, and the ``nearest`` to it.

    Where no count does, ``lowest`` is above ``highest``, and ``nearest`` is what comes closest.
    """

    lowest: IntArray
    highest: IntArray
    nearest: IntArray

    @property
    def exist(self) -> npt.NDArray[np.bool_]:
        """Return where at least one count prints as the share."""
        return self.lowest <= self.highest


def counts_behind(share_pct: Iterable[float], total: npt.ArrayLike) -> PrintedCounts:
    """Return the whole numbers out of ``total`` that print as ``share_pct``.

    A count does if its percentage is at most half a unit of the last printed digit away, so that a
    half may have been rounded either way: 62 % of 16 is 10 (62.5), and so is 63 %.

    Args:
        share_pct: Percentages as printed, 0 to 100; the digits of their shortest text count.
        total: People, whole numbers of the same length.

    Raises:
        ValueError: A share is outside 0 to 100, or a total is not a number of people.

    >>> behind = counts_behind([62, 32, 71], [16, 2271, 3])
    >>> behind.lowest, behind.highest, behind.nearest
    (array([ 10, 716,   3]), array([ 10, 738,   2]), array([ 10, 727,   2]))
    """
    people = whole_counts(total, "total")
    units, scale = _in_units(share_pct)
    if np.any((units < 0) | (units > 100 * scale)):
        raise ValueError("a printed share must lie between 0 and 100")
    whole = 200 * scale
    lowest = np.maximum(-((1 - 2 * units) * people // whole), 0)
    highest = np.minimum((2 * units + 1) * people // whole, people)
    nearest = (2 * units * people + whole // 2) // whole
    within = np.clip(nearest, lowest, np.maximum(highest, lowest))
    return PrintedCounts(lowest, highest, np.where(lowest <= highest, within, nearest))


def _in_units(share_pct: Iterable[float]) -> tuple[IntArray, IntArray]:
    """Return each share in units of its last digit, and how many of these make one per cent."""
    texts = [Decimal(repr(float(share))) for share in share_pct]
    decimals = [
        min(max(-int(text.normalize().as_tuple().exponent), 0), MOST_DECIMALS) for text in texts
    ]
    units = [round(text.scaleb(places)) for text, places in zip(texts, decimals, strict=True)]
    return np.array(units, dtype=np.int64), 10 ** np.array(decimals, dtype=np.int64)
