"""A source of many rows, from what the user named to the counts of its campaigns."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from recruitment.ingest.candidates.unchanged import watched
from recruitment.ingest.candidates.ways import NOBODY, NobodyEntered
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.national.campaigns import Empty, Found, National, Unsettled
from recruitment.ingest.national.duckdb_rows import DuckdbRows
from recruitment.ingest.national.duckdb_source import Opened, opened
from recruitment.ingest.national.engines import CAMPAIGN, StageColumns, stage_columns
from recruitment.ingest.national.locations import Location, located
from recruitment.ingest.national.one_campaign import counted_alone
from recruitment.ingest.national.texts import check_named, chosen

if TYPE_CHECKING:
    from recruitment.ingest.asked import Asked
    from recruitment.ingest.candidates.unchanged import Seen
    from recruitment.ingest.mapping.mapping import Mapping

Progress = Callable[[str], None]
# Below the limit of other imports: what Polars adds up comes on top of what DuckDB takes.
MEMORY_LIMIT = "800MB"


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted in a source of many rows.

    Attributes:
        called: What it is called.
        sha256: Of the bytes of its file; of several, of the list of these; on a cluster, of the
            counts (`recruitment.ingest.national.spark.fingerprint`).
        size: How many bytes they have together; None for a table of a cluster, which does not say.
        campaigns: Their counts.
        remarks: What a reader must know about the reading, one sentence each.
    """

    called: str
    sha256: str
    size: int | None
    campaigns: "tuple[CampaignCounts, ...]"
    remarks: tuple[str, ...] = ()


def count_campaigns(
    path: Path, mapping: "Mapping", asked: "Asked", progress: Progress = lambda _: None
) -> Counted:
    """Return the counts of each campaign in the rows of candidates that ``path`` names.

    Args:
        path: A file, a folder, a pattern of names, or ``FILE.duckdb::TABLE``.
        mapping: What headings and texts mean.
        asked: How the user wants it read.
        progress: Is told what is done, as it begins.

    Raises:
        UsageError: There is no such file, table, layout, characteristic, campaign or memory limit.
        DataError: It cannot be understood or counted, or changed meanwhile.
        StorageError: It cannot be reached, or the disk is full.
    """
    progress("finding the columns")
    limited = replace(asked, memory_limit=asked.memory_limit or MEMORY_LIMIT)
    location = located(path)
    before = location.seen()
    with opened(location, limited.memory_limit) as source:
        rows = DuckdbRows(source)
        columns = stage_columns(rows.headings, mapping, asked.layout, rows.called)
        rows.take(columns)
        found = list(_found(rows, columns, mapping, limited, progress))
        hashes = [_sha256(source, each) for each in location.files]
        remarks = source.remarks
    with watched(before):
        settled = list(_settled(found, location, mapping, limited, progress))
    remarks = (*remarks, *left_out(location.named, settled))
    campaigns = tuple(each for each in settled if isinstance(each, CampaignCounts))
    _check_unchanged(path, location, before, hashes)
    size = sum(each.state[2] for each in before)
    return Counted(location.named, _together(location, hashes), size, campaigns, remarks)


def _found(
    rows: DuckdbRows, columns: StageColumns, mapping: "Mapping", asked: "Asked", progress: Progress
) -> Iterator[Found]:
    if columns.columns.layout in {None, ROW_PER_STAGE}:
        national = National(rows.called, columns, mapping, asked.crosses, asked.campaign)
        yield from national.campaigns(rows, progress)
        return
    if columns.campaign is None:
        listed = [""]
    else:
        by_campaign = dict(rows.counts([CAMPAIGN]).iter_rows())
        check_named(rows.called, columns, by_campaign)
        listed = list(by_campaign)
    for campaign in chosen(rows.called, listed, asked.campaign):
        yield Unsettled(campaign, "its rows are no stages", alone=len(listed) == 1)


def left_out(called: str, found: Sequence[Found]) -> Iterator[str]:
    """Yield that a campaign without candidates was left out, one sentence each.

    Raises:
        DataError: All of them were.
    """
    empty = [each for each in found if isinstance(each, Empty)]
    if len(empty) == len(found):
        raise DataError(f"{called} has {empty[0].why}; {NOTHING_IMPORTED}")
    for each in empty:
        yield f"Campaign {each.campaign} was left out: it has {each.why}."


def _settled(
    found: Sequence[Found],
    location: Location,
    mapping: "Mapping",
    asked: "Asked",
    progress: Progress,
) -> Iterator[Found]:
    for each in found:
        counts = each
        if isinstance(each, Unsettled):
            named = f"campaign {each.campaign}" if each.campaign else location.named
            progress(f"counting {named} row by row: {each.why}")
            try:
                counts = counted_alone(location, each, mapping, asked)
            except NobodyEntered:
                counts = Empty(each.campaign, NOBODY)
        if asked.campaign and len(found) == 1 and isinstance(counts, CampaignCounts):
            # What one campaign is called, the user may say.
            counts = replace(counts, campaign=None)
        yield counts


def _check_unchanged(
    path: Path, location: Location, before: "Sequence[Seen]", hashes: Sequence[str]
) -> None:
    for each, sha256 in zip(before, hashes, strict=True):
        each.check(sha256)
    if located(path).files != location.files:
        raise DataError(f"{location.named} changed while it was read; wait until it is whole")


def _sha256(source: Opened, path: Path) -> str:
    from recruitment.ingest.sources import sha256_of

    return source.sha256.get(path) or sha256_of(path)


def _together(location: Location, hashes: Sequence[str]) -> str:
    if len(hashes) == 1:
        return hashes[0]
    pairs = zip(hashes, location.called, strict=True)
    listed = "".join(f"{sha256}  {called}\n" for sha256, called in pairs)
    return hashlib.sha256(listed.encode(errors="surrogateescape")).hexdigest()
