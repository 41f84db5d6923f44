import datetime as dt

import pytest

from recruitment.attack.dates import own_dates, without_dates, written

KNOWN = written([dt.date(2020, 6, 15)])


@pytest.mark.parametrize(
    "text", ["15 June 2020", "2020-06-15", "2020-06-15T00:00:00Z", "June 2020", "2020", "2020-21"]
)
def test_a_date_that_is_known_is_no_count(text: str) -> None:
    assert not without_dates(text, KNOWN, [2015], 5).strip()


@pytest.mark.parametrize("text", ["3 June 2020", "2020-06-03", "2020-03-15", "2020-25"])
def test_a_date_that_is_not_known_stays(text: str) -> None:
    assert any(each.isdigit() for each in without_dates(text, KNOWN, [], 5))


def test_a_year_that_may_be_the_count_behind_a_rounded_one_stays() -> None:
    assert without_dates("2013 of them", KNOWN, [2015], 5) == "2013 of them"
    assert without_dates("2013 of them", KNOWN, [545], 5) == "  of them"


def test_a_day_that_is_in_no_calendar_is_no_date_of_a_report() -> None:
    assert not list(own_dates(["31 June 2020"]))
