"""One campaign in one large file, counted by rows where that settles it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from recruitment.ingest.national.campaigns import Found, National
from recruitment.ingest.national.duckdb_rows import DuckdbRows
from recruitment.ingest.national.duckdb_source import opened
from recruitment.ingest.national.engines import stage_columns
from recruitment.ingest.national.listing import PARQUET, TEXTS
from recruitment.ingest.national.locations import located
from recruitment.ingest.national.reading import MEMORY_LIMIT
from recruitment.ingest.sources import sha256_of

if TYPE_CHECKING:
    from recruitment.ingest.asked import Asked
    from recruitment.ingest.mapping.mapping import Mapping

# About 200,000 rows: below, the other way takes no second, and has the row of every fault.
LARGE_PARQUET, LARGE_TEXT = 1_000_000, 20_000_000


def is_large(path: Path) -> bool:
    """Return whether a file has so many rows that it is worth to count them at once."""
    suffix = path.suffix.lower()
    least = LARGE_PARQUET if suffix in PARQUET else LARGE_TEXT
    return suffix in {*PARQUET, *TEXTS} and path.is_file() and path.stat().st_size >= least


def counted_at_once(
    path: Path, mapping: "Mapping", asked: "Asked", progress: Callable[[str], None]
) -> CampaignCounts | None:
    """Return the counts of a file of candidates, as `count_candidates` does but without its rows.

    None where these have to be looked at: because they do not settle the counts, contradict each
    other, or cannot be understood. Then `count_candidates` knows of which row it is true.

    Raises:
        StorageError: The file cannot be read, or the disk is full.
    """
    try:
        return _counted(path, mapping, asked, progress)
    except DataError:
        return None


def _counted(
    path: Path, mapping: "Mapping", asked: "Asked", progress: Callable[[str], None]
) -> CampaignCounts | None:
    location = located(path)
    [before] = location.seen()
    with opened(location, asked.memory_limit or MEMORY_LIMIT) as source:
        rows = DuckdbRows(source)
        columns = stage_columns(rows.headings, mapping, asked.layout, rows.called)
        own = columns.columns
        if own.person is not None or own.layout not in {None, ROW_PER_STAGE}:
            return None
        rows.take(columns)
        national = National(rows.called, columns, mapping, asked.crosses)
        [found] = national.campaigns(rows, progress)
        sha256 = source.sha256.get(path) or sha256_of(path)
        before.check(sha256)
    return _with(found, source.remarks, sha256)


def _with(found: Found, remarks: tuple[str, ...], sha256: str) -> CampaignCounts | None:
    if not isinstance(found, CampaignCounts) or found.contradictions:
        return None
    return replace(found, notes=(*remarks, *found.notes), sha256=sha256)
