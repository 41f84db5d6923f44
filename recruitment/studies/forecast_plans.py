"""What each group is forecast towards, and on which assumptions: as recorded, and what if."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import MAXYEAR
from math import isnan
from typing import TYPE_CHECKING, Any, Literal

from analytics.futures import Assumed, Record, best_estimate
from analytics.outlook import Simulation, Target
from recruitment.errors import DataError, UsageError
from recruitment.studies.benchmarks import benchmarks
from recruitment.studies.forecast_subjects import Missing, Subject
from recruitment.studies.names import by_name

if TYPE_CHECKING:
    import duckdb

Intake = float | Literal["leavers"] | None

USUAL_YEARS, MOST_YEARS = 10, 100
OTHERS = "others"
GIVEN: dict[str, Any] = dict.fromkeys(("area", "benchmark_as_at", "quality", "document", "source"))


@dataclass(frozen=True, slots=True)
class Goal:
    """What to arrive at, by when: shares of 0 to 1 and points per year by group, or an area."""

    targets: Mapping[str, float] = field(default_factory=dict)
    growth: Mapping[str, float] = field(default_factory=dict)
    by: int | None = None
    area: str | None = None
    weights: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What to assume in place of the record: shares and rates of 0 to 1 by group."""

    joiner_shares: Mapping[str, float] = field(default_factory=dict)
    leaving_rates: Mapping[str, float] = field(default_factory=dict)
    intake: Intake = None

    def __bool__(self) -> bool:
        """Return whether anything is assumed."""
        return bool(self.joiner_shares or self.leaving_rates or self.intake is not None)


@dataclass(frozen=True, slots=True)
class Plan:
    """One group to forecast.

    Attributes:
        subject: Its people, joiners and leavers.
        target: What it is to arrive at.
        benchmark: Where that is from: area, date, quality, document and source, all null if given.
        recorded: Nothing assumed but that the intake goes on.
        assumed: What is assumed; the same as ``recorded`` where nothing is.
    """

    subject: Subject
    target: Target
    benchmark: Mapping[str, Any]
    recorded: Assumed
    assumed: Assumed


def plans(
    con: "duckdb.DuckDBPyConnection",
    subjects: Sequence[Subject],
    goal: Goal,
    what_if: WhatIf,
    simulation: Simulation,
) -> tuple[list[Plan], list[Missing]]:
    """Return what can be forecast of ``subjects``, and what they lack for it.

    Raises:
        UsageError: A group or area is unknown, a value has no name where there are several
            groups, or the year asked for is outside the forecast.
        DataError: A count is of so late a date that the forecast would outlast all dates, or the
            warehouse has no community figures, and a group has no target.
    """
    groups = list(dict.fromkeys(subject.group for subject in subjects))
    targets = by_name("--target", goal.targets, groups, "group")
    growth = by_name("--benchmark-growth", goal.growth, groups, "group")
    assumptions = _assumptions(subjects, what_if, groups)
    found: list[Plan] = []
    missing: list[Missing] = []
    for subject, (recorded, assumed) in zip(subjects, assumptions, strict=True):
        own = targets.get(subject.group)
        benchmark = GIVEN if own is not None else _benchmark(con, subject, goal)
        lacks = _lacks(subject, assumed) or ("" if benchmark else "a benchmark to arrive at")
        if lacks or not benchmark:
            missing.append(Missing(subject.unit, subject.role, subject.group, lacks))
            continue
        # Hundredths of a share are exact as decimals, not as binary fractions.
        pct = benchmark["benchmark_pct"] if own is None else round(100 * own, 10)
        _refuse_too_late(subject, simulation)
        by = _years_until(goal.by, subject.start.year, simulation.years)
        target = Target(pct, growth.get(subject.group, 0.0), by)
        found.append(Plan(subject, target, benchmark, recorded, assumed))
    return found, missing


def usable(record: Record, assumed: Assumed) -> bool:
    """Return whether every rate is known."""
    flow = best_estimate(record, assumed)
    rates = (flow.joiner_share, flow.leaving_rate, flow.others_leaving_rate)
    return not any(isnan(float(rate)) for rate in rates)


def _assumptions(
    subjects: Sequence[Subject], what_if: WhatIf, groups: list[str]
) -> list[tuple[Assumed, Assumed]]:
    joiner_shares = by_name("--joiner-share", what_if.joiner_shares, groups, "group")
    comparators = list(dict.fromkeys(name for subject in subjects for name in subject.others))
    others = [OTHERS] if len(groups) == 1 else []
    rates = dict(what_if.leaving_rates)
    if "" in rates:
        rates |= by_name("--leaving-rate", {"": rates.pop("")}, groups, "group")
    rates = by_name("--leaving-rate", rates, [*groups, *comparators, *others], "group")
    return [_assumption(each, joiner_shares, rates, what_if.intake) for each in subjects]


def _assumption(
    subject: Subject,
    joiner_shares: Mapping[str, float],
    rates: Mapping[str, float],
    intake: Intake,
) -> tuple[Assumed, Assumed]:
    record = subject.record
    a_year = record.joiners / record.years
    theirs = [rates[name] for name in (*subject.others, OTHERS) if name in rates]
    wanted = a_year if intake is None else None if intake == "leavers" else intake
    assumed = Assumed(
        wanted,
        joiner_shares.get(subject.group, 0.0 if wanted == 0 else None),
        rates.get(subject.group),
        theirs[0] if theirs else None,
    )
    return Assumed(a_year, 0.0 if a_year == 0 else None), assumed


def _benchmark(
    con: "duckdb.DuckDBPyConnection", subject: Subject, goal: Goal
) -> Mapping[str, Any] | None:
    known = benchmarks(con, as_at=subject.start, area=goal.area, weights=goal.weights)
    own = known.filter(characteristic=subject.characteristic, group=subject.group)
    return own.row(0, named=True) if own.height else None


def _lacks(subject: Subject, assumed: Assumed) -> str:
    """Return what is missing for a rate, and how to give it, or nothing."""
    flow = best_estimate(subject.record, assumed)
    if isnan(float(flow.joiner_share)):
        return f"anybody who joined; --joiner-share {subject.group}=25% would assume a share"
    if isnan(float(flow.leaving_rate)):
        return f"anybody who could leave; --leaving-rate {subject.group}=5% would assume a rate"
    if isnan(float(flow.others_leaving_rate)):
        return "anybody outside the group"
    return ""


def _years_until(by: int | None, start: int, years: int) -> int:
    if by is None:
        return min(USUAL_YEARS, years)
    if by <= start:
        raise UsageError(f"--by {by} is not after {start}, when the forecast starts")
    if by > start + MOST_YEARS:
        raise UsageError(
            f"--by {by} is more than {MOST_YEARS} years after {start}, when the forecast starts; "
            f"write {start + MOST_YEARS} or earlier"
        )
    if by > start + years:
        raise UsageError(
            f"--by {by} is after {start + years}, where the forecast ends; add --years {by - start}"
        )
    return by - start


def _refuse_too_late(subject: Subject, simulation: Simulation) -> None:
    if subject.start.year + simulation.years > MAXYEAR:
        raise DataError(
            f"workforce: {subject.unit}, {subject.role}, {subject.characteristic} "
            f"{subject.group}: {subject.start} is too late to look {simulation.years} years ahead; "
            "correct the date"
        )
