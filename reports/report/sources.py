"""Where the figures come from: each document once, with the places in it."""

import re
from collections.abc import Iterable

# As the studies put one document after another.
_NEXT_DOCUMENT = re.compile(r"\. (?=[A-Z])")


def merged(sources: Iterable[str]) -> tuple[str, ...]:
    """Return each document that ``sources`` name once, with all places named in it.

    >>> merged(["Report, 2020: paragraph 4. Minutes", "Report, 2020: paragraph 4; paragraph 9"])
    ('Report, 2020: paragraph 4; paragraph 9', 'Minutes')
    """
    places: dict[str, dict[str, None]] = {}
    for source in sources:
        for each in _NEXT_DOCUMENT.split(source):
            document, _, within = each.rstrip(".").partition(": ")
            own = places.setdefault(document, {})
            own.update(dict.fromkeys(filter(None, within.split("; "))))
    return tuple(
        f"{document}: {'; '.join(within)}" if within else document
        for document, within in places.items()
        if document
    )
