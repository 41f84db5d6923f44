"""What an import keeps beside its counts: the campaign, an entry of the log, what was found."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

Action = Literal["imported", "replaced", "removed"]
Subject = Literal["campaign", "workforce", "movements", "populations"]


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as its table has it; see the schema."""

    campaign: str
    title: str
    route: str | None
    opened: date | None
    closed: date | None
    as_at: date | None
    submitted: int | None
    withdrawn: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Import:
    """One entry of the log; what is unknown, or was removed, is None."""

    imported_at: datetime
    version: str
    action: Action
    subject: Subject
    campaign: str | None = None
    layout: str | None = None
    file: str | None = None
    sha256: str | None = None
    bytes: int | None = None
    mapping: str | None = None
    mapping_sha256: str | None = None
    options: str | None = None
    rows_read: int | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """What a check found and the import was asked to accept, or may be known beside the counts.

    ``identity`` is what a check that looks again knows it by; None where none does.
    """

    check_name: str
    place: str
    finding: str
    contradiction: bool
    identity: str | None = None


def now() -> datetime:
    """Return the time as the log has it: UTC, whole seconds, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
