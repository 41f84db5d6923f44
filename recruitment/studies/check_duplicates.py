"""Is a campaign there twice, under two codes?"""

from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.checks.checked import Checked
from analytics.checks.duplicates import checked_duplicates
from recruitment.studies.check_counts import in_order, refinements_of
from reports.check_notes import DUPLICATE
from reports.check_words import sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import duckdb

    from recruitment.ingest.campaign_counts import CampaignCounts

FILE = {"campaign": pl.String, "sha256": pl.String}


def duplicates_checked(
    con: "duckdb.DuckDBPyConnection", asked: "Collection[str]", *, corrected: bool = False
) -> Checked:
    """Return which of the campaigns in ``asked`` have the very same counts as another one.

    Args:
        con: An open warehouse.
        asked: Their codes; they are compared with every campaign there is.
        corrected: Apply the documented corrections of printed counts.
    """
    counts = queries.all_stage_counts(con, campaigns=_codes(con), corrected=corrected)
    return checked_duplicates(counts, _files(con), queries.refinements(con), asked)


def twins(
    con: "duckdb.DuckDBPyConnection",
    named: "Sequence[tuple[str, CampaignCounts]]",
    sha256: str | None = None,
) -> dict[str, str]:
    """Return a note by code where another campaign has the very same counts.

    Args:
        con: An open warehouse, before or after ``named`` are kept in it.
        named: Campaigns of one file by code, as they were read; what is there under their codes
            already, in any case, is not compared.
        sha256: The hash of the file they were read from.
    """
    own = [code for code, _ in named]
    again = {code.casefold() for code in own}
    others = [each for each in _codes(con) if each.casefold() not in again]
    known = queries.all_stage_counts(con, campaigns=others, corrected=False)
    characteristics = [each for _, counts in named for each in counts.characteristics]
    details = pl.concat([queries.refinements(con), refinements_of(characteristics)])
    file = pl.DataFrame({"campaign": own, "sha256": [sha256] * len(own)}, schema_overrides=FILE)
    files = pl.concat([_files(con).filter(pl.col("campaign").is_in(others)), file])
    both = pl.concat([known, in_order(named).select(known.columns)], how="vertical_relaxed")
    found = checked_duplicates(both, files, details.unique(), own).findings
    return {
        row["campaign"]: f"{row['campaign']}: {sentence(row)}. {DUPLICATE}"
        for row in found.to_dicts()
    }


def _codes(con: "duckdb.DuckDBPyConnection") -> list[str]:
    return queries.campaigns(con)["campaign"].to_list()


def _files(con: "duckdb.DuckDBPyConnection") -> pl.DataFrame:
    """Return the hash of the file that each campaign was last read from."""
    entries = queries.imports(con).drop_nulls("campaign").sort("import_id")
    last = entries.unique("campaign", keep="last", maintain_order=True)
    return last.select(pl.col(name).cast(kind) for name, kind in FILE.items())
