"""How often pooled estimates hold the truth and pooled tests reject, over three campaigns drawn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import polars as pl

from analytics import exact_conditional
from analytics.homogeneity import breslow_day
from analytics.mantel_haenszel import (
    cochran_mantel_haenszel,
    common_difference,
    common_odds_ratio,
    common_risk_ratio,
)
from analytics.selection import Estimate, FloatArray, IntArray, Selection
from tests.analytics.simulation.coverage import held, widths
from tests.analytics.simulation.grid import LEVEL, Grid, size_class
from tests.analytics.simulation.intervals import POINTS, TIMES, Method
from tests.analytics.simulation.rejections import frame

GROUPS = ((5, 8, 18), (8, 18, 24), (18, 64, 106), (64, 106, 183))
REFERENCES = np.array([200, 320, 440])
RATES = ((0.05, 0.05, 0.1), (0.1, 0.2, 0.3), (0.4, 0.5, 0.6), (0.7, 0.8, 0.9), (0.95, 0.95, 0.9))
ODDS_RATIOS = (0.5, 1, 2)


def _odds(rates: FloatArray, effect: float) -> FloatArray:
    return effect * rates / (1 - rates + effect * rates)


def _exact(group: Selection, reference: Selection) -> Estimate:
    return exact_conditional.common_odds_ratio(group, reference)


def _mid(group: Selection, reference: Selection) -> Estimate:
    return exact_conditional.common_odds_ratio(group, reference, mid_p=True)


@dataclass(frozen=True, slots=True)
class Pooled(Method):
    """An interval for what campaigns have in common; ``shifted`` puts an effect on their rates."""

    shifted: Callable[[FloatArray, float], FloatArray]
    effects: tuple[float, ...]


MANTEL_HAENSZEL = (
    Pooled("Mantel-Haenszel odds ratio", common_odds_ratio, TIMES, _odds, ODDS_RATIOS),
    Pooled("Mantel-Haenszel risk ratio", common_risk_ratio, TIMES, np.multiply, (0.6, 0.8, 1)),
    Pooled("Mantel-Haenszel difference", common_difference, POINTS, np.add, (-0.04, 0, 0.04)),
)
CONDITIONAL = (
    Pooled("exact conditional, pooled", _exact, TIMES, _odds, ODDS_RATIOS),
    Pooled("mid-p conditional, pooled", _mid, TIMES, _odds, ODDS_RATIOS),
)


@dataclass(frozen=True, slots=True, eq=False)
class Campaigns:
    """Three campaigns to draw from: the people of each group and the rates of everybody else."""

    sizes: IntArray
    rates: FloatArray
    rng: np.random.Generator

    def drawn(self, draws: int, ours: FloatArray) -> tuple[Selection, Selection]:
        """Return the group, selected at the rates ``ours``, and its reference; one draw per row."""
        return self._of(draws, self.sizes, ours), self._of(draws, REFERENCES, self.rates)

    def _of(self, draws: int, totals: IntArray, rates: FloatArray) -> Selection:
        return Selection(self.rng.binomial(totals, rates, (draws, totals.size)), totals)


def _everywhere(rng: np.random.Generator) -> Iterator[Campaigns]:
    for sizes, rates in product(GROUPS, RATES):
        yield Campaigns(np.array(sizes), np.array(rates), rng)


def coverages(grid: Grid, rng: np.random.Generator) -> pl.DataFrame:
    """Return one row per method and scenario, like ``coverage.coverages``."""
    drawn = [(method, grid.draws) for method in MANTEL_HAENSZEL]
    drawn += [(method, grid.conditional_draws) for method in CONDITIONAL]
    return pl.concat(
        _scenario(method, campaigns, effect, draws)
        for method, draws in drawn
        for campaigns, effect in product(_everywhere(rng), method.effects)
    )


def _scenario(method: Pooled, campaigns: Campaigns, effect: float, draws: int) -> pl.DataFrame:
    pair = campaigns.drawn(draws, method.shifted(campaigns.rates, effect))
    found = method.interval(*pair)
    width, endless = widths(found, method.unit)
    figures = {
        "coverage": held(found, effect).mean(),
        "width": width.sum() / max(draws - endless.sum(), 1),
        "endless": endless.mean(),
    }
    size = size_class(campaigns.sizes.max())
    names = {"method": method.name, "unit": method.unit, "people": size, "draws": draws}
    return pl.DataFrame([figures | names], schema_overrides={"draws": pl.Int32})


def errors(grid: Grid, rng: np.random.Generator) -> pl.DataFrame:
    """Return one row per test and scenario in which what it tests for is not there."""
    return pl.concat([*_no_gap(grid.draws, rng), *_one_ratio(grid.draws, rng)])


def _no_gap(draws: int, rng: np.random.Generator) -> Iterator[pl.DataFrame]:
    for campaigns in _everywhere(rng):
        pair = campaigns.drawn(draws, campaigns.rates)
        exact = exact_conditional.common_odds_test(*pair)
        p_values = {
            "Cochran-Mantel-Haenszel": cochran_mantel_haenszel(*pair).p_value,
            "exact conditional, pooled": exact.p_value,
            "mid-p conditional, pooled": exact.p_mid,
        }
        for name, p_value in p_values.items():
            yield _error(name, campaigns, p_value)


def _one_ratio(draws: int, rng: np.random.Generator) -> Iterator[pl.DataFrame]:
    for campaigns, effect in product(_everywhere(rng), ODDS_RATIOS):
        pair = campaigns.drawn(draws, _odds(campaigns.rates, effect))
        yield _error("Breslow-Day-Tarone", campaigns, breslow_day(*pair).p_value)


def _error(name: str, campaigns: Campaigns, p_value: FloatArray) -> pl.DataFrame:
    rejected = np.array([np.mean(p_value <= LEVEL)])
    return frame(name, campaigns.sizes.max(), rejected, p_value.size)
