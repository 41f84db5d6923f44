"""When does a group's share of the workforce reach the community's, if ever?"""

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.movement_contradictions import characteristics_apart, totals_apart
from analytics.outlook import Simulation, outlook
from recruitment.errors import DataError, UsageError
from recruitment.studies.candidates import check_confidence_level
from recruitment.studies.forecast_inputs import Inputs, inputs
from recruitment.studies.forecast_plans import (
    MOST_YEARS,
    Goal,
    Intake,
    Plan,
    WhatIf,
    plans,
    usable,
)
from recruitment.studies.forecast_subjects import MOVEMENTS, Missing, Subject
from recruitment.studies.forecast_tables import PATHS, ROWS, Row, forecast_row, path_rows, table_of
from recruitment.studies.sources import as_at_of, source_of
from reports import benchmark_notes, forecast_notes, movement_notes
from reports.findings import Findings
from reports.forecast_readings import forecast_headline, with_forecast_readings
from reports.movement_notes import MOVERS
from reports.wording import few, in_words, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import duckdb

    from analytics.representation import Blank

MOST_FUTURES, FEWEST_FUTURES = 50_000, 100
SHOWN_UNITS = 4
# Each group draws from numbers of its own, so that their order does not matter. NumPy draws outside
# the interpreter's lock; more threads would hold more futures in memory at once.
MOST_THREADS = 4


def forecast(
    con: "duckdb.DuckDBPyConnection",
    *,
    characteristics: "Sequence[str]" = (),
    units: "Sequence[str]" = (),
    roles: "Sequence[str]" = (),
    period: str | None = None,
    blank: "Blank" = "include",
    headcounts: "Mapping[str, int] | None" = None,
    area: str | None = None,
    weights: "Mapping[str, float] | None" = None,
    targets: "Mapping[str, float] | None" = None,
    benchmark_growth: "Mapping[str, float] | None" = None,
    by: int | None = None,
    joiner_shares: "Mapping[str, float] | None" = None,
    leaving_rates: "Mapping[str, float] | None" = None,
    intake: Intake = None,
    years: int = 50,
    futures: int = 10_000,
    seed: int = 2020,
    confidence_level: float = 0.95,
) -> Findings:
    """Return when each group arrives at its target (``rows``), and its way there (``paths``).

    With any of ``joiner_shares``, ``leaving_rates`` and ``intake`` the table ``as_recorded`` has
    the same without them. A name may be left out (the empty key) where one group is forecast.

    Args:
        con: An open warehouse.
        characteristics: Such as ``ethnicity``; none means all.
        units: In any case; none means all.
        roles: In any case; none means all.
        period: When people joined and left, such as ``2019-20``; None takes the last on record.
        blank: Whether Not stated counts among everybody.
        headcounts: Of everybody, by role; they come before those on record.
        area: The community to compare with; None takes the one with the most figures.
        weights: How much of the community each area is; they add up to 1.
        targets: Shares of 0 to 1 by group, in place of the community's.
        benchmark_growth: Points by which a target grows each year, by group.
        by: The year by which a joiner share is asked for; None takes ten years after the start.
        joiner_shares: Shares of joiners to assume, 0 to 1 by group.
        leaving_rates: Leaving rates to assume, 0 to 1 a year, by group or its comparator.
        intake: Joiners a year to assume, or ``leavers``: as many as leave.
        years: The horizon.
        futures: How many are simulated.
        seed: Of the random numbers: the same gives the same figures.
        confidence_level: The part of the futures inside each interval.

    Raises:
        UsageError: Something asked for is unknown or outside its range.
        DataError: No group has people, joiners and leavers, a headcount and a target.
    """
    simulation = _simulation(futures, years, seed, confidence_level)
    goal = Goal(targets or {}, benchmark_growth or {}, by, area, weights)
    what_if = WhatIf(joiner_shares or {}, leaving_rates or {}, intake)
    known = inputs(
        con,
        characteristics=characteristics,
        units=units,
        roles=roles,
        period=period,
        blank=blank,
        headcounts=headcounts or {},
    )
    if not known.subjects:
        raise DataError(_nothing(known.missing))
    planned, missing = plans(con, known.subjects, goal, what_if, simulation)
    if not planned:
        raise DataError(_nothing(missing))
    missing = [*known.missing, *missing]
    return _findings(con, known, planned, missing, simulation, what_if)


