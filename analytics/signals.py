"""The signals of a process chart, found by rule: points, shifts and trends chance rarely makes.

The four that the panel's paper of July 2020 names (``source/panel-minutes-2020-07.txt``, paragraph
7): a single point outside the control limits; stable; stable above or below the mean, a step shift;
a sustained increase or decrease. The paper gives no lengths, so those of NHS England's Making Data
Count are taken: seven points.
"""

import numpy as np
import numpy.typing as npt

from analytics.selection import FloatArray, IntArray, Selection

BoolArray = npt.NDArray[np.bool_]

# Shewhart's three standard deviations, which the paper names.
LIMIT = 3.0
# Seven points, for a shift and for a trend alike: NHS England, Making Data Count (2018). Fair coins
# give seven alike in a row 1 time in 64, and seven values in rising or falling order 1 in 2,520.
RUN = 7

STABLE = "stable"
OUTSIDE = ("outside limits above", "outside limits below")
SHIFT = ("step shift above", "step shift below")
TREND = ("sustained trend rising", "sustained trend falling")
NAMES = (*OUTSIDE, *SHIFT, *TREND)


def signals(people: Selection) -> dict[str, BoolArray]:
    """Return which points carry each signal, by its name, in the order of ``NAMES``.

    All points of a run carry its signal. A point may carry several: one that ends a rise and starts
    a fall carries both trends. Where the series has fewer than ``RUN`` points there is no shift and
    no trend. Where everybody, or nobody, is selected there is no signal at all.

    Args:
        people: Selected of a total, ordered points along the last axis, nobody's total 0.

    Raises:
        ValueError: The counts have no axis, or a point has no people.

    Sources: Shewhart WA (1931), Economic Control of Quality of Manufactured Product; Montgomery DC
    (2013), Introduction to Statistical Quality Control, 7th edition, section 7.2; NHS England
    (2018), Making Data Count. Its sample 15 of orange juice cans has 22 faulty ones of 50:

    >>> cans = Selection([8, 10, 5, 13, 22, 9, 6, 10], 50)
    >>> signals(cans)["outside limits above"].tolist()
    [False, False, False, False, True, False, False, False]
    """
    away = sigmas(people)
    side, step = np.sign(_excess(people)), np.sign(_steps(people))
    return {
        OUTSIDE[0]: away > LIMIT,
        OUTSIDE[1]: away < -LIMIT,
        SHIFT[0]: _in_runs(side == 1, RUN),
        SHIFT[1]: _in_runs(side == -1, RUN),
        TREND[0]: _ends_of(_in_runs(step == 1, RUN - 1)),
        TREND[1]: _ends_of(_in_runs(step == -1, RUN - 1)),
    }


def sigmas(people: Selection) -> FloatArray:
    """Return how many standard deviations each point lies from the mean of the series.

    Above 0 the point is above the mean. 0 where everybody, or nobody, is selected: every point then
    lies on the mean.
    """
    excess = _excess(people).astype(np.float64)
    selected = people.selected.sum(axis=-1, keepdims=True).astype(np.float64)
    total = people.total.sum(axis=-1, keepdims=True).astype(np.float64)
    # The point less the mean, over its standard deviation, multiplied out so that whole numbers
    # stay whole and a point on a limit is not moved across it.
    spread = np.sqrt(selected * (total - selected) * people.total)
    away: FloatArray = np.divide(excess, spread, out=np.zeros_like(excess), where=spread > 0)
    return away


def _excess(people: Selection) -> IntArray:
    """Return a whole number with the sign of each point less the mean."""
    if people.total.ndim == 0:
        raise ValueError("points lie along the last axis: counts need at least one")
    if np.any(people.total == 0):
        raise ValueError("every point needs people: leave out those with a total of 0")
    selected = people.selected.sum(axis=-1, keepdims=True)
    total = people.total.sum(axis=-1, keepdims=True)
    excess: IntArray = people.selected * total - selected * people.total
    return excess


def _steps(people: Selection) -> IntArray:
    """Return a whole number with the sign of each point less the one before it."""
    selected, total = people.selected, people.total
    steps: IntArray = selected[..., 1:] * total[..., :-1] - selected[..., :-1] * total[..., 1:]
    return steps


def _in_runs(holds: BoolArray, length: int) -> BoolArray:
    """Return where ``holds`` is part of at least ``length`` in a row."""
    marked = np.zeros_like(holds)
    windows = holds.shape[-1] - length + 1
    if windows < 1:
        return marked
    starts = np.lib.stride_tricks.sliding_window_view(holds, length, axis=-1).all(axis=-1)
    for offset in range(length):
        marked[..., offset : offset + windows] |= starts
    return marked


def _ends_of(steps: BoolArray) -> BoolArray:
    """Return the points that the marked steps lead from or to."""
    edge = np.zeros((*steps.shape[:-1], 1), dtype=np.bool_)
    ends: BoolArray = np.concatenate([steps, edge], axis=-1) | np.concatenate(
        [edge, steps], axis=-1
    )
    return ends
