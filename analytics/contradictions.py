"""Counts that cannot all be true: the outcomes of a stage do not add up to those who entered it."""

import polars as pl

STAGE = ["campaign", "stage", "characteristic"]
OUTCOMES = ["passed", "failed", "pending", "withdrawn"]


def contradictions(flow: pl.DataFrame) -> pl.DataFrame:
    """Return the stages and categories whose counts contradict each other.

    Args:
        flow: The rows of ``queries.stage_flow``.

    Returns:
        Those rows of ``flow`` where passed + failed + pending + withdrawn is not entered, or where
        the number printed as passed is not the number that entered the next stage, with
        ``accounted_for``, the sum of the outcomes. Where failures are not recorded, only more
        outcomes than entrants contradict. The comparator is the remainder of a printed total, so
        it is named only where no printed count of the same stage and characteristic is.
    """
    return without_remainders(contradicting(flow))


def contradicting(flow: pl.DataFrame) -> pl.DataFrame:
    """Return the same with every comparator."""
    known = pl.col("entered", "passed", "failed").is_not_null()
    return flow.with_columns(accounted_for=pl.sum_horizontal(OUTCOMES)).filter(
        (pl.all_horizontal(known) & (pl.col("accounted_for") != pl.col("entered")))
        | (pl.col("accounted_for") > pl.col("entered"))
        | _lost_on_the_way()
    )


def without_remainders(wrong: pl.DataFrame) -> pl.DataFrame:
    """Leave out comparators of a stage and characteristic of which another category is wrong."""
    printed = wrong.filter(pl.col("kind") != "comparator")
    derived = wrong.filter(kind="comparator").join(
        printed, on=STAGE, how="anti", maintain_order="left"
    )
    order = ["campaign", "stage_order", "characteristic"]
    return pl.concat([printed, derived]).sort(order, maintain_order=True)


def _lost_on_the_way() -> pl.Expr:
    return (pl.col("passed") != pl.col("entered_next")).fill_null(value=False)
