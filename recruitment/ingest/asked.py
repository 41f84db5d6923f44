"""How a source is to be read, where the user says so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OnCluster:
    """A source that a cluster reads.

    Attributes:
        source: As the user typed it; a path would turn ``s3a://`` into ``s3a:/``.
        master: The address of the cluster.
    """

    source: str
    master: str


@dataclass(frozen=True, slots=True)
class Asked:
    """How a source is to be read, where the user says so.

    Attributes:
        layout: What it is, where that is not to be recognised.
        sheet: The one sheet to read.
        crosses: The intersections of candidates' characteristics to keep.
        memory_limit: What counting candidates may take, such as ``2GB``.
        campaign: The campaign that is wanted of several, or what a single one is called.
        cluster: Who counts; None for this machine.
    """

    layout: str | None = None
    sheet: str | None = None
    crosses: tuple[tuple[str, ...], ...] = ()
    memory_limit: str | None = None
    campaign: str | None = None
    cluster: OnCluster | None = None
