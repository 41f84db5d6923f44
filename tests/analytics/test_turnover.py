import datetime as dt

import duckdb
import pytest

import queries
from analytics.movements import Movements, movements_of
from analytics.periods import Period
from analytics.turnover import last_period, turnover

YEAR = Period(dt.date(2019, 4, 1), dt.date(2020, 3, 31))
DECADE = Period(dt.date(2010, 4, 1), dt.date(2020, 3, 31))
BEFORE = Period(dt.date(2010, 4, 1), dt.date(2019, 3, 31))


@pytest.fixture
def ethnicity(con: duckdb.DuckDBPyConnection) -> Movements:
    return next(
        own for own in movements_of(queries.movements(con)) if own.characteristic == "ethnicity"
    )


def test_the_last_period_is_the_shortest_of_those_that_end_last(ethnicity: Movements) -> None:
    assert last_period(ethnicity) == YEAR


def test_not_stated_counts_among_everybody_or_is_left_out(ethnicity: Movements) -> None:
    included, left_out = (turnover(ethnicity, "BAME", YEAR, b) for b in ("include", "exclude"))
    assert included is not None
    assert left_out is not None
    assert (included.joiners_of_group, included.joiners) == (23, 241)
    assert (included.leavers_of_group, included.leavers) == (6, 122)
    assert (left_out.joiners_of_group, left_out.joiners, left_out.leavers) == (23, 217, 118)
    assert (left_out.blank_joiners, left_out.blank_leavers) == (24, 4)


def test_a_period_may_follow_from_others(ethnicity: Movements) -> None:
    before = turnover(ethnicity, "BAME", BEFORE)
    assert before is not None
    assert (before.joiners_of_group, before.leavers_of_group) == (75 - 23, 77 - 6)
    assert set(before.parts["joined"]) == {DECADE, YEAR}


def test_a_period_that_does_not_follow_gives_nothing(ethnicity: Movements) -> None:
    middle = Period(dt.date(2014, 4, 1), dt.date(2015, 3, 31))
    assert turnover(ethnicity, "BAME", middle) is None
