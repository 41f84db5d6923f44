from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.periods import Period, combination, inseparable, merged, taken_apart


def years(start: int, end: int) -> Period:
    return Period(date(start, 4, 1), date(end, 3, 31))


DECADE, LAST, BEFORE = years(2010, 2020), years(2019, 2020), years(2010, 2019)

PERIODS = st.tuples(st.integers(2000, 2020), st.integers(1, 8)).map(
    lambda pair: years(pair[0], pair[0] + pair[1])
)


def test_a_period_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot run backwards, from 2020-03-31 to 2010-04-01"):
        Period(date(2020, 3, 31), date(2010, 4, 1))


@pytest.mark.parametrize(
    ("period", "name", "length"),
    [
        (DECADE, "2010-20", 10.0),
        (LAST, "2019-20", 1.0),
        (years(1999, 2000), "1999-2000", 1.0),
        (years(2000, 2001), "2000-01", 1.0),
        (Period(date(2020, 1, 1), date(2020, 12, 31)), "2020-01-01 to 2020-12-31", 1.0),
        (Period(date(2020, 4, 1), date(2020, 4, 30)), "2020-04-01 to 2020-04-30", 30 / 365.25),
        (Period(date(9999, 1, 1), date.max), "9999-01-01 to 9999-12-31", 1.0),
    ],
)
def test_a_period_has_a_name_and_a_length_in_years(
    period: Period, name: str, length: float
) -> None:
    assert (str(period), period.years) == (name, length)


def test_periods_up_to_the_last_day_there_is_are_taken_apart_and_merged() -> None:
    whole, first = Period(date(9990, 1, 1), date.max), Period(date(9990, 1, 1), date(9998, 12, 31))
    last = Period(date(9999, 1, 1), date.max)
    assert taken_apart([whole, last]) == (first, last)
    assert combination(last, [whole, first]) == {first: -1, whole: 1}
    assert merged([first, last]) == (whole,)
    assert (last.days, whole.days) == (365, 3652)


def test_what_is_recorded_is_taken_as_it_is() -> None:
    assert combination(DECADE, [BEFORE, LAST, DECADE]) == {DECADE: 1}


def test_a_period_at_either_end_is_taken_out_of_a_longer_one() -> None:
    assert combination(BEFORE, [DECADE, LAST]) == {DECADE: 1, LAST: -1}
    assert combination(LAST, [DECADE, BEFORE]) == {BEFORE: -1, DECADE: 1}


def test_adjacent_periods_add_up() -> None:
    assert combination(DECADE, [LAST, BEFORE]) == {BEFORE: 1, LAST: 1}


def test_overlapping_periods_with_what_they_share_add_up() -> None:
    early, late, shared = years(2010, 2016), years(2014, 2020), years(2014, 2016)
    assert combination(DECADE, [early, late, shared]) == {early: 1, shared: -1, late: 1}


def test_a_period_in_the_middle_leaves_no_period() -> None:
    middle = years(2014, 2016)
    assert combination(years(2010, 2014), [DECADE, middle]) is None
    assert taken_apart([DECADE, middle]) == (DECADE,)
    assert inseparable([DECADE, middle]) == ((DECADE, middle),)


def test_periods_that_overlap_are_not_taken_apart() -> None:
    early, late = years(2010, 2016), years(2014, 2020)
    assert taken_apart([early, late]) == (late,)
    assert inseparable([early, late]) == ((early, late),)


def test_of_periods_that_overlap_the_longer_series_stays() -> None:
    odd = Period(date(2015, 1, 1), date(2030, 12, 31))
    assert taken_apart([odd, DECADE, LAST]) == (BEFORE, LAST)


def test_periods_apart_stay_as_they_are() -> None:
    assert taken_apart([years(2015, 2016), years(2010, 2012)]) == (
        years(2010, 2012),
        years(2015, 2016),
    )
    assert (taken_apart([]), inseparable([])) == ((), ())


def test_adjacent_periods_merge_and_those_apart_do_not() -> None:
    assert merged([LAST, BEFORE]) == (DECADE,)
    apart = (years(2010, 2012), years(2015, 2016))
    assert merged(apart) == apart


@given(st.lists(PERIODS, max_size=6))
def test_what_is_taken_apart_has_no_common_day_and_follows_from_what_is_recorded(
    recorded: list[Period],
) -> None:
    parts = taken_apart(recorded)
    assert all(first.end < second.start for first, second in pairwise(parts))
    assert all(combination(part, recorded) is not None for part in parts)


@given(st.lists(PERIODS, min_size=1, max_size=6))
def test_combined_counts_are_those_of_the_days(recorded: list[Period]) -> None:
    events = [date(year, 7, 1) for year in range(2000, 2030) for _ in range(year % 7)]

    def counted(period: Period) -> int:
        return sum(period.start <= event <= period.end for event in events)

    for wanted in {*recorded, *taken_apart(recorded), years(2005, 2010)}:
        found = combination(wanted, recorded)
        if found is not None:
            assert sum(sign * counted(part) for part, sign in found.items()) == counted(wanted)


@given(st.lists(PERIODS, min_size=1, max_size=5), PERIODS)
def test_a_combination_is_found_wherever_algebra_has_one(
    recorded: Sequence[Period], wanted: Period
) -> None:
    """Slow oracle: the rank of the days covered does not grow by the period wanted."""
    import numpy as np

    def covered(period: Period) -> list[int]:
        return [int(period.start.year <= year < period.end.year) for year in range(2000, 2030)]

    known = np.array([covered(period) for period in recorded])
    grown = np.vstack([known, covered(wanted)])
    follows = np.linalg.matrix_rank(grown) == np.linalg.matrix_rank(known)
    assert (combination(wanted, recorded) is not None) == follows
