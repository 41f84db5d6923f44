"""P-values adjusted for how many comparisons are made, over a declared family."""

import numpy as np
import numpy.typing as npt

from analytics.selection import FloatArray


def holm(p_values: npt.ArrayLike) -> FloatArray:
    """Return p-values adjusted so that any false claim in the family is unlikely.

    Claiming whatever is at most 0.05 keeps the chance of one or more false claims at 5 %, however
    the tests depend on each other. Never below the given p-values, equal where these are equal, and
    in the same order.

    Args:
        p_values: The family along the last axis; every row of the others is a family of its own.
            NaN, a comparison that was not made, does not count and stays NaN.

    Raises:
        ValueError: A p-value lies outside 0 to 1.

    Source: Holm S (1979), A simple sequentially rejective multiple test procedure, Scandinavian
    Journal of Statistics 6, 65-70.

    >>> holm([0.01, 0.04, 0.03, np.nan])
    array([0.03, 0.06, 0.06,  nan])
    """
    given, order, rank, size = _ranked(p_values)
    raised = np.maximum.accumulate((size - rank) * given, axis=-1)
    return _in_given_order(raised, order).reshape(np.shape(p_values))


def benjamini_hochberg(p_values: npt.ArrayLike) -> FloatArray:
    """Return p-values adjusted so that few of those called out are false alarms.

    Among comparisons screened out at 0.05, at most 5 % are expected to be false if the tests are
    independent or positively dependent. Between the given p-values and Holm's.

    Args:
        p_values: As for ``holm``.

    Raises:
        ValueError: A p-value lies outside 0 to 1.

    Source: Benjamini Y and Hochberg Y (1995), Controlling the false discovery rate, Journal of the
    Royal Statistical Society B 57, 289-300.

    >>> benjamini_hochberg([0.01, 0.04, 0.03, np.nan])
    array([0.03, 0.04, 0.04,  nan])
    """
    given, order, rank, size = _ranked(p_values)
    raised = given * (size / (rank + 1))
    # NaN sorts last, so from the end fmin passes over it
    lowered = np.fmin.accumulate(raised[..., ::-1], axis=-1)[..., ::-1]
    return _in_given_order(lowered, order).reshape(np.shape(p_values))


def _ranked(
    p_values: npt.ArrayLike,
) -> tuple[FloatArray, npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the p-values in rising order, NaN last; their places; ranks from 0; family sizes."""
    given = np.atleast_1d(np.asarray(p_values, dtype=np.float64))
    if np.any((given < 0) | (given > 1)):
        raise ValueError("p-values must lie between 0 and 1")
    order = np.argsort(given, axis=-1, kind="stable")
    size = np.sum(~np.isnan(given), axis=-1, keepdims=True)
    return np.take_along_axis(given, order, axis=-1), order, np.arange(given.shape[-1]), size


def _in_given_order(adjusted: FloatArray, order: npt.NDArray[np.intp]) -> FloatArray:
    restored = np.empty_like(adjusted)
    np.put_along_axis(restored, order, np.minimum(adjusted, 1), axis=-1)
    return restored
