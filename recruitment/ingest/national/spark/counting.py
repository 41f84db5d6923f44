"""A source on a cluster, from what the user named to the counts of its campaigns."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from recruitment.errors import UsageError
from recruitment.ingest.national.explaining import Explained, words_in
from recruitment.ingest.national.reading import Counted
from recruitment.ingest.national.spark.masters import Master, master_at
from recruitment.ingest.national.spark.places import place_of
from recruitment.ingest.national.spark.source import Source, is_table, source_at
from recruitment.ingest.national.spark.starting import started
from recruitment.ingest.national.spark.waiting import waited_for

if TYPE_CHECKING:
    from recruitment.ingest.asked import Asked, OnCluster
    from recruitment.ingest.mapping.mapping import Mapping

Progress = Callable[[str], None]
T = TypeVar("T")


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
    with _at_work(where, asked, progress) as work:
        return work(lambda source: source.counted(mapping, asked, progress))


def words_on_cluster(
    where: "OnCluster", mapping: "Mapping", asked: "Asked", progress: Progress
) -> Explained:
    """Return the columns that would be read of a source on a cluster, and the words in them.

    Raises:
        As `count_on_cluster`.
    """
    with _at_work(where, asked, progress) as work:
        return work(lambda source: words_in(source.rows(), mapping, asked.layout))


@contextmanager
def _at_work(
    where: "OnCluster", asked: "Asked", progress: Progress
) -> Iterator[Callable[[Callable[[Source], T]], T]]:
    """Yield what does a piece of work on the source, while the session lasts."""
    master = master_at(where.master)
    _check_is_there(where.source, master)
    progress(f"starting Spark at {master.shown}")
    with started(master, asked.memory_limit) as spark:

        def work(what: Callable[[Source], T]) -> T:
            return waited_for(lambda: what(source_at(spark, where.source)))

        yield work


def _check_is_there(typed: str, master: Master) -> None:
    """Say before Spark starts that nothing is there, where this machine can know."""
    if is_table(typed):
        return
    place = place_of(typed)
    here = place.start == "file:" and master.is_local
    if here and not place.is_pattern and not Path(place.path).exists():
        raise UsageError(f"there is no file {typed}")
