"""Patterns of words, in whatever case they are printed."""

import re


def written(pattern: str) -> re.Pattern[str]:
    """Return ``pattern`` for finding in any case.

    >>> written(r"retention rates?").search("The Retention rate improves")[0]
    'Retention rate'
    """
    return re.compile(pattern, re.IGNORECASE)
