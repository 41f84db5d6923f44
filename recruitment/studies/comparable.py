"""Which campaigns can be compared, and on which characteristics."""

from typing import TYPE_CHECKING

import polars as pl

from recruitment.errors import DataError, UsageError
from recruitment.studies.candidates import Candidates, candidates
from recruitment.studies.references import known_reference
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
