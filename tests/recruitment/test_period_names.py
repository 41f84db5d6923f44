from datetime import date

import pytest

from analytics.movements import movements_of
from analytics.periods import Period
from recruitment.errors import UsageError
from recruitment.studies.periods import chosen_periods, read_period
from tests.analytics.moves import BEFORE, DECADE, LAST, PUBLISHED, years

WRITE = "write financial years, such as 2019-20, or days, such as 2019-04-01..2020-03-31"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2019-20", LAST),
        ("2019/20", LAST),
        ("2010-2020", DECADE),
        (" 2010 \u2013 20 ", DECADE),
        ("1999-00", years(1999, 2000)),
        ("2010-04-01..2019-03-31", BEFORE),
        ("2010-04-01 to 2019-03-31", BEFORE),
        ("2020-01-01..2020-01-31", Period(date(2020, 1, 1), date(2020, 1, 31))),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, period: Period) -> None:
    assert read_period(text) == period


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2020-19", f"--period 2020-19 runs backwards; {WRITE}"),
        ("2020-20", f"--period 2020-20 runs backwards; {WRITE}"),
        ("2020-2010", f"--period 2020-2010 runs backwards; {WRITE}"),
        ("2020-0000", f"--period 2020-0000 runs backwards; {WRITE}"),
        ("2020-03-31..2019-04-01", f"--period 2020-03-31..2019-04-01 runs backwards; {WRITE}"),
        ("9999-00", f"--period 9999-00 ends after 9999; {WRITE}"),
        ("2019", f"--period 2019 cannot be read; {WRITE}"),
        ("", f"--period  cannot be read; {WRITE}"),
        ("last year", f"--period last year cannot be read; {WRITE}"),
        (
            "2019-02-29..2020-01-01",
            "--period 2019-02-29..2020-01-01 names a day that there is not",
        ),
    ],
)
def test_what_is_no_period_is_refused(text: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_period(text)
    assert str(refused.value) == message


def test_a_period_may_be_recorded_or_follow_from_what_is() -> None:
    movements = movements_of(PUBLISHED)
    assert chosen_periods(movements, ["2019-20", "2010-19"]) == (LAST, BEFORE)
    assert chosen_periods(movements, []) == ()


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (
            ["2015-16"],
            (
                "--period 2015-16 is not recorded and does not follow from what is; there are "
                "2010-19, 2010-20 and 2019-20"
            ),
        ),
        (
            ["2019-20", "2019-2020"],
            "--period 2019-2020 is named twice; name each period once",
        ),
    ],
)
def test_a_period_that_is_not_known_or_named_twice_is_refused(
    texts: list[str], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        chosen_periods(movements_of(PUBLISHED), texts)
    assert str(refused.value) == message
