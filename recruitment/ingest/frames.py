"""The frames that readers of counts hand on, whether they have rows or none."""

from collections.abc import Iterable, Sequence
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


def of_campaigns(frames: "Sequence[tuple[str, pl.DataFrame]]") -> "pl.DataFrame":
    """Return frames of the same columns as one, with the campaign of each row in front.

    >>> import polars as pl
    >>> of_campaigns([("A", pl.DataFrame({"n": [1, 2]})), ("B", pl.DataFrame({"n": [3]}))]).rows()
    [('A', 1), ('A', 2), ('B', 3)]
    """
    import polars as pl

    codes = [code for code, each in frames for _ in range(each.height)]
    rows = pl.concat([each for _, each in frames])
    return rows.select(pl.Series("campaign", codes, pl.String), pl.all())
