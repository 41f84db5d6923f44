import datetime as dt

import polars as pl

from analytics.checks.movements import checked_movements

YEARS = [(dt.date(2018 + n, 4, 1), dt.date(2019 + n, 3, 31)) for n in range(2)]
BOTH = (YEARS[0][0], YEARS[1][1])


def _movements(*rows: tuple[tuple[dt.date, dt.date], str, str, int]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "unit": "Force",
                "role": "Officer",
                "period_start": start,
                "period_end": end,
                "direction": direction,
                "characteristic": "all" if category == "All" else "sex",
                "category": category,
                "kind": "part",
                "category_order": 1,
                "people": people,
                "source": "here",
            }
            for (start, end), direction, category, people in rows
        ]
    )


def _none(movements: pl.DataFrame) -> pl.DataFrame:
    return movements.head(0).with_columns(printed_total="people")


def test_movements_that_fit_are_counted_as_compared() -> None:
    rows = _movements(
        (YEARS[0], "left", "Female", 2),
        (YEARS[1], "left", "Female", 3),
        (BOTH, "left", "Female", 5),
    )
    found = checked_movements(rows, _none(rows))
    assert (found.impossible, found.looked_at) == ((), {"totals": 0, "periods": 1, "reasons": 0})


def test_a_period_unlike_its_parts_is_found() -> None:
    rows = _movements(
        (YEARS[0], "left", "Female", 2),
        (YEARS[1], "left", "Female", 3),
        (BOTH, "left", "Female", 6),
    )
    [each] = checked_movements(rows, _none(rows)).impossible
    assert (each.recorded, each.following) == (6, 5)


def test_more_dismissed_than_left_is_found() -> None:
    rows = _movements((YEARS[0], "left", "All", 1), (YEARS[0], "dismissed", "All", 2))
    found = checked_movements(rows, _none(rows))
    assert [(each["people"], each["leavers"]) for each in found.reasons] == [(2, 1)]
    assert found.looked_at["reasons"] == 1
