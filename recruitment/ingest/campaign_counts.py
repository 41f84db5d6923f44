"""The counts of one campaign as they were read, whatever layout they came in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitment.ingest.faults import Fault
from recruitment.ingest.mapping.mapping import Characteristic

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class CampaignCounts:
    """The counts of one campaign.

    Attributes:
        layout: The layout it was recognised as, in words.
        campaign: The code that the source itself names; None where it names none.
        stages: First to last; those of the source alone.
        characteristics: Those counted, with all their categories.
        counts: ``stage outcome characteristic category candidates``, one row per key; complete:
            where an outcome is recorded at a stage, every category has a row.
        totals: ``stage outcome people place``: the totals that the source prints; empty for none.
        printed: ``label stage outcome characteristic category printed numerator denominator
            place``: the percentages that the source prints, as printed; empty for none.
        rows_read: How many rows of the source were counted.
        notes: What a reader must know, one sentence each: what was assumed, re-applicants.
        contradictions: What cannot all be true and shows only in the rows, such as one candidate
            with two outcomes at one stage; the import stops for them unless they are accepted.
        sha256: Of the bytes that were counted, in hexadecimal, where whoever counted them read the
            file; None where the caller did.
    """

    layout: str
    campaign: str | None
    stages: tuple[str, ...]
    characteristics: tuple[Characteristic, ...]
    counts: "pl.DataFrame"
    totals: "pl.DataFrame"
    printed: "pl.DataFrame"
    rows_read: int
    notes: tuple[str, ...] = ()
    contradictions: tuple[Fault, ...] = ()
    sha256: str | None = None
