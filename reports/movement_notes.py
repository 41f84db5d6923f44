"""What the records of joiners and leavers do not add up to, and what is done with them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import polars as pl

from analytics.movement_contradictions import Impossible
from analytics.movements import BOTH, EVERYBODY, LEFT, Movements
from analytics.periods import Period, inseparable
from reports.wording import capital, in_words, listed, people_of

MOVERS = {"joined": "joiners", "left": "leavers"}


def on_derived(movements: Collection[Movements], rows: pl.DataFrame) -> Iterator[str]:
    """Say from which periods a derived one follows, once."""
    said: dict[str, None] = {}
    shown = rows.select("period_start", "period_end").unique().sort("period_start")
    periods = [Period(*ends) for ends in shown.iter_rows()]
    for period in periods:
        for own in movements:
            for direction in BOTH:
                signs = own.signs(direction, period)
                if len(signs) > 1:
                    said[f"{period} is not recorded: it is {arithmetic(signs)}."] = None
    yield from said


def on_totals(totals: pl.DataFrame) -> Iterator[str]:
    """Name printed totals that their categories do not add up to."""
    for row in totals.to_dicts():
        parts = " + ".join(f"{people:,}" for people in row["parts"])
        yield (
            f"{where(row)}, {MOVERS.get(row['direction'], row['direction'])} by "
            f"{in_words(row['characteristic'])}: {row['printed_total']:,} is printed as the total, "
            f"but {parts} = {row['people']:,}; the parts are used."
        )


def on_characteristics_apart(apart: pl.DataFrame) -> Iterator[str]:
    """Name characteristics that count different numbers of the same people."""
    for row in apart.to_dicts():
        counted = [
            f"{people:,} by {in_words(name)}"
            for name, people in zip(row["characteristic"], row["people"], strict=True)
        ]
        yield (
            f"{where(row)}: the {MOVERS.get(row['direction'], row['direction'])} are "
            f"{listed(counted)}; each is used for its own characteristic."
        )


def on_impossible(found: Collection[Impossible]) -> Iterator[str]:
    """Name counts that contradict those of other periods, and what is done with them."""
    for each in found:
        own = each.own
        who = f"{people_of(own.characteristic, each.category)} who {each.direction}"
        by_others = f"{arithmetic(each.signs)} gives {each.following:,}"
        if each.recorded is None:
            said = f"{by_others} in {each.period}, which cannot be; that period is left out"
        else:
            said = f"{each.recorded:,} in {each.period} as recorded, but {by_others}"
        yield f"{own.unit}, {own.role}, {who}: {said}."


def on_overlaps(movements: Collection[Movements], wanted: Collection[Period]) -> Iterator[str]:
    """Name periods that overlap and cannot be taken apart."""
    said: dict[str, None] = {}
    for own in movements:
        for first, second in inseparable(own.known(wanted=wanted)):
            said[
                f"{own.unit}, {own.role}: {first} and {second} overlap and no other period takes "
                "them apart, so they are not compared with each other."
            ] = None
    yield from said


def on_one_direction(movements: Collection[Movements], wanted: Collection[Period]) -> Iterator[str]:
    """Name the periods of which joiners or leavers alone are known."""
    for own in movements:
        both = own.known(wanted=wanted)
        for known, other in (BOTH, BOTH[::-1]):
            alone = [period for period in own.known((known,), wanted) if period not in both]
            names = listed([str(period) for period in alone if not own.people(other, period)])
            if names:
                rates = " (leaving rates alone)" if known == LEFT else ""
                yield (
                    f"{own.unit}, {own.role}, {in_words(own.characteristic)}: only "
                    f"{MOVERS[known]} are recorded for {names}, no "
                    f"{MOVERS[other]}, so the two are not compared{rates}."
                )


def on_left_out(movements: Collection[Movements]) -> Iterator[str]:
    """Name the characteristics that have nobody to report on or to compare with."""
    for own in movements:
        where = f"{own.unit}, {own.role}: {capital(in_words(own.characteristic))} is left out"
        if own.characteristic == EVERYBODY or not any(map(own.periods, BOTH)):
            continue
        if "group" not in own.kinds.values():
            yield f"{where}: it has no group to report on."
        elif len(own.kinds) == 1:
            yield f"{where}: one category alone."


def where(row: Mapping[str, Any]) -> str:
    """Return unit, role and period of a row, as one subject."""
    return f"{row['unit']}, {row['role']}, {Period(row['period_start'], row['period_end'])}"


def arithmetic(signs: Mapping[Period, int]) -> str:
    """Return which periods are added up and taken away.

    >>> from datetime import date
    >>> arithmetic({Period(date(2010, 4, 1), date(2020, 3, 31)): 1})
    '2010-20'
    """
    ordered = sorted(signs.items(), key=lambda pair: -pair[1])
    words = "".join(f" {'and' if sign > 0 else 'less'} {period}" for period, sign in ordered)
    return words.removeprefix(" and ")
