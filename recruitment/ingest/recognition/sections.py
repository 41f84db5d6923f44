"""A document to pieces that hold one thing each: captions off tables, and tables apart."""

import re
from collections.abc import Iterator, Sequence

from recruitment.ingest.blocks import Document, Grid, Paragraph
from recruitment.ingest.recognition.changes import change_in
from recruitment.ingest.recognition.figures import State, figure, is_figure
from recruitment.ingest.recognition.headings import is_heading_row
from recruitment.ingest.recognition.stages import point_stage
from recruitment.ingest.recognition.vocabulary import category

LONG = 80
LISTED = re.compile(
    r"(?P<label>[^:\u2013\u2014%\d][^:\u2013\u2014%]*?)\s*[:\u2013\u2014-]\s*(?P<printed>[\d.]+\s?%)\.?"
)
Piece = Paragraph | Grid


def pieces(document: Document) -> Iterator[Piece]:
    """Yield the paragraphs and tables of ``document``, one thing to each.

    A line of a table that is a caption, a group's name or a sentence becomes a paragraph; a table
    ends where other headings begin; paragraphs that list a percentage by stage become a table.
    """
    listed: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and _is_listed(block):
            listed.append(block)
            continue
        yield from _list(listed)
        listed = []
        yield from sections(block) if isinstance(block, Grid) else [block]
    yield from _list(listed)


def _is_listed(paragraph: Paragraph) -> bool:
    found = LISTED.fullmatch(paragraph.text) if len(paragraph.text) <= LONG else None
    return found is not None and point_stage(found["label"]) is not None


def _list(listed: Sequence[Paragraph]) -> Iterator[Piece]:
    if len(listed) > 1:
        found = [LISTED.fullmatch(each.text) for each in listed]
        rows = tuple((each["label"], each["printed"]) for each in found if each)
        yield Grid(rows, tuple(each.place for each in listed))
    else:
        yield from listed


def sections(grid: Grid) -> Iterator[Piece]:
    """Yield the tables of ``grid``, and the captions and sentences between them as paragraphs."""
    start, left = 0, _first_column(grid)
    seen = _Seen(left)
    for place, row in enumerate(grid.rows):
        caption = _caption(grid, place, left)
        if caption is not None or seen.ends_at(row):
            yield from _part(grid, start, place)
            start = place if caption is None else place + 1
            seen = _Seen(left)
        if caption is not None:
            yield Paragraph(caption, grid.places[place])
        else:
            seen.take(row)
    yield from _part(grid, start, len(grid.rows))


class _Seen:
    """What a table has shown so far: its headings, and whether figures followed."""

    def __init__(self, left: int) -> None:
        self._left = left
        self._headings: tuple[str, ...] | None = None
        self._figures = False

    def ends_at(self, row: Sequence[str]) -> bool:
        """Return whether ``row`` heads another table; the label's own heading does not count."""
        headings = tuple(row[self._left + 1 :])
        return self._figures and is_heading_row(row) and headings != self._headings

    def take(self, row: Sequence[str]) -> None:
        """Take ``row`` into the table."""
        if is_heading_row(row) and not self._figures:
            self._headings = tuple(row[self._left + 1 :])
        self._figures = self._figures or any(map(is_figure, row[self._left + 1 :]))


def _part(grid: Grid, start: int, end: int) -> Iterator[Grid]:
    while start < end and not any(grid.rows[start]):
        start += 1
    while end > start and not any(grid.rows[end - 1]):
        end -= 1
    if start < end:
        rows = grid.rows[start:end]
        used = [at for at in range(len(rows[0])) if any(row[at] for row in rows)]
        left, right = used[0], used[-1] + 1
        merged = frozenset(
            (row - start, at - left) for row, at in grid.merged if row >= start and at >= left
        )
        yield Grid(tuple(row[left:right] for row in rows), grid.places[start:end], merged)


def _caption(grid: Grid, place: int, left: int) -> str | None:
    # What one line says about what follows it; a label that goes on in the next line is none.
    row = grid.rows[place]
    said = set(filter(None, row))
    if len(said) != 1:
        return None
    text = said.pop()
    if figure(text).state is not State.unreadable:
        return None
    if category(text) or change_in(text):
        return text
    if row[left] and (len(text) > LONG or text.endswith(".")):
        return text
    later = (grid.rows[at] for at in range(place + 1, len(grid.rows)))
    following = next(filter(any, later), None)
    heads = following is not None and is_heading_row(following)
    # Between blank lines it belongs to no row.
    around = (*grid.rows[max(place - 1, 0) : place], *grid.rows[place + 1 : place + 2])
    return text if heads or not any(map(any, around)) else None


def _first_column(grid: Grid) -> int:
    columns = range(len(grid.rows[0]))
    return next((at for at in columns if any(row[at] for row in grid.rows)), 0)
