"""Every interval method, the truth it should hold, and how often it is documented to."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analytics.difference import miettinen_nurminen, newcombe
from analytics.exact_conditional import common_odds_ratio
from analytics.nested_change import share_after
from analytics.odds_ratio import cornfield, odds_ratio, woolf
from analytics.poisson_rates import byar_rate, exact_rate
from analytics.proportion import clopper_pearson, wilson
from analytics.rate_ratio import rate_ratio
from analytics.risk_ratio import katz, koopman, relative_likelihood
from analytics.selection import Estimate, FloatArray, Selection

POINTS, TIMES = "points", "times"


@dataclass(frozen=True, slots=True)
class Method:
    """An interval of 95 %; ``unit`` is how its width is measured."""

    name: str
    interval: Callable[..., Estimate]
    unit: str


@dataclass(frozen=True, slots=True)
class Compared(Method):
    """An interval for two groups; ``truth`` takes both totals and both rates."""

    truth: Callable[[int, int, FloatArray, FloatArray], FloatArray]


def _difference(_n: int, _m: int, ours: FloatArray, theirs: FloatArray) -> FloatArray:
    return ours - theirs


def _ratio(_n: int, _m: int, ours: FloatArray, theirs: FloatArray) -> FloatArray:
    return ours / theirs


def _odds(_n: int, _m: int, ours: FloatArray, theirs: FloatArray) -> FloatArray:
    return ours / (1 - ours) / (theirs / (1 - theirs))


def _share(n: int, m: int, ours: FloatArray, theirs: FloatArray) -> FloatArray:
    return n * ours / (n * ours + m * theirs)


def _conditional(group: Selection, reference: Selection) -> Estimate:
    return common_odds_ratio(_one_stratum(group), _one_stratum(reference))


def _conditional_mid(group: Selection, reference: Selection) -> Estimate:
    return common_odds_ratio(_one_stratum(group), _one_stratum(reference), mid_p=True)


def _one_stratum(people: Selection) -> Selection:
    return Selection(people.selected[..., np.newaxis], people.total[..., np.newaxis])


def _mid_rate_ratio(group: object, reference: object) -> Estimate:
    return rate_ratio(group, reference, mid_p=True)  # type: ignore[arg-type]


ONE_RATE = (
    Method("Wilson", wilson, POINTS),
    Method("Clopper-Pearson", clopper_pearson, POINTS),
)
TWO_RATES = (
    Compared("Newcombe", newcombe, POINTS, _difference),
    Compared("Miettinen-Nurminen", miettinen_nurminen, POINTS, _difference),
    Compared("Katz", katz, TIMES, _ratio),
    Compared("Koopman", koopman, TIMES, _ratio),
    Compared("the rule `relative_likelihood`", relative_likelihood, TIMES, _ratio),
    Compared("`share_after`", share_after, POINTS, _share),
    Compared("Woolf", woolf, TIMES, _odds),
    Compared("Cornfield", cornfield, TIMES, _odds),
    Compared("the rule `odds_ratio`", odds_ratio, TIMES, _odds),
)
CONDITIONAL = (
    Compared("exact conditional, one table", _conditional, TIMES, _odds),
    Compared("mid-p conditional, one table", _conditional_mid, TIMES, _odds),
)
LEAVING = (Method("Byar", byar_rate, POINTS), Method("Garwood", exact_rate, POINTS))
TWO_LEAVING = (
    Method("rate ratio, exact", rate_ratio, TIMES),
    Method("rate ratio, mid-p", _mid_rate_ratio, TIMES),
)
