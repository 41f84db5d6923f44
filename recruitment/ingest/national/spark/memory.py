"""How much memory the driver of Spark may take, as users write it for DuckDB."""

import re

from recruitment.errors import UsageError

SIZE = re.compile(r"(\d+(?:\.\d+)?) ?([kmgt])(i?)b?", re.IGNORECASE)
POWERS = {"k": 1, "m": 2, "g": 3, "t": 4}
MEGABYTE = 1_048_576
# What Spark asks for at the least, and a little for what it begins with.
LEAST = 512
USUAL = "1GB"


def driver_memory(limit: str | None) -> str:
    """Return a limit such as ``2GB`` as Spark writes it, in whole megabytes of 1,048,576 bytes.

    Raises:
        UsageError: It is no size, or less than Spark starts with.

    >>> driver_memory("2GiB"), driver_memory(None)
    ('2048m', '953m')
    """
    text = limit or USUAL
    found = SIZE.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"“{text}” is no memory limit; write one such as 2GB")
    base = 1024 if found[3] else 1000
    megabytes = int(float(found[1]) * base ** POWERS[found[2].lower()] / MEGABYTE)
    if megabytes < LEAST:
        raise UsageError(f"Spark does not start with {text}; give --memory-limit 600MB or more")
    return f"{megabytes}m"
