"""People who joined and left, over periods that are recorded or follow from those that are."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from analytics.pass_rates import STATED
from analytics.periods import Period, combination, taken_apart

JOINED, LEFT = BOTH = ("joined", "left")
EVERYBODY, ALL = "all", "All"
SERIES = ("unit", "role", "characteristic")
COUNTS = (
    "joiners",
    "leavers",
    "reference_joiners",
    "reference_leavers",
    "not_stated_joiners",
    "not_stated_leavers",
    "all_joiners",
    "all_leavers",
)
Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Movements:
    """All that is recorded on one characteristic of one role in one unit.

    Attributes:
        unit: Such as ``Leicestershire Police``.
        role: Such as ``Police officer``.
        characteristic: Such as ``ethnicity``.
        kinds: The kind of each category, in the order of the categories.
        recorded: By direction and period, the people of each category; one that is not recorded
            there is nobody, because the categories add up to everybody.
    """

    unit: str
    role: str
    characteristic: str
    kinds: dict[str, str]
    recorded: dict[str, dict[Period, Counts]] = field(default_factory=dict)

    def periods(self, direction: str) -> Collection[Period]:
        """Return the periods recorded for a direction."""
        return self.recorded.get(direction, {}).keys()

    def signs(self, direction: str, period: Period) -> dict[Period, int]:
        """Return the recorded periods to add (1) and take away (-1) for one; empty for no way."""
        return combination(period, self.periods(direction)) or {}

    def combined(self, direction: str, period: Period) -> Counts | None:
        """Return the people of each category, below 0 where the records contradict each other.

        None where what is recorded does not give the period.
        """
        recorded = self.recorded.get(direction, {})
        signs = self.signs(direction, period)
        if not signs:
            return None
        return {
            category: sum(sign * recorded[part].get(category, 0) for part, sign in signs.items())
            for category in self.kinds
        }

    def people(self, direction: str, period: Period) -> Counts | None:
        """Return the people of each category; None where not known, or known to be wrong."""
        counts = self.combined(direction, period)
        return None if counts is None or min(counts.values()) < 0 else counts

    def total(self, direction: str, period: Period) -> int | None:
        """Return the people of all categories."""
        counts = self.people(direction, period)
        return None if counts is None else sum(counts.values())

    def known(
        self, directions: Collection[str] = BOTH, wanted: Collection[Period] = ()
    ) -> tuple[Period, ...]:
        """Return the periods in which all ``directions`` are known, the longest of a start first.

        Those of ``wanted``, or all that are recorded, and what these are taken apart into.
        """
        recorded = {period for each in directions for period in self.periods(each)}
        found = {period for period in wanted or recorded if self._has(directions, period)}
        parts = {period for period in taken_apart(found) if self._has(directions, period)}
        return tuple(sorted(found | parts, key=lambda period: (period.start, -period.days)))

    def _has(self, directions: Collection[str], period: Period) -> bool:
        return all(self.people(each, period) is not None for each in directions)


def movements_of(rows: pl.DataFrame) -> list[Movements]:
    """Return the rows of ``queries.movements`` as one object to each characteristic of a role."""
    found: dict[tuple[str, ...], Movements] = {}
    ordered = rows.sort("category_order", maintain_order=True)
    for row in ordered.to_dicts():
        unit, role, characteristic = key = tuple(row[name] for name in SERIES)
        own = found.setdefault(key, Movements(unit, role, characteristic, {}))
        own.kinds[row["category"]] = row["kind"]
        by_period = own.recorded.setdefault(row["direction"], {})
        counts = by_period.setdefault(Period(row["period_start"], row["period_end"]), {})
        counts[row["category"]] = row["people"]
    return list(found.values())


def joiners_and_leavers(
    movements: Collection[Movements], wanted: Collection[Period] = ()
) -> pl.DataFrame:
    """Return each group's joiners and leavers beside those of everybody else.

    Args:
        movements: What ``movements_of`` returns.
        wanted: The periods asked about; none means all that are recorded. Where some of them
            overlap and can be taken apart, what they are taken apart into comes with them.

    Returns:
        One row per unit, role, characteristic of two categories or more, group, and period in
        which joiners and leavers are both known: counts of the group, of those it is compared with
        (all who stated another answer), of those who did not state, and of everybody. ``derived``
        says that the period is not recorded in both directions but follows from those that are.
    """
    rows = [
        _row(own, group, period)
        for own in movements
        if len(own.kinds) > 1
        for group in (name for name, kind in own.kinds.items() if kind == "group")
        for period in own.known(wanted=wanted)
    ]
    texts = dict.fromkeys((*SERIES, "group", "reference", "period"), pl.String)
    dates = dict.fromkeys(("period_start", "period_end"), pl.Date)
    numbers = dict.fromkeys(COUNTS, pl.Int64)
    return pl.DataFrame(rows, schema=texts | dates | numbers | {"derived": pl.Boolean})


def everybody(movements: Collection[Movements]) -> list[Movements]:
    """Return who joined and left in all, to each role: where its characteristics agree on it."""
    totals: dict[tuple[str, str], Movements] = {}
    for unit, role in dict.fromkeys((own.unit, own.role) for own in movements):
        whole = Movements(unit, role, EVERYBODY, {ALL: "part"})
        own = [each for each in movements if (each.unit, each.role) == (unit, role)]
        for direction in BOTH:
            agreed = whole.recorded.setdefault(direction, {})
            for period in {period for each in own for period in each.known((direction,))}:
                total, *others = {each.total(direction, period) for each in own} - {None}
                if total is not None and not others:
                    agreed[period] = {ALL: total}
        totals[unit, role] = whole
    return list(totals.values())


def others_than(own: Movements, group: str) -> list[str]:
    """Return those whom a group is compared with: all who stated another answer.

    The comparators, or where there is none every other category but Not stated.
    """
    comparators = [name for name, kind in own.kinds.items() if kind == "comparator"]
    stated = [name for name, kind in own.kinds.items() if kind != "not stated"]
    return comparators or [name for name in stated if name != group]


def _row(own: Movements, group: str, period: Period) -> dict[str, Any]:
    joined, left = own.people(JOINED, period), own.people(LEFT, period)
    others = others_than(own, group)
    blanks = [name for name, kind in own.kinds.items() if kind == "not stated"]
    if joined is None or left is None:
        raise AssertionError("only periods in which both are known are asked for")
    sides = {"": [group], "reference_": others, "not_stated_": blanks, "all_": list(own.kinds)}
    return {
        "unit": own.unit,
        "role": own.role,
        "characteristic": own.characteristic,
        "group": group,
        "reference": others[0] if len(others) == 1 else STATED,
        "period": str(period),
        "period_start": period.start,
        "period_end": period.end,
        "derived": not {period} <= set(own.periods(JOINED)) & set(own.periods(LEFT)),
        **{f"{side}joiners": _sum(joined, names) for side, names in sides.items()},
        **{f"{side}leavers": _sum(left, names) for side, names in sides.items()},
    }


def _sum(counts: Counts, names: Collection[str]) -> int:
    return sum(counts[name] for name in names)
