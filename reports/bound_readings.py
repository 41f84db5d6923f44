"""One-line readings of what the blanks could change, never of who they are."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from reports.cells import signed
from reports.wording import people


def with_bound_readings(bounds: pl.DataFrame) -> pl.DataFrame:
    """Add the column ``reading`` to the rows of ``blank_bounds``."""
    readings = [bound_reading(row) for row in bounds.to_dicts()]
    return bounds.with_columns(pl.Series("reading", readings, dtype=pl.String))


def bound_reading(row: Mapping[str, Any]) -> str:
    """Return how far the blanks could move one gap, and how few of them it would take."""
    if row["gap_pp"] is None or row["lowest_gap_pp"] is None:
        return "not known: nobody on one side has an outcome."
    if not row["blanks"]:
        return f"no blanks; the gap is {signed(row['gap_pp'])} points."
    span = f"between {signed(row['lowest_gap_pp'])} and {signed(row['highest_gap_pp'])} points"
    blanks = f"the {row['blanks']:,} blanks are" if row["blanks"] > 1 else "the one blank is"
    return f"whoever {blanks}, the gap lies {span}; {_tipping(row)}."


def _tipping(row: Mapping[str, Any]) -> str:
    needed = row["tipping_direction"]
    if row["gap_pp"] == 0:
        return "there is none as it stands"
    if needed is None and row["lowest_gap_pp"] <= 0 <= row["highest_gap_pp"]:
        return "only by falling to both sides could they close it"
    if needed is None:
        return "they could not close it"
    if needed == 1:
        return f"one of them, among {people(row['group'])}, could close it"
    return f"{needed:,} of them, among {people(row['group'])}, could close it"
