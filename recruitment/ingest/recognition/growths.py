"""Figures of two years with the growth between them, in tables and in sentences."""

import re
from collections.abc import Iterator, Sequence

from analytics.audit.printed import PrintedGrowth
from recruitment.ingest.blocks import Grid
from recruitment.ingest.recognition.figures import NUMBER, figure, is_figure
from recruitment.ingest.recognition.headings import is_heading_row
from recruitment.ingest.recognition.places import Remark, Sentence
from recruitment.ingest.recognition.vocabulary import phrases, plain, words

YEAR = re.compile(r"(?:[A-Za-z]+ )?(?:19|20)\d{2}(?:\s?[/\u2013-]\s?\d{2,4})?")
SIGNED = r"[+\-\u2212\u2013]?\s?[0-9]{1,9}(?:\.[0-9]{1,20})?\s?%?"
GROWN = re.compile(rf"(?P<count>{NUMBER})\s*\((?P<printed>{SIGNED})\)")
PERCENT = r"[0-9]{1,9}(?:\.[0-9]{1,20})?\s?%"
FEWER = r"decrease|fall|reduction|drop|decline"
GROWTH = re.compile(
    rf"\b(?:(?P<fewer>{FEWER})|increase|rise|growth)s? of (?P<printed>{PERCENT})", re.IGNORECASE
)
FROM_TO = re.compile(rf"\bfrom (?P<before>{NUMBER}) to (?P<after>{NUMBER})(?![%\d])", re.IGNORECASE)
AFTER = re.compile(
    rf"\b(?:total of|(?:increased?|decreased?|grown?|grew|risen|rose|fell|fallen) to) "
    rf"(?P<after>{NUMBER})(?!\s?%|[.,]?\d)",
    re.IGNORECASE,
)


def year_columns(grid: Grid) -> dict[int, int]:
    """Return, by the column of each later figure, where the earlier one stands; empty if none.

    >>> year_columns(Grid((("", "2017", "2021"), ("Staff", "9", "12 (+33%)")), ("1", "2")))
    {2: 1}
    """
    head = _head(grid)
    if head is None:
        return {}
    row = grid.rows[head]
    years = [at for at, text in enumerate(row) if at and YEAR.fullmatch(text)]
    return dict(zip(years[1:], years, strict=False))


def _head(grid: Grid) -> int | None:
    # The first row with figures: years alone, beside words for a change.
    for place, row in enumerate(grid.rows):
        years = [bool(YEAR.fullmatch(text)) for text in row[1:]]
        if sum(years) > 1:
            others = [text for text, year in zip(row[1:], years, strict=True) if text and not year]
            return None if is_figure(row[0]) or any(map(is_figure, others)) else place
        if any(map(is_figure, row)) or is_heading_row(row):
            return None
    return None


def grown(grid: Grid, document: str) -> tuple[list[PrintedGrowth], list[Remark]]:
    """Return the changes printed in a table of years, and what was not understood."""
    head, pairs = _head(grid) or 0, year_columns(grid)
    change = next(
        (at for at, text in enumerate(grid.rows[head]) if _heads_change(text) and at - 1 in pairs),
        None,
    )
    found: list[PrintedGrowth] = []
    remarks: list[Remark] = []
    for row, place in list(zip(grid.rows, grid.places, strict=True))[head + 1 :]:
        own = [_growth(row, at, pairs[at], change) for at in pairs]
        found += [
            PrintedGrowth(document, place, row[0], printed, before, after)
            for printed, before, after in filter(None, own)
        ]
        remarks += _unread(row, place, pairs, own)
    return found, remarks


def _heads_change(text: str) -> bool:
    return bool(phrases(words("change")).search(plain(text)))


def _growth(
    row: Sequence[str], at: int, earlier: int, change: int | None
) -> tuple[str, int | None, int] | None:
    before = figure(row[earlier]).count
    if earlier_grown := GROWN.fullmatch(row[earlier]):
        before = figure(earlier_grown["count"]).count
    if grown_cell := GROWN.fullmatch(row[at]):
        after = figure(grown_cell["count"]).count
        return None if after is None else (grown_cell["printed"].strip(), before, after)
    after = figure(row[at]).count
    if change is None or change - 1 != at or not row[change] or after is None:
        return None
    return row[change], before, after


def _unread(
    row: Sequence[str],
    place: str,
    pairs: dict[int, int],
    own: Sequence[tuple[str, int | None, int] | None],
) -> Iterator[Remark]:
    for at, growth in zip(pairs, own, strict=True):
        if growth is None and "%" in row[at]:
            yield Remark(place, f"“{row[0]}”: “{row[at]}” is not readable")
        elif growth and growth[1] is None:
            yield Remark(place, f"“{row[0]}”: the figure before {growth[0]} is not readable")


def growths_in(sentence: Sentence, document: str) -> Iterator[PrintedGrowth]:
    """Yield the growth that ``sentence`` states with the figure that came of it.

    A decrease "of 24%" has its sign in the word, and is given as -24%.

    >>> [found] = growths_in(Sentence("An increase of 30%, to a total of 294.", "line 1"), "x.md")
    >>> found.printed, found.before, found.after
    ('30%', None, 294)
    """
    stated = list(GROWTH.finditer(sentence.text))
    ends = FROM_TO.search(sentence.text)
    after = ends or AFTER.search(sentence.text)
    if len(stated) != 1 or after is None:
        return
    reached = figure(after["after"]).count
    before = figure(ends["before"]).count if ends else None
    if reached is not None:
        sign = "-" if stated[0]["fewer"] else ""
        printed = f"{sign}{stated[0]['printed']}"
        words_around = sentence.text.rstrip(".")
        yield PrintedGrowth(document, sentence.place, words_around, printed, before, reached)
