"""Counts, shares and changes as a protected report shows them: worked out from what is printed."""

from analytics.disclosure.cells import EVERYBODY, Cell
from analytics.disclosure.derived import HIDDEN, SYMBOLS, TOO_FEW, derive
from analytics.settled import SETTLED_ONE_IN
from reports.protected.material import Group, Part


def count(part: Part, cell: Cell) -> str:
    """Return a count as printed, or the symbol that stands for it."""
    if not part.has(cell):
        return TOO_FEW
    shown = part.published.counts[cell]
    return HIDDEN if shown is None else f"{shown:,}"


def share(part: Part, cell: Cell) -> str:
    """Return the percentage of everybody that a count is, or the symbol that stands for it."""
    return _derived("share", part, (cell, cell.everybody()))


def change(part: Part, first: Cell, last: Cell) -> str:
    """Return by how many percentage points a share changed, with its sign, or a symbol."""
    cells = (first, first.everybody(), last, last.everybody())
    text = _derived("change", part, cells)
    return text if text in SYMBOLS or text.startswith("-") or text == "0" else f"+{text}"


def _derived(rule: str, part: Part, cells: tuple[Cell, ...]) -> str:
    return derive(rule, cells, part.published) if all(map(part.has, cells)) else TOO_FEW


def counts_behind(part: Part, cell: Cell) -> str:
    """Return a share with its counts, the counts alone, or nothing where one is hidden."""
    own, everybody = count(part, cell), count(part, cell.everybody())
    if HIDDEN in {own, everybody}:
        return ""
    percentage = share(part, cell)
    counts = f"{own} of {everybody}"
    return counts if percentage in SYMBOLS else f"{percentage}% ({counts})"


def is_provisional(part: Part, stage: str) -> bool:
    """Return whether people may wait at an earlier stage, as far as the printed counts tell."""
    before = part.stages[: part.stages.index(stage)]
    waiting = [part.cell(each, outcome="pending") for each in before]
    return any(part.has(each) and part.published.counts[each] != 0 for each in waiting)


def last_settled(part: Part) -> str | None:
    """Return the last stage before which few wait, as far as the printed counts tell."""
    settled = None
    for earlier, stage in zip(part.stages, part.stages[1:], strict=False):
        entered, pending = part.cell(earlier), part.cell(earlier, outcome="pending")
        of, waiting = part.published.counts[entered], part.published.counts.get(pending, 0)
        if of is None or waiting is None or waiting * SETTLED_ONE_IN > of:
            break
        if part.published.counts[part.cell(stage)]:
            settled = stage
    return settled


def heading(group: Group) -> str:
    """Return what heads the column of a category."""
    return "All" if group == (EVERYBODY, EVERYBODY) else group[1]
