"""One campaign of a source of many rows, counted as an export of its own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from recruitment.errors import DataError
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.national.duckdb_rows import DuckdbRows
from recruitment.ingest.national.duckdb_source import opened
from recruitment.ingest.national.engines import stage_columns
from recruitment.ingest.national.locations import Location

if TYPE_CHECKING:
    from recruitment.ingest.asked import Asked
    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.mapping.mapping import Mapping
    from recruitment.ingest.national.campaigns import Unsettled


def counted_alone(
    location: Location, one: "Unsettled", mapping: "Mapping", asked: "Asked"
) -> "CampaignCounts":
    """Return the counts of one campaign, row by row.

    Where it is all that one file holds, every fault has its row; else the rows have no number.

    Raises:
        As `recruitment.ingest.candidates.count_candidates`.
    """
    from recruitment.ingest.candidates import count_candidates

    if one.alone and len(location.files) == 1 and location.table is None:
        counts = count_candidates(
            location.files[0],
            mapping,
            layout=asked.layout,
            crosses=asked.crosses,
            memory_limit=asked.memory_limit,
        )
        return replace(counts, campaign=one.campaign or None)
    return _counted_apart(location, one.campaign, mapping, asked)


def _counted_apart(
    location: Location, campaign: str, mapping: "Mapping", asked: "Asked"
) -> "CampaignCounts":
    from queries.candidates import view_candidate_rows
    from recruitment.ingest.candidates.counting import counts_of
    from recruitment.ingest.candidates.source_rows import view_source_rows

    called = f"{location.named}, campaign {campaign}" if campaign else location.named
    with opened(location, asked.memory_limit) as source:
        rows = DuckdbRows(source)
        columns = stage_columns(rows.headings, mapping, asked.layout, rows.called)
        rows.take(columns)
        relation, names = rows.of_campaign(campaign)
        view_source_rows(relation, columns.columns, names)
        view_candidate_rows(source.con)

        def unreadable() -> NoReturn:
            rows.refuse_broken()
            raise DataError(f"{called} cannot be read; {NOTHING_IMPORTED}")

        export = Export(source.con, called, None, columns.columns, _nowhere, unreadable, "")
        counts = counts_of(export, mapping, asked.crosses, lambda _: None)
    return replace(counts, campaign=campaign or None, sha256=None)


def _nowhere(records: Sequence[int]) -> dict[int, int]:
    # Rows of many files, or of a table, have no number that a reader could look for.
    return dict.fromkeys(records, 0)
