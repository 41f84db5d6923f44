"""Whom a group is compared with, and on which characteristics there is anybody."""

import polars as pl

from recruitment.errors import DataError, UsageError, nearest
from reports.wording import listed


def known_reference(flow: pl.DataFrame, reference: str | None) -> str | None:
    """Return the category to compare with as it is spelt, or None where none is named.

    Raises:
        UsageError: No characteristic asked about has it.
    """
    if reference is None:
        return None
    categories = flow["category"].unique(maintain_order=True).to_list()
    folded = {name.casefold(): name for name in categories}
    name = folded.get(reference.strip().casefold())
    if name is None:
        raise UsageError(f"there is no category {reference!r}; {nearest(reference, categories)}")
    return str(name)


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
