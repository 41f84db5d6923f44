"""Which campaigns there are, and which of them a question is about."""

from typing import TYPE_CHECKING

import queries
from recruitment.errors import UsageError, nearest
from recruitment.studies.sources import as_at_of, source_of
from reports.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import duckdb
    import polars as pl

NONE_YET = "There are no campaigns yet; add one with recruit import"
IN_PROCESS = "In process counts the candidates who entered the first stage."


def campaigns(con: "duckdb.DuckDBPyConnection") -> Findings:
    """List the campaigns with their dates, their people and how far their counts reach."""
    listed = queries.campaigns(con)
    return Findings(
        question="campaigns",
        title="Recruitment campaigns",
        source=source_of(listed),
        as_at=as_at_of(listed),
        notes=(IN_PROCESS, *_withdrawals_that_do_not_add_up(listed)) if listed.height else (),
        tables={"campaigns": listed},
        headline="" if listed.height else NONE_YET,
    )


def _withdrawals_that_do_not_add_up(listed: "pl.DataFrame") -> "Iterator[str]":
    for row in listed.drop_nulls(["submitted", "withdrawn", "in_process"]).to_dicts():
        left = row["submitted"] - row["withdrawn"]
        if left != row["in_process"]:
            yield (
                f"{row['campaign']}: {row['submitted']:,} submitted less {row['withdrawn']:,} "
                f"withdrawn leave {left:,}, but {row['in_process']:,} entered the first stage."
            )


def choose(listed: "pl.DataFrame", wanted: "Sequence[str]") -> "pl.DataFrame":
    """Return the rows of the campaigns named in ``wanted``, in any case; all of them for none.

    Raises:
        UsageError: A campaign is unknown, or named twice.
    """
    if not wanted:
        return listed
    known = {code.casefold(): code for code in listed["campaign"]}
    codes: dict[str, None] = {}
    for name in wanted:
        code = known.get(name.strip().casefold())
        if code is None:
            raise UsageError(f"there is no campaign {name!r}; {nearest(name, [*known.values()])}")
        if code in codes:
            raise UsageError(f"campaign {code} is named twice; name each campaign once")
        codes[code] = None
    return listed.filter(listed["campaign"].is_in(list(codes)))
