"""Do movements, the workforce and populations fit each other?"""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import polars as pl

import queries
from analytics.checks.movements import checked_movements
from analytics.checks.shares import compared, more_than_everybody, over_the_whole
from reports.check_movement_words import movement_rows, part_rows, share_rows

if TYPE_CHECKING:
    import duckdb

    from recruitment.warehouse.records import Subject

Row = dict[str, Any]
Checks = tuple[list[Row], Mapping[str, int]]
# What names one whole, of which categories are parts.
WORKFORCE, POPULATION = ("unit", "role", "as_at"), ("area", "as_at")


def movements_checked(con: "duckdb.DuckDBPyConnection") -> Checks:
    """Return what does not fit in the movements, the workforce and the populations.

    Returns:
        One row per finding, in columns of ``reports.check_rows.COLUMNS``; and how many comparisons
        were made, by the name of the check.
    """
    parts = (
        checked_rows("movements", queries.movements(con), queries.movement_totals(con)),
        checked_rows("workforce", queries.workforce(con)),
        checked_rows("populations", queries.populations(con)),
    )
    looked_at: Counter[str] = Counter()
    for _, each in parts:
        looked_at.update(each)
    return [row for rows, _ in parts for row in rows], looked_at


def checked_rows(
    subject: "Subject", rows: pl.DataFrame, totals: pl.DataFrame | None = None
) -> Checks:
    """Return the same of one table.

    Args:
        subject: The table.
        rows: In its columns, with the kind and order of their categories.
        totals: Of movements, those that are printed.
    """
    if subject == "movements":
        none = rows.head(0).with_columns(printed_total="people")
        found = checked_movements(rows, none if totals is None else totals)
        return list(movement_rows(found)), found.looked_at
    whole = WORKFORCE if subject == "workforce" else POPULATION
    people = rows.rename({"headcount": "people"}, strict=False)
    over, more = over_the_whole(people, whole), more_than_everybody(people, whole)
    shares, sums = compared(people, whole)
    return [*share_rows(over), *part_rows(more)], {"shares": shares, "totals": sums}
