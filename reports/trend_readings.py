"""One-line readings of a process chart, that say what the rules found and what they cannot find.

The rules, in order, for one series of points:

1. Everybody, or nobody, is of the group at every point: there are no limits, and that is said.
2. Points carry signals: each signal with its points, their counts and limits, and the mean. Of two
   points it says only that the two differ.
3. Otherwise stable, which the reading says is no proof that nothing changed, with the widest limits
   that a share could have moved within.

Either way it says when there are too few points for a step shift or a sustained trend to be seen. A
signal is a reason to look: a reading never gives a cause.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from analytics.process_chart import SERIES
from analytics.rounding import half_up
from analytics.signals import NAMES, OUTSIDE, RUN, SHIFT, STABLE, TREND
from reports.wording import CHARACTERISTICS, listed, people, share

Row = Mapping[str, Any]

PAIR = 2
# What one sentence can hold; the readings give the rest.
SHOWN_SERIES, SHOWN_SIGNALS, SHOWN_PERIODS = 4, 3, 4
READINGS: dict[str, Any] = {
    **dict.fromkeys(SERIES, pl.String),
    "series": pl.String,
    "points": pl.Int64,
    "people": pl.Int64,
    "out_of": pl.Int64,
    "lowest_pct": pl.Float64,
    "highest_pct": pl.Float64,
    "centre_pct": pl.Float64,
    "signals": pl.String,
    "reading": pl.String,
}


def readings(rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row per series of ``process_charts``: its points in short, and its reading."""
    return pl.DataFrame([_reading_row(points) for points in by_series(rows)], schema=READINGS)


def with_series(rows: pl.DataFrame) -> pl.DataFrame:
    """Add the column ``series``, which names what each row is a point of."""
    names = [series_name(row) for row in rows.to_dicts()]
    return rows.with_columns(pl.Series("series", names, dtype=pl.String))


def by_series(rows: pl.DataFrame) -> list[list[dict[str, Any]]]:
    """Return the rows of each series, in order."""
    return [each.to_dicts() for each in rows.partition_by(SERIES, maintain_order=True)]


def series_name(row: Row) -> str:
    """Return what a series is called over a table.

    >>> series_name({"unit": None, "role": None, "characteristic": "sex", "group": "Female"})
    'Sex: Female'
    """
    called = CHARACTERISTICS.get(row["characteristic"], row["characteristic"].replace("_", " "))
    place = ", ".join(filter(None, (row["unit"], row["role"])))
    named = f"{called[:1].upper()}{called[1:]}: {row['group']}"
    return f"{place}, {named[:1].lower()}{named[1:]}" if place else named


def who(row: Row) -> str:
    """Return how a group is called in a sentence; a role, or a part of something, by its name.

    >>> who({"characteristic": "sex", "group": "Female"})
    'women'
    >>> who({"characteristic": "role", "group": "PCSO"})
    'PCSO'
    """
    group: str = row["group"]
    return people(group) if row["characteristic"] in CHARACTERISTICS else group


def series_reading(points: Sequence[Row]) -> str:
    """Return what the points of one series allow to be said."""
    first = points[0]
    if first["sigma"] is None:
        return f"{without_limits(first)}."
    found = list(_signals(points))
    judgement = f"signal: {'; '.join(found)}" if found else _stable(points)
    return f"{judgement}{_unseen(points, signalled=bool(found))}."


def without_limits(row: Row) -> str:
    """Return why a series has no limits: everybody, or nobody, is of the group throughout."""
    everybody = "everybody" if row["centre_pct"] else "nobody"
    return f"no limits and no signal: at every point {everybody} is of the group"


def trend_headline(rows: pl.DataFrame) -> str:
    """Return one sentence on all the series: which show a signal, or that none does."""
    every = by_series(rows)
    found = [points for points in every if any(row["signal"] != STABLE for row in points)]
    measure = f"the {rows['measure'][0]}"
    if not found:
        series = "1 series" if len(every) == 1 else f"{len(every)} series"
        return (
            f"Stable, no signal in {measure}: all points of {series} lie within three standard "
            "deviations of the mean"
        )
    named = [
        f"{_subject(points[0])} ({signals_in_short(points)})" for points in found[:SHOWN_SERIES]
    ]
    more = len(found) - len(named)
    named += [f"{more} more series"] if more else []
    others = len(every) - len(found)
    stable = f"; no signal in {others} other series" if others else ""
    return f"Signal in {measure}: {'; '.join(named)}{stable}"


