"""Whether the shares of one whole are at most 100 %, and its parts no more than it."""

from collections.abc import Sequence

import polars as pl

EVERYBODY = "all"
WHOLE_PCT = 100
# A share printed as a whole number may be half of one too high.
ROUNDING_PCT = 0.5


def over_the_whole(rows: pl.DataFrame, whole: Sequence[str]) -> pl.DataFrame:
    """Return the characteristics whose shares make more than 100 %, beyond what rounding can.

    Args:
        rows: ``characteristic category share_pct``, and the columns that name a whole.
        whole: These columns, such as unit, role and date.

    Returns:
        One row per whole and characteristic, with ``share_pct``, the sum.
    """
    shares = _by_characteristic(rows.drop_nulls("share_pct"), whole, "share_pct")
    return shares.filter(pl.col("share_pct") > WHOLE_PCT + ROUNDING_PCT * pl.col("categories"))


def more_than_everybody(rows: pl.DataFrame, whole: Sequence[str]) -> pl.DataFrame:
    """Return the characteristics that count more people than there are.

    Args:
        rows: ``characteristic category people``, and the columns that name a whole.
        whole: These columns.

    Returns:
        One row per whole and characteristic, with ``people``, the sum, and ``everybody``.
    """
    return _beside_everybody(rows, whole).filter(pl.col("people") > pl.col("everybody"))


def compared(rows: pl.DataFrame, whole: Sequence[str]) -> tuple[int, int]:
    """Return how many sums of shares, and of people, these two look at."""
    shares = _by_characteristic(rows.drop_nulls("share_pct"), whole, "share_pct")
    return shares.height, _beside_everybody(rows, whole).height


def _beside_everybody(rows: pl.DataFrame, whole: Sequence[str]) -> pl.DataFrame:
    counted = rows.drop_nulls("people")
    everybody = counted.filter(characteristic=EVERYBODY).select(
        *whole, pl.col("people").alias("everybody")
    )
    parts = counted.filter(pl.col("characteristic") != EVERYBODY)
    return _by_characteristic(parts, whole, "people").join(
        everybody, on=list(whole), maintain_order="left"
    )


def _by_characteristic(rows: pl.DataFrame, whole: Sequence[str], column: str) -> pl.DataFrame:
    return rows.group_by([*whole, "characteristic"], maintain_order=True).agg(
        pl.col(column).sum(), categories=pl.len()
    )
