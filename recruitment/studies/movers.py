"""Whose joiners and leavers a question is about, and over which periods."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.mean_headcount import Headcounts, headcounts
from analytics.movement_contradictions import characteristics_apart, impossible, totals_apart
from analytics.movements import ALL, EVERYBODY, Movements, movements_of
from analytics.periods import Period
from recruitment.errors import DataError, UsageError
from recruitment.studies.ceiling import refuse_too_large
from recruitment.studies.names import narrowed, spelt
from recruitment.studies.periods import chosen_periods
from recruitment.studies.sources import source_of
from reports import movement_notes
from reports.cells import amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Movers:
    """What was asked about, and what is recorded of it.

    Attributes:
        recorded: The rows of ``queries.movements`` for the units and roles asked about.
        totals: The totals printed beside them.
        characteristics: Those asked about, ``all`` for everybody among them where none is named.
        movements: One object to each unit, role and characteristic of ``recorded``.
        wanted: The periods named; empty means all that are recorded.
        workforce: The rows of ``queries.workforce`` for the same units and roles.
        heads: What is known of headcounts.
    """

    recorded: pl.DataFrame
    totals: pl.DataFrame
    characteristics: tuple[str, ...]
    movements: tuple[Movements, ...]
    wanted: tuple[Period, ...]
    workforce: pl.DataFrame
    heads: Headcounts

    @property
    def asked(self) -> tuple[Movements, ...]:
        """Return the movements by the characteristics asked about."""
        return tuple(own for own in self.movements if own.characteristic in self.characteristics)

    def only_asked(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Keep the rows on the characteristics asked about."""
        return rows.filter(pl.col("characteristic").is_in(self.characteristics))

    def source(self, rates: pl.DataFrame) -> str:
        """Return where the counts come from, and the headcounts that ``rates`` rest on."""
        ends = ["headcount_before_at", "headcount_after_at"]
        dates = rates.select(pl.concat_list(ends).explode()).to_series().drop_nulls()
        used = self.workforce.filter(
            pl.col("headcount").is_not_null(),
            pl.col("as_at").is_in(dates.to_list()),
            pl.col("characteristic").is_in(rates["characteristic"].to_list()),
        )
        counted = self._used(self.only_asked(self.recorded))
        return source_of(pl.concat([each.select("document", "source") for each in (counted, used)]))

    def notes(self) -> Iterator[str]:
        """Name what does not add up, and what cannot be compared."""
        apart = characteristics_apart(self._used(self.recorded))
        about = pl.col("characteristic").list.eval(pl.element().is_in(self.characteristics))
        printed = self._used(self.only_asked(self.totals))
        yield from movement_notes.on_totals(totals_apart(self.recorded, printed))
        yield from movement_notes.on_characteristics_apart(apart.filter(about.list.any()))
        yield from movement_notes.on_impossible(list(impossible(self.asked)))
        yield from movement_notes.on_overlaps(self.asked, self.wanted)
        yield from movement_notes.on_one_direction(self.asked, self.wanted)
        yield from movement_notes.on_left_out(self.asked)

    def _used(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Keep the recorded periods that those asked about are made of."""
        if not self.wanted:
            return rows
        used = {
            (part.start, part.end)
            for own in self.movements
            for direction in own.recorded
            for period in self.wanted
            for part in own.signs(direction, period)
        }
        kept = [ends in used for ends in rows.select("period_start", "period_end").iter_rows()]
        return rows.filter(pl.Series(kept, dtype=pl.Boolean))


def movers(
    con: "duckdb.DuckDBPyConnection",
    *,
    units: "Sequence[str]",
    roles: "Sequence[str]",
    characteristics: "Sequence[str]",
    periods: "Sequence[str]",
    given: Mapping[str, float],
) -> Movers:
    """Read who joined and left.

    Args:
        con: An open warehouse.
        units: In any case; none means all.
        roles: In any case; none means all.
        characteristics: In any case; none means all, and everybody.
        periods: As people write them; none means all that are recorded.
        given: Mean headcounts by category, the empty name for everybody.

    Raises:
        UsageError: Something named is unknown, or headcounts are given for more than one period
            and role.
        DataError: There are no movements in the warehouse.
    """
    every = refuse_too_large(
        queries.movements(con, refined=bool(characteristics)), "people", "movements"
    )
    if every.is_empty():
        raise DataError("there are no joiners and leavers in the warehouse; fill movements first")
    recorded = narrowed(every, units=units, roles=roles)
    about = narrowed(recorded, characteristics=characteristics)
    movements = movements_of(recorded)
    wanted = chosen_periods(movements, periods)
    keys = ["unit", "role"]
    staff = refuse_too_large(
        queries.workforce(con, refined=bool(characteristics)), "headcount", "workforce"
    )
    workforce = staff.join(recorded, on=keys, how="semi", maintain_order="left")
    totals = queries.movement_totals(con).join(recorded, on=keys, how="semi", maintain_order="left")
    heads = headcounts(workforce, _spelt_headcounts(given, movements, wanted))
    asked = Movers(
        recorded,
        totals,
        tuple(about["characteristic"].unique(maintain_order=True)),
        tuple(movements),
        wanted,
        workforce,
        heads,
    )
    _refuse_more_than_everybody(asked)
    return asked


def _spelt_headcounts(
    given: Mapping[str, float], movements: "Sequence[Movements]", wanted: "Sequence[Period]"
) -> dict[str, float]:
    """Return headcounts by category as it is spelt, for one role in one period."""
    if not given:
        return {}
    roles = {(own.unit, own.role) for own in movements}
    if len(roles) > 1 or len(wanted) != 1:
        raise UsageError(
            "--headcount is the mean in one period of one role; name one --period, and --unit or "
            "--role where there are several"
        )
    blanks = {name for own in movements for name, kind in own.kinds.items() if kind == NOT_STATED}
    known = list(dict.fromkeys([ALL, *(name for own in movements for name in own.kinds)]))
    found = {
        spelt(name or ALL, known, "group", "--headcount"): people for name, people in given.items()
    }
    for name in blanks & found.keys():
        raise UsageError(
            f"--headcount {name}={amount(found[name])}: nothing is worked out for those who did "
            "not state; leave it out"
        )
    return found


def _refuse_more_than_everybody(asked: Movers) -> None:
    """Refuse mean headcounts whose sum within a characteristic is above that of everybody."""
    for own in asked.movements if asked.heads.given else ():
        series = (own.unit, own.role, EVERYBODY)
        everybody = asked.heads.mean(series, [ALL], asked.wanted[0])
        given = {name: asked.heads.given[name] for name in own.kinds if name in asked.heads.given}
        if everybody and sum(given.values()) > everybody.people and given.keys() != {ALL}:
            groups = " and ".join(f"{name}={amount(people)}" for name, people in given.items())
            raise UsageError(
                f"--headcount {groups}: more than everybody, {amount(everybody.people)}; check the "
                "numbers"
            )
