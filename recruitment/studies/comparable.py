"""Which campaigns can be compared, and on which characteristics."""

from typing import TYPE_CHECKING

import polars as pl

from recruitment.errors import DataError, UsageError
from recruitment.studies.candidates import Candidates, candidates
from recruitment.studies.pass_rates import known_reference
from reports.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

FEWEST = 2


def comparable(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: "Sequence[str]",
    characteristics: "Sequence[str]",
    reference: str | None,
    corrected: bool,
) -> tuple[Candidates, str | None]:
    """Read the counts of campaigns that can be compared, and the reference as it is spelt.

    Args:
        con: An open warehouse.
        campaigns: Two codes or more, in any case.
        characteristics: Such as ``ethnicity``; none means all that were counted.
        reference: A category, or None.
        corrected: Apply the documented corrections of printed counts.

    Raises:
        UsageError: Fewer than two campaigns are named, or one twice; something is unknown; or the
            reference is the group itself.
        DataError: Fewer than two campaigns have counts, or no two of them share a stage.
    """
    if len(campaigns) < FEWEST:
        named = f"only {campaigns[0]} is named" if campaigns else "none is named"
        raise UsageError(f"compare takes two campaigns or more, such as LE19 LE19a; {named}")
    asked = candidates(
        con, campaigns=campaigns, characteristics=characteristics, corrected=corrected
    )
    if len(asked.codes) < FEWEST:
        raise DataError(f"only {asked.codes[0]} has counts; name another campaign that has")
    shared = asked.flow.group_by("stage").agg(pl.col("campaign").n_unique())
    if shared["campaign"].max() == 1:
        raise DataError(f"{listed(asked.codes)} share no stage, so there is nothing to pool")
    return asked, known_reference(asked.flow, reference)


def with_two_sides(flow: pl.DataFrame, reference: str | None) -> pl.DataFrame:
    """Keep the characteristics that have a group and somebody to compare it with.

    Raises:
        UsageError: None has a group other than the reference.
        DataError: None has two categories.
    """
    everybody = pl.col("category").filter(pl.col("kind") != "not stated").n_unique()
    several = flow.filter(everybody.over("characteristic") > 1)
    if several.is_empty():
        names = listed(flow["characteristic"].unique(maintain_order=True).to_list())
        raise DataError(f"{names}: one category alone, so there is nobody to compare it with")
    if reference is None:
        return several
    has_both = (pl.col("category") == reference).any() & (
        (pl.col("kind") == "group") & (pl.col("category") != reference)
    ).any()
    kept = several.filter(has_both.over("characteristic"))
    if kept.is_empty():
        raise UsageError(f"--reference {reference} is the group itself; name another category")
    return kept
