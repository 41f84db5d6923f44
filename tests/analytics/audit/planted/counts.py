"""Counts, lists and changes made wrong."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from analytics.audit.flows import EVERYBODY
from analytics.audit.printed import Cell, PrintedRow
from tests.analytics.audit.planted.draft import Draft, Place, Planted, is_right, quotient
from tests.analytics.audit.planted.reports import GROUPS

BLANKS = tuple((cell[0], "Not stated") for cell in GROUPS)
CELLS: dict[str, tuple[Cell, ...]] = {"total": (EVERYBODY,), "group": GROUPS, "blank": BLANKS}


def broken_flow(draft: Draft, whose: str) -> Planted | None:
    """One count is misprinted, and its percentage follows the misprint.

    Two errors in one flow may cancel, and a list may become right of a misprinted count, so neither
    is made.
    """
    row = draft.some_row([each for each in draft.free_rows() if each.outcome != "passed"])
    if row is None or (row.outcome == "entered" and draft.lists_taken):
        return None
    cells = CELLS[whose]
    cell = cells[draft.rng.integers(len(cells))]
    places, follows = _flows_of(draft, row, cell)
    changed = _with_count(draft, row, cell, int(draft.rng.choice([-3, -2, -1, 1, 2, 3])))
    if changed is None or draft.flows_taken & (places | follows):
        return None
    draft.put(row, changed)
    draft.flows_taken |= places | follows
    return Planted(f"flow: the {whose}", places, follows)


def _flows_of(
    draft: Draft, row: PrintedRow, cell: Cell
) -> tuple[frozenset[Place], frozenset[Place]]:
    """Return the flow that a count belongs to, and what else a misprint of it disturbs."""
    about = None if cell == EVERYBODY else cell
    entered = _entered(draft)
    stage = next(at for at, each in enumerate(entered) if each.stage == row.stage)
    own = entered[stage].label
    places = frozenset[Place]({("flow", own, about)})
    if row.outcome != "entered":
        return places, frozenset()
    # Who enters a stage also comes out of the one before, and is in the lists.
    before: set[Place] = {("flow", entered[stage - 1].label, about)} if stage else set()
    groups = GROUPS if about is None else (cell,)
    lists: set[Place] = {("series", own, group) for group in groups}
    return places, frozenset(before | lists | {("change", "", group) for group in groups})


def _entered(draft: Draft) -> list[PrintedRow]:
    return [row for row in draft.monitoring.rows if row.outcome == "entered"]


def _with_count(draft: Draft, row: PrintedRow, cell: Cell, step: int) -> PrintedRow | None:
    total = (row.total or 0) + (step if cell == EVERYBODY else 0)
    counts = dict(row.counts)
    if cell != EVERYBODY:
        counts[cell] += step
    pairs = [(counts[each], counts[each[0], "Not stated"]) for each in GROUPS]
    if min(counts.values()) < 0 or total < 1 or any(sum(pair) > total for pair in pairs):
        return None
    shares = {each: draft.written.share(count, total) for each, count in counts.items()}
    return replace(row, total=total, counts=counts, shares=shares)


def broken_total(draft: Draft) -> Planted | None:
    """A total of joiners or leavers that its parts do not make, with percentages of it."""
    row = draft.some_row([each for each in draft.movements.rows if each.label not in draft.taken])
    if row is None or row.total is None:
        return None
    total = row.total + int(draft.rng.choice([-10, -2, -1, 1, 2, 10]))
    shares = {cell: draft.written.share(count, total) for cell, count in row.counts.items()}
    draft.put(row, replace(row, total=total, shares=shares))
    places: set[Place] = {("total", row.label, ("ethnicity", "All"))}
    return Planted("a total that does not add up", frozenset(places))


def shifted_lists(draft: Draft) -> Planted | None:
    """Every value of every list is printed one stage too early."""
    if not _take_lists(draft) or len(draft.series[0].points) < 3:
        return None
    entered = {row.stage: row for row in _entered(draft)}
    named = {}
    for at, series in enumerate(draft.series):
        points = list(series.points)
        for place, (point, later) in enumerate(pairwise(points)):
            own, other = entered[point.stage], entered[later.stage]
            text = draft.written.share(other.counts[series.cell], other.total or 1)
            points[place] = replace(point, printed=text)
            if not is_right(text, own.counts[series.cell], own.total or 1):
                where: Place = ("series", point.label, series.cell)
                named[where] = quotient(other.counts[series.cell], other.total or 1)
        points[-1] = replace(points[-1], printed="not available")
        draft.series[at] = replace(series, points=tuple(points), change=None)
    return Planted("a list shifted by a stage", frozenset(named), named=named) if named else None


def wrong_change(draft: Draft) -> Planted | None:
    """A change that is not the difference of the ends printed over it."""
    if not _take_lists(draft):
        return None
    at = int(draft.rng.integers(len(draft.series)))
    series = draft.series[at]
    right = Decimal((series.change or "0").rstrip("%"))
    off = Decimal(int(draft.rng.integers(2, 300))).scaleb(-draft.written.decimals)
    wrong = -right if draft.rng.random() < 0.3 and right else right + off
    draft.series[at] = replace(series, change=f"{wrong:+}%")
    return Planted("change: wrong arithmetic", frozenset({("change", "", series.cell)}))


def unlike_change(draft: Draft) -> Planted | None:
    """The last value and the change are of people some of whom are left out."""
    if not _take_lists(draft):
        return None
    at = int(draft.rng.integers(len(draft.series)))
    series, row, first = draft.series[at], _entered(draft)[-1], _entered(draft)[0]
    out = int(draft.rng.integers(1, 8))
    count, total = row.counts[series.cell] - int(draft.rng.integers(2)), (row.total or 0) - out
    if count < 0 or total < 1 or row.label in draft.taken:
        return None
    text = draft.written.share(count, total)
    if is_right(text, row.counts[series.cell], row.total or 1):
        return None
    last = replace(series.points[-1], printed=text)
    points = (*series.points[:-1], last)
    change = draft.written.change((first.counts[series.cell], first.total or 1), (count, total))
    if change == series.change:
        return None
    draft.series[at] = replace(series, points=points, change=change)
    places: set[Place] = {("change", "", series.cell), ("series", last.label, series.cell)}
    return Planted("change: not like for like", frozenset(places))


def _take_lists(draft: Draft) -> bool:
    free, draft.lists_taken = not draft.lists_taken, True
    return free and len(draft.series[0].points) > 1
