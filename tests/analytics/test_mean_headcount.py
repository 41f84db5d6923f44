from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.mean_headcount import KEY, headcounts, mean_headcount
from analytics.periods import Period
from tests.analytics.moves import DECADE, LAST, years

OFFICERS = {date(2017, 1, 1): 1919, date(2021, 1, 1): 2271}
SERIES = ("Force", "PC", "ethnicity")
DATES = st.dates(date(2010, 1, 1), date(2021, 12, 31))


def test_officers_in_the_last_year_lie_on_a_line_between_two_dates() -> None:
    mean = mean_headcount(OFFICERS, LAST)
    middle = (date(2019, 4, 1) - date(2017, 1, 1)).days + 365 / 2
    assert mean is not None
    assert mean.people == pytest.approx(1919 + (2271 - 1919) * middle / 1461)
    assert (mean.before, mean.after) == ((date(2017, 1, 1), 1919), (date(2021, 1, 1), 2271))


def test_a_headcount_is_not_continued_past_its_dates() -> None:
    assert mean_headcount(OFFICERS, DECADE) is None
    assert mean_headcount(OFFICERS, years(2020, 2021)) is None
    assert mean_headcount({}, LAST) is None
    assert mean_headcount({date(2019, 4, 1): 5}, LAST) is None


def test_month_ends_stand_for_the_ends_of_the_period() -> None:
    ends = {date(2019, 4, 30): 100, date(2020, 2, 29): 110}
    mean = mean_headcount(ends, LAST)
    assert mean is not None
    assert mean.people == pytest.approx(105)
    assert mean_headcount({date(2019, 5, 31): 100, date(2020, 2, 29): 110}, LAST) is None


def test_a_headcount_inside_the_period_counts() -> None:
    dates = {date(2019, 4, 1): 100, date(2019, 10, 1): 200, date(2020, 3, 31): 100}
    mean = mean_headcount(dates, LAST)
    assert mean is not None
    assert mean.people == pytest.approx(150)


@given(st.dictionaries(DATES, st.integers(0, 3000), max_size=5))
def test_the_mean_agrees_with_the_mean_of_every_day(known: dict[date, int]) -> None:
    """Slow oracle: half days as well, because the line is straight between days."""
    import numpy as np

    mean = mean_headcount(known, LAST)
    if mean is None:
        return
    days = sorted(day.toordinal() for day in known)
    low, high = max(LAST.start.toordinal(), days[0]), min(LAST.end.toordinal(), days[-1])
    halves = np.arange(low, max(high, low + 1)) + (0.5 if high > low else 0)
    people = [known[date.fromordinal(day)] for day in days]
    assert mean.people == pytest.approx(np.interp(halves, days, people).mean())


def _workforce(*rows: tuple[date, str, int | None]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            dict(zip(KEY, (*SERIES, category), strict=True)) | {"as_at": day, "headcount": people}
            for day, category, people in rows
        ],
        schema=dict.fromkeys(KEY, pl.String) | {"as_at": pl.Date, "headcount": pl.Int64},
    )


def test_categories_add_up_where_all_are_known() -> None:
    days = (date(2019, 4, 1), date(2020, 3, 31))
    heads = headcounts(
        _workforce(*((day, name, 10) for day in days for name in ("White", "Other")))
    )
    both = heads.mean(SERIES, ["White", "Other"], LAST)
    assert both is not None
    assert (both.people, both.before) == (20.0, None)
    assert heads.mean(SERIES, ["White", "BAME"], LAST) is None


def test_what_is_given_goes_before_what_is_known() -> None:
    days = (date(2019, 4, 1), date(2020, 3, 31))
    heads = headcounts(_workforce(*((day, "BAME", 10) for day in days)), {"BAME": 12.5})
    mean = heads.mean(SERIES, ["BAME"], LAST)
    assert mean is not None
    assert (mean.people, mean.before, mean.after) == (12.5, None, None)


def test_a_share_without_headcount_and_a_headcount_of_0_are_no_headcount() -> None:
    days = (date(2019, 4, 1), date(2020, 3, 31))
    heads = headcounts(_workforce(*((day, "BAME", None) for day in days)))
    assert heads.mean(SERIES, ["BAME"], LAST) is None
    none = headcounts(_workforce(*((day, "BAME", 0) for day in days)))
    assert none.mean(SERIES, ["BAME"], Period(*days)) is None
