"""Whether the shares of one whole are at most 100 %."""

from collections.abc import Sequence

import polars as pl

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
    most = WHOLE_PCT + ROUNDING_PCT * pl.col("categories")
    return _sums(rows, whole).filter(pl.col("share_pct") > most)


def compared(rows: pl.DataFrame, whole: Sequence[str]) -> int:
    """Return how many sums of shares this looks at."""
    return _sums(rows, whole).height


def _sums(rows: pl.DataFrame, whole: Sequence[str]) -> pl.DataFrame:
    known = rows.drop_nulls("share_pct")
    return known.group_by([*whole, "characteristic"], maintain_order=True).agg(
        pl.col("share_pct").sum(), categories=pl.len()
    )
