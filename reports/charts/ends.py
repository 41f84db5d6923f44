"""Where the label at the end of each line stands, so that it covers neither label nor point."""

import math
from collections.abc import Sequence
from typing import Any

Point = dict[str, Any]

# In pixels: how far a label stands from its point, and labels from each other.
OFFSET, LINE_HEIGHT = 9, 16


def with_end_labels(points: Sequence[Point], pct_per_pixel: float) -> list[Point]:
    """Return ``points``, the last of each campaign with ``label`` and, as a percentage, ``end``.

    A label stands above or below its point, on the side where other campaigns leave more room,
    and labels at one stage stand a line apart.
    """
    known = [point for point in points if point["pct"] is not None]
    last = {point["campaign"]: point for point in known}
    wanted = [
        {**point, "end": _end(point, known, pct_per_pixel * OFFSET)} for point in last.values()
    ]
    placed = {point["campaign"]: point for point in spread(wanted, pct_per_pixel * LINE_HEIGHT)}
    return [
        {**placed[point["campaign"]], "label": _label(point)}
        if point is last.get(point["campaign"])
        else point
        for point in points
    ]


def _label(point: Point) -> str:
    return f"{point['campaign']} {point['pct_text']} ({point['counts']})"


def spread(points: Sequence[Point], gap: float) -> list[Point]:
    """Return ``points``, lowest first, with ``end`` raised until those at one stage keep ``gap``.

    >>> [point["end"] for point in spread([{"stage": "Offer", "end": e} for e in (5, 4, 9)], 2)]
    [4, 6, 9]
    """
    placed: list[Point] = []
    highest: dict[str, float] = {}
    for point in sorted(points, key=lambda point: float(point["end"])):
        end = max(point["end"], highest.get(point["stage"], -math.inf) + gap)
        highest[point["stage"]] = end
        placed.append({**point, "end": end})
    return placed


def _end(point: Point, points: Sequence[Point], offset: float) -> float:
    """A label reaches over its own stage and the next, so these are where room is needed."""
    pct: float = point["pct"]
    near = [
        other["pct"] - pct
        for other in points
        if other["campaign"] != point["campaign"]
        and 0 <= other["stage_position"] - point["stage_position"] <= 1
    ]
    above = min((gap for gap in near if gap >= 0), default=math.inf)
    below = min((-gap for gap in near if gap < 0), default=math.inf)
    fits_below = pct >= 2 * offset
    return pct - offset if fits_below and below > above else pct + offset
