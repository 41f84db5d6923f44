"""Signals that end the program: each ends it as Ctrl-C does, with what it has made cleared away.

Left to the system, SIGTERM (a shutdown, a supervisor) and SIGHUP (the terminal closes) would end it
at once, and leave on the disk what did not fit into memory.
"""

import signal
from types import FrameType

# By name, because Windows lacks one; and the exit codes that shells give, 128 and the number.
NAMES = ("SIGTERM", "SIGHUP")
INTERRUPTED = 130
_received: list[int] = []


def end_as_interrupted() -> None:
    """Have each signal end the program as Ctrl-C does, but for those that it was told to ignore."""
    for name in NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)


def interruption() -> tuple[str, int]:
    """Return what has ended the program, in a word, and the exit code that stands for it.

    >>> interruption()
    ('interrupted', 130)
    """
    return ("terminated", 128 + _received[0]) if _received else ("interrupted", INTERRUPTED)


def _interrupt(number: int, _: FrameType | None) -> None:
    # DuckDB hands on that there was an interruption, and not which.
    _received.append(number)
    raise KeyboardInterrupt
