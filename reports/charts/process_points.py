"""The points of a process chart as it draws them: places, texts, and which texts have room."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.rounding import half_up
from analytics.signals import OUTSIDE, RUN, SHIFT, STABLE, TREND
from reports.charts.choice import finite_rows
from reports.charts.labels import shortened, wrapped
from reports.findings import Findings
from reports.trend_headline import signals_in_short
from reports.trend_readings import series_name, without_limits
from reports.wording import capital

Row = Mapping[str, Any]
Point = dict[str, Any]

MARKS = {
    "outside": "diamonds: outside limits",
    "shift": "squares: step shift",
    "rising": "triangles up: sustained trend, rising",
    "falling": "triangles down: sustained trend, falling",
    "stable": "circles: stable",
}
NAMED = dict(
    zip(
        (*OUTSIDE, *SHIFT, *TREND),
        ("outside", "outside", "shift", "shift", "rising", "falling"),
        strict=True,
    )
)
# As many points get a figure each, and counts under it; more, and only some get one.
EACH = 5
# On a phone the points have so many pixels, and a figure or a name takes so many.
NARROW, FIGURE_WIDTH, LETTER_WIDTH = 237, 46, 7
TICK_LETTERS, TICK_LINES = 10, 3
HEADROOM, FOOTROOM = 0.22, 0.16
# Of the height of the panel, what a line of text takes, and what figures at a point take.
LINE, FIGURES, TOP = 0.07, 0.16, 0.03


@dataclass(frozen=True, slots=True)
class Chart:
    """One series.

    Attributes:
        title: The characteristic and the group, of several places after the place.
        place: Unit and role, or nothing.
        mean: Its mean, with a percent sign.
        points: One per period, in order.
        lines: Names of mean and limits, and where they stand.
        signals: What the rules found, in lines.
        domain: The ends of its y axis, in percent.
    """

    title: str
    place: str
    mean: str
    points: tuple[Point, ...]
    lines: tuple[Point, ...]
    signals: list[str]
    domain: tuple[float, float]


def process_panels(findings: Findings) -> list[Chart]:
    """Return a chart for each series of the table ``rows``, in order."""
    series: dict[str, list[Row]] = {}
    several = len({(row["unit"], row["role"]) for row in findings.tables["rows"].to_dicts()}) > 1
    for row in finite_rows(findings.tables["rows"]):
        series.setdefault(row["series"], []).append(row)
    return [_chart(rows, several=several) for rows in series.values()]


def mark_of(signal: str) -> str:
    """Return the mark of a point: that of the first of its signals.

    >>> mark_of("step shift above; sustained trend rising"), mark_of("stable")
    ('shift', 'stable')
    """
    return NAMED.get(signal.partition("; ")[0], STABLE)


def tick_values(low: float, high: float) -> list[float]:
    """Return round values for grid lines between ``low`` and ``high``, at most seven.

    >>> tick_values(27.1, 48.9), tick_values(0.0, 2.3)
    ([30.0, 35.0, 40.0, 45.0], [0.0, 0.5, 1.0, 1.5, 2.0])
    """
    steps = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
    step = next(step for step in steps if high - low <= 6 * step)
    first = math.ceil(low / step)
    # A value at the very top would lift the title of its panel over those beside it.
    last = math.floor(min(high - TOP * (high - low), 100.0) / step)
    return [round(float(step * number), 1) for number in range(first, last + 1)]


def _chart(rows: Sequence[Row], *, several: bool) -> Chart:
    domain = _domain(rows)
    first = rows[0]
    figures, ticks = _with_figures(rows), _with_ticks(rows)
    place = ", ".join(filter(None, (first["unit"], first["role"])))
    name = series_name({**first, "unit": None, "role": None})
    return Chart(
        title=shortened(f"{place}: {name}" if several and place else name, 90),
        place=shortened(place, 80),
        mean=_pct(first["centre_pct"]),
        points=tuple(
            {
                **_point(row, place),
                "label": _pct(row["share_pct"]) if place in figures else "",
                "label_counts": _counts(row) if len(rows) <= EACH else "",
                "below": _is_below(rows, place, domain),
                "tick": _tick(row) if place in ticks else "",
            }
            for place, row in enumerate(rows, start=1)
        ),
        lines=tuple(_lines(rows[-1], len(rows) + 0.5, domain)),
        signals=_signals(rows),
        domain=domain,
    )


def _point(row: Row, place: int) -> Point:
    name, text = shortened(row["period"], 40), _pct(row["share_pct"])
    return {
        "place": place,
        "left": place - 0.5,
        "right": place + 0.5,
        "share": row["share_pct"],
        "mean": row["centre_pct"],
        "lower": row["lower_pct"],
        "upper": row["upper_pct"],
        "mark": mark_of(row["signal"]),
        "signal": row["signal"],
        "period_name": name,
        "counts": _counts(row),
        "pct_text": text,
        "mean_text": _pct(row["centre_pct"]),
        "limits": f"{_pct(row['lower_pct'])} to {_pct(row['upper_pct'])}",
        "said": f"{name} {text} ({_counts(row)}), {row['signal']}",
    }


def _counts(row: Row) -> str:
    return f"{row['people']:,}/{row['out_of']:,}"


def _tick(row: Row) -> str:
    return "\n".join(wrapped(row["period"], TICK_LETTERS, TICK_LINES))


def _domain(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the ends of an axis that holds points and limits, with room for figures."""
    low = min(min(row["lower_pct"], row["share_pct"]) for row in rows)
    high = max(max(row["upper_pct"], row["share_pct"]) for row in rows)
    span = max(high - low, 1.0)
    return max(0.0, low - FOOTROOM * span), low + span * (1 + HEADROOM)


