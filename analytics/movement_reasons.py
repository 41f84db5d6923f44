"""Why people left, where a reason is recorded, beside all who left."""

from collections.abc import Collection, Iterator
from typing import Any

import polars as pl

from analytics.movements import BOTH, EVERYBODY, LEFT, SERIES, Movements, everybody
from analytics.periods import Period

SCHEMA: dict[str, Any] = {
    **dict.fromkeys((*SERIES, "group", "reason", "period"), pl.String),
    **dict.fromkeys(("period_start", "period_end"), pl.Date),
    **dict.fromkeys(("people", "leavers"), pl.Int64),
}


def movement_reasons(
    movements: Collection[Movements], wanted: Collection[Period] = ()
) -> pl.DataFrame:
    """Return dismissals, resignations during proceedings and entries on the barred list.

    Args:
        movements: What ``movements_of`` returns.
        wanted: The periods asked about; none means all that are recorded.

    Returns:
        One row per unit, role, period, reason and category: ``people``, and ``leavers``, all of
        that category who left in the period, null where that is not known. The first two reasons
        are among the leavers; nothing here is to be added to them.
    """
    whole = {(own.unit, own.role): own for own in everybody(movements)}
    rows = [
        row
        for own in movements
        for reason in own.recorded
        if reason not in BOTH
        for period in own.known((reason,), wanted)
        for row in _rows(own, whole[own.unit, own.role], reason, period)
    ]
    return pl.DataFrame(rows, schema=SCHEMA)


def _rows(
    own: Movements, whole: Movements, reason: str, period: Period
) -> Iterator[dict[str, Any]]:
    source = whole if own.characteristic == EVERYBODY else own
    left = source.people(LEFT, period) or {}
    for category, people in (own.people(reason, period) or {}).items():
        yield {
            "unit": own.unit,
            "role": own.role,
            "characteristic": own.characteristic,
            "group": category,
            "reason": reason,
            "period": str(period),
            "period_start": period.start,
            "period_end": period.end,
            "people": people,
            "leavers": left.get(category),
        }
