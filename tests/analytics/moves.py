"""Movements as ``queries.movements`` would give them, made up."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
from hypothesis import strategies as st

from analytics.periods import Period

KINDS = {
    "BAME": ("ethnicity", "group", 1),
    "White": ("ethnicity", "comparator", 2),
    "Not stated": ("ethnicity", "not stated", 3),
    "Female": ("sex", "group", 1),
    "Male": ("sex", "comparator", 2),
    "Leicester": ("home_area", "part", 1),
    "All": ("all", "part", 1),
}
SCHEMA = {
    "unit": pl.String,
    "role": pl.String,
    "period_start": pl.Date,
    "period_end": pl.Date,
    "direction": pl.String,
    "characteristic": pl.String,
    "category": pl.String,
    "kind": pl.String,
    "category_order": pl.Int32,
    "people": pl.Int64,
}
Row = dict[str, Any]


def years(start: int, end: int) -> Period:
    """Financial years."""
    return Period(date(start, 4, 1), date(end, 3, 31))


DECADE, LAST, BEFORE = years(2010, 2020), years(2019, 2020), years(2010, 2019)


def moved(direction: str, period: Period, people: Mapping[str, int], role: str = "PC") -> list[Row]:
    """Rows of one direction and period."""
    return [
        {
            "unit": "Force",
            "role": role,
            "period_start": period.start,
            "period_end": period.end,
            "direction": direction,
            "characteristic": KINDS[category][0],
            "category": category,
            "kind": KINDS[category][1],
            "category_order": KINDS[category][2],
            "people": number,
        }
        for category, number in people.items()
    ]


def both(period: Period, joined: Mapping[str, int], left: Mapping[str, int]) -> list[Row]:
    """Rows of joiners and leavers in one period."""
    return moved("joined", period, joined) + moved("left", period, left)


def table(*rows: list[Row]) -> pl.DataFrame:
    """All rows as one frame."""
    return pl.DataFrame([row for some in rows for row in some], schema=SCHEMA)


def ethnicity(bame: int, white: int, not_stated: int) -> dict[str, int]:
    """People by ethnicity."""
    return {"BAME": bame, "White": white, "Not stated": not_stated}


PUBLISHED = table(
    both(DECADE, ethnicity(75, 759, 50), ethnicity(77, 1109, 29)),
    both(LAST, ethnicity(23, 194, 24), ethnicity(6, 112, 4)),
)
COUNTS = st.builds(ethnicity, *[st.integers(0, 300)] * 3)
