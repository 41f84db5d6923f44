"""The counts of a monitoring table's rows: those printed, and those that are the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.ingest.layouts.collecting import Collected
from recruitment.ingest.layouts.monitoring_columns import Role
from recruitment.ingest.layouts.monitoring_figures import blank_figure
from recruitment.ingest.layouts.monitoring_headings import Cell
from recruitment.ingest.layouts.monitoring_lines import Draft
from recruitment.ingest.mapping.mapping import Characteristic, Mapping
from recruitment.ingest.recognition.vocabulary import NOT_STATED
from recruitment.ingest.sources.understood import told

# As many missing categories as a message names.
FEW = 3
# Where the numbers may be about a person.
OVER = "is more than the total, alone or with the others of its characteristic"


@dataclass(frozen=True, slots=True)
class Counted:
    """A row with its counts.

    Attributes:
        draft: The row.
        total: Everybody counted in it.
        counts: People by characteristic and category, all categories of each.
    """

    draft: Draft
    total: int
    counts: dict[Cell, int]


@dataclass(frozen=True, slots=True)
class Remainders:
    """The category of each characteristic that is the rest of the total, None where there is none.

    Attributes:
        rests: By characteristic.
    """

    rests: dict[str, str | None]

    def notes(self, mapping: Mapping) -> tuple[str, ...]:
        """Return what a reader must know of them."""
        rests = [name for name in self.rests.values() if name]
        blanks = [code for code, name in self.rests.items() if name == NOT_STATED]
        if not rests:
            return ()
        known = [name for name in mapping.characteristics if name in blanks]
        listed = ", ".join(name for name in rests if name != NOT_STATED)
        said = [f"Not printed, and so the rest of each total: {listed}."] if listed else []
        if known:
            said.append(f"Those who did not state {', '.join(known)} are the rest of each total.")
        return tuple(said)


def remainders(drafts: Sequence[Draft], mapping: Mapping, collected: Collected) -> Remainders:
    """Return which category of each characteristic is the rest, or note why none can be."""
    tables = {id(draft.columns): draft for draft in drafts}
    codes = dict.fromkeys(cell[0] for draft in tables.values() for cell in _cells(draft).values())
    rests: dict[str, str | None] = {}
    for code in (code for code in mapping.characteristics if code in codes):
        for draft in tables.values():
            printed = {cell[1] for cell in _cells(draft).values() if cell[0] == code}
            lacking = _lacking(mapping.characteristics[code], printed)
            rest = lacking[0] if lacking else None
            if not printed:
                what = f"{code} is counted in another table, and has no columns here"
                collected.fault(draft.sheet.place(draft.heading), what)
            elif len(lacking) > 1:
                _unsettled(code, lacking, draft, collected)
            elif rests.setdefault(code, rest) != rest:
                what = f"{code} is counted in other columns than in the table above"
                collected.fault(draft.sheet.place(draft.heading), what)
    return Remainders(rests)


def counted_row(draft: Draft, rests: Remainders, collected: Collected) -> Counted:
    """Return the counts of a row, and note those that cannot be read or are over the total."""
    total_at = next(at for at, each in enumerate(draft.columns) if each.role is Role.total)
    total = _read(draft, total_at, collected)
    read = {at: _read(draft, at, collected) for at in _cells(draft)}
    found = {_cells(draft)[at]: (at, people) for at, people in read.items() if people is not None}
    if total is None:
        return Counted(draft, 0, {})
    counts = {cell: people for cell, (_, people) in found.items()}
    for code, rest in rests.rests.items():
        own = {cell: each for cell, each in found.items() if cell[0] == code}
        _judge(draft, total, own, collected)
        if rest is not None:
            counts[code, rest] = total - sum(people for _, people in own.values())
    return Counted(draft, total, counts)


def _cells(draft: Draft) -> dict[int, Cell]:
    return {
        at: each.cell
        for at, each in enumerate(draft.columns)
        if each.role is Role.people and each.cell
    }


def _lacking(characteristic: Characteristic, printed: set[str]) -> list[str]:
    # A part beside a group is printed only where somebody is in it.
    parts = all(each.kind in {"part", "not stated"} for each in characteristic.categories)
    return [
        each.name
        for each in characteristic.categories
        if each.name not in printed and (parts or each.kind != "part")
    ]


def _unsettled(code: str, lacking: Sequence[str], draft: Draft, collected: Collected) -> None:
    if NOT_STATED in lacking:
        what = f"no column has those who did not state {code}; head it “Blank” beside the group"
    else:
        more = f" and {len(lacking) - FEW} more" if len(lacking) > FEW else ""
        names = f"{', '.join(lacking[:FEW])}{more}"
        what = f"no columns count {names} of {code}, and only one category can be the rest"
    collected.fault(draft.sheet.place(draft.heading), what)


def _read(draft: Draft, at: int, collected: Collected) -> int | None:
    column = draft.columns[at]
    blank = column.cell is not None and column.cell[1] == NOT_STATED
    written = draft.texts.get(at, "")
    text = blank_figure(written) if blank else written
    where = draft.place(at)
    if blank and written and not text:
        collected.fault(where, f"{told(written, certain=draft.certain)} has no number")
        return None
    return collected.count(text, where, certain=draft.certain)


def _judge(
    draft: Draft, total: int, own: dict[Cell, tuple[int, int]], collected: Collected
) -> None:
    over = [(cell, at, people) for cell, (at, people) in own.items() if people > total]
    for cell, at, people in over:
        what = f"{people:,} {cell[1]} are more than the total of {total:,}"
        collected.fault(draft.place(at), what if draft.certain else OVER)
    together = sum(people for _, people in own.values())
    if together > total and not over:
        said = " and ".join(f"{people:,} {cell[1]}" for cell, (_, people) in own.items())
        what = f"{said} are {together:,} together, more than the total of {total:,}"
        where = draft.place(max(at for at, _ in own.values()))
        collected.fault(where, what if draft.certain else OVER)