def _findings(
    con: "duckdb.DuckDBPyConnection",
    known: Inputs,
    planned: "Sequence[Plan]",
    missing: "Sequence[Missing]",
    simulation: Simulation,
    what_if: WhatIf,
) -> Findings:
    rows, paths, recorded = _tables(planned, simulation, what_if=bool(what_if))
    tables = {"rows": rows, "paths": paths}
    if what_if:
        tables["as_recorded"] = recorded
    where = few(rows["role"].unique(maintain_order=True).to_list())
    units = rows["unit"].unique(maintain_order=True).to_list()
    of_units = f", {few(units, SHOWN_UNITS)}" if len(units) > 1 else ""
    totals = queries.movement_totals(con)
    return Findings(
        question="forecast",
        title=f"Forecast: {where}{of_units}{', what if' if what_if else ''}",
        source=source_of(_sources(planned, known.movements)),
        as_at=as_at_of(rows.select(as_at="start")),
        notes=(
            *forecast_notes.on_method(rows),
            *(forecast_notes.on_what_if(rows, recorded) if what_if else ()),
            *forecast_notes.on_targets(rows),
            *benchmark_notes.on_old_benchmarks(rows.with_columns(as_at="start")),
            *forecast_notes.on_simulation(rows, simulation.seed),
            *forecast_notes.on_people(rows),
            *forecast_notes.on_everybody(list(_apart(planned))),
            *forecast_notes.on_blanks(known.blank, _blanks(planned)),
            *forecast_notes.on_intake(rows),
            *forecast_notes.first(_by_characteristic(known, planned)),
            *movement_notes.on_totals(totals_apart(known.movements, totals)),
            *forecast_notes.on_missing(_wanting(missing, several=len(units) > 1)),
        ),
        tables=tables,
        headline=forecast_headline(rows, what_if=bool(what_if)),
    )


def _tables(
    planned: "Sequence[Plan]", simulation: Simulation, *, what_if: bool
) -> "tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]":
    rows: list[Row] = []
    paths: list[Row] = []
    recorded: list[Row] = []
    with ThreadPoolExecutor(MOST_THREADS) as threads:
        every = list(
            threads.map(
                lambda plan: outlook(plan.subject.record, plan.assumed, plan.target, simulation),
                planned,
            )
        )
    for plan, seen in zip(planned, every, strict=True):
        before = plan.recorded if what_if and usable(plan.subject.record, plan.recorded) else None
        rows.append(forecast_row(plan, plan.assumed, seen, simulation))
        paths += path_rows(plan, seen, before if plan.assumed != before else None)
        if before is not None:
            without = outlook(plan.subject.record, before, plan.target, simulation)
            recorded.append(forecast_row(plan, before, without, simulation))
    return (
        with_forecast_readings(table_of(rows, ROWS)),
        table_of(paths, PATHS),
        with_forecast_readings(table_of(recorded, ROWS)),
    )


def _simulation(futures: int, years: int, seed: int, confidence_level: float) -> Simulation:
    check_confidence_level(confidence_level)
    if not FEWEST_FUTURES <= futures <= MOST_FUTURES:
        raise UsageError(
            f"--futures is between {FEWEST_FUTURES} and {MOST_FUTURES:,}, not {futures:,}"
        )
    if not 1 <= years <= MOST_YEARS:
        raise UsageError(f"--years is between 1 and {MOST_YEARS}, not {years:,}")
    if seed < 0:
        raise UsageError(f"--seed is a whole number from 0 up, not {seed}")
    return Simulation(futures, years, seed, confidence_level)


