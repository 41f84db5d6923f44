"""Reading by a library that a damaged file may send round in circles: in a process of its own.

Such a file can have its reader take all memory, or abort: the process gets a limit of both time and
memory, and ends alone.
"""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from subprocess import SubprocessError, run
from typing import Any

from recruitment.errors import DataError

LONGEST = 60
MOST_MEMORY = 2_000_000_000


def guarded(module: str, name: str, content: bytes) -> dict[str, Any]:
    """Return what ``module``, run by itself, answers on a file.

    Args:
        module: The name of a module that calls `answer_by` when it is run.
        name: The name of the file.
        content: All of its bytes.

    Raises:
        DataError: The module refuses the file, or came to an end of time, of memory or of itself.
    """
    modules = os.pathsep.join(path for path in sys.path if path)
    try:
        done = run(  # noqa: S603 - our own module, by our own interpreter
            [sys.executable, "-m", module, name],
            input=content,
            capture_output=True,
            check=True,
            timeout=LONGEST,
            env={**os.environ, "PYTHONPATH": modules},
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except (OSError, SubprocessError, ValueError):
        raise damaged(name) from None
    if "refused" in answer:
        raise DataError(answer["refused"])
    return answer


def answer(read: Callable[[], dict[str, Any]]) -> str:
    """Return what ``read`` returns as JSON, or why it refuses."""
    try:
        return json.dumps(read())
    except DataError as error:
        return json.dumps({"refused": str(error)})


def answer_by(answer_for: Callable[[str, bytes], str]) -> None:
    """Answer on the file that comes in, within the limits; for the module that is run."""
    _limit()
    sys.stdout.write(answer_for(sys.argv[1], sys.stdin.buffer.read()))


def damaged(name: str) -> DataError:
    """Return the error that says so."""
    return DataError(f"{name} is damaged and cannot be read; take a new copy of it")


def _limit() -> None:
    # Windows has neither limit; there the time given to the process is the only one.
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
