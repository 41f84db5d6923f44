"""Text from data as a chart can draw it: visible, of bounded length, one label to one thing."""

import textwrap
from collections.abc import Iterable

from reports.visible import visible

ELLIPSIS = "…"
# fmt: off
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on


def shortened(text: str, limit: int) -> str:
    """Return ``text`` made visible, in at most ``limit`` characters.

    >>> shortened("Pre-employment checks", 12)
    'Pre-employm…'
    """
    seen = visible(text)
    return seen if len(seen) <= limit else seen[: limit - 1].rstrip() + ELLIPSIS


def wrapped(text: str, width: int, max_lines: int) -> list[str]:
    """Return ``text`` made visible in lines of at most ``width``; what does not fit is cut.

    >>> wrapped("Pre-employment checks", 14, 3)
    ['Pre-employment', 'checks']
    """
    return textwrap.wrap(
        visible(text),
        width,
        max_lines=max_lines,
        placeholder=f" {ELLIPSIS}",
        break_on_hyphens=False,
    )


def distinct(labels: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a label for each name; two names that would look alike get a number.

    >>> distinct([("Sift.1", "Sift"), ("Sift[2]", "Sift")])
    {'Sift.1': 'Sift', 'Sift[2]': 'Sift (2)'}
    """
    chosen: dict[str, str] = {}
    for name, label in labels:
        unique, number = label, 1
        while unique in chosen.values():
            number += 1
            unique = f"{label} ({number})"
        chosen.setdefault(name, unique)
    return chosen


def day(iso: str) -> str:
    """Return an ISO date as people write it, in English whatever the locale.

    >>> day("2020-06-15"), day("end of May")
    ('15 June 2020', 'end of May')
    """
    from datetime import date

    try:
        parsed = date.fromisoformat(iso)
    except ValueError:
        return visible(iso)
    return f"{parsed.day} {MONTHS[parsed.month - 1]} {parsed.year}"
