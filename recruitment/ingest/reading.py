"""Any source to what it holds: counts of campaigns, or rows of a tidy table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from recruitment.errors import DataError, UsageError
from recruitment.ingest.asked import Asked, OnCluster
from recruitment.ingest.faults import Fault, Place, SourceRefused
from recruitment.ingest.layouts.recognition import (
    CANDIDATES,
    MONITORING,
    are_candidates,
    lacking_of_candidates,
    nearest_to,
    recognised,
)
from recruitment.ingest.mapping.roles import campaign_columns

if TYPE_CHECKING:
    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.layouts.facts import Facts
    from recruitment.ingest.mapping.mapping import Mapping
    from recruitment.ingest.national.reading import Counted
    from recruitment.ingest.sources.source import Source

# Files that may hold more candidates than could be read at once; their headings tell.
TEXTS = (".csv", ".tsv", ".txt")
PARQUET = ".parquet"
Kind = Literal["campaigns", "candidates", "table"]


@dataclass(frozen=True, slots=True)
class Read:
    """What one source holds.

    Attributes:
        file: Its name.
        sha256: Of its bytes, in hexadecimal; of its counts, where a cluster has counted.
        size: How many bytes it has; None where that is not known.
        layout: What it was recognised as.
        campaigns: The campaigns counted in it; none where it holds ``facts``.
        facts: The rows of a tidy table; None where it holds campaigns.
        remarks: What a reader must know about the reading, one sentence each.
    """

    file: str
    sha256: str
    size: int | None
    layout: str
    campaigns: "tuple[CampaignCounts, ...]" = ()
    facts: "Facts | None" = None
    remarks: tuple[str, ...] = ()


def read_import(path: Path, mapping: "Mapping", asked: Asked, doing: Callable[[str], None]) -> Read:
    """Return what the file at ``path`` holds.

    Args:
        path: The source.
        mapping: What its words mean.
        asked: How the user wants it read.
        doing: Told what is being done, in a few words.

    Raises:
        UsageError: There is no such file, sheet, layout or characteristic.
        DataError: It cannot be understood; every fault is in the details.
        StorageError: It cannot be read.
    """
    doing(f"reading {path.name}")
    if asked.cluster is not None:
        return _on_cluster(asked.cluster, mapping, asked, doing)
    kind = kind_of(path, mapping, asked.layout)
    if kind == "campaigns":
        return _campaigns(path, mapping, asked, doing)
    if kind == "candidates":
        return _candidates(path, mapping, asked, doing)
    source = _source(path, mapping, asked)
    found = recognised(source, mapping, asked.layout)
    if found == CANDIDATES:
        return _candidates(path, mapping, asked, doing)
    if asked.crosses:
        raise UsageError(
            f"{source.name} is read as {found}, in which nobody can be counted by two answers at "
            "once; leave --cross out, or import the candidates"
        )
    return _counts(source, found, mapping)


def mapping_at(path: Path | None) -> "Mapping":
    """Return the mapping in the file at ``path``; what is known without one for None.

    Raises:
        UsageError: There is no such file, or it says what cannot be; all problems are named.
        StorageError: It cannot be read.
    """
    from recruitment.ingest.mapping.defaults import default_mapping
    from recruitment.ingest.mapping.reading import read_mapping

    return default_mapping() if path is None else read_mapping(path)


def kind_of(path: Path, mapping: "Mapping", layout: str | None) -> Kind:
    """Return what is at ``path``, told without reading it whole: ``table`` where that cannot tell.

    ``campaigns`` are candidates that the source itself says the campaign of, or that stand in
    several files; ``candidates`` are those of one campaign, in one file.
    """
    from recruitment.ingest.national.locations import is_of_many

    if is_of_many(path):
        return "campaigns"
    try:
        headings = _headings(path)
    except DataError:
        # What is wrong is said, with all else, by the one who reads the file.
        return "candidates" if _asks_for_candidates(layout) else "table"
    if not (are_candidates(headings, mapping) if layout is None else _asks_for_candidates(layout)):
        return "table"
    return "campaigns" if campaign_columns(headings, mapping) else "candidates"


def _asks_for_candidates(layout: str | None) -> bool:
    return layout is not None and layout.startswith(CANDIDATES)


def _source(path: Path, mapping: "Mapping", asked: Asked) -> "Source":
    from recruitment.ingest.sources import read_source

    try:
        return read_source(path, sheet=asked.sheet)
    except DataError as error:
        # Too large for a table, or with columns that none has: it may be candidates after all.
        nearly = _nearly_candidates(path, mapping) if asked.layout is None else None
        raise nearly or error from None


def _nearly_candidates(path: Path, mapping: "Mapping") -> DataError | None:
    try:
        missing = lacking_of_candidates(_headings(path), mapping)
    except DataError:
        return None
    what = nearest_to(CANDIDATES, missing)
    return SourceRefused(path.name, [Fault(Place(path.name), what)]) if missing else None


def _headings(path: Path) -> Sequence[str]:
    if path.suffix.lower() in TEXTS:
        from recruitment.ingest.sources import csv_dialect

        return csv_dialect(path).headings
    if path.suffix.lower() == PARQUET:
        from recruitment.ingest.candidates.parquet_rows import parquet_headings

        return parquet_headings(path)
    return ()


def _candidates(path: Path, mapping: "Mapping", asked: Asked, doing: Callable[[str], None]) -> Read:
    from recruitment.ingest.candidates import count_candidates
    from recruitment.ingest.national.large_file import counted_at_once, is_large

    at_once = asked.sheet is None and is_large(path)
    known = counted_at_once(path, mapping, asked, doing) if at_once else None
    counts = known or count_candidates(
        path,
        mapping,
        layout=asked.layout,
        sheet=asked.sheet,
        crosses=asked.crosses,
        memory_limit=asked.memory_limit,
        progress=doing,
    )
    size = path.stat().st_size
    return Read(path.name, counts.sha256 or "", size, counts.layout, (counts,))


def _campaigns(path: Path, mapping: "Mapping", asked: Asked, doing: Callable[[str], None]) -> Read:
    from recruitment.ingest.national.reading import count_campaigns

    if asked.sheet is not None:
        raise UsageError(f"{path.name} has no sheets; leave --sheet out")
    return _counted(count_campaigns(path, mapping, asked, doing))


def _on_cluster(
    cluster: OnCluster, mapping: "Mapping", asked: Asked, doing: Callable[[str], None]
) -> Read:
    from recruitment.ingest.national.spark.counting import count_on_cluster

    return _counted(count_on_cluster(cluster, mapping, asked, doing))


def _counted(found: "Counted") -> Read:
    layout = found.campaigns[0].layout
    about = (found.called, found.sha256, found.size, layout)
    return Read(*about, found.campaigns, remarks=found.remarks)


def _counts(source: "Source", layout: str, mapping: "Mapping") -> Read:
    from recruitment.ingest.layouts import facts, monitoring_table, stage_counts

    about = (source.name, source.sha256, source.size, layout)
    if layout == MONITORING:
        counts = monitoring_table.read_monitoring_table(source, mapping)
        return Read(*about, (counts,), remarks=source.remarks)
    if layout == "stage counts":
        campaigns = tuple(stage_counts.read_stage_counts(source, mapping))
        return Read(*about, campaigns, remarks=source.remarks)
    reader = {
        "workforce": facts.read_workforce,
        "movements": facts.read_movements,
        "populations": facts.read_populations,
    }[layout]
    found = reader(source, mapping)
    return Read(*about, facts=found, remarks=(*source.remarks, *found.notes))
