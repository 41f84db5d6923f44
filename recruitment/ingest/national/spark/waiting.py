"""Work in a thread of its own, so that who waits for it can be interrupted, and can give up.

Spark's client must not be interrupted in the middle of a question: the answer to it would be taken
for that to the next one, which may be the one to stop.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
# Some systems do not wake up a thread that waits for another when there is a signal.
AT_ONCE = 0.5


def waited_for(work: Callable[[], T], within: float | None = None) -> T:
    """Return what ``work`` returns, or raise what it raises.

    Args:
        work: It goes on where the wait for it ends early, until what it waits for itself ends.
        within: How many seconds are waited; None for as long as it takes.

    Raises:
        TimeoutError: It takes longer.
    """
    begun = time.monotonic()
    thread = _Working(work)
    thread.start()
    while thread.is_alive():
        thread.join(AT_ONCE)
        if within is not None and time.monotonic() - begun > within and thread.is_alive():
            raise TimeoutError
    return thread.result()


def tried(work: Callable[[], object], within: float = 10.0) -> None:
    """Do what may fail, or never be answered, as the end of something that has ended already."""

    def trying() -> None:
        with suppress(Exception):
            work()

    thread = Thread(target=trying, daemon=True)
    thread.start()
    thread.join(within)


class _Working(Thread, Generic[T]):
    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self._returned: list[T] = []
        self._raised: BaseException | None = None

    def run(self) -> None:
        try:
            self._returned.append(self._work())
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            self._raised = error

    def result(self) -> T:
        raised, self._raised = self._raised, None
        if raised is None:
            return self._returned[0]
        try:
            raise raised
        finally:
            # An error that leads back to itself would keep all that it stands upon.
            del raised