def runs(points: Sequence[Row], name: str) -> Iterator[Sequence[Row]]:
    """Yield the points in a row that carry the signal ``name``."""
    run: list[Row] = []
    for row in points:
        if name in row["signal"].split("; "):
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run


def signals_in_short(points: Sequence[Row]) -> str:
    """Return the signals without their figures: points outside first, then runs."""
    outside: dict[str, list[str]] = {}
    for row in points:
        for name in OUTSIDE:
            if name in row["signal"]:
                outside.setdefault(name, []).append(row["period"])
    said = [f"{_some(periods)} {name}" for name, periods in outside.items()]
    said += [_run(run, name) for name in (*SHIFT, *TREND) for run in runs(points, name)]
    more = len(said) - SHOWN_SIGNALS
    return "; ".join([*said[:SHOWN_SIGNALS], *([f"{more} more"] if more > 0 else [])])


def _reading_row(points: Sequence[Row]) -> dict[str, Any]:
    first = points[0]
    carried = {name for row in points for name in row["signal"].split("; ")}
    return {
        **{name: first[name] for name in SERIES},
        "series": series_name(first),
        "points": len(points),
        "people": sum(row["people"] for row in points),
        "out_of": sum(row["out_of"] for row in points),
        "lowest_pct": min(row["share_pct"] for row in points),
        "highest_pct": max(row["share_pct"] for row in points),
        "centre_pct": first["centre_pct"],
        "signals": "; ".join(name for name in NAMES if name in carried) or STABLE,
        "reading": series_reading(points),
    }


def _signals(points: Sequence[Row]) -> Iterator[str]:
    """Yield each signal with the points that carry it: points outside first, in order."""
    for row in points:
        yield from (_outside(row, name) for name in OUTSIDE if name in row["signal"])
    for name in (*SHIFT, *TREND):
        for run in runs(points, name):
            yield f"{_run(run, name)} ({len(run)} points)"


def _run(run: Sequence[Row], name: str) -> str:
    return f"{_in_words(name)}, from {run[0]['period']} until {run[-1]['period']}"


def _some(periods: Sequence[str]) -> str:
    more = len(periods) - SHOWN_PERIODS
    return listed([*periods[:SHOWN_PERIODS], *([f"{more} more"] if more > 0 else [])])


def _outside(row: Row, name: str) -> str:
    doubt = ", approximate" if row["approximate"] else ""
    return (
        f"{row['period']} {name}, {share(row['people'], row['out_of'])} with limits of "
        f"{_limits(row)}{doubt}"
    )


def _in_words(name: str) -> str:
    return f"{name} the mean" if name.startswith("step shift") else name


def _stable(points: Sequence[Row]) -> str:
    lowest = min(points, key=lambda row: row["share_pct"])
    highest = max(points, key=lambda row: row["share_pct"])
    widest = max(points, key=lambda row: row["upper_pct"] - row["lower_pct"])
    return (
        f"stable: all {len(points)} points, {_pct(lowest['share_pct'])} to "
        f"{_pct(highest['share_pct'])}, lie within three standard deviations of the mean, "
        f"{_mean(points)}; that is no proof that nothing changed: at {widest['period']} any share "
        f"from {_limits(widest)} lies within the limits"
    )


def _unseen(points: Sequence[Row], *, signalled: bool) -> str:
    """Say what was compared with, and what so few points cannot show."""
    parts = [f"the mean is {_mean(points)}"] if signalled else []
    if signalled and len(points) == PAIR:
        parts.append("of two points this says only that they differ")
    if len(points) < RUN:
        parts.append(
            f"with fewer than {RUN} points no step shift and no sustained trend can be seen"
        )
    return "".join(f"; {part}" for part in parts)


def _mean(points: Sequence[Row]) -> str:
    selected, total = (sum(row[name] for row in points) for name in ("people", "out_of"))
    return share(selected, total)


def _limits(row: Row) -> str:
    return f"{_pct(row['lower_pct'])} to {_pct(row['upper_pct'])}"


def _pct(value: float) -> str:
    return f"{half_up(value, 2)}%"


def _subject(row: Row) -> str:
    place = ", ".join(filter(None, (row["unit"], row["role"])))
    return f"{place}: {who(row)}" if place else who(row)
