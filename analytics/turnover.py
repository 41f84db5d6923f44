"""Who joined and left in one period: a group beside everybody."""

from dataclasses import dataclass

from analytics.movements import BOTH, JOINED, LEFT, Counts, Movements
from analytics.periods import Period, combination
from analytics.representation import Blank


@dataclass(frozen=True, slots=True)
class Turnover:
    """People who joined and left in a period; everybody is with or without Not stated.

    Attributes:
        period: When.
        joiners_of_group: Of those who joined.
        joiners: Everybody who joined.
        leavers_of_group: Of those who left.
        leavers: Everybody who left.
        blank_joiners: Not stated among those who joined, counted or not.
        blank_leavers: Not stated among those who left, counted or not.
        parts: The recorded periods that the counts follow from, by direction.
    """

    period: Period
    joiners_of_group: int
    joiners: int
    leavers_of_group: int
    leavers: int
    blank_joiners: int
    blank_leavers: int
    parts: dict[str, tuple[Period, ...]]


def last_period(movements: Movements) -> Period | None:
    """Return the period with joiners and leavers that ends last, of several the shortest."""
    known = movements.known(BOTH)
    return max(known, key=lambda period: (period.end, period.start), default=None)


def turnover(
    movements: Movements, group: str, period: Period, blank: Blank = "include"
) -> Turnover | None:
    """Return who joined and left in ``period``, or None where the records do not give it.

    Args:
        movements: Of one unit, role and characteristic.
        group: The category to count.
        period: A recorded one, or one that others add up to or leave.
        blank: Whether Not stated counts among everybody.
    """
    joined, left = (movements.people(direction, period) for direction in (JOINED, LEFT))
    if joined is None or left is None:
        return None
    blanks = {name for name, kind in movements.kinds.items() if kind == "not stated"}
    left_out = blanks if blank == "exclude" else set()
    return Turnover(
        period=period,
        joiners_of_group=joined.get(group, 0),
        joiners=_sum(joined, set(joined) - left_out),
        leavers_of_group=left.get(group, 0),
        leavers=_sum(left, set(left) - left_out),
        blank_joiners=_sum(joined, blanks),
        blank_leavers=_sum(left, blanks),
        parts={each: _parts(movements, each, period) for each in BOTH},
    )


def _parts(movements: Movements, direction: str, period: Period) -> tuple[Period, ...]:
    return tuple(combination(period, movements.periods(direction)) or ())


def _sum(counts: Counts, categories: set[str]) -> int:
    return sum(counts[name] for name in categories)
