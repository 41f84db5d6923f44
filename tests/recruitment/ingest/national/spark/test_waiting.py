"""Work that is waited for in another thread."""

import time

import pytest

from recruitment.ingest.national.spark.waiting import waited_for


def test_what_work_returns_is_returned() -> None:
    assert waited_for(lambda: 7) == 7


def test_what_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        waited_for(lambda: 1 // 0)


def test_work_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(TimeoutError):
        waited_for(lambda: time.sleep(5), within=0.01)
