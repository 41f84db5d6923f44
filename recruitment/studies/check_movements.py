"""Do movements, the workforce and populations fit each other?"""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import polars as pl

import queries
from analytics.checks.movements import checked_movements
from analytics.checks.shares import compared, over_the_whole
from analytics.checks.wholes import checked_headcounts, checked_people
from reports.check_movement_words import movement_rows, people_rows, share_rows

if TYPE_CHECKING:
    import duckdb

    from recruitment.warehouse.records import Subject

Row = dict[str, Any]
Checks = tuple[list[Row], Mapping[str, int]]
# What names one whole, of which categories are parts.
WORKFORCE, POPULATION = ("unit", "role", "as_at"), ("area", "as_at")


def movements_checked(con: "duckdb.DuckDBPyConnection") -> tuple[*Checks, pl.DataFrame]:
    """Return what does not fit in the movements, the workforce and the populations.

    Returns:
        One row per finding, in columns of ``reports.check_rows.COLUMNS``; how many comparisons
        were made, by the name of the check; and ``document source`` of all that was compared.
    """
    # With their details, which an import checks as well: the two say the same of the same rows.
    movements, totals = queries.movements(con, refined=True), queries.movement_totals(con)
    workforce, populations = queries.workforce(con, refined=True), queries.populations(con)
    parts = (
        checked_rows("movements", movements, totals),
        checked_rows("workforce", workforce),
        checked_rows("populations", populations),
    )
    looked_at: Counter[str] = Counter()
    for _, each in parts:
        looked_at.update(each)
    read = (movements, totals, workforce, populations)
    sources = pl.concat([each.select("document", "source") for each in read])
    return [row for rows, _ in parts for row in rows], looked_at, sources


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
    people = (
        checked_headcounts(rows.rename({"headcount": "people"}), whole)
        if subject == "workforce"
        else checked_people(rows, whole)
    )
    over, shares = over_the_whole(rows, whole), compared(rows, whole)
    return [*share_rows(over), *people_rows(people)], {"shares": shares, "totals": people.looked_at}
