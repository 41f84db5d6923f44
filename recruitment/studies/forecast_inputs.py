"""What a forecast starts from: people, joiners and leavers of each group, or what is missing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.movements import BOTH, EVERYBODY, Movements, movements_of
from analytics.nearest_headcount import with_nearest_headcount
from analytics.workforce_counts import latest, with_counts, workforce_counts
from recruitment.studies.ceiling import refuse_too_large
from recruitment.studies.forecast_subjects import Missing, Subject, subject
from recruitment.studies.names import by_name, in_report_order, narrowed
from recruitment.studies.periods import chosen_periods

if TYPE_CHECKING:
    import duckdb

    from analytics.representation import Blank

PEOPLE = "a share or headcount in the workforce"
SERIES = ["unit", "role", "characteristic"]


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
    units: Sequence[str] = (),
    roles: Sequence[str] = (),
    period: str | None = None,
    blank: "Blank" = "include",
    headcounts: Mapping[str, int],
) -> Inputs:
    """Return every group of the workforce with what is counted of it.

    Args:
        con: An open warehouse.
        characteristics: Such as ``ethnicity``; none means all.
        units: In any case; none means all.
        roles: In any case; none means all.
        period: When people joined and left, such as ``2019-20``; None takes the last on record.
        blank: Whether Not stated counts among everybody.
        headcounts: Of everybody by role; they come before those on record.

    Raises:
        UsageError: A characteristic, unit, role or period is unknown.
    """
    everybody = pl.col("characteristic") == "all"
    workforce = refuse_too_large(
        queries.workforce(con, refined=bool(characteristics)), "headcount", "workforce"
    )
    movements = refuse_too_large(
        queries.movements(con, refined=bool(characteristics)), "people", "movements"
    )
    described = narrowed(
        workforce.filter(~everybody), units=units, roles=roles, characteristics=characteristics
    )
    order = pl.Enum(in_report_order(described["characteristic"]))
    described = described.sort(
        "unit", "role", pl.col("characteristic").cast(order), maintain_order=True
    )
    recorded = movements_of(movements)
    moving = {
        (own.unit, own.role, own.characteristic): own
        for own in recorded
        if own.characteristic != EVERYBODY and own.known(BOTH)
    }
    beside: dict[tuple[str, str], list[Movements]] = {}
    for own in recorded:
        beside.setdefault((own.unit, own.role), []).append(own)
    wanted = chosen_periods([*moving.values()], [period])[0] if period is not None else None
    grouped = (pl.col("kind") == "group").any().over("characteristic")
    relevant = pl.concat([latest(described.filter(grouped)), workforce.filter(everybody)])
    shares = _of_everybody(workforce_counts(relevant, blank=blank))
    totals = _given(with_nearest_headcount(shares, workforce), headcounts, moving)
    found = [
        subject(row, beside.get((row["unit"], row["role"]), []), wanted, blank)
        for row in with_counts(totals).to_dicts()
    ]
    asked = {"unit": units, "role": roles, "characteristic": characteristics}
    unknown = _without_people(moving.values(), totals, asked)
    subjects = tuple(each for each in found if isinstance(each, Subject))
    return Inputs(
        subjects,
        (*(each for each in found if isinstance(each, Missing)), *unknown),
        _used(movements, subjects),
        blank,
    )


def _of_everybody(shares: pl.DataFrame) -> pl.DataFrame:
    """Take the headcount of everybody where the categories add up to less: not all were asked."""
    short = (pl.col("everybody") - pl.col("added_up")).clip(lower_bound=0).fill_null(0)
    return shares.with_columns(out_of=pl.col("out_of") + short)


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
                    yield Missing(own.unit, own.role, group, PEOPLE)


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
    given = by_name("--headcount", headcounts, known, "role")
    out_of = pl.col("role").replace_strict(given, default=None, return_dtype=pl.Int64)
    is_given = pl.col("role").is_in(list(given))
    return shares.with_columns(
        pl.when(is_given).then(out_of).otherwise("out_of").alias("out_of"),
        *(
            pl.when(~is_given).then(name).alias(name)
            for name in ("counted_at", "counted_document", "counted_source")
        ),
    )
