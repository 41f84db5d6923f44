"""A source on a cluster, from what the user named to the counts of its campaigns."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from recruitment.errors import DataError, UsageError
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.national.campaigns import Empty, Found, National, Unsettled
from recruitment.ingest.national.engines import StageColumns, stage_columns
from recruitment.ingest.national.explaining import Explained, words_in
from recruitment.ingest.national.reading import Counted, left_out
from recruitment.ingest.national.spark.failures import in_our_words
from recruitment.ingest.national.spark.fingerprint import fingerprint
from recruitment.ingest.national.spark.listing import Files, check_unchanged, listed
from recruitment.ingest.national.spark.masters import master_at
from recruitment.ingest.national.spark.places import TABLE, Place, place_of
from recruitment.ingest.national.spark.rows import SparkRows
from recruitment.ingest.national.spark.starting import started
from recruitment.ingest.national.spark.waiting import waited_for

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from recruitment.ingest.mapping.mapping import Mapping
    from recruitment.ingest.reading import Asked, OnCluster

Progress = Callable[[str], None]
T = TypeVar("T")
ON_HASH = (
    "The SHA-256 is that of the counts: what a cluster has read is not here to take one of, and "
    "the same rows have the same one on any cluster."
)
WITHOUT = "or import it without --engine spark, where its rows can be read one by one"


def count_on_cluster(
    where: "OnCluster", mapping: "Mapping", asked: "Asked", progress: Progress
) -> Counted:
    """Return the counts of each campaign in the rows of candidates that a cluster reads.

    Args:
        where: The source, and the cluster.
        mapping: What headings and texts mean.
        asked: How the user wants it read.
        progress: Is told what is done, as it begins.

    Raises:
        UsageError: Something is missing that Spark takes, or there is no such source or campaign.
        DataError: It cannot be understood, or not be counted by rows, or changed meanwhile.
        StorageError: The cluster or the source cannot be reached.
    """
    with _working(where, asked, progress) as work:
        return work(lambda source: source.counted(mapping, asked, progress))


def words_on_cluster(
    where: "OnCluster", mapping: "Mapping", asked: "Asked", progress: Progress
) -> Explained:
    """Return the columns that would be read of a source on a cluster, and the words in them.

    Raises:
        As `count_on_cluster`.
    """
    with _working(where, asked, progress) as work:
        return work(lambda source: words_in(source.rows(), mapping, asked.layout))


@dataclass(frozen=True, slots=True)
class _Source:
    """What the user named, with the session that reads it."""

    spark: "SparkSession"
    named: str
    place: Place | None
    files: Files | None

    def rows(self) -> SparkRows:
        """Return its rows; the headings of all of its files are looked at."""
        return SparkRows(self.spark, self.named, self.files)

    def counted(self, mapping: "Mapping", asked: "Asked", progress: Progress) -> Counted:
        """Return its counts."""
        if self.files is not None:
            progress(f"looking at the columns of {len(self.files.files):,} files")
        rows = self.rows()
        columns = stage_columns(rows.headings, mapping, asked.layout, rows.called)
        _check_layout(rows.called, columns)
        rows.take(columns)
        national = National(rows.called, columns, mapping, asked.crosses, asked.campaign)
        found = list(national.campaigns(rows, progress))
        remarks = (ON_HASH, *left_out(self.named, found))
        campaigns = tuple(_settled(self.named, found, asked.campaign))
        if self.place is not None and self.files is not None:
            with in_our_words(self.named, self.files):
                check_unchanged(self.spark, self.place, self.files)
        size = self.files.size if self.files else None
        return Counted(self.named, fingerprint(campaigns), size, campaigns, remarks)


@contextmanager
def _working(
    where: "OnCluster", asked: "Asked", progress: Progress
) -> Iterator[Callable[[Callable[[_Source], T]], T]]:
    """Yield what does a piece of work on the source, while the session lasts."""
    master = master_at(where.master)
    table = where.source if where.source.startswith(TABLE) else None
    place = place_of(where.source) if table is None else None
    if place is not None and place.start == "file:" and master.is_local:
        _check_is_there(place, where.source)
    progress(f"starting Spark at {master.shown}")
    with started(master, asked.memory_limit) as spark:

        def work(what: Callable[[_Source], T]) -> T:
            return waited_for(lambda: what(_found(spark, place, table)))

        yield work


def _found(spark: "SparkSession", place: Place | None, table: str | None) -> _Source:
    if place is None:
        return _Source(spark, table or "", None, None)
    with in_our_words(place.named):
        return _Source(spark, place.named, place, listed(spark, place))


def _check_is_there(place: Place, typed: str) -> None:
    if not place.is_pattern and not Path(place.path).exists():
        raise UsageError(f"there is no file {typed}")


def _check_layout(called: str, columns: StageColumns) -> None:
    if columns.columns.layout not in {None, ROW_PER_STAGE}:
        raise DataError(
            f"{called} has a row for each candidate, and --engine spark counts a row for each "
            f"stage; {NOTHING_IMPORTED}: import it without --engine spark"
        )


def _settled(named: str, found: Sequence[Found], asked: str | None) -> Iterator[CampaignCounts]:
    unsettled = [each for each in found if isinstance(each, Unsettled)]
    if unsettled:
        raise _refusal(named, unsettled)
    for each in found:
        if not isinstance(each, Empty | Unsettled):
            # What one campaign is called, the user may say.
            yield replace(each, campaign=None) if asked and len(found) == 1 else each


def _refusal(named: str, unsettled: Sequence[Unsettled]) -> DataError:
    lines = [
        f"{named}, campaign {each.campaign}: {each.why}"
        if each.campaign
        else f"{named}: {each.why}"
        for each in unsettled
    ]
    advice = f"{NOTHING_IMPORTED}: correct the rows, {WITHOUT}"
    if len(lines) == 1:
        return DataError(f"{lines[0]}, which counts do not settle; {advice}")
    what = f"{len(lines):,} campaigns have rows that counts do not settle"
    error = DataError(f"{named}: {what}; {advice}")
    error.details = tuple(lines)
    return error
