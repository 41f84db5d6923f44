"""The frames that readers of counts hand on, whether they have rows or none."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

COUNTS = "stage outcome characteristic category candidates"
TOTALS = "stage outcome people place"
PRINTED = "label stage outcome characteristic category printed numerator denominator place"
WHOLE = {"candidates", "people", "numerator", "denominator", "headcount"}
DATES = {"as_at", "period_start", "period_end"}


def frame(columns: str, rows: Iterable[dict[str, Any]]) -> "pl.DataFrame":
    """Return ``rows`` as a frame of these columns, typed by their names.

    >>> frame(TOTALS, []).dtypes
    [String, String, Int64, String]
    """
    import polars as pl

    types: dict[str, Any] = {
        name: pl.Int64
        if name in WHOLE
        else pl.Date
        if name in DATES
        else pl.Float64
        if name == "share_pct"
        else pl.String
        for name in columns.split()
    }
    return pl.DataFrame(list(rows), schema=types, orient="row")
