"""Which periods a question is about, as people write them."""

import re
from collections.abc import Collection, Sequence
from datetime import MAXYEAR, date

from analytics.movements import JOINED, LEFT, Movements
from analytics.periods import Period
from recruitment.errors import UsageError
from reports.wording import listed

FINANCIAL_YEARS = re.compile(r"([1-9]\d{3})\s*[-/\u2013]\s*(\d{4}|\d{2})")
DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})\s*(?:\.\.|to)\s*(\d{4}-\d{2}-\d{2})")
CENTURY = 100
# Two digits that would give a longer period are taken for one that runs backwards.
LONGEST = 50
HOW_TO_WRITE = "write financial years, such as 2019-20, or days, such as 2019-04-01..2020-03-31"


def read_period(text: str) -> Period:
    """Return the period that ``text`` names: financial years, or days.

    Raises:
        UsageError: It cannot be read, or runs backwards.

    >>> str(read_period("2010-2020")), str(read_period("2010-04-01..2019-03-31"))
    ('2010-20', '2010-19')
    """
    if years := FINANCIAL_YEARS.fullmatch(text.strip()):
        start, end = _financial_years(text, int(years[1]), years[2])
    elif days := DAYS.fullmatch(text.strip()):
        start, end = _days(text, *days.groups())
    else:
        raise UsageError(f"--period {text} cannot be read; {HOW_TO_WRITE}")
    if end < start:
        raise UsageError(f"--period {text} runs backwards; {HOW_TO_WRITE}")
    return Period(start, end)


def chosen_periods(movements: Collection[Movements], texts: Sequence[str]) -> tuple[Period, ...]:
    """Return the periods named, each of which is recorded or follows from what is.

    Raises:
        UsageError: One cannot be read, is not known of anybody, or is named twice.
    """
    chosen: list[Period] = []
    for text in texts:
        period = read_period(text)
        if period in chosen:
            raise UsageError(f"--period {text} is named twice; name each period once")
        if not any(_is_known(own, period) for own in movements):
            raise UsageError(
                f"--period {text} is not recorded and does not follow from what is; there "
                f"{_known(movements)}"
            )
        chosen.append(period)
    return tuple(chosen)


def _financial_years(text: str, start: int, digits: str) -> tuple[date, date]:
    """Return the first and last day, of which the last comes before where the years do not rise."""
    end = int(digits)
    if end < CENTURY:
        end += start - start % CENTURY
        end += CENTURY if end <= start and end + CENTURY - start <= LONGEST else 0
    if end > MAXYEAR:
        raise UsageError(f"--period {text} ends after {MAXYEAR}; {HOW_TO_WRITE}")
    return date(start, 4, 1), date(max(end, 1), 3, 31)


def _days(text: str, start: str, end: str) -> tuple[date, date]:
    try:
        return date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        raise UsageError(f"--period {text} names a day that there is not") from None


def _is_known(own: Movements, period: Period) -> bool:
    return any(own.people(direction, period) is not None for direction in own.recorded)


def _known(movements: Collection[Movements]) -> str:
    found = {
        period
        for own in movements
        for directions in ((JOINED,), (LEFT,), (JOINED, LEFT))
        for period in own.known(directions)
    }
    names = [str(period) for period in sorted(found)]
    return f"{'is' if len(names) == 1 else 'are'} {listed(names)}"
