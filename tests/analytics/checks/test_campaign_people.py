import datetime as dt

import pytest

from tests.analytics.checks.known import about, counted, known, told

APRIL, MAY, JUNE = (dt.date(2025, month, 1) for month in (4, 5, 6))
SIFT = counted("sex", {"Sift": {"entered": [40, 60]}, "Interview": {"entered": [10, 20]}})


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ({"opened": APRIL, "closed": MAY, "as_at": JUNE}, []),
        ({"opened": MAY, "closed": MAY, "as_at": MAY}, []),
        ({"opened": MAY, "closed": APRIL}, [("opened after closed", True)]),
        ({"opened": JUNE, "as_at": MAY}, [("opened after as_at", True)]),
        ({"opened": APRIL, "closed": JUNE, "as_at": MAY}, [("closed after as_at", False)]),
    ],
)
def test_dates_out_of_order_are_named(
    dates: dict[str, dt.date], found: list[tuple[str, bool]]
) -> None:
    assert told(known(campaigns=about(**dates)), "rule", "contradiction") == found


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ({"submitted": 120, "withdrawn": 20}, []),
        ({"submitted": 100}, []),
        ({"submitted": 120}, []),
        ({"withdrawn": 20}, []),
        ({"submitted": 121, "withdrawn": 20}, [("left", "Sift", 100, 101)]),
        ({"submitted": 99}, [("more", "Sift", 100, 99)]),
    ],
)
def test_applications_that_are_not_those_who_entered_are_named(
    people: dict[str, int], found: list[tuple[object, ...]]
) -> None:
    checked = known(SIFT, campaigns=about(**people))
    assert told(checked, "rule", "stage", "recorded", "expected") == found
