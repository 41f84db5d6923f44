"""How often the rules of a process chart signal although nothing has changed.

Points are taken as independent. Shifts and trends are exact for a share so fine that no two points
are alike, beside a mean that is known; a share of few people may equal the one before it, and its
mean is taken from the points themselves, both of which make them rarer than this.
"""

from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from analytics.signals import LIMIT, RUN


def outside_chance(totals: npt.ArrayLike) -> float:
    """Return about how often any point of a series lies outside the limits, if nothing has changed.

    A point is part of the mean that it is compared with: the fewer the points, the nearer it draws
    the mean to itself, and the less often it lies outside. Added up over the points, by the normal
    approximation; few people expected at a point make it more often.

    Args:
        totals: How many people each point is out of.

    >>> round(1 / outside_chance([1, 10**9])), round(outside_chance([500] * 24), 3)
    (370, 0.052)
    """
    people = np.asarray(totals, dtype=np.float64)
    apart = 1 - people / people.sum()
    limits = [LIMIT / np.sqrt(each) for each in apart if each > 0]
    return float(min(1.0, sum(2 * NormalDist().cdf(-limit) for limit in limits)))


def shift_chance(points: int, *, run: int = RUN) -> float:
    """Return the chance of ``run`` points or more in a row on one side, if nothing has changed.

    Each side is as likely as the other. Source: Feller W (1968), An Introduction to Probability
    Theory and Its Applications, volume 1, 3rd edition, section XIII.7, on runs in coin tosses.

    >>> shift_chance(6), shift_chance(7) == 2 / 2**7, round(shift_chance(24), 4)
    (0.0, True, 0.1438)
    """
    if points < run:
        return 0.0
    # The chance of each length of the run in progress, 1 or more, while none has come to ``run``.
    length = np.zeros(run - 1)
    length[0] = 1.0
    for _ in range(points - 1):
        length = np.concatenate([[length.sum() / 2], length[:-1] / 2])
    return float(1 - length.sum())


def trend_chance(points: int, *, run: int = RUN) -> float:
    """Return the chance of ``run`` points or more that only rise or fall, if nothing has changed.

    Every order of the points is as likely as any other. Source: David FN and Barton DE (1962),
    Combinatorial Chance, chapter 10, on runs up and down; here counted point by point.

    >>> trend_chance(6), round(1 / trend_chance(7)), round(trend_chance(24), 5)
    (0.0, 2520, 0.00629)
    """
    if points < run:
        return 0.0
    # The chance that the last point so far ranks where the row says, after as many rises in a row
    # as the column says, one or more and never ``run - 1``. Falls are its mirror image.
    rising = np.zeros((2, run - 1))
    rising[1, 1] = 0.5
    for seen in range(2, points):
        lower = np.concatenate([np.zeros((1, run - 1)), np.cumsum(rising, axis=0)])
        lower_after_fall = np.concatenate([[0.0], np.cumsum(rising[::-1].sum(axis=1))])
        rising = np.zeros((seen + 1, run - 1))
        rising[:, 2:] = lower[:, 1:-1] / (seen + 1)
        rising[:, 1] = lower_after_fall / (seen + 1)
    return float(1 - 2 * rising.sum())
