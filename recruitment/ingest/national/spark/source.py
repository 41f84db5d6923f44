"""What the user named, with the session that reads it; and the counts of its campaigns."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.national.campaigns import Empty, Found, National, Unsettled
from recruitment.ingest.national.engines import StageColumns, stage_columns
from recruitment.ingest.national.reading import Counted, left_out
from recruitment.ingest.national.spark.failures import in_our_words
from recruitment.ingest.national.spark.fingerprint import fingerprint
from recruitment.ingest.national.spark.listing import Files, check_unchanged, listed
from recruitment.ingest.national.spark.places import TABLE, Place, place_of
from recruitment.ingest.national.spark.rows import SparkRows

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from recruitment.ingest.asked import Asked
    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.mapping.mapping import Mapping

ON_HASH = (
    "The SHA-256 is that of the counts: what a cluster has read is not here to take one of, and "
    "the same rows have the same one on any cluster."
)
WITHOUT = "import it without --engine spark"


@dataclass(frozen=True, slots=True)
class Source:
    """A source on a cluster.

    Attributes:
        spark: The session.
        named: What it is called.
        place: Where its files are; None for a table.
        files: They themselves; None for a table.
    """

    spark: "SparkSession"
    named: str
    place: Place | None = None
    files: Files | None = None

    def rows(self) -> SparkRows:
        """Return its rows; the headings of all of its files are looked at."""
        return SparkRows(self.spark, self.named, self.files)

    def counted(
        self, mapping: "Mapping", asked: "Asked", progress: Callable[[str], None]
    ) -> Counted:
        """Return the counts of its campaigns, as `count_on_cluster`."""
        if self.files is not None:
            number = len(self.files.files)
            progress(f"looking at the columns of {number:,} file{'s' * (number != 1)}")
        rows = self.rows()
        columns = stage_columns(rows.headings, mapping, asked.layout, rows.called)
        _check_layout(rows.called, columns)
        rows.take(columns)
        national = National(rows.called, columns, mapping, asked.crosses, asked.campaign)
        found = list(national.campaigns(rows, progress))
        remarks = (ON_HASH, *left_out(self.named, found))
        campaigns = tuple(_settled(self.named, found, asked.campaign))
        self._check_unchanged()
        size = self.files.size if self.files else None
        return Counted(self.named, fingerprint(campaigns), size, campaigns, remarks)

    def _check_unchanged(self) -> None:
        if self.place is not None and self.files is not None:
            with in_our_words(self.named, self.files):
                check_unchanged(self.spark, self.place, self.files)


def is_table(typed: str) -> bool:
    """Return whether a table of the cluster's catalogue is named: ``::schema.table``."""
    return typed.startswith(TABLE)


def source_at(spark: "SparkSession", typed: str) -> Source:
    """Return what the user typed, as the cluster finds it.

    Raises:
        UsageError: It is not there.
        DataError: The names of its folders say different columns.
        StorageError: It cannot be reached.
    """
    if is_table(typed):
        return Source(spark, typed)
    place = place_of(typed)
    with in_our_words(place.named):
        return Source(spark, place.named, place, listed(spark, place))


def _check_layout(called: str, columns: StageColumns) -> None:
    if columns.columns.layout not in {None, ROW_PER_STAGE}:
        raise DataError(
            f"{called} has a row for each candidate, and --engine spark counts a row for each "
            f"stage; {NOTHING_IMPORTED}: {WITHOUT}"
        )


def _settled(named: str, found: Sequence[Found], asked: str | None) -> "Iterator[CampaignCounts]":
    unsettled = [each for each in found if isinstance(each, Unsettled)]
    if unsettled:
        raise _refusal(named, unsettled)
    for each in found:
        if not isinstance(each, Empty | Unsettled):
            # What one campaign is called, the user may say.
            yield replace(each, campaign=None) if asked and len(found) == 1 else each


def _refusal(named: str, unsettled: Sequence[Unsettled]) -> DataError:
    lines = [
        f"{named}{f', campaign {each.campaign}' if each.campaign else ''}: {each.why}"
        for each in unsettled
    ]
    advice = f"{NOTHING_IMPORTED}: correct the rows, or {WITHOUT}, which can look at each"
    if len(lines) == 1:
        return DataError(f"{lines[0]}, which counts do not settle; {advice}")
    what = f"{len(lines):,} campaigns have rows that counts do not settle"
    error = DataError(f"{named}: {what}; {advice}")
    error.details = tuple(lines)
    return error
