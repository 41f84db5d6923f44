"""Confidence intervals for one proportion."""

import numpy as np

from analytics.selection import Estimate, FloatArray, Selection, normal_quantile


def wilson(people: Selection, *, confidence_level: float = 0.95) -> Estimate:
    """Return the rate at which ``people`` are selected with Wilson's score interval.

    ``value`` is 0 to 1; the interval never leaves that range, touches 0 only where nobody is
    selected and 1 only where everybody is. Where there are no people ``value`` is NaN and the
    interval 0 to 1.

    Args:
        people: Selected of a total; any shape.
        confidence_level: Between 0 and 1, both excluded.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Source: Wilson EB (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22, 209-212; recommended by Newcombe RG (1998),
    Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 857-872,
    whose example this is.

    >>> share = wilson(Selection(81, 263))
    >>> share.value.round(4), share.low.round(4), share.high.round(4)
    (np.float64(0.308), np.float64(0.2553), np.float64(0.3662))
    """
    quantile = normal_quantile(confidence_level)
    others = Selection(people.rejected, people.total)
    return Estimate(people.rate, _wilson_low(people, quantile), 1 - _wilson_low(others, quantile))


def _wilson_low(people: Selection, quantile: float) -> FloatArray:
    """Return the smaller root as product of the roots over the larger: exactly 0 for nobody."""
    selected, total = people.selected, np.maximum(people.total, 1)
    spread = selected * (people.rejected / total) + quantile**2 / 4
    larger = selected + quantile**2 / 2 + quantile * np.sqrt(spread)
    low: FloatArray = selected * (selected / total) / larger
    return low


def clopper_pearson(people: Selection, *, confidence_level: float = 0.95) -> Estimate:
    """Return the rate with the exact interval of Clopper and Pearson.

    It holds the true rate at least as often as ``confidence_level`` says, and is the wider for it.
    The lower limit is 0 where nobody is selected, the upper 1 where everybody is. Where there are
    no people ``value`` is NaN and the interval 0 to 1.

    Args:
        people: Selected of a total; any shape.
        confidence_level: Between 0 and 1, both excluded.

    Raises:
        ValueError: ``confidence_level`` is outside (0, 1).

    Source: Clopper CJ and Pearson ES (1934), The use of confidence or fiducial limits illustrated
    in the case of the binomial, Biometrika 26, 404-413; example from Newcombe (1998), as above.

    >>> share = clopper_pearson(Selection(15, 148))
    >>> share.value.round(4), share.low.round(4), share.high.round(4)
    (np.float64(0.1014), np.float64(0.0578), np.float64(0.1617))
    """
    normal_quantile(confidence_level)  # refuses a level that is none
    tail = (1 - confidence_level) / 2
    others = Selection(people.rejected, people.total)
    return Estimate(people.rate, _exact_low(people, tail), 1 - _exact_low(others, tail))


def _exact_low(people: Selection, tail: float) -> FloatArray:
    from scipy.special import betaincinv

    some = people.selected > 0
    low = betaincinv(np.where(some, people.selected, 1), people.rejected + 1, tail)
    return np.where(some, low, 0)
