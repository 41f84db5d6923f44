"""Exact binomial test of a selection against a benchmark share, for many tables at once."""

from dataclasses import fields

import numpy as np
import numpy.typing as npt

from analytics.exact_tails import ExactTest, exact_test, in_chunks
from analytics.outcome_walks import Outcomes
from analytics.point_probabilities import binomial_point
from analytics.selection import FloatArray, IntArray, Selection

__all__ = ["ExactTest", "binomial_test"]

_SMALLEST = 1e-300  # under this a benchmark counts as 0: its odds could not be inverted


def binomial_test(selection: Selection, benchmark: npt.ArrayLike) -> ExactTest:
    """Return the exact test that people are selected with the chance ``benchmark``.

    ``p_value`` adds up the probabilities of all counts at most as probable as the observed one;
    ``p_mid`` takes half of the probability of those exactly as probable off. ``p_less`` is the
    chance of so few or fewer, ``p_greater`` that of so many or more.

    Args:
        selection: For example the people of a group out of all people; any shape.
        benchmark: The share expected, 0 to 1, of a shape that broadcasts with it.

    Returns:
        Arrays of the broadcast shape. Under a benchmark of 0 or 1 only one count is possible:
        if it is observed all p-values are 1 and the mid tails 0.5, as they are for a total of 0;
        any other count has ``p_value`` and ``p_mid`` 0 (and 0 and 1 for the tails).

    Raises:
        ValueError: ``benchmark`` is not between 0 and 1.

    Sources: Clopper CJ and Pearson ES (1934), Biometrika 26, for the tails; two-sided as binom.test
    in R; mid-p: Lancaster HO (1961), Significance tests in discrete distributions, JASA 56.

    Conover (1971), by ?binom.test in R: 682 of 925 seedlings against Mendel's three quarters:

    >>> binomial_test(Selection(682, 925), 0.75).p_value.round(4)
    np.float64(0.3825)
    """
    share = np.asarray(benchmark, dtype=np.float64)
    if not np.all((share >= 0) & (share <= 1)):
        raise ValueError("a benchmark share must lie between 0 and 1")
    columns = np.broadcast_arrays(selection.selected, selection.rejected, share)
    return in_chunks(_chunk, columns)


def _chunk(selected: IntArray, rejected: IntArray, share: FloatArray) -> ExactTest:
    """Return the test for flat arrays, with the benchmarks 0 and 1 put in afterwards."""
    share = np.where(share < _SMALLEST, 0, share)
    certain = (share == 0) | (share == 1)
    odds = np.where(certain, 1, share / np.where(share == 1, 1, 1 - share))
    above = selected > (selected + rejected) * odds / (1 + odds)
    counts = Outcomes(selected[np.newaxis], rejected[np.newaxis], odds, _point)
    tested = exact_test(counts.mirrored(where=above), above)
    only = np.where(share == 0, selected, rejected) == 0
    for field, value in zip(fields(ExactTest), _under_certainty(share, only), strict=True):
        np.copyto(getattr(tested, field.name), value, where=certain)
    return tested


def _under_certainty(share: FloatArray, only: npt.NDArray[np.bool_]) -> tuple[FloatArray, ...]:
    """Return the six p-values where one count is certain and ``only`` says if it was observed."""
    whole, half = np.where(only, 1.0, 0.0), np.where(only, 0.5, 0.0)
    # Of a share of 0 any more is too many: "so few or fewer" is then certain; of 1 the reverse.
    few, many = np.where(only, 0.0, 1 - share), np.where(only, 0.0, share)
    return whole, whole, whole + few, whole + many, half + few, half + many


def _point(growing: IntArray, shrinking: IntArray, odds: FloatArray) -> FloatArray:
    return binomial_point(growing[0], shrinking[0], odds)
