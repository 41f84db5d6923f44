"""Whether a rate rises or falls over ordered periods."""

import numpy as np
import numpy.typing as npt

from analytics.selection import Selection
from analytics.tail_probabilities import NormalTest, normal_test


def cochran_armitage(people: Selection, scores: npt.ArrayLike | None = None) -> NormalTest:
    """Return the test that the selection rate has no linear trend over the last axis.

    ``z`` is above 0 where the rate rises. It sees a steady movement, not just any difference. z 0
    and p-value 1 where nobody or everybody is selected, or only one period has people. The shape is
    that of the counts without the last axis.

    Args:
        people: Selected of a total, ordered periods along the last axis.
        scores: Where the periods lie, such as years; None takes them as equally spaced. Only the
            proportions between the gaps matter.

    Raises:
        ValueError: The counts have no axis, or the scores are not one finite number per period.

    Sources: Cochran WG (1954), Some methods for strengthening the common chi-squared tests,
    Biometrics 10, 417-451; Armitage P (1955), Tests for linear trends in proportions and
    frequencies, Biometrics 11, 375-386. Example: smokers among lung cancer patients of four
    studies, Fleiss JL (1981), as in R's ``prop.trend.test``, chi-squared 8.2249, p-value 0.004132.

    >>> test = cochran_armitage(Selection([83, 90, 129, 70], [86, 93, 136, 82]))
    >>> test.z.round(3), (test.z**2).round(4), test.p_value.round(6)
    (np.float64(-2.868), np.float64(8.2249), np.float64(0.004132))
    """
    if people.total.ndim == 0:
        raise ValueError("periods lie along the last axis: counts need at least one")
    periods = people.total.shape[-1]
    where = np.asarray(np.arange(periods) if scores is None else scores, dtype=np.float64)
    if where.shape != (periods,) or not np.all(np.isfinite(where)):
        raise ValueError("scores must be one finite number per period")
    everyone = np.maximum(people.total.sum(axis=-1, keepdims=True), 1)
    away = where - (people.total * where).sum(axis=-1, keepdims=True) / everyone
    rate = people.selected.sum(axis=-1) / everyone[..., 0]
    slope = (people.selected * away).sum(axis=-1)
    return normal_test(slope, rate * (1 - rate) * (people.total * away**2).sum(axis=-1))
