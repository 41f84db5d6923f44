"""The headcount of everybody nearest in date to a share that was printed without one."""

import polars as pl

NEAR = "366d"
ROLE = ["unit", "role"]


def with_nearest_headcount(shares: pl.DataFrame, workforce: pl.DataFrame) -> pl.DataFrame:
    """Fill in ``out_of`` where it is not known, from the nearest date within a year.

    Args:
        shares: The rows of ``workforce_counts``.
        workforce: The rows of ``queries.workforce``.

    Returns:
        ``shares`` in their order, with ``counted_at``, ``counted_document`` and ``counted_source``:
        the date of ``out_of``, and where it is from. All are null where the categories do not add
        up to a total and there is no headcount within a year; of two dates equally near either may
        be taken.
    """
    everybody = (
        workforce.filter(pl.col("headcount") > 0, characteristic="all", category="All")
        .select(
            *ROLE,
            pl.col("as_at").alias("counted_at"),
            pl.col("headcount").alias("near"),
            pl.col("document").alias("counted_document"),
            pl.col("source").alias("counted_source"),
        )
        .sort("counted_at")
    )
    beside = (
        shares.with_row_index("order")
        .sort("as_at")
        .join_asof(
            everybody,
            left_on="as_at",
            right_on="counted_at",
            by=ROLE,
            strategy="nearest",
            tolerance=NEAR,
            check_sortedness=False,
        )
        .sort("order")
    )
    added_up = pl.col("added_up").is_not_null()
    own = {"counted_at": "as_at", "counted_document": "document", "counted_source": "source"}
    return beside.with_columns(
        *(pl.when(added_up).then(own[name]).otherwise(name).alias(name) for name in own),
        out_of=pl.coalesce("out_of", "near"),
    ).drop("order", "near")
