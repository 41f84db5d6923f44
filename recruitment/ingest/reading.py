"""Any source to what it holds: counts of campaigns, or rows of a tidy table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import polars as pl

    from recruitment.ingest.campaign_counts import CampaignCounts
    from recruitment.ingest.mapping.mapping import Characteristic, Mapping

TIDY = ("workforce", "movements", "populations")


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the workforce, of movements or of populations.

    Attributes:
        subject: The table they belong to.
        frame: In the columns of that table.
        characteristics: Those they are about, with their categories.
    """

    subject: Literal["workforce", "movements", "populations"]
    frame: "pl.DataFrame"
    characteristics: "tuple[Characteristic, ...]"


@dataclass(frozen=True, slots=True)
class Read:
    """What one source holds.

    Attributes:
        file: Its name.
        sha256: Of its bytes, in hexadecimal.
        size: How many bytes it has.
        layout: What it was recognised as.
        campaigns: The campaigns counted in it; none where it holds ``rows``.
        rows: The rows of a tidy table; None where it holds campaigns.
        remarks: What a reader must know about the reading, one sentence each.
    """

    file: str
    sha256: str
    size: int
    layout: str
    campaigns: "tuple[CampaignCounts, ...]" = ()
    rows: Rows | None = None
    remarks: tuple[str, ...] = ()
