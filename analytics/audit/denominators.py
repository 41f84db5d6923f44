"""Totals that are nowhere printed, but that the percentages of a row point to together."""

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction

from analytics.audit.candidates import COST, Candidate, Kind, distances
from analytics.audit.numbers import PrintedNumber, printed_number
from analytics.audit.printed import Cell, PrintedRow, PrintedTable
from analytics.audit.severity import fits

Wrong = Mapping[Cell, PrintedNumber]

AGREEING = 2  # figures that must point to one denominator before it is one
LARGEST_FITTED = 1000
BY_CHANCE = 0.001


def wrong_figures(row: PrintedRow) -> dict[Cell, PrintedNumber]:
    """Return the printed percentages of ``row`` that its own counts do not give."""
    figures = ((cell, printed_number(text)) for cell, text in row.shares.items())
    return {
        cell: printed
        for cell, printed in figures
        if printed is not None and not fits(printed, row.counts.get(cell), row.total)
    }


def shared_denominators(
    table: PrintedTable, row: PrintedRow, cell: Cell, wrong: Wrong
) -> Iterator[tuple[Candidate, float]]:
    """Yield each total, nowhere printed, that wrong figures and the counts of one row point to.

    With each comes how many totals this figure alone may point to, with the counts of its own row
    and of all that are no farther off than the one whose counts they are.
    """
    kind, printed = Kind.shared_denominator, wrong[cell]
    if printed.value <= 0 or len(wrong) < AGREEING:
        return
    totals = {row.total, *(other.total for other in table.rows)}
    tried = 0.0
    for away, counted in _by_distance(table, row):
        count = counted.counts.get(cell, 0)
        lowest, highest = _range(count, printed)
        tried += float(highest - lowest)
        for total in range(max(math.ceil(lowest), count, 1), math.floor(highest) + 1):
            if total not in totals and _explained(wrong, counted, total) >= AGREEING:
                key, labels = (kind, away, total), (counted.label,) if away else ()
                cost = COST[kind] + math.log1p(away)
                yield Candidate(kind, key, count, total, labels, cost=cost), tried


def _by_distance(table: PrintedTable, row: PrintedRow) -> list[tuple[int, PrintedRow]]:
    """Return the row itself and the others, the nearest first."""
    others = zip(distances(table, row), table.rows, strict=True)
    return sorted([(0, row), *(pair for pair in others if pair[0])], key=lambda pair: pair[0])


def _range(count: int, printed: PrintedNumber) -> tuple[Fraction, Fraction]:
    """Return between which denominators ``count`` gives what is printed."""
    value = printed.exact
    highest = max(value - printed.unit / 2, printed.unit / 2)
    return 100 * count / (value + printed.unit), 100 * count / highest


def _explained(wrong: Wrong, counted: PrintedRow, total: int) -> int:
    """Count the wrong figures that the counts of ``counted`` over ``total`` give."""
    return sum(
        printed.value > 0 and fits(printed, counted.counts.get(cell), total)
        for cell, printed in wrong.items()
    )


def fitting_denominators(
    table: PrintedTable, cell: Cell, wrong: Wrong
) -> Iterator[tuple[Candidate, float]]:
    """Yield the least denominator that gives every wrong figure of a row, whatever the counts.

    For a row of which the counts themselves are in doubt. There is none where fewer than two
    figures other than 0 are wrong, or where so large a denominator fits anything. With it comes how
    likely it is that some denominator so large fits them all by chance.
    """
    figures = [printed for printed in wrong.values() if printed.value > 0]
    if wrong[cell].value <= 0 or len(figures) < AGREEING:
        return
    kind = Kind.fitting_denominator
    for total in range(2, LARGEST_FITTED):
        if all(_numerator(printed, total) is not None for printed in figures):
            by_chance, count = _chance(figures, total), _numerator(wrong[cell], total)
            labels = tuple(row.label for row in table.rows if row.total == total)[:1]
            found = Candidate(kind, (kind, total), count, total, labels, cost=COST[kind])
            if by_chance < BY_CHANCE:
                yield found, by_chance
            return


def _chance(printed: list[PrintedNumber], total: int) -> float:
    """How likely it is that some denominator up to ``total`` fits them all by chance."""
    return total * math.prod(min(1.0, 2 * float(each.unit) * total / 100) for each in printed)


def _numerator(printed: PrintedNumber, total: int) -> int | None:
    """Return the whole number that makes up the share printed of ``total``, if there is one."""
    nearest: int = printed.units * total // (100 * 10**printed.decimals)
    for count in (nearest, nearest + 1):
        if fits(printed, count, total):
            return count
    return None
