"""Messages to the person, on stderr, which may be closed or full: then nobody is told."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def tell(message: str) -> None:
    """Write one line to stderr, with nothing unseen in it."""
    from reports.visible import visible

    with suppress(OSError):
        sys.stderr.write(f"{visible(message)}\n")


def open_closed_streams() -> None:
    """Give the program somewhere to write where the shell has closed a stream (``>&-``)."""
    nowhere = Path(os.devnull)
    if sys.stdout is None:
        sys.stdout = nowhere.open("w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = nowhere.open("w", encoding="utf-8")
