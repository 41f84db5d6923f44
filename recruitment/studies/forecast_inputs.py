"""What a forecast starts from: people, joiners and leavers of each group, or what is missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

import queries
from analytics.futures import Record
from analytics.movements import BOTH, Movements, movements_of
from analytics.nearest_headcount import with_nearest_headcount
from analytics.turnover import Turnover, last_period, turnover
from analytics.workforce_counts import latest, with_counts, workforce_counts
from recruitment.studies.periods import chosen_periods
from recruitment.studies.points import narrowed
from recruitment.studies.what_if import named

if TYPE_CHECKING:
    import datetime as dt

    import duckdb

    from analytics.periods import Period
    from analytics.representation import Blank

MOVEMENTS = "joiners and leavers"
PEOPLE = "a share or headcount in the workforce"
HEADCOUNT = "a headcount of everybody within a year"
SERIES = ["unit", "role", "characteristic"]
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
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A group that cannot be forecast, and what it lacks."""

    role: str
    group: str
    lacks: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """What can be forecast, and what cannot.

    Attributes:
        subjects: The groups with all that is counted of them.
        missing: Those that lack something.
        movements: The rows of ``queries.movements`` that were used.
        blank: Whether Not stated counts among everybody.
    """

    subjects: tuple[Subject, ...]
    missing: tuple[Missing, ...]
    movements: pl.DataFrame
    blank: "Blank"


def inputs(
    con: "duckdb.DuckDBPyConnection",
    *,
    characteristics: Sequence[str] = (),
    unit: str | None = None,
    role: str | None = None,
    period: str | None = None,
    blank: "Blank" = "include",
    headcounts: Mapping[str, int],
) -> Inputs:
    """Return every group of the workforce with what is counted of it.

    Args:
        con: An open warehouse.
        characteristics: Such as ``ethnicity``; none means all.
        unit: In any case; None means all.
        role: In any case; None means all.
        period: When people joined and left, such as ``2019-20``; None takes the last on record.
        blank: Whether Not stated counts among everybody.
        headcounts: Of everybody by role; they come before those on record.

    Raises:
        UsageError: A characteristic, unit, role or period is unknown.
    """
    everybody = pl.col("characteristic") == "all"
    workforce, movements = queries.workforce(con), queries.movements(con)
    described = narrowed(
        workforce.filter(~everybody), characteristics=characteristics, unit=unit, role=role
    )
    moving = {
        (own.unit, own.role, own.characteristic): own
        for own in movements_of(movements)
        if own.known(BOTH)
    }
    wanted = chosen_periods([*moving.values()], [period])[0] if period is not None else None
    grouped = (pl.col("kind") == "group").any().over("characteristic")
    relevant = pl.concat([latest(described.filter(grouped)), workforce.filter(everybody)])
    shares = workforce_counts(relevant, blank=blank)
    totals = _given(with_nearest_headcount(shares, workforce), headcounts, moving)
    found = [
        _subject(row, moving.get(tuple(row[name] for name in SERIES)), wanted, blank)
        for row in with_counts(totals).to_dicts()
    ]
    asked = {"unit": [unit] if unit else [], "role": [role] if role else []}
    unknown = _without_people(
        moving.values(), totals, asked | {"characteristic": list(characteristics)}
    )
    subjects = tuple(each for each in found if isinstance(each, Subject))
    return Inputs(
        subjects,
        (*(each for each in found if isinstance(each, Missing)), *unknown),
        _used(movements, subjects),
        blank,
    )


def _without_people(
    moving: Iterable[Movements], shares: pl.DataFrame, asked: Mapping[str, Sequence[str]]
) -> Iterator[Missing]:
    """Yield the groups asked about that join and leave, but are in no workforce."""
    folded = {name: {each.strip().casefold() for each in values} for name, values in asked.items()}
    known = set(shares.select(*SERIES, "group").iter_rows())
    for own in moving:
        series = (own.unit, own.role, own.characteristic)
        if all(
            not folded[name] or value.casefold() in folded[name]
            for name, value in zip(SERIES, series, strict=True)
        ):
            for group, kind in own.kinds.items():
                if kind == "group" and (*series, group) not in known:
                    yield Missing(own.role, group, PEOPLE)


def _used(movements: pl.DataFrame, subjects: Sequence[Subject]) -> pl.DataFrame:
    """Return the rows that the joiners and leavers come from."""
    used = [
        (own.unit, own.role, own.characteristic, direction, part.start, part.end)
        for own in subjects
        for direction, parts in own.turnover.parts.items()
        for part in parts
    ]
    keys = [*SERIES, "direction", "period_start", "period_end"]
    schema = {name: movements.schema[name] for name in keys}
    wanted = pl.DataFrame(used, schema=schema, orient="row").unique()
    return movements.join(wanted, on=keys, how="semi", maintain_order="left")


def _given(
    shares: pl.DataFrame, headcounts: Mapping[str, int], moving: Iterable[tuple[str, ...]]
) -> pl.DataFrame:
    """Put the headcounts that were given in place of those on record."""
    roles = shares["role"].unique(maintain_order=True).to_list()
    with_movements = {role for _, role, _ in moving}
    known = [role for role in roles if role in with_movements] or roles
    given = named("--headcount", headcounts, known, "role")
    out_of = pl.col("role").replace_strict(given, default=None, return_dtype=pl.Int64)
    is_given = pl.col("role").is_in(list(given))
    return shares.with_columns(
        pl.when(is_given).then(out_of).otherwise("out_of").alias("out_of"),
        *(
            pl.when(~is_given).then(name).alias(name)
            for name in ("counted_at", "counted_document", "counted_source")
        ),
    )


def _subject(
    row: Row, movements: Movements | None, period: "Period | None", blank: "Blank"
) -> Subject | Missing:
    def lacking(what: str) -> Missing:
        return Missing(row["role"], row["group"], what)

    if movements is None:
        return lacking(MOVEMENTS)
    wanted = period or last_period(movements)
    moved = wanted and turnover(movements, row["group"], wanted, blank)
    if not moved:
        return lacking(f"{MOVEMENTS} of {wanted}")
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
