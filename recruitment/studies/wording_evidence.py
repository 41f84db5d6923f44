"""What tests say of the groups that the sentences of the packaged reports are about."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import polars as pl

import queries
from analytics.applicant_pools import applicants, pool_differences
from analytics.audit.wording.rule import Evidence
from analytics.audit.wording.sentences import Sentence
from analytics.representation import stage_representation
from analytics.representation_change import representation_changes
from recruitment.errors import DataError, UsageError
from recruitment.studies.candidates import candidates
from recruitment.studies.comparable import comparable
from recruitment.studies.pass_rates import pass_rates
from recruitment.studies.references import with_two_sides
from recruitment.studies.retention import retention
from reports.cells import p_text, signed
from reports.wording import compared_with, listed, share

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    import duckdb

    Row = Mapping[str, Any]
    Key = tuple[str | None, str, str, str]


def printed_sentences(con: "duckdb.DuckDBPyConnection") -> list[Sentence]:
    """Return the sentences of the reports that ``con`` holds, in reading order."""
    columns = ("document", "location", "sentence", "campaign")
    return [Sentence(*row) for row in queries.printed_sentences(con).select(columns).rows()]


def wording_evidence(
    con: "duckdb.DuckDBPyConnection", campaigns: "Collection[str | None] | None" = None
) -> "dict[Key, Evidence]":
    """Return a test by campaign, characteristic, category and stage.

    Args:
        con: An open warehouse.
        campaigns: Those that are spoken of, so that thousands of others are not tested; None means
            all.

    Stages are those of the pass rates and ``Overall``; the last stage where nobody has failed yet,
    by the change in representation; ``Applicants``, against all earlier campaigns; and, without a
    campaign, the years of joiners and leavers. What has too little behind it is left out.
    """
    counted = queries.campaigns(con).filter(pl.col("stages") > 0)
    spoken_of = (
        counted if campaigns is None else counted.filter(pl.col("campaign").is_in(campaigns))
    )
    found: dict[Key, Evidence] = {}
    if not spoken_of.is_empty():
        for each in (_representation, _pass_rates, _applicants):
            with suppress(DataError, UsageError):
                found.update(each(con, spoken_of))
    with suppress(DataError, UsageError):
        found.update(_movements(con))
    return found


def _representation(
    con: "duckdb.DuckDBPyConnection", spoken_of: pl.DataFrame
) -> "Iterator[tuple[Key, Evidence]]":
    by_end = spoken_of.group_by("last_stage", maintain_order=True).agg("campaign")
    for last, codes in by_end.iter_rows():
        flow = candidates(con, campaigns=codes, characteristics=(), corrected=False).flow
        changes = representation_changes(stage_representation(flow), to_stage=last)
        for row in changes.to_dicts():
            yield from _test(_key(row, last), row, "change_pp", _represented(row))


def _represented(row: "Row") -> str:
    return (
        f"{share(row['from_group'], row['from_base'])} of those at {row['from_stage']} and "
        f"{share(row['to_group'], row['to_base'])} at {row['to_stage']}"
    )


def _pass_rates(
    con: "duckdb.DuckDBPyConnection", spoken_of: pl.DataFrame
) -> "Iterator[tuple[Key, Evidence]]":
    codes = spoken_of["campaign"].to_list()
    for row in pass_rates(con, campaigns=codes).tables["rows"].to_dicts():
        yield from _test(_key(row, row["stage"]), row, "gap_pp", _passed(row))


def _passed(row: "Row") -> str:
    own = _out_of(row["passed"], row["failed"])
    others = _out_of(row["reference_passed"], row["reference_failed"])
    return f"{own} passed, of {compared_with(row['reference'])} {others}"


def _out_of(passed: int, failed: int) -> str:
    return share(passed, passed + failed) if passed + failed else "nobody"


def _applicants(
    con: "duckdb.DuckDBPyConnection", spoken_of: pl.DataFrame
) -> "Iterator[tuple[Key, Evidence]]":
    counted = queries.campaigns(con).drop_nulls("last_stage")["campaign"].to_list()
    asked, _ = comparable(
        con, campaigns=counted, characteristics=(), reference=None, corrected=False
    )
    pools = pool_differences(applicants(with_two_sides(asked.flow, None)), asked.codes)
    for row in pools.join(spoken_of, on="campaign", how="semi").to_dicts():
        yield from _test(_key(row, "Applicants"), row, "difference_pp", _applied(row))


def _applied(row: "Row") -> str:
    return (
        f"{share(row['group_entered'], row['base'])} of applicants, against "
        f"{share(row['earlier_group_entered'], row['earlier_base'])} in "
        f"{listed(row['earlier_campaigns'].split(', '))}"
    )


def _movements(con: "duckdb.DuckDBPyConnection") -> "Iterator[tuple[Key, Evidence]]":
    rows = retention(con).tables["rows"].to_dicts()
    if len({(row["unit"], row["role"]) for row in rows}) > 1:
        return  # a sentence does not say which of them it is about
    for row in rows:
        years = f"{row['period_start']:%Y}-{row['period_end']:%Y}"
        key = (None, row["characteristic"], row["group"], years)
        yield from _test(key, row, "share_gap_pp", _joined_and_left(row, years))


def _joined_and_left(row: "Row", years: str) -> str:
    return (
        f"{share(row['joiners'], row['all_joiners'])} of joiners and "
        f"{share(row['leavers'], row['all_leavers'])} of leavers in {years}"
    )


def _test(key: "Key", row: "Row", ahead: str, words: str) -> "Iterator[tuple[Key, Evidence]]":
    if row["p_value"] is not None and row[ahead] is not None:
        points = f"{signed(row[ahead])} percentage points, p {p_text(row['p_value'])}"
        yield key, Evidence(row["p_value"], row[ahead], f"{words}; {points}.")


def _key(row: "Row", stage: str) -> "Key":
    return row["campaign"], row["characteristic"], row["group"], stage
