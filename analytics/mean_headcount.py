"""Mean headcount over a period, from headcounts at known dates."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from analytics.periods import Period

KEY = ("unit", "role", "characteristic", "category")
Ends = tuple[date, int]

# A headcount at the end of a month, or the start of the next, is that of the period's own end.
NEAR_THE_END = 31


@dataclass(frozen=True, slots=True)
class MeanHeadcount:
    """A mean of people over a period, and the headcounts on either side that it rests on.

    Both ends are None where the mean itself was given.
    """

    people: float
    before: Ends | None = None
    after: Ends | None = None


@dataclass(frozen=True, slots=True)
class Headcounts:
    """What is known of how many people there are.

    Attributes:
        known: People by date, to each unit, role, characteristic and category.
        given: Mean headcounts by category, which go before those that are known.
    """

    known: Mapping[tuple[str, ...], Mapping[date, int]]
    given: Mapping[str, float]

    def mean(
        self, series: tuple[str, ...], categories: Collection[str], period: Period
    ) -> MeanHeadcount | None:
        """Return the mean of some categories of a series together, None where one is not known."""
        means = [self._mean((*series, category), period) for category in categories]
        known = [mean for mean in means if mean is not None and mean.people > 0]
        if not known or len(known) < len(means):
            return None
        one = known[0] if len(known) == 1 else MeanHeadcount(0)
        return MeanHeadcount(sum(mean.people for mean in known), one.before, one.after)

    def _mean(self, key: tuple[str, ...], period: Period) -> MeanHeadcount | None:
        if key[-1] in self.given:
            return MeanHeadcount(self.given[key[-1]])
        return mean_headcount(self.known.get(key, {}), period)


def headcounts(workforce: pl.DataFrame, given: Mapping[str, float] | None = None) -> Headcounts:
    """Return the headcounts in the rows of ``queries.workforce``, and those ``given``."""
    known: dict[tuple[str, ...], dict[date, int]] = {}
    for row in workforce.filter(pl.col("headcount").is_not_null()).to_dicts():
        known.setdefault(tuple(row[name] for name in KEY), {})[row["as_at"]] = row["headcount"]
    return Headcounts(known, given or {})


def mean_headcount(known: Mapping[date, int], period: Period) -> MeanHeadcount | None:
    """Return the mean over ``period`` of a headcount that moves in a straight line between dates.

    With one straight line over the whole period this is the headcount at its middle. Before the
    first date and after the last it is not known: where these do not reach within a month of the
    ends of the period, there is no mean, because a headcount is never continued past its dates.

    Args:
        known: The headcount at each date on which it is known.
        period: Any.

    Returns:
        People, and the nearest dates at or before its start and at or after its end (of those there
        are); None where they do not reach.

    >>> visitors = {date(2023, 4, 1): 18, date(2024, 3, 31): 16}
    >>> mean_headcount(visitors, Period(date(2023, 4, 1), date(2024, 3, 31))).people
    17.0
    """
    dates = sorted(known)
    start, end = period.start.toordinal(), period.end.toordinal()
    if not dates or dates[0].toordinal() > start + NEAR_THE_END:
        return None
    if dates[-1].toordinal() < end - NEAR_THE_END:
        return None
    first = dates[max(bisect_right(dates, period.start) - 1, 0)]
    last = dates[min(bisect_left(dates, period.end), len(dates) - 1)]
    days = [day.toordinal() for day in dates]
    low, high = max(start, days[0]), min(end, days[-1])
    inside = [low, *(day for day in days if low < day < high), high]
    people = _mean(inside, days, [known[day] for day in dates])
    return MeanHeadcount(people, (first, known[first]), (last, known[last]))


def _mean(inside: list[int], days: list[int], people: list[int]) -> float:
    """Return the area under the line over its width: trapezia between the days inside."""
    import numpy as np

    heights = np.interp(inside, days, people)
    width = inside[-1] - inside[0]
    return float(np.trapezoid(heights, inside) / width if width > 0 else heights[0])
