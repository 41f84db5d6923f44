"""Counts too large to reckon with: a slip of the keyboard, or a number of another kind."""

from typing import TYPE_CHECKING

from recruitment.errors import DataError

if TYPE_CHECKING:
    import polars as pl

# More people than any workforce; products of two such counts still are exact whole numbers.
MOST = 100_000_000


def refuse_too_large(rows: "pl.DataFrame", people: str, table: str) -> "pl.DataFrame":
    """Return ``rows`` as they are.

    Args:
        rows: Of a query, with unit, role, characteristic and category.
        people: The column that counts people, such as ``headcount``.
        table: The table of the warehouse that they come from.

    Raises:
        DataError: A count is above ``MOST``; the message names it.
    """
    for row in rows.filter(rows[people] > MOST).head(1).to_dicts():
        who = f"{row['unit']}, {row['role']}, {row['characteristic']} {row['category']}"
        raise DataError(
            f"{table}: {who}: {row[people]:,} people are too many to count with, at most {MOST:,}; "
            "correct the row"
        )
    return rows
