"""Lists of a group's share stage by stage, under its name or side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analytics.audit.printed import Cell, PrintedPoint, PrintedSeries
from recruitment.ingest.blocks import Grid
from recruitment.ingest.paragraph_numbers import split_number
from recruitment.ingest.recognition.columns import Columns
from recruitment.ingest.recognition.figures import State, figure, is_figure
from recruitment.ingest.recognition.headings import heading
from recruitment.ingest.recognition.places import Remark
from recruitment.ingest.recognition.rows import share_text
from recruitment.ingest.recognition.stages import named, point_stage
from recruitment.ingest.recognition.vocabulary import category, phrases, plain

LEAST_POINTS = 2
# "BAME attrition rates by stage" is a heading over a list of BAME.
ABOUT_LISTS = frozenset(
    {"attrition", "rate", "rates", "by", "stage", "representation", "breakdown"}
)
CHANGE = frozenset({"change", "difference"})
VALUES = {State.read, State.not_available, State.absent}


@dataclass(slots=True)
class Line:
    """One line of a list: its label, its values by column, and its place."""

    label: str
    values: dict[int, str]
    place: str


def group_named(text: str) -> Cell | None:
    """Return the group whose name ``text`` is, or None.

    >>> group_named("11. LGBT+:"), group_named("BAME attrition rates"), group_named("Application")
    (('sexual_orientation', 'LGBT+'), ('ethnicity', 'BAME'), None)
    """
    _, unnumbered = split_number(text)
    rest = " ".join(word for word in plain(unnumbered).split() if word not in ABOUT_LISTS)
    return category(unnumbered.strip(" :*")) or (category(rest) if rest else None)


def list_column(grid: Grid) -> int | None:
    """Return the one column of percentages beside the labels of ``grid``, or None.

    A list has stages for labels and no other values than percentages, some of which may be said
    not to be available.
    """
    filled = [at for at in range(1, len(grid.rows[0])) if any(row[at] for row in grid.rows)]
    if len(filled) != 1:
        return None
    at = filled[0]
    body = grid.rows[headed(grid, at) :]
    values = [row[at] for row in body if row[at]]
    shares = [text for text in values if figure(text).share]
    lines = _lines(body, grid.places[headed(grid, at) :], [at])
    stages = [line for line in lines if point_stage(line.label)]
    readable = all(figure(text).count is None for text in values)
    return at if shares and readable and len(stages) >= LEAST_POINTS else None


def headed(grid: Grid, at: int) -> int:
    """Return 1 where the first row of a list is a heading, else 0."""
    text = grid.rows[0][at]
    return int(bool(text) and heading(text).known and not is_figure(text))


def group_in_heading(grid: Grid, at: int) -> Cell | None:
    """Return the group that the first row of a list names over its percentages, or None."""
    return heading(grid.rows[0][at]).cell


def listed(
    grid: Grid, groups: dict[int, Cell], document: str, campaign: str | None, *, start: int = 0
) -> tuple[list[PrintedSeries], list[Remark]]:
    """Return the lists of ``grid``: for each column of ``groups`` the share of one group."""
    lines = list(_lines(grid.rows[start:], grid.places[start:], sorted(groups)))
    changes = [line for line in lines if _is_change(line.label)]
    points = [line for line in lines if line not in changes]
    series = [
        PrintedSeries(
            document,
            campaign,
            cell,
            tuple(_point(line, at) for line in points if line.values[at]),
            *_change(changes, at),
        )
        for at, cell in groups.items()
    ]
    return series, list(_remarks(points))


def _lines(
    rows: Sequence[Sequence[str]], places: Sequence[str], columns: Sequence[int]
) -> Iterator[Line]:
    # "SEARCH assessment" goes on in "centre", which has no value of its own.
    line: Line | None = None
    for row, place in zip(rows, places, strict=True):
        values = {at: row[at] for at in columns}
        if any(values.values()) or line is None:
            if line and any(line.values.values()):
                yield line
            line = Line(row[0], values, place)
        elif row[0]:
            line.label = f"{line.label} {row[0]}".strip()
    if line and any(line.values.values()):
        yield line


def _point(line: Line, at: int) -> PrintedPoint:
    text = line.values[at]
    printed = share_text(text) if figure(text).state is State.read else None
    return PrintedPoint(line.label, line.place, point_stage(line.label), printed or text)


def _is_change(label: str) -> bool:
    return bool(phrases(CHANGE).search(plain(label))) and not named(label).stages


def _change(changes: Sequence[Line], at: int) -> tuple[str, str, str] | tuple[()]:
    text = changes[0].values[at] if changes else ""
    if figure(text).state is State.absent:
        return ()
    return share_text(text) or text, changes[0].label, changes[0].place


def _remarks(points: Sequence[Line]) -> Iterator[Remark]:
    for line in points:
        if point_stage(line.label) is None:
            yield Remark(
                line.place, f"“{line.label}” in a list of percentages names no known stage"
            )
        bad = [text for text in line.values.values() if text and figure(text).state not in VALUES]
        if bad:
            yield Remark(line.place, f"“{line.label}”: “{bad[0]}” is {figure(bad[0]).state}")


def is_wide_list(grid: Grid, columns: Columns) -> bool:
    """Return whether ``grid`` has groups side by side, percentages alone and stages for labels."""
    places = {**columns.cells, **columns.shares}
    if not places or columns.total is not None:
        return False
    body = grid.rows[columns.rows :]
    values = [row[at] for row in body for at in places if row[at]]
    stages = sum(1 for row in body if point_stage(row[columns.label]))
    shares = [text for text in values if figure(text).share]
    counts = any(figure(text).count for text in values)
    return bool(shares) and not counts and stages >= LEAST_POINTS
