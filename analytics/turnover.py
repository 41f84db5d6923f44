"""Who joined and left in one period: a group beside everybody."""

from collections.abc import Collection
from dataclasses import dataclass

from analytics.movements import BOTH, EVERYBODY, JOINED, LEFT, Counts, Movements
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
        added_up: What the categories add up to, by direction, Not stated among them.
        elsewhere: The count of everybody, by direction, that the larger of the two was chosen
            from; None where the categories alone are used.
    """

    period: Period
    joiners_of_group: int
    joiners: int
    leavers_of_group: int
    leavers: int
    blank_joiners: int
    blank_leavers: int
    parts: dict[str, tuple[Period, ...]]
    added_up: dict[str, int]
    elsewhere: dict[str, int | None]


def last_period(movements: Movements) -> Period | None:
    """Return the period with joiners and leavers that ends last, of several the shortest."""
    known = movements.known(BOTH)
    return max(known, key=lambda period: (period.end, period.start), default=None)


def turnover(
    movements: Movements,
    group: str,
    period: Period,
    blank: Blank = "include",
    beside: Collection[Movements] = (),
) -> Turnover | None:
    """Return who joined and left in ``period``, or None where the records do not give it.

    Everybody is the larger of what the categories add up to and the count of everybody (``all``).
    Categories without anybody to compare with are no total: everybody is then the largest count of
    any other characteristic, and None is returned where one category alone is all that is known.

    Args:
        movements: Of one unit, role and characteristic.
        group: The category to count.
        period: A recorded one, or one that others add up to or leave.
        blank: Whether Not stated counts among everybody.
        beside: Those of the same unit and role by any characteristic, and of everybody.
    """
    joined, left = (movements.people(direction, period) for direction in (JOINED, LEFT))
    if joined is None or left is None:
        return None
    blanks = {name for name, kind in movements.kinds.items() if kind == "not stated"}
    added_up = {JOINED: sum(joined.values()), LEFT: sum(left.values())}
    elsewhere = {each: _elsewhere(movements, each, period, beside) for each in BOTH}
    if len(movements.kinds) == 1 and None in elsewhere.values():
        return None
    everybody = {each: max(added_up[each], elsewhere[each] or 0) for each in BOTH}
    blank_joiners, blank_leavers = _sum(joined, blanks), _sum(left, blanks)
    without = blank == "exclude"
    return Turnover(
        period=period,
        joiners_of_group=joined.get(group, 0),
        joiners=everybody[JOINED] - without * blank_joiners,
        leavers_of_group=left.get(group, 0),
        leavers=everybody[LEFT] - without * blank_leavers,
        blank_joiners=blank_joiners,
        blank_leavers=blank_leavers,
        parts={each: _parts(movements, each, period) for each in BOTH},
        added_up=added_up,
        elsewhere=elsewhere,
    )


def _elsewhere(
    own: Movements, direction: str, period: Period, beside: Collection[Movements]
) -> int | None:
    """Return the count of everybody that comes from no category of ``own``, if it takes one."""
    counts = {each.characteristic: each.total(direction, period) for each in beside}
    if (of_all := counts.get(EVERYBODY)) is not None or _is_whole(own):
        return of_all
    whole = [counts[each.characteristic] for each in beside if _is_whole(each)]
    return max((count for count in whole if count is not None), default=None)


def _is_whole(own: Movements) -> bool:
    """Return whether somebody other than the groups is counted."""
    return not {"comparator", "part"}.isdisjoint(own.kinds.values())


def _parts(movements: Movements, direction: str, period: Period) -> tuple[Period, ...]:
    return tuple(combination(period, movements.periods(direction)) or ())


def _sum(counts: Counts, categories: set[str]) -> int:
    return sum(counts[name] for name in categories)
