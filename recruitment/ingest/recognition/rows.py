"""The rows of a table of counts, and what in them could not be read."""

from collections.abc import Iterator

from analytics.audit.printed import Cell, PrintedRow
from recruitment.ingest.blocks import Grid
from recruitment.ingest.recognition.columns import ALL, Columns, Role
from recruitment.ingest.recognition.figures import DECIMAL, State, figure
from recruitment.ingest.recognition.lines import Draft, Lines
from recruitment.ingest.recognition.places import Remark

UNREAD = {State.suppressed, State.not_available, State.unreadable}


def printed_rows(grid: Grid, columns: Columns) -> tuple[list[PrintedRow], list[Remark]]:
    """Return the rows of counts of ``grid``, and what in them was not understood."""
    lines = Lines(columns)
    for row, place in list(zip(grid.rows, grid.places, strict=True))[columns.rows :]:
        if any(row):
            lines.take(row, place)
    rows = [_printed(draft, columns) for draft in lines.drafts]
    remarks = [
        remark
        for draft, row in zip(lines.drafts, rows, strict=True)
        for remark in _unread(draft, row, columns)
    ]
    return rows, [*lines.remarks, *remarks]


def _printed(draft: Draft, columns: Columns) -> PrintedRow:
    total = None if columns.total is None else figure(draft.texts[columns.total]).count
    counts = {
        cell: count
        for at, cell in columns.cells.items()
        if (count := figure(draft.texts[at]).count) is not None
    }
    return PrintedRow(draft.label, draft.place, total, counts, dict(_shares(draft, columns)))


def _shares(draft: Draft, columns: Columns) -> Iterator[tuple[Cell, str]]:
    for at, cell in columns.cells.items():
        beside = figure(draft.texts[at]).share
        under = share_text(draft.shares[at]) if draft.shares else None
        if printed := under or beside:
            yield cell, printed
    for at, cell in columns.shares.items():
        if printed := share_text(draft.texts[at]):
            yield cell, printed
    if columns.total is not None:
        beside = figure(draft.texts[columns.total]).share
        under = share_text(draft.shares[columns.total]) if draft.shares else None
        if printed := under or beside:
            yield ALL, printed


def share_text(text: str) -> str | None:
    """Return the percentage that ``text`` prints where one is expected, or None.

    >>> share_text("19.41 %*"), share_text("Blank 3.1%"), share_text("0"), share_text("n/a")
    ('19.41 %', '3.1%', '0', None)
    """
    read = figure(text)
    if read.share:
        return read.share
    if read.count is not None:
        return str(read.count)
    return text if DECIMAL.fullmatch(text) else None


def _unread(draft: Draft, row: PrintedRow, columns: Columns) -> Iterator[Remark]:
    faults = [*_unread_counts(draft, columns), *_unread_shares(draft, columns)]
    faults += _left_over(draft, row, columns)
    missing = [f"{text} ({cell[1]})" for cell, text in row.shares.items() if not _based(row, cell)]
    if missing:
        lacking = "no total" if row.total is None else "no count of it"
        faults.append(f"{', '.join(missing)} cannot be checked: {lacking} can be read")
    if faults:
        yield Remark(draft.place, f"“{row.label}”: {'; '.join(faults)}")


def _based(row: PrintedRow, cell: Cell) -> bool:
    return bool(row.total) and (cell in row.counts or cell == ALL)


def _unread_counts(draft: Draft, columns: Columns) -> Iterator[str]:
    places = {**columns.cells} | ({} if columns.total is None else {columns.total: ALL})
    for at, cell in sorted(places.items()):
        state = figure(draft.texts[at]).state
        if state in UNREAD:
            name = "the total" if cell == ALL else " ".join(dict.fromkeys((cell[0], cell[1])))
            yield f"{name} “{draft.texts[at]}” is {state}"


def _unread_shares(draft: Draft, columns: Columns) -> Iterator[str]:
    own = [draft.texts[at] for at in columns.shares]
    under = [draft.shares[at] for at in columns.cells] if draft.shares else []
    for text in (*own, *under):
        if text and share_text(text) is None and figure(text).state in UNREAD:
            yield f"the percentage “{text}” is {figure(text).state}"


def _left_over(draft: Draft, row: PrintedRow, columns: Columns) -> Iterator[str]:
    # A percentage where none is expected, or beside another of the same people.
    unknown = columns.places(Role.unknown)
    for at, text in (*enumerate(draft.texts), *enumerate(draft.shares)):
        printed = figure(text).share
        if printed and at not in {columns.label, *unknown} and printed not in row.shares.values():
            yield f"“{text}” is not read: no percentage is expected there, or another is read"
