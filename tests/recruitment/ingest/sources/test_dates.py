import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.ingest.mapping.mapping import DateOrder
from recruitment.ingest.sources.dates import Serials, a_date
from recruitment.ingest.sources.understood import NotUnderstood, Understood

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
ORDERS: tuple[DateOrder, ...] = ("day first", "month first", "year first")
NEVER = (
    "is a day that never was, or not in the order of day, month and year that a mapping declares "
    "under [dates]; day first without one"
)
HOW = "; write it as 2025-03-31"


def why(text: str, order: DateOrder = "day first", serials: Serials | None = None) -> str:
    found = a_date(text, order, serials=serials)
    assert isinstance(found, NotUnderstood)
    return found.why


@given(DAYS, st.sampled_from(ORDERS), st.sampled_from(["", "T10:30", " 10:30:00.000Z"]))
def test_the_iso_form_is_known_whatever_order_is_declared(
    day: dt.date, order: DateOrder, time: str
) -> None:
    assert a_date(f"{day.isoformat()}{time}", order) == Understood(day)


@given(DAYS, st.sampled_from("-/. "))
def test_the_declared_order_says_which_is_the_day(day: dt.date, part: str) -> None:
    first, second = day.strftime(f"%d{part}%m{part}%Y"), day.strftime(f"%m{part}%d{part}%Y")
    assert a_date(first, "day first") == a_date(second, "month first") == Understood(day)


@given(DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d-%b-%Y", "%A %d %B %Y", "%a, %d %b %Y"]))
def test_english_names_of_months_are_known(day: dt.date, form: str) -> None:
    assert a_date(day.strftime(form), "year first") == Understood(day)


@pytest.mark.parametrize(
    "text",
    [
        "4th March 2025",
        "4th of March 2025",
        "4 Mar. 2025",
        "20250304",
        "2025/3/4",
        "4.3.2025",
        "04/03/2025 9:30 pm",
        "04/03/2025 09:30:00 GMT",
        "2025-03-04T10:00:00+01:00",
    ],
)
def test_a_date_may_be_written_in_many_ways(text: str) -> None:
    assert a_date(text, "day first") == Understood(dt.date(2025, 3, 4))


@pytest.mark.parametrize("text", ["4 Sept 2025", "September 4 2025"])
def test_september_is_known_in_its_long_and_short_forms(text: str) -> None:
    assert a_date(text, "day first") == Understood(dt.date(2025, 9, 4))


@given(st.dates(dt.date(1906, 1, 1), dt.date(2100, 12, 31)))
def test_a_serial_counts_from_the_epoch_of_the_workbook(day: dt.date) -> None:
    early, late = (day - dt.date(1899, 12, 30)).days, (day - dt.date(1904, 1, 1)).days
    assert a_date(str(early), "day first", serials="1900") == Understood(day)
    if late > 2100:
        assert a_date(f"{late}.75", "day first", serials="1904") == Understood(day)


@pytest.mark.parametrize(("serial", "day"), [("1", (1, 1)), ("59", (2, 28)), ("61", (3, 1))])
def test_the_first_days_of_1900_stand_beside_the_one_that_never_was(
    serial: str, day: tuple[int, int]
) -> None:
    assert a_date(serial, "day first", serials="1900") == Understood(dt.date(1900, *day))
    assert why("60", serials="1900") == NEVER


@pytest.mark.parametrize(
    ("text", "order", "said"),
    [
        ("", "day first", f"holds no date{HOW}"),
        ("03/04/25", "day first", "has a year of two digits; write four"),
        ("4-Mar-25", "day first", "has a year of two digits; write four"),
        ("31/02/2025", "day first", NEVER),
        ("29/02/2025", "day first", NEVER),
        ("04/13/2025", "day first", NEVER),
        ("13/04/2025", "month first", NEVER),
        ("2025-13-04", "day first", NEVER),
        ("00/00/2025", "day first", NEVER),
        ("31 June 2025", "day first", NEVER),
        ("03/04/2025", "year first", "does not begin with the year, as is declared"),
        ("March 2025", "day first", "has no day; write the whole date"),
        ("2025-03", "day first", "has no day; write the whole date"),
        ("2025", "day first", "is a year, not a date"),
        ("45000", "day first", f"is a number, not a date{HOW}"),
        ("0025-03-04", "day first", "is not between the years 1900 and 2100"),
        ("03/04/2205", "day first", "is not between the years 1900 and 2100"),
        ("4 Foo 2025", "day first", f"is no date{HOW}"),
        ("yesterday", "day first", f"is no date{HOW}"),
        ("-45000", "day first", f"is no date{HOW}"),
        ("x" * 61, "day first", f"is no date{HOW}"),
    ],
)
def test_what_is_no_date_says_why(text: str, order: DateOrder, said: str) -> None:
    assert why(text, order) == said


@pytest.mark.parametrize("text", ["2025", "1900.5"])
def test_a_number_that_may_be_a_year_is_no_serial(text: str) -> None:
    assert why(text, serials="1900") == "is a year, not a date"


def test_a_serial_beyond_all_calendars_is_out_of_range() -> None:
    assert why("999999", serials="1900") == "is not between the years 1900 and 2100"
    assert why("99999999", serials="1900") == NEVER


@given(st.text(max_size=30), st.sampled_from(ORDERS), st.sampled_from([None, "1900", "1904"]))
def test_any_text_is_a_date_or_says_why_not(
    text: str, order: DateOrder, serials: Serials | None
) -> None:
    found = a_date(text, order, serials=serials)
    assert isinstance(found, Understood) or found.why
