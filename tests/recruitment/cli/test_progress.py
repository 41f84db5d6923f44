from queue import Queue

import pytest

from recruitment.cli import progress as told_here
from recruitment.cli.progress import progress

LONG = 60.0


def test_each_step_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told: Queue[str] = Queue()
    monkeypatch.setattr(told_here, "tell", told.put)
    with progress(patience=0, again=LONG) as doing:
        doing("reading")
        first = told.get(timeout=LONG)
        doing("counting")
        second = told.get(timeout=LONG)
    assert (first, second) == ("reading …", "counting …")
    assert told.empty()


def test_short_work_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told: Queue[str] = Queue()
    monkeypatch.setattr(told_here, "tell", told.put)
    with progress(patience=LONG) as doing:
        doing("reading")
    assert told.empty()
