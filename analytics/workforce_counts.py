"""Each group of a workforce as a count out of a total, as far as its sources give one."""

import polars as pl

from analytics.printed_share import counts_behind
from analytics.representation import Blank

POST = ["unit", "as_at", "role"]


def latest(workforce: pl.DataFrame) -> pl.DataFrame:
    """Keep the rows of the latest date of each unit, role and characteristic.

    Headcounts of everybody (``all``) are kept at every date.
    """
    newest = pl.col("as_at") == pl.col("as_at").max().over("unit", "role", "characteristic")
    return workforce.filter(newest | (pl.col("characteristic") == "all"))


def workforce_counts(workforce: pl.DataFrame, *, blank: Blank = "include") -> pl.DataFrame:
    """Return each group of each role, with its headcount and that of the role.

    Args:
        workforce: The rows of ``queries.workforce``.
        blank: Whether Not stated counts in the total, where it is counted.

    Returns:
        One row per unit, role and group, or part of a characteristic that has none: ``unit as_at
        role characteristic group headcount printed_pct not_stated added_up everybody out_of
        document source``. ``added_up`` is the sum of the categories, where they are all counted;
        ``everybody`` the headcount of the role on that date; ``out_of`` the first of them, or else
        the second; of a counted group less Not stated, where it is to be left out. A count that is
        not known is null.
    """
    of_all = workforce.filter(characteristic="all", category="All")
    everybody = of_all.select(*POST, pl.col("headcount").alias("everybody"))
    described = workforce.filter(pl.col("characteristic") != "all")
    # A printed share is one of everybody, whatever the question.
    counted = pl.col("headcount").is_not_null() & (blank == "exclude")
    blanks = pl.when(counted).then("not_stated").fill_null(0)
    return (
        described.with_columns(*_of_characteristic())
        .filter(pl.col("kind").is_in(["group", "part"]))
        .join(everybody, on=POST, how="left", maintain_order="left")
        .with_columns(out_of=pl.coalesce("added_up", "everybody") - blanks)
        .select(
            *POST,
            "characteristic",
            pl.col("category").alias("group"),
            "headcount",
            pl.col("share_pct").alias("printed_pct"),
            "not_stated",
            "added_up",
            "everybody",
            "out_of",
            "document",
            "source",
        )
    )


def with_counts(shares: pl.DataFrame) -> pl.DataFrame:
    """Add the counts that each row of ``workforce_counts`` can stand for.

    Returns:
        ``shares`` with ``people_low people people_high``: the headcount, or where a share is
        printed the counts that print as it; and ``fits``: false where the share, or the count,
        cannot be one of ``out_of`` people. Where nothing fits or no total is known, counts and
        ``out_of`` are null.
    """
    behind = counts_behind(
        shares["printed_pct"].fill_null(0).to_list(), shares["out_of"].fill_null(0).to_list()
    )
    counted = pl.col("headcount").is_not_null()
    fits = pl.when(counted).then(pl.col("headcount") <= pl.col("out_of")).otherwise("printed_fits")
    ends = {"people_low": "lowest", "people": "nearest", "people_high": "highest"}
    usable = pl.col("out_of").is_not_null() & pl.col("fits")
    return (
        shares.with_columns(
            *(
                pl.Series(name, getattr(behind, end).tolist(), dtype=pl.Int64)
                for name, end in ends.items()
            ),
            pl.Series("printed_fits", behind.exist.tolist(), dtype=pl.Boolean),
        )
        .with_columns(fits.fill_null(value=True).alias("fits"))
        .with_columns(
            *(pl.when(usable).then(pl.coalesce("headcount", name)).alias(name) for name in ends),
            pl.when(usable).then("out_of").alias("out_of"),
        )
        .drop("printed_fits")
    )


def _of_characteristic() -> tuple[pl.Expr, pl.Expr]:
    """Sum up the categories of a role's characteristic, if none of them lacks a headcount.

    A group alone does not make a total: somebody else must be counted too.
    """
    over = [*POST, "characteristic"]
    headcount, kind = pl.col("headcount"), pl.col("kind")
    complete = headcount.is_not_null().all() & (kind.is_in(["comparator", "part"])).any()
    return (
        pl.when(complete.over(over)).then(headcount.sum().over(over)).alias("added_up"),
        # No row gives 0 as a sum, but nobody was asked for what was not counted.
        headcount.filter(kind == "not stated").max().over(over).alias("not_stated"),
    )
