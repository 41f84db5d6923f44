"""Joiners and leavers as the points of a chart: a group, and those it is compared with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.periods import Period
from analytics.rounding import half_up
from reports.cells import signed
from reports.charts.comparisons import Row, Series, called
from reports.charts.labels import distinct, shortened, wrapped
from reports.charts.panels import LINE_BREAK
from reports.display import label
from reports.wording import few

MOST_BLANKS = 3
SIDES = {"": "group", "reference_": "reference"}


@dataclass(frozen=True, slots=True)
class Side:
    """One panel: the joiners and leavers of a group, or of those it is compared with."""

    series: Series
    points: tuple[dict[str, Any], ...]
    lines: tuple[str, ...]


def groups_of(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows of each group of a role by themselves."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        key = tuple(row[name] for name in ("unit", "role", "characteristic", "group"))
        found.setdefault(key, []).append(row)
    yield from found.values()


def sides_of(rows: Sequence[Row], *, several: bool) -> Iterator[Side]:
    """Yield the panel of the group and that of its reference; of several roles each says which."""
    first = rows[0]
    place = f"{shortened(first['role'], 30)}, {shortened(first['unit'], 40)}: " if several else ""
    characteristic = shortened(label("characteristic", first["characteristic"]), 30)
    names = distinct(
        (row["period"], LINE_BREAK.join(wrapped(_period_name(row, rows), 18, 3))) for row in rows
    )
    for prefix, column in SIDES.items():
        who = called(first[column])
        title = f"{place}{characteristic}: {who}"
        series = Series("", shortened(title, 90), who, "", names, tuple(rows))
        points = tuple(_point(row, prefix, names[row["period"]], rows) for row in rows)
        yield Side(series, points, tuple(_lines(rows, prefix)))


def _lines(rows: Sequence[Row], prefix: str) -> list[str]:
    """Return what the longest period allows to say; beside it, who is in neither panel."""
    if not prefix:
        longest = max(rows, key=_days)
        return wrapped(f"{longest['period']}: {longest['reading']}", 92, 5)
    blanks = [
        f"{row['not_stated_joiners']:,} joined and {row['not_stated_leavers']:,} left "
        f"in {row['period']}"
        for row in rows
        if row["not_stated_joiners"] + row["not_stated_leavers"]
    ]
    return (
        wrapped(f"Did not state, in neither panel: {few(blanks, MOST_BLANKS)}.", 92, 4)
        if blanks
        else []
    )


def _point(row: Row, prefix: str, name: str, rows: Sequence[Row]) -> dict[str, Any]:
    """Return one period as a point, all of its text ready."""
    joined, left = row[f"{prefix}joiners"], row[f"{prefix}leavers"]
    ratio = f"; ratio {half_up(joined / left, 2)}" if left else ""
    point = {
        "stage": name,
        "stage_name": shortened(_period_name(row, rows), 60),
        "overall": _holds_others(row, rows),
        "joined": joined,
        "left": -left,
        "joined_text": f"{joined:,}",
        "left_text": f"{left:,}",
        "counts": f"{joined:,} joined, {left:,} left",
        "figure": f"net {signed(joined - left, 0)}{ratio}",
    }
    return point | {"said": f"{point['stage_name']}: {point['counts']}, {point['figure']}"}


def _period_name(row: Row, rows: Sequence[Row]) -> str:
    inside = any(_period(other).contains(_period(row)) for other in rows if other is not row)
    return f"{'of which ' if inside else ''}{row['period']}"


def _holds_others(row: Row, rows: Sequence[Row]) -> bool:
    return any(_period(row).contains(_period(other)) for other in rows if other is not row)


def _period(row: Row) -> Period:
    return Period(row["period_start"], row["period_end"])


def _days(row: Row) -> int:
    return _period(row).days