def _sources(planned: "Sequence[Plan]", movements: "pl.DataFrame") -> "pl.DataFrame":
    pairs = [pair for plan in planned for pair in plan.subject.sources]
    pairs += movements.select("document", "source").rows()
    pairs += [
        (plan.benchmark["document"] or "", plan.benchmark["source"])
        for plan in planned
        if plan.benchmark["source"]
    ]
    return pl.DataFrame(pairs, schema=["document", "source"], orient="row").unique(
        maintain_order=True
    )


def _blanks(planned: "Sequence[Plan]") -> "list[tuple[str, int, int]]":
    """Return Not stated among joiners and leavers, once for each characteristic of a role."""
    subjects = [plan.subject for plan in planned]
    several = len({own.unit for own in subjects}) > 1
    alone = len({(own.unit, own.role) for own in subjects}) == 1
    found: dict[str, tuple[int, int]] = {}
    for own in subjects:
        where = "" if alone else f" ({_post(own, several=several)})"
        counts = own.turnover.blank_joiners, own.turnover.blank_leavers
        found[f"{in_words(own.characteristic)}{where}"] = counts
    return [(name, *counts) for name, counts in found.items()]


def _apart(planned: "Sequence[Plan]") -> "Iterator[tuple[str, str, int, int]]":
    """Yield whose categories do not add up to everybody: of whom, of what, their sum, and all."""
    subjects = [plan.subject for plan in planned]
    several = len({own.unit for own in subjects}) > 1
    series = {(own.unit, own.role, own.characteristic): own for own in subjects}
    for own in series.values():
        who = f"{_post(own, several=several)}, {in_words(own.characteristic)}"
        everybody = own.everybody if own.counted_at is not None else None
        counts = [("people", own.added_up, everybody)]
        moved = own.turnover
        counts += [(MOVERS[each], moved.added_up[each], moved.elsewhere[each]) for each in MOVERS]
        for what, summed, whole in counts:
            if summed is not None and whole is not None and summed != whole:
                yield who, what, summed, whole


def _by_characteristic(known: Inputs, planned: "Sequence[Plan]") -> list[str]:
    """Say where characteristics, each used for itself, count different numbers of people."""
    keys = ["unit", "role", "characteristic"]
    own = [plan.subject for plan in planned]
    alone = {
        (each.unit, each.role, each.characteristic)
        for each in own
        if not any(count is not None for count in each.turnover.elsewhere.values())
    }
    used = pl.DataFrame(sorted(alone), schema=dict.fromkeys(keys, pl.String), orient="row")
    movements = known.movements.join(used, on=keys, how="semi", maintain_order="left")
    return list(movement_notes.on_characteristics_apart(characteristics_apart(movements)))


def _post(own: "Subject | Missing", *, several: bool) -> str:
    return f"{own.unit}, {own.role}" if several else own.role


def _wanting(missing: "Sequence[Missing]", *, several: bool) -> "list[tuple[str, str, str]]":
    """Return who is not forecast and why: role, group and what they lack."""
    return [(_post(each, several=several), each.group, each.lacks) for each in missing]


def _nothing(missing: "Sequence[Missing]") -> str:
    """Say what those lack that lack least: anything but joiners and leavers, if there are any."""
    if not missing:
        return (
            "there is no headcount or share of any group in the warehouse, so nothing can be "
            "forecast"
        )
    nearest = [each for each in missing if each.lacks != MOVEMENTS] or missing
    several = len({each.unit for each in nearest}) > 1
    wanting = forecast_notes.by_want(_wanting(nearest, several=several))
    return f"nothing can be forecast: {'. '.join(map(_lacking, wanting, wanting.values()))}"


def _lacking(lacks: str, posts: "Mapping[str, Sequence[str]]") -> str:
    groups = [f"{post}, {group}" for post, each in posts.items() for group in each]
    if len(groups) == 1:
        return f"{groups[0]} lacks {lacks}"
    who = [f"{post} ({listed(each)})" for post, each in posts.items()]
    return f"{few(who)} lack {lacks}"
