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
from reports.wording import CHARACTERISTICS, capital, in_words, people, share

Row = Mapping[str, Any]

PAIR = 2
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
    named = f"{in_words(row['characteristic'])}: {row['group']}"
    place = ", ".join(filter(None, (row["unit"], row["role"])))
    return f"{place}, {named}" if place else capital(named)


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
            yield f"{run_words(run, name)} ({len(run)} points)"


def run_words(run: Sequence[Row], name: str) -> str:
    """Return a run of points that carry the signal ``name``, with its first and last."""
    return f"{_in_words(name)}, from {run[0]['period']} until {run[-1]['period']}"


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
