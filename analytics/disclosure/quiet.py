"""Keep what a C library prints out of the figures on standard output."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

STANDARD_OUTPUT = 1


@contextmanager
def quiet() -> Iterator[None]:
    """Send the process's standard output nowhere, that of C included.

    HiGHS prints remarks through C, whatever it is told, and they would land in the middle of a
    table. Not for use by several threads at once.
    """
    _flush()
    kept, nowhere = os.dup(STANDARD_OUTPUT), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, STANDARD_OUTPUT)
        yield
    finally:
        # C keeps what it prints to a pipe or file for later: it must go nowhere too.
        _flush()
        os.dup2(kept, STANDARD_OUTPUT)
        os.close(kept)
        os.close(nowhere)


def _flush() -> None:
    if sys.stdout is not None:  # None where the program has no standard output
        sys.stdout.flush()
    if os.name == "posix":
        ctypes.CDLL(None).fflush(None)
