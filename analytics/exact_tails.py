"""Exact tests by adding up probabilities outwards from an outcome and from its opposite."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np

from analytics.bisection import BoolArray
from analytics.outcome_walks import TIE, Outcomes, central_sum, outward_sum
from analytics.selection import FloatArray, IntArray

_CHUNK = 8192  # tables taken at once: 16 steps of all of them fit in a megabyte
_COMPLEMENT_ABOVE = 0.05  # 1 - centre keeps its digits above this; below, add up both tails
_ITERATIONS, _CLOSE = 30, 0.25


@dataclass(frozen=True, slots=True, eq=False)
class ExactTest:
    """P-values of an exact test: float arrays of the shape of the tables.

    ``p_value`` adds up all outcomes at most as probable as the observed one (two-sided by point
    probabilities; a relative difference under 1e-7 is a tie, as in R and scipy), ``p_mid`` counts
    those exactly as probable by half. ``p_less`` and ``p_greater`` are the tails in which the group
    is selected as seldom, or as often, as observed or more extremely; their mid versions count the
    observed outcome by half and add up to 1. All lie between 0 and 1 and are never NaN.
    """

    p_value: FloatArray
    p_mid: FloatArray
    p_less: FloatArray
    p_greater: FloatArray
    p_less_mid: FloatArray
    p_greater_mid: FloatArray


def in_chunks(test: Callable[..., ExactTest], counts: Sequence[IntArray]) -> ExactTest:
    """Return ``test`` of arrays of one shape, taken flat and so many at a time that memory holds.

    Args:
        test: Takes as many flat arrays as ``counts`` has.
        counts: Arrays of one shape, which the result takes too.
    """
    flat = [column.ravel() for column in counts]
    results = np.empty((len(fields(ExactTest)), flat[0].size))
    for start in range(0, flat[0].size, _CHUNK):
        part = slice(start, start + _CHUNK)
        tested = test(*(column[part] for column in flat))
        for row, field in zip(results, fields(ExactTest), strict=True):
            row[part] = getattr(tested, field.name)
    return ExactTest(*results.reshape(len(results), *counts[0].shape))


def exact_test(outcomes: Outcomes, above: BoolArray) -> ExactTest:
    """Return the test for outcomes of which those ``above`` the mean have been mirrored."""
    only = (outcomes.growing.min(axis=0) == 0) & (outcomes.shrinking.min(axis=0) == 0)
    point = np.where(only, 1, outcomes.point())
    near = np.minimum(point * outward_sum(outcomes), 1)
    other = np.minimum(1 - near + point, 1)
    two_sided, equal = _two_sided(outcomes, point, near)
    # Where one outcome is possible it says nothing, so no half is taken off.
    mid = np.where(only, 1, two_sided - equal / 2)
    less, greater = np.where(above, other, near), np.where(above, near, other)
    return ExactTest(two_sided, mid, less, greater, less - point / 2, greater - point / 2)


def _two_sided(
    outcomes: Outcomes, point: FloatArray, near: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the sum of all outcomes at most as probable, and the part that is as probable."""
    p_value, equal = near.copy(), point.copy()
    many = np.flatnonzero(near > _COMPLEMENT_ABOVE)
    more, tie = central_sum(outcomes.raised(many, 0))
    p_value[many] = 1 - point[many] * more
    equal[many] += point[many] * tie
    few = np.flatnonzero((near <= _COMPLEMENT_ABOVE) & (point > 0))
    far, tie = _far_tail(outcomes.raised(few, 0), point[few])
    p_value[few] += far
    equal[few] += tie
    return np.clip(p_value, 0, 1), equal


def _far_tail(outcomes: Outcomes, point: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the tail across the centre that is at most as probable, and the tie within it."""
    steps, probability = _nearest_opposite(outcomes, point)
    tie = np.where(probability >= point * (1 - TIE), probability, 0)
    there = np.flatnonzero(steps <= outcomes.shrinking.min(axis=0))
    far = np.zeros_like(point)
    beyond = outcomes.raised(there, steps[there]).mirrored(where=True)
    far[there] = probability[there] * outward_sum(beyond)
    return far, tie


def _nearest_opposite(outcomes: Outcomes, point: FloatArray) -> tuple[IntArray, FloatArray]:
    """Return how many steps up the first outcome at most as probable is, and its probability.

    One step more than there is room, and 0, where the distribution ends before.
    """
    limit = point * (1 + TIE)
    steps = _steps_across(outcomes)
    probability = outcomes.raised(np.arange(steps.size), steps).point()
    _go_out(outcomes, steps, probability, limit)
    _come_back(outcomes, steps, probability, limit)
    return steps, probability


def _go_out(
    outcomes: Outcomes, steps: IntArray, probability: FloatArray, limit: FloatArray
) -> None:
    """Go further up, in place, while the outcome is the more probable one."""
    active = np.flatnonzero(probability > limit)
    while active.size:
        probability[active] *= _ratio_up(outcomes, active, steps[active])
        steps[active] += 1
        active = active[probability[active] > limit[active]]


def _come_back(
    outcomes: Outcomes, steps: IntArray, probability: FloatArray, limit: FloatArray
) -> None:
    """Come back, in place, while the outcome before is not the more probable one either."""
    active = np.flatnonzero((probability > 0) & (steps > 1))
    while active.size:
        nearer = probability[active] / _ratio_up(outcomes, active, steps[active] - 1)
        still = nearer <= limit[active]
        active = active[still]
        probability[active] = nearer[still]
        steps[active] -= 1
        active = active[steps[active] > 1]


def _ratio_up(outcomes: Outcomes, columns: IntArray, steps: IntArray) -> FloatArray:
    """Return the probability of one step further up over that at ``steps``."""
    at = outcomes.raised(columns, steps)
    ratio: FloatArray = at.odds * (at.shrinking / (at.growing + 1)).prod(axis=0)
    return ratio


def _steps_across(outcomes: Outcomes) -> IntArray:
    """Return about how many steps up an outcome equally probable lies, by Newton's method.

    The logarithm of the probability, by Stirling's formula, is divided by the distance: that takes
    the root at no distance away, and leaves a nearly straight line.
    """
    cells = np.concatenate((outcomes.growing, outcomes.shrinking)) + 0.5
    signs = np.repeat([1.0, -1.0], len(outcomes.growing))[:, np.newaxis]
    room = outcomes.shrinking.min(axis=0)
    drift, log_odds = np.zeros(room.size), np.log(outcomes.odds)
    slope = log_odds - (signs * np.log(cells)).sum(axis=0)
    steps = np.clip(2 * slope / (1 / cells).sum(axis=0), 1, room)
    for _ in range(_ITERATIONS):
        moved = signs * steps
        drift = (cells * np.log1p(moved / cells)).sum(axis=0) / steps
        slope = log_odds - (signs * np.log(cells + moved)).sum(axis=0)
        previous, steps = steps, np.clip(steps * (2 - slope / drift), 1, room)
        if np.all(np.abs(steps - previous) < _CLOSE):
            break
    across: IntArray = np.ceil(steps).astype(np.int64)
    return across
