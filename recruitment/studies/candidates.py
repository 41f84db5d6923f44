"""The candidates that a question is about: which campaigns, which characteristics."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

import queries
from recruitment.errors import DataError, UsageError
from recruitment.studies.campaigns import choose
from recruitment.studies.names import in_report_order, narrowed
from recruitment.studies.sources import as_at_of, source_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was asked about, and its counts.

    Attributes:
        chosen: The campaigns asked about, in the order in which they opened.
        codes: Those of them that have counts.
        flow: The rows of ``queries.stage_flow`` for these.
        source: Where the counts come from.
        as_at: The one date (ISO) that they describe, or None where the campaigns differ.
    """

    chosen: pl.DataFrame
    codes: list[str]
    flow: pl.DataFrame
    source: str
    as_at: str | None

    def in_order(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Sort ``rows``: campaigns by the date they opened, characteristics as in the report."""
        order = in_report_order(rows["characteristic"])
        keys = [pl.col("characteristic").cast(pl.Enum(order))]
        if "campaign" in rows.columns:
            keys.insert(0, pl.col("campaign").cast(pl.Enum(self.codes)))
        return rows.sort(*keys, maintain_order=True)


def candidates(
    con: "duckdb.DuckDBPyConnection",
    *,
    campaigns: "Sequence[str]",
    characteristics: "Sequence[str]",
    corrected: bool,
) -> Candidates:
    """Read the counts of some campaigns and characteristics; none named means all.

    A characteristic that only shows another in more detail must be named.

    Raises:
        UsageError: A campaign or characteristic is unknown, or a campaign is named twice.
        DataError: None of the campaigns has counts.
    """
    chosen = choose(queries.campaigns(con), campaigns)
    counted = chosen.filter(pl.col("stages") > 0)
    if counted.is_empty():
        names = ", ".join(chosen["campaign"]) or "the warehouse"
        raise DataError(f"{names}: no counts yet, so there is nothing to compare")
    codes = counted["campaign"].to_list()
    flow = queries.stage_flow(
        con, campaigns=codes, corrected=corrected, refined=bool(characteristics)
    )
    return Candidates(
        chosen,
        codes,
        narrowed(flow, characteristics=characteristics),
        source=source_of(counted),
        as_at=as_at_of(counted),
    )


def check_confidence_level(confidence_level: float) -> None:
    """Refuse what is no confidence level.

    Raises:
        UsageError: It is not between 0 and 1, such as 95.
    """
    if not (0 < confidence_level < 1 and 0.5 + confidence_level / 2 < 1):
        raise UsageError(f"--confidence-level is between 0 and 1, not {confidence_level}")
