"""What long work is doing, on stderr, from the first second on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from recruitment.cli.messages import tell

# Shorter work says nothing; longer work says so again, to show that it goes on.
PATIENCE = 1.0
AGAIN = 10.0


@contextmanager
def progress(patience: float = PATIENCE, again: float = AGAIN) -> Iterator[Callable[[str], None]]:
    """Tell what is being done, once it takes longer than ``patience`` seconds.

    Yields a function that takes what is done now, such as ``counting candidates``. A terminal shows
    it on one line; elsewhere each step has a line of its own, and again every ``again`` seconds.
    """
    teller = _Teller(patience, again)
    teller.start()
    try:
        yield teller.doing
    finally:
        teller.end()


class _Teller(Thread):
    """Waits beside the work, and writes from here alone."""

    def __init__(self, patience: float, again: float) -> None:
        super().__init__(daemon=True)
        self._patience, self._again = patience, again
        self._now = ""
        self._told = False
        self._changed = Event()
        self._ended = Event()

    def doing(self, what: str) -> None:
        self._now = what
        self._changed.set()

    def end(self) -> None:
        self._ended.set()
        self._changed.set()
        self.join()
        if self._told and sys.stderr.isatty():
            tell("")

    def run(self) -> None:
        if self._ended.wait(self._patience):
            return
        # What has changed before is told now; only what changes later is told then.
        self._changed.clear()
        while not self._ended.is_set():
            self._changed.clear()
            if self._now:
                self._tell()
            self._changed.wait(self._again)

    def _tell(self) -> None:
        from reports.visible import visible

        self._told = True
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{visible(self._now)} …")
            sys.stderr.flush()
        else:
            tell(f"{self._now} …")
