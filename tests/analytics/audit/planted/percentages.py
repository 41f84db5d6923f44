"""Percentages made wrong in the ways in which reports get them wrong."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from analytics.audit.printed import Cell, PrintedRow
from tests.analytics.audit.planted.draft import (
    Draft,
    Named,
    Place,
    Planted,
    is_right,
    quotient,
    slip,
)
from tests.analytics.audit.planted.reports import GROUPS

Quotient = tuple[int, int]
SEVERAL = 3


def _planted(
    draft: Draft, kind: str, row: PrintedRow, wrong: Mapping[Cell, Quotient]
) -> Planted | None:
    """Print other quotients in a row; only those that then look different are errors."""
    texts = {cell: draft.written.share(*each) for cell, each in wrong.items() if each[1] > 0}
    told = {cell: text for cell, text in texts.items() if not _right(row, cell, text)}
    if len(told) < min(len(wrong), 2) or not told:
        return None
    draft.put(row, replace(row, shares={**row.shares, **told}))
    places: dict[Cell, Place] = {cell: ("percentage", row.label, cell) for cell in told}
    named: Named = {places[cell]: quotient(*wrong[cell]) for cell in told}
    return Planted(kind, frozenset(places.values()), named=named)


def _right(row: PrintedRow, cell: Cell, text: str) -> bool:
    return is_right(text, row.counts[cell], row.total or 1)


def _some_cells(draft: Draft, row: PrintedRow, number: int) -> list[Cell]:
    cells = [cell for cell in row.shares if row.counts[cell]]
    chosen = draft.rng.permutation(len(cells))[:number]
    return [cells[place] for place in sorted(chosen)]


def other_total(draft: Draft, number: int) -> Planted | None:
    row = draft.some_row(draft.free_rows())
    if row is None:
        return None
    other = draft.some_row(_nearby(draft, row))
    if other is None or other.total == row.total:
        return None
    cells = _some_cells(draft, row, number)
    wrong = {cell: (row.counts[cell], other.total or 0) for cell in cells}
    return _planted(draft, f"total of another row, {_figures(number)}", row, wrong)


def other_row(draft: Draft, number: int) -> Planted | None:
    row = draft.some_row(draft.free_rows())
    if row is None:
        return None
    other = draft.some_row(_nearby(draft, row))
    if other is None:
        return None
    cells = _some_cells(draft, row, number)
    wrong = {cell: (other.counts[cell], other.total or 0) for cell in cells}
    return _planted(draft, f"figures of another row, {_figures(number)}", row, wrong)


def difference(draft: Draft, number: int) -> Planted | None:
    """Those who entered less those who failed or wait."""
    rows = [row for row in draft.free_rows() if row.outcome == "entered"]
    row = draft.some_row(rows)
    if row is None:
        return None
    parts = [each for each in draft.monitoring.rows if each.stage == row.stage and each is not row]
    part = draft.some_row(parts)
    if part is None:
        return None
    total = (row.total or 0) - (part.total or 0)
    cells = _some_cells(draft, row, number)
    wrong = {cell: (row.counts[cell] - part.counts[cell], total) for cell in cells}
    return _planted(draft, f"one row less another, {_figures(number)}", row, wrong)


def hidden_total(draft: Draft) -> Planted | None:
    """Everybody less a few who are nowhere printed."""
    row = draft.some_row(draft.free_rows())
    if row is None or (row.total or 0) < 20:
        return None
    total = (row.total or 0) - int(draft.rng.integers(1, 8))
    cells = _some_cells(draft, row, int(draft.rng.integers(3, 6)))
    if total in {each.total for each in draft.monitoring.rows} or len(cells) < SEVERAL:
        return None
    wrong = {cell: (row.counts[cell], total) for cell in cells}
    return _planted(draft, "a total nowhere printed", row, wrong)


def sum_of_parts(draft: Draft) -> Planted | None:
    """The total is misprinted, the percentages are of the sum of the parts."""
    free = [row for row in draft.movements.rows if row.label not in draft.taken]
    row = draft.some_row(free)
    if row is None or row.total is None:
        return None
    total = row.total + int(draft.rng.choice([-1, 1])) * int(draft.rng.integers(20, 120))
    changed = replace(row, total=total)
    told = [cell for cell, text in row.shares.items() if not _right(changed, cell, text)]
    if not told:
        return None
    draft.put(row, changed)
    named: Named = {
        ("percentage", row.label, cell): quotient(row.counts[cell], row.total) for cell in told
    }
    follows = frozenset({("total", row.label, ("ethnicity", "All"))})
    return Planted("over the sum of the parts", frozenset(named), follows, named)


def without_blanks(draft: Draft) -> Planted | None:
    row = draft.some_row(draft.free_rows())
    cells = _some_cells(draft, row, 8) if row else []
    groups = [cell for cell in cells if cell in GROUPS]
    if row is None or not groups:
        return None
    cell = groups[draft.rng.integers(len(groups))]
    total = (row.total or 0) - row.counts[cell[0], "Not stated"]
    return _planted(draft, "blanks left out", row, {cell: (row.counts[cell], total)})


def neighbouring_cell(draft: Draft) -> Planted | None:
    row = draft.some_row(draft.free_rows())
    if row is None:
        return None
    columns = list(row.counts)
    place = int(draft.rng.integers(len(columns)))
    step = 1 if place == 0 or (place < len(columns) - 1 and draft.rng.random() < 0.5) else -1
    count = row.counts[columns[place + step]]
    return _planted(draft, "neighbouring column", row, {columns[place]: (count, row.total or 0)})


def _nearby(draft: Draft, row: PrintedRow) -> list[PrintedRow]:
    """Rows up to four lines off: the hand slips there more easily than to the far end."""
    rows = list(draft.monitoring.rows)
    here = next(place for place, each in enumerate(rows) if each is row)
    return [each for place, each in enumerate(rows) if 0 < abs(place - here) <= 4]


def _figures(number: int) -> str:
    return "one figure" if number == 1 else "several figures"


def _rewritten(
    draft: Draft, kind: str, names: tuple[str, ...], rewrite: Callable[[Draft, str], str]
) -> Planted | None:
    """Write one right percentage in another way."""
    row = draft.some_row(draft.free_rows())
    cells = _some_cells(draft, row, 1) if row else []
    if row is None or not cells:
        return None
    [cell] = cells
    text = rewrite(draft, row.shares[cell].rstrip("%")) + "%"
    if not text[0].isdigit() or text.endswith(".%") or _right(row, cell, text):
        return None
    draft.put(row, replace(row, shares={**row.shares, cell: text}))
    place: Place = ("percentage", row.label, cell)
    return Planted(kind, frozenset({place}), named={place: slip(*names)} if names else {})


def dropped(draft: Draft) -> Planted | None:
    def rewrite(draft: Draft, text: str) -> str:
        place = int(draft.rng.choice([at for at, each in enumerate(text) if each.isdigit()]))
        return text[:place] + text[place + 1 :]

    return _rewritten(draft, "a digit dropped", ("dropped",), rewrite)


def changed(draft: Draft) -> Planted | None:
    def rewrite(draft: Draft, text: str) -> str:
        place = int(draft.rng.choice([at for at, each in enumerate(text) if each.isdigit()]))
        return text[:place] + str(draft.rng.integers(10)) + text[place + 1 :]

    return _rewritten(draft, "a digit changed", ("changed", "one too high", "one too low"), rewrite)


def added(draft: Draft) -> Planted | None:
    def rewrite(draft: Draft, text: str) -> str:
        place = int(draft.rng.integers(len(text) + 1))
        return text[:place] + str(draft.rng.integers(10)) + text[place:]

    return _rewritten(draft, "a digit added", ("added",), rewrite)


def exchanged(draft: Draft) -> Planted | None:
    def rewrite(draft: Draft, text: str) -> str:
        places = [at for at, each in enumerate(text) if each.isdigit()]
        first = int(draft.rng.integers(len(places) - 1))
        one, other = places[first], places[first + 1]
        digits = list(text)
        digits[one], digits[other] = digits[other], digits[one]
        return "".join(digits)

    return _rewritten(
        draft, "digits exchanged", ("exchanged", "one too high", "one too low"), rewrite
    )


def truncated(draft: Draft) -> Planted | None:
    row = draft.some_row(draft.free_rows())
    cells = _some_cells(draft, row, 1) if row else []
    if row is None or not cells:
        return None
    [cell] = cells
    scale = 10**draft.written.decimals
    units = 100 * row.counts[cell] * scale // (row.total or 1)
    text = f"{units // scale}.{units % scale:0{draft.written.decimals}}%"
    if _right(row, cell, text):
        return None
    draft.put(row, replace(row, shares={**row.shares, cell: text}))
    return Planted("truncated", frozenset({("percentage", row.label, cell)}))


def rounded_twice(draft: Draft) -> Planted | None:
    row = draft.some_row(draft.free_rows())
    cells = _some_cells(draft, row, 1) if row else []
    if row is None or not cells or draft.written.decimals < 2:
        return None
    [cell] = cells
    tenths = (2000 * row.counts[cell] + (row.total or 1)) // (2 * (row.total or 1))
    text = f"{tenths // 10}.{tenths % 10}0%"
    if _right(row, cell, text):
        return None
    draft.put(row, replace(row, shares={**row.shares, cell: text}))
    place: Place = ("percentage", row.label, cell)
    names = ("rounded twice", "one too high", "one too low")
    return Planted("rounded twice", frozenset({place}), named={place: slip(*names)})
