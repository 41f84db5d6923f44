"""Periods of counted events: which others their counts give, by adding up and taking away.

A period is an edge between the day it starts and the day after it ends, and its count is the
difference of the running total at the two. So the count of any period follows from those recorded
exactly where they link its ends: adjacent periods add up, and a period that shares an end with a
longer one can be taken out of it. One from the middle of a longer one cannot: the rest is then two
pieces that are only known together, which is no period.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

DAY = timedelta(days=1)
NEW_YEAR = (4, 1)  # financial years run from April to March


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From ``start`` to ``end``, both days included.

    Raises:
        ValueError: It ends before it starts.

    >>> str(Period(date(2019, 4, 1), date(2020, 3, 31)))
    '2019-20'
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period cannot run backwards, from {self.start} to {self.end}")

    @property
    def edges(self) -> tuple[int, int]:
        """Return its first day and the day after its last, as ordinals.

        The day after 31 December 9999 is no date, but has a number all the same.
        """
        return self.start.toordinal(), self.end.toordinal() + 1

    @property
    def days(self) -> int:
        """Return its length in days."""
        start, after = self.edges
        return after - start

    @property
    def years(self) -> float:
        """Return its length in years: whole between anniversaries, else days over 365.25."""
        year, *day_of_year = _day_after(self.end)
        anniversary = [self.start.month, self.start.day] == day_of_year
        return float(year - self.start.year) if anniversary else self.days / 365.25

    def contains(self, other: "Period") -> bool:
        """Return whether all of ``other`` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Return whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        """Return financial years as they are written, 2010-20, and anything else by its days."""
        ends = {(self.start.month, self.start.day), _day_after(self.end)[1:]}
        if ends != {NEW_YEAR}:
            return f"{self.start} to {self.end}"
        same_century = self.start.year // 100 == self.end.year // 100
        return f"{self.start.year}-{self.end.year % 100 if same_century else self.end.year:02}"


def combination(wanted: Period, recorded: Collection[Period]) -> dict[Period, int] | None:
    """Return which of ``recorded`` to add (1) and take away (-1) for the count of ``wanted``.

    The fewest that do; None where they do not give it.

    >>> decade = Period(date(2010, 4, 1), date(2020, 3, 31))
    >>> last = Period(date(2019, 4, 1), date(2020, 3, 31))
    >>> before = Period(date(2010, 4, 1), date(2019, 3, 31))
    >>> {str(period): sign for period, sign in combination(before, [decade, last]).items()}
    {'2010-20': 1, '2019-20': -1}
    """
    start, after = wanted.edges
    reached: dict[int, dict[Period, int]] = {start: {}}
    frontier = [start]
    while frontier and after not in reached:
        steps = [(here, *step) for here in frontier for step in _steps(here, recorded)]
        frontier = []
        for here, there, period, sign in steps:
            if there not in reached:
                reached[there] = reached[here] | {period: sign}
                frontier.append(there)
    return reached.get(after)


def taken_apart(recorded: Collection[Period]) -> tuple[Period, ...]:
    """Return periods without a common day, the shortest that ``recorded`` give, in order.

    Where some overlap and cannot be taken apart, those stay that come as the most periods in a row
    (of as many, those that end last), and ``inseparable`` names the others.

    >>> decade = Period(date(2010, 4, 1), date(2020, 3, 31))
    >>> last = Period(date(2019, 4, 1), date(2020, 3, 31))
    >>> [str(period) for period in taken_apart([decade, last])]
    ['2010-19', '2019-20']
    """
    kept: list[Period] = []
    chains = sorted(_chains(recorded), key=lambda chain: (len(chain), chain[-1].end), reverse=True)
    for chain in chains:
        kept += [period for period in chain if not any(map(period.overlaps, kept))]
    return tuple(sorted(kept))


def merged(periods: Collection[Period]) -> tuple[Period, ...]:
    """Return ``periods``, none of which overlap, with adjacent ones as one, in order.

    >>> before = Period(date(2010, 4, 1), date(2019, 3, 31))
    >>> last = Period(date(2019, 4, 1), date(2020, 3, 31))
    >>> [str(period) for period in merged([last, before])]
    ['2010-20']
    """
    runs: list[Period] = []
    for period in sorted(periods):
        if runs and runs[-1].edges[1] == period.edges[0]:
            runs[-1] = Period(runs[-1].start, period.end)
        else:
            runs.append(period)
    return tuple(runs)


def inseparable(recorded: Collection[Period]) -> tuple[tuple[Period, Period], ...]:
    """Return the pairs of ``recorded`` that overlap and that no others take apart.

    >>> early = Period(date(2010, 4, 1), date(2016, 3, 31))
    >>> late = Period(date(2014, 4, 1), date(2020, 3, 31))
    >>> [tuple(map(str, pair)) for pair in inseparable([early, late])]
    [('2010-16', '2014-20')]
    """
    ordered = sorted(set(recorded))
    return tuple(
        (first, second)
        for place, first in enumerate(ordered)
        for second in ordered[place + 1 :]
        if first.overlaps(second) and not _linked(first, second, ordered)
    )


def _day_after(day: date) -> tuple[int, int, int]:
    """Return year, month and day of the day after, which may be in the year 10000."""
    if day == date.max:
        return day.year + 1, 1, 1
    after = day + DAY
    return after.year, after.month, after.day


def _steps(here: int, recorded: Collection[Period]) -> Iterator[tuple[int, Period, int]]:
    """Yield where one period leads from a day: to its end, or back to its start."""
    for period in sorted(set(recorded)):
        start, after = period.edges
        if start == here:
            yield after, period, 1
        elif after == here:
            yield start, period, -1


def _chains(recorded: Collection[Period]) -> list[list[Period]]:
    """Return the shortest periods of each set of days that periods link."""
    unseen = {day for period in recorded for day in period.edges}
    chains = []
    while unseen:
        linked = _reachable(min(unseen), recorded)
        unseen -= linked
        chains.append(
            [
                Period(date.fromordinal(start), date.fromordinal(after - 1))
                for start, after in pairwise(sorted(linked))
            ]
        )
    return chains


def _reachable(start: int, recorded: Collection[Period]) -> set[int]:
    found, frontier = {start}, [start]
    while frontier:
        here = frontier.pop()
        new = {there for there, _, _ in _steps(here, recorded)} - found
        found |= new
        frontier += new
    return found


def _linked(first: Period, second: Period, recorded: Collection[Period]) -> bool:
    return second.edges[0] in _reachable(first.edges[0], recorded)
