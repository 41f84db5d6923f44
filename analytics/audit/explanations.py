"""Why a printed percentage is wrong: searched for among all that its table allows, and ranked.

An explanation is a mistake that gives the printed figure. Some mistake nearly always does, so each
comes with how likely it is that any at least as plausible would fit by chance, and with how many
wrong figures of the row it explains; what chance gives too easily is left out.
"""

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from analytics.audit.candidates import Candidate, Kind, candidates
from analytics.audit.chance import agreeing_by_chance, hit, units_given, window
from analytics.audit.denominators import (
    Wrong,
    fitting_denominators,
    shared_denominators,
    wrong_figures,
)
from analytics.audit.digit_slips import digit_slips
from analytics.audit.numbers import PrintedNumber
from analytics.audit.printed import Cell, PrintedRow, PrintedTable

BY_CHANCE = 0.05
AGREEING_BY_CHANCE = 0.01  # asked of several figures on top of what single ones may claim
MOST = 3


@dataclass(frozen=True, slots=True)
class Explanation:
    """One way in which a printed percentage may have come about.

    Attributes:
        found: The mistake that gives it.
        support: How many wrong figures of the row it explains, this one included.
        chance: How likely it is that a mistake at least as plausible explains so many by chance,
            0-1.
    """

    found: Candidate
    support: int
    chance: float


@dataclass(frozen=True, slots=True)
class _Fit:
    """A mistake that gives the figure, and what chance would give.

    ``covered`` is the chance that one at least as plausible gives this figure, ``tried`` how many
    are expected to.
    """

    found: Candidate
    covered: float
    tried: float


def explanations(table: PrintedTable, row: PrintedRow, cell: Cell) -> list[Explanation]:
    """Return at most ``MOST`` explanations of one printed percentage, the best first.

    Args:
        table: The table that it stands in.
        row: Its row.
        cell: Its cell, which has a printed share.

    Returns:
        An empty list where the figure is right, or where nothing fits better than by chance: the
        error is undetermined.
    """
    return explanations_by_cell(table, row).get(cell, [])


def explanations_by_cell(table: PrintedTable, row: PrintedRow) -> dict[Cell, list[Explanation]]:
    """Return the explanations of every wrong percentage of a row, as ``explanations`` does."""
    wrong = wrong_figures(row)
    fitting = {cell: list(_fits(table, row, cell, wrong)) for cell in wrong}
    support = Counter[Hashable](
        key
        for cell, fits in fitting.items()
        for key in {each.found.key for each in fits}
        if wrong[cell].value > 0  # a share of 0 is given by everything, so it supports nothing
    )
    return {cell: _best(_weighed(cell, fits, wrong, support)) for cell, fits in fitting.items()}


def _fits(table: PrintedTable, row: PrintedRow, cell: Cell, wrong: Wrong) -> Iterator[_Fit]:
    """Yield every mistake that gives one figure, the most plausible first."""
    printed = wrong[cell]
    if printed.units < 0:
        return
    plausible, once = window(printed), hit(printed)
    covered: set[int] = set()
    tried = 0.0
    for each, given in sorted(_given(table, row, cell, printed), key=lambda pair: pair[0].cost):
        covered |= {units for units in given if units in plausible}
        tried += once
        if printed.units in given:
            yield _Fit(each, len(covered) / len(plausible), tried)
    for each, totals in shared_denominators(table, row, cell, wrong):
        yield _Fit(each, 1.0, totals)
    for each, by_chance in fitting_denominators(table, cell, wrong):
        yield _Fit(each, by_chance, 1.0)


def _given(
    table: PrintedTable, row: PrintedRow, cell: Cell, printed: PrintedNumber
) -> Iterator[tuple[Candidate, set[int]]]:
    """Yield every mistake with the figures it gives, in units of the last digit."""
    for each in candidates(table, row, cell):
        if each.numerator is not None and each.denominator:
            yield each, set(units_given(printed, each.numerator, each.denominator))
    for slip, values in digit_slips(printed, row, cell):
        scaled = (value.scaleb(printed.decimals) for value in values)
        yield slip, {int(units) for units in scaled if units == units.to_integral_value()}


def _weighed(
    cell: Cell, fits: list[_Fit], wrong: Wrong, support: Counter[Hashable]
) -> Iterator[Explanation]:
    others = [printed for other, printed in wrong.items() if other != cell and printed.value > 0]
    for each in fits:
        agreeing = 1 if each.found.kind is Kind.digit_slip else max(support[each.found.key], 1)
        chance, most = each.covered, BY_CHANCE
        if agreeing > 1 and each.found.kind is not Kind.fitting_denominator:
            most = AGREEING_BY_CHANCE
            chance = min(1.0, each.tried * agreeing_by_chance(others, agreeing))
        if chance <= most:
            yield Explanation(each.found, agreeing, chance)


def _best(found: Iterator[Explanation]) -> list[Explanation]:
    """The best first: counts before mere denominators, then most figures explained, then cost.

    What explains fewer figures of the row than the best does is no rival to it, and neither is
    another way to the same quotient, or another slip of the hand.
    """
    ranked = sorted(
        found,
        key=lambda each: (
            each.found.kind is Kind.fitting_denominator,
            -each.support,
            each.found.cost,
            each.chance,
        ),
    )
    rivals: dict[Hashable, Explanation] = {}
    for each in ranked:
        quotient = (each.found.numerator, each.found.denominator)
        if each.support == ranked[0].support:
            rivals.setdefault(quotient, each)
    return list(rivals.values())[:MOST]