def _with_figures(rows: Sequence[Row]) -> set[int]:
    """Return the places of the points that get a figure: each of a few, or those outside limits."""
    if len(rows) <= EACH:
        return set(range(1, len(rows) + 1))
    apart = FIGURE_WIDTH * len(rows) / NARROW
    chosen: list[int] = []
    for place, row in enumerate(rows, start=1):
        room = all(place - other >= apart for other in chosen)
        if mark_of(row["signal"]) == "outside" and room:
            chosen.append(place)
    return set(chosen)


def _is_below(rows: Sequence[Row], place: int, domain: tuple[float, float]) -> bool:
    """Return whether a figure stands under its point, which lies under its neighbours."""
    share = rows[place - 1]["share_pct"]
    beside = [
        row["share_pct"] for row in (*rows[max(place - 2, 0) : place - 1], *rows[place : place + 1])
    ]
    room = share - domain[0] >= FIGURES * (domain[1] - domain[0])
    return room and all(share < other for other in beside)


def _with_ticks(rows: Sequence[Row]) -> range:
    """Return the places of the points that have room for their name, evenly from the first."""
    longest = max(len(line) for row in rows for line in _tick(row).split("\n"))
    step = math.ceil(max(1.0, (longest + 1) * LETTER_WIDTH * len(rows) / NARROW))
    return range(1, len(rows) + 1, step)


def _lines(last: Row, end: float, domain: tuple[float, float]) -> list[Point]:
    """Return the names of the three lines where they end, a line of text apart."""
    gap = LINE * (domain[1] - domain[0])
    mean, lower, upper = (last[f"{name}_pct"] for name in ("centre", "lower", "upper"))
    named = [("mean", mean, mean)]
    if upper > lower:
        named.insert(0, ("lower", lower, min(lower, mean - gap)))
        named.append(("upper", upper, max(upper, mean + gap)))
    return [{"end": end, "at": at, "name": f"{name} {_pct(value)}"} for name, value, at in named]


def _signals(rows: Sequence[Row]) -> list[str]:
    if rows[0]["sigma"] is None:
        why = without_limits(rows[0])
        return [f"{capital(why)}."]
    found = signals_in_short(rows)
    text = f"Signal: {found}." if found else "Stable: no signal."
    if len(rows) < RUN:
        text += f" Under {RUN} points no step shift or trend can be seen."
    return wrapped(shortened(text, 240), 88, 3)


def _pct(value: float) -> str:
    return f"{half_up(value, 2)}%"
