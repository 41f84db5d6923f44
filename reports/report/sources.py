"""Where the figures come from: each document once, with the places in it."""

import re
from collections.abc import Iterable, Iterator

from reports.wording import listed

# As the studies put one document after another.
_NEXT_DOCUMENT = re.compile(r"\. (?=[A-Z])")
# Paragraphs with nothing said of them, which can be listed together.
_PARAGRAPHS = re.compile(r"paragraphs? \d+(?:(?:, | and )\d+)*")


def merged(sources: Iterable[str]) -> tuple[str, ...]:
    """Return each document that ``sources`` name once, with all places named in it.

    >>> merged(["Report, 2020: paragraph 9. Minutes", "Report, 2020: paragraph 4; page 2, foot"])
    ('Report, 2020: paragraphs 4 and 9; page 2, foot', 'Minutes')
    """
    places: dict[str, dict[str, None]] = {}
    for source in sources:
        for each in _NEXT_DOCUMENT.split(source):
            document, _, within = each.rstrip(".").partition(": ")
            own = places.setdefault(document, {})
            own.update(dict.fromkeys(filter(None, within.split("; "))))
    return tuple(
        f"{document}: {'; '.join(_together(within))}" if within else document
        for document, within in places.items()
        if document
    )


def _together(places: Iterable[str]) -> Iterator[str]:
    """Yield the bare paragraphs as one place, in their order, then all others as they are."""
    every = list(places)
    bare = [each for each in every if _PARAGRAPHS.fullmatch(each)]
    numbers = sorted({int(number) for each in bare for number in re.findall(r"\d+", each)})
    if numbers:
        yield f"paragraph{'s' if len(numbers) > 1 else ''} {listed([str(n) for n in numbers])}"
    yield from (each for each in every if each not in bare)
