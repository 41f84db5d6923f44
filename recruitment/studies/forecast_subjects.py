"""One group to forecast: its people, joiners and leavers, or what it lacks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analytics.futures import Record
from analytics.movements import BOTH, Movements
from analytics.turnover import Turnover, last_period, turnover

if TYPE_CHECKING:
    import datetime as dt

    from analytics.periods import Period
    from analytics.representation import Blank

MOVEMENTS = "joiners and leavers"
HEADCOUNT = "a headcount of everybody within a year"
ALONE = "a count of everybody who joined and left, beside that of the group alone"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """One group of one role, with all that is counted of it.

    Attributes:
        unit: Such as ``Leicestershire Police``.
        role: Such as ``Police officer``.
        characteristic: Such as ``ethnicity``.
        group: Such as ``BAME``.
        others: Categories of those who stated another answer.
        start: The date of the group's count or share: year 0.
        counted_at: The date of the headcount of everybody; None where it was given.
        printed_pct: The share that the count is behind, or None where people were counted.
        turnover: Who joined and left, and when.
        record: The same as the simulation takes it.
        added_up: What the categories of the workforce add up to; None where not all are counted.
        everybody: The headcount of everybody on that date; None where not known.
        sources: Document and source of people and headcount.
    """

    unit: str
    role: str
    characteristic: str
    group: str
    others: tuple[str, ...]
    start: "dt.date"
    counted_at: "dt.date | None"
    printed_pct: float | None
    turnover: Turnover
    record: Record
    added_up: int | None
    everybody: int | None
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A group that cannot be forecast, and what it lacks."""

    unit: str
    role: str
    group: str
    lacks: str


def subject(
    row: Row,
    beside: "Collection[Movements]",
    period: "Period | None",
    blank: "Blank",
) -> Subject | Missing:
    """Return one group with all that is counted of it, or what it lacks.

    Args:
        row: Its people and headcount: a row of ``with_counts`` and ``with_nearest_headcount``.
        beside: Who joined and left in its unit and role, by any characteristic.
        period: When people joined and left; None takes the last on record.
        blank: Whether Not stated counts among everybody.
    """

    def lacking(what: str) -> Missing:
        return Missing(row["unit"], row["role"], row["group"], what)

    own = [each for each in beside if each.characteristic == row["characteristic"]]
    movements = next((each for each in own if each.known(BOTH)), None)
    if movements is None:
        return lacking(MOVEMENTS)
    wanted = period or last_period(movements)
    moved = wanted and turnover(movements, row["group"], wanted, blank, beside)
    if not moved:
        known = wanted in movements.known(BOTH)
        return lacking(ALONE if known else f"{MOVEMENTS} of {wanted}")
    if not row["fits"]:
        return lacking(f"a headcount that its {_figure(row)} can be of")
    if not row["out_of"]:
        return lacking(f"{HEADCOUNT}; --headcount '{row['role']}=N' gives one")
    record = _record(row, moved)
    if _more_than_all(record):
        return lacking("a headcount that so many leavers can be of")
    sources = [
        (row["document"], row["source"]),
        (row["counted_document"], row["counted_source"]),
    ]
    return Subject(
        unit=row["unit"],
        role=row["role"],
        characteristic=row["characteristic"],
        group=row["group"],
        others=tuple(name for name, kind in movements.kinds.items() if kind == "comparator"),
        start=row["as_at"],
        counted_at=row["counted_at"],
        printed_pct=None if row["headcount"] is not None else row["printed_pct"],
        turnover=moved,
        record=record,
        added_up=row["added_up"],
        everybody=row["everybody"],
        sources=tuple((document, source) for document, source in sources if source),
    )


def _figure(row: Row) -> str:
    if row["headcount"] is not None:
        return f"{row['headcount']:,} people"
    return f"share of {row['printed_pct']:g}%"


def _record(row: Row, moved: Turnover) -> Record:
    return Record(
        people=row["people"],
        people_low=row["people_low"],
        people_high=row["people_high"],
        out_of=row["out_of"],
        joiners_of_group=moved.joiners_of_group,
        joiners=moved.joiners,
        leavers_of_group=moved.leavers_of_group,
        leavers=moved.leavers,
        years=moved.period.years,
    )


def _more_than_all(record: Record) -> bool:
    """Return whether more leave in a year than there are, on either side."""
    others_left = record.leavers - record.leavers_of_group
    return (
        record.leavers_of_group > record.people_high * record.years
        or others_left > (record.out_of - record.people_low) * record.years
    )
