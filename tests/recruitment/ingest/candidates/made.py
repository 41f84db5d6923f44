"""Exports of candidates, written as tracking systems write them, and how they are counted."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.candidates import count_candidates
from recruitment.ingest.faults import SourceRefused
from recruitment.ingest.mapping.defaults import default_mapping

Row = Mapping[str, str]
Counts = dict[tuple[str, str, str, str], int]


def as_csv(rows: Sequence[Row], headings: Sequence[str] | None = None) -> str:
    """Return ``rows`` as separated values under their keys."""
    text = StringIO()
    writer = csv.DictWriter(text, list(headings or rows[0]), lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def counted(
    folder: Path, source: str | bytes, name: str = "export.csv", **asked: object
) -> CampaignCounts:
    """Return the counts of an export with the text ``source``."""
    path = folder / name
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return count_candidates(path, default_mapping(), **asked)  # type: ignore[arg-type]


def refused(folder: Path, source: str | bytes, **asked: object) -> list[str]:
    """Return the faults for which an export with the text ``source`` is refused."""
    try:
        counted(folder, source, **asked)
    except SourceRefused as error:
        return [str(fault) for fault in error.faults]
    raise AssertionError("it was not refused")


def people(counts: CampaignCounts) -> Counts:
    """Return the counts above zero by stage, outcome, characteristic and category."""
    return {tuple(key): number for *key, number in counts.counts.iter_rows() if number}
