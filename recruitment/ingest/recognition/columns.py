"""The columns of a table: who is counted in each, from its headings and from what stands below."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from analytics.audit.printed import Cell
from recruitment.ingest.recognition.figures import figure, is_figure
from recruitment.ingest.recognition.headings import Heading, heading, is_heading_row, mended
from recruitment.ingest.recognition.vocabulary import NOT_STATED, of_kind

MOST_HEADING_ROWS = 3
ALL: Cell = ("all", "All")


class Role(StrEnum):
    """What a column prints."""

    label = "label"
    total = "total"
    people = "people"
    share = "share"
    # Under no heading: what stands below decides.
    open = "open"
    unknown = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it prints, of whom, and its heading as printed."""

    role: Role
    cell: Cell | None
    text: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table.

    Attributes:
        columns: Left to right.
        rows: How many rows from the top are headings or stand above them.
        headings: Every row of headings, to know it again where it is repeated.
    """

    columns: tuple[Column, ...]
    rows: int
    headings: frozenset[tuple[str, ...]]

    def places(self, role: Role) -> list[int]:
        """Return where the columns of one role stand."""
        return [place for place, each in enumerate(self.columns) if each.role is role]

    @property
    def label(self) -> int:
        """Where the labels of rows stand."""
        return self.places(Role.label)[0]

    @property
    def total(self) -> int | None:
        """Where the totals stand, or None."""
        return next(iter(self.places(Role.total)), None)

    @property
    def cells(self) -> dict[int, Cell]:
        """Who is counted in each column of counts."""
        return {
            place: each.cell
            for place, each in enumerate(self.columns)
            if each.role is Role.people and each.cell
        }

    @property
    def shares(self) -> dict[int, Cell]:
        """Whose percentages stand in each column of their own."""
        return {
            place: each.cell
            for place, each in enumerate(self.columns)
            if each.role is Role.share and each.cell
        }

    @property
    def twice(self) -> list[str]:
        """Headings that two columns have, so that neither can be told from the other."""
        meant = Counter((each.role, each.cell) for each in self.columns)
        return [
            each.text
            for each in self.columns
            if each.role in {Role.total, Role.people, Role.share}
            and meant[each.role, each.cell] > 1
        ]

    @property
    def whole(self) -> bool:
        """Whether every characteristic has its comparator too, so that its cells make a total."""
        cells = set(self.cells.values())
        complete = {name for name, _ in cells & of_kind("comparator")}
        groups = {name for name, _ in cells & of_kind("group")}
        return bool(complete) and groups <= complete and not self.places(Role.unknown)


def columns_of(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return the columns of the table ``rows``, or None where no headings or labels are.

    >>> found = columns_of([["", "TOTAL", "BAME", ""], ["Offer", "72", "10", "Blank 4"]])
    >>> [(str(each.role), each.cell) for each in found.columns]
    [('label', None), ('total', None), ('people', ('ethnicity', 'BAME')), \
('people', ('ethnicity', 'Not stated'))]
    """
    first = next((place for place, row in enumerate(rows) if is_heading_row(row)), None)
    if first is None or any(any(map(is_figure, row[1:])) for row in rows[:first]):
        return None
    start = _start(rows, first)
    end = _end(rows, first)
    above = [mended(row) for row in rows[start:end]]
    body = rows[end:]
    headings = [heading(*(row[place] for row in above)) for place in range(len(rows[0]))]
    label = _label_place(headings, body)
    if label is None:
        return None
    columns = tuple(_settled(_named(headings, label), body))
    return Columns(columns, end, frozenset(tuple(row[1:]) for row in rows[start:end]))


def _start(rows: Sequence[Sequence[str]], first: int) -> int:
    start = first
    while (
        start
        and first - start < MOST_HEADING_ROWS - 1
        and len(set(filter(None, rows[start - 1]))) > 1
    ):
        start -= 1
    return start


def _end(rows: Sequence[Sequence[str]], first: int) -> int:
    # A second row of headings has no figure and no label: "", "", "No.", "%".
    end = first + 1
    while (
        end < len(rows)
        and end - first < MOST_HEADING_ROWS
        and any(rows[end])
        and all(not text or heading(text).known for text in rows[end][1:])
        and not any(map(is_figure, rows[end]))
        and any(heading(text).known and not heading(text).cell for text in rows[end][1:] if text)
        and (not rows[end][0] or rows[end][0] == rows[first][0])
    ):
        end += 1
    return end


def _label_place(headings: Sequence[Heading], body: Sequence[Sequence[str]]) -> int | None:
    # The first column of words alone, best one whose heading does not say whom it counts; else the
    # very first, as where labels are years, unless it counts people.
    worded = [
        place
        for place in range(len(headings))
        if (texts := [row[place] for row in body if row[place]]) and not any(map(is_figure, texts))
    ]
    unknown = [place for place in worded if not headings[place].known]
    first = [] if headings[0].known else [0]
    return next(iter([*unknown, *worded, *first]), None)


def _named(headings: Sequence[Heading], label: int) -> Iterator[Column]:
    # From left to right, because "Blank" and "%" belong to the group before them.
    group: Cell | None = None
    last: Cell | None = None
    for place, each in enumerate(headings):
        column = Column(Role.label, None, each.text)
        if place != label:
            column = _column(each, group, last)
            if each.cell or column.role in {Role.total, Role.unknown}:
                group = each.cell
            last = column.cell if column.role is not Role.total else ALL
        yield column


def _column(said: Heading, group: Cell | None, last: Cell | None) -> Column:
    if not said.text:
        return Column(Role.open, group, "") if group else Column(Role.unknown, None, "")
    if said.total:
        return Column(
            Role.share if said.share else Role.total, ALL if said.share else None, said.text
        )
    cell = said.cell
    characteristic = said.characteristic or (cell or group or ("", ""))[0]
    if said.blank:
        cell = (characteristic, NOT_STATED) if characteristic else None
    elif said.of_before and last and (cell is None or cell[0] == last[0]):
        cell = last
    elif cell is None and said.counted:
        if group is None and last is None:
            return Column(Role.total, None, said.text)
        cell = group
    if cell is None:
        return Column(Role.unknown, None, said.text)
    return Column(Role.share if said.share else Role.people, cell, said.text)


def _settled(columns: Iterable[Column], body: Sequence[Sequence[str]]) -> Iterator[Column]:
    # A column without a heading, or with that of the one before in a merged cell.
    before: Column | None = None
    for place, column in enumerate(columns):
        settled = column
        repeats = before is not None and before.cell == column.cell and before.role is column.role
        if column.cell and (column.role is Role.open or (repeats and column.role is Role.people)):
            settled = _by_content(column, before, [row[place] for row in body if row[place]])
            # Two columns under one heading that nothing tells apart stay two of the same.
            settled = column if repeats and settled.role is Role.unknown else settled
        yield settled
        before = settled


def _by_content(column: Column, before: Column | None, texts: Sequence[str]) -> Column:
    figures = [figure(text) for text in texts]
    characteristic = (column.cell or ("", ""))[0]
    if any(each.blank for each in figures):
        return replace(column, role=Role.people, cell=(characteristic, NOT_STATED))
    if (
        figures
        and all(each.count is None for each in figures)
        and any(each.share for each in figures)
    ):
        return replace(column, role=Role.share, cell=before.cell if before else column.cell)
    return replace(column, role=Role.unknown, cell=None)
