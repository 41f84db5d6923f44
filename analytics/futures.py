"""Simulated futures of a workforce: what chance, and the little that is known, leave open.

Two things are unsure. The rates themselves, known from a few people only: they are drawn once for
each future. And who of so many leaves or joins: that is drawn anew every year.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from analytics.selection import FloatArray
from analytics.stock_flow import Flow, Stocks


@dataclass(frozen=True, slots=True)
class Record:
    """What was counted of a group: whole numbers of people, over a period of ``years``.

    Attributes:
        people: Of the group at the start; between ``people_low`` and ``people_high`` where the
            count is known from a rounded share.
        people_low: The fewest that there may have been.
        people_high: The most.
        out_of: Everybody at the start.
        joiners_of_group: Of those who joined in the period.
        joiners: Everybody who joined.
        leavers_of_group: Of those who left in the period.
        leavers: Everybody who left.
        years: How long the period was.
    """

    people: int
    people_low: int
    people_high: int
    out_of: int
    joiners_of_group: int
    joiners: int
    leavers_of_group: int
    leavers: int
    years: float


@dataclass(frozen=True, slots=True)
class Assumed:
    """What is taken as given in place of what was counted: 0 to 1; None keeps the record.

    ``intake`` is people per year; None takes as many as leave.
    """

    intake: float | None
    joiner_share: float | None = None
    leaving_rate: float | None = None
    others_leaving_rate: float | None = None


def best_estimate(record: Record, assumed: Assumed) -> Flow:
    """Return the flow at the rates counted: joiners out of joiners, leavers per head and year.

    A rate is NaN where there was nobody to join or leave, and 1 at most.
    """
    others = record.out_of - record.people
    joiner_share = _ratio(record.joiners_of_group, record.joiners)
    own = _ratio(record.leavers_of_group, record.people * record.years)
    other = _ratio(record.leavers - record.leavers_of_group, others * record.years)
    return Flow(
        record.people,
        others,
        joiner_share if assumed.joiner_share is None else assumed.joiner_share,
        min(own, 1.0) if assumed.leaving_rate is None else assumed.leaving_rate,
        min(other, 1.0) if assumed.others_leaving_rate is None else assumed.others_leaving_rate,
        assumed.intake,
    )


def drawn_flows(record: Record, assumed: Assumed, futures: int, rng: np.random.Generator) -> Flow:
    """Return one flow for each of so many futures, as likely as the record makes it.

    The start is any whole number between its ends. The share of joiners is drawn from
    Beta(x + 1/2, n - x + 1/2), leavers per head from Gamma(x + 1/2) over the people and years,
    1 at most: Jeffreys' priors after the counts. What is assumed is the same in all futures.

    Sources: Brown LD, Cai TT and DasGupta A (2001), Interval Estimation for a Binomial Proportion,
    Statistical Science 16:101-133, section 3.1.3; the same (2003), Interval Estimation in
    Exponential Families, Statistica Sinica 13:19-49, for the Poisson rate.
    """
    group = rng.integers(record.people_low, record.people_high, futures, endpoint=True)
    others = record.out_of - group
    joined, left = record.joiners_of_group, record.leavers_of_group
    # Everything is drawn whether it is used or not: what is assumed must not shift other draws.
    joiner_share = rng.beta(joined + 0.5, record.joiners - joined + 0.5, futures)
    own = _drawn_rate(left, group * record.years, rng)
    other = _drawn_rate(record.leavers - left, others * record.years, rng)
    return Flow(
        group,
        others,
        joiner_share if assumed.joiner_share is None else assumed.joiner_share,
        own if assumed.leaving_rate is None else assumed.leaving_rate,
        other if assumed.others_leaving_rate is None else assumed.others_leaving_rate,
        assumed.intake,
    )


def simulated_stocks(flow: Flow, years: int, futures: int, rng: np.random.Generator) -> Stocks:
    """Return people after 0, 1, ... ``years`` years in each future: arrays of years + 1 by futures.

    Every year each person leaves, or not, by chance; then ``flow.intake`` people join, each of the
    group or not by chance. An intake of 88.4 a year is 88 in most years and 89 in others.
    """
    stocks = np.empty((2, years + 1, futures))
    group, others = (
        np.broadcast_to(np.asarray(start, dtype=np.int64), futures)
        for start in (flow.group, flow.others)
    )
    for year, intake in enumerate((0, *_whole_intakes(flow.intake, years))):
        if year:
            left = rng.binomial(group, flow.leaving_rate)
            others_left = rng.binomial(others, flow.others_leaving_rate)
            joining = left + others_left if intake is None else intake
            joined = rng.binomial(joining, flow.joiner_share, futures)
            group = group - left + joined
            others = others - others_left + joining - joined
        stocks[:, year] = group, others
    return Stocks(*stocks)


def years_to_reach(share_pct: FloatArray, target_pct: npt.ArrayLike) -> FloatArray:
    """Return after how many years each line first is at its target, infinity where it never is.

    Args:
        share_pct: Shares after 0, 1, ... years, a column to a line, such as the median of futures.
        target_pct: One target, or one for each year.

    >>> years_to_reach(np.array([[8.0, 8.0], [24.0, 9.0], [26.0, 10.0]]), 25)
    array([ 2., inf])
    """
    targets = np.broadcast_to(np.asarray(target_pct, dtype=np.float64), len(share_pct))
    reached = share_pct >= targets[:, np.newaxis]
    return np.where(reached.any(axis=0), reached.argmax(axis=0), np.inf)


def quantile(values: FloatArray, probability: float) -> FloatArray:
    """Return along the last axis the smallest value that so large a part of all do not exceed.

    It is one of the values, so that years stay whole and infinity stays apart; NaN where there is
    a NaN.

    >>> quantile(np.array([3.0, 1.0, np.inf, 2.0]), 0.5)
    np.float64(2.0)
    """
    rank = max(int(np.ceil(probability * values.shape[-1])) - 1, 0)
    chosen = np.partition(values, rank, axis=-1)[..., rank]
    exact: FloatArray = np.where(np.isnan(values).any(axis=-1), np.nan, chosen)[()]
    return exact


def _ratio(numerator: float, denominator: float) -> float:
    return numerator / denominator if denominator else float("nan")


def _drawn_rate(
    left: int, exposure: npt.NDArray[np.floating], rng: np.random.Generator
) -> FloatArray:
    # Where there may have been nobody, there was at least one if anybody left.
    drawn: FloatArray = rng.gamma(left + 0.5, size=len(exposure)) / np.maximum(exposure, 1)
    return np.minimum(drawn, np.float64(1))


def _whole_intakes(intake: float | None, years: int) -> list[int | None]:
    """Round the total so far, not each year, so that nobody is lost on the way."""
    if intake is None:
        return [None] * years
    so_far = [int(year * intake + 0.5) for year in range(years + 1)]
    return [now - before for before, now in pairwise(so_far)]
