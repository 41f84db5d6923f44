"""What an engine does for us: it counts, and no row about a person leaves it."""

from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from recruitment.ingest.candidates.columns import Column, Columns, columns_under
from recruitment.ingest.faults import Fault, Place, SourceRefused
from recruitment.ingest.mapping.roles import campaign_columns

if TYPE_CHECKING:
    import polars as pl

    from recruitment.ingest.mapping.mapping import Mapping

CAMPAIGN, CANDIDATE = "campaign", "candidate"


@dataclass(frozen=True, slots=True)
class StageColumns:
    """The columns that are read, by names of our own.

    Attributes:
        columns: Those of candidates.
        campaign: Where the campaign stands, from 0; None where the source has one alone.
        campaign_heading: Its heading; None where there is none.
    """

    columns: Columns
    campaign: int | None
    campaign_heading: str | None

    @property
    def places(self) -> dict[str, int]:
        """Where each column stands that is counted by; ``t0`` is the first of those with texts."""
        own = {} if self.campaign is None else {CAMPAIGN: self.campaign}
        return own | {name: column.place for name, column in self.texts.items()}

    @property
    def texts(self) -> dict[str, Column]:
        """The columns whose texts mean something, by name."""
        return {f"t{number}": column for number, column in enumerate(self.columns.read)}

    def named(self, role: str) -> list[str]:
        """Return the names of the columns of one role."""
        return [name for name, column in self.texts.items() if column.role == role]


@dataclass(frozen=True, slots=True)
class Marks:
    """Numbers for texts, a bit for each, so that those of a candidate can be put together.

    Attributes:
        stages: ``t0 ... mark``: of each pair of texts of stage and outcome that counts.
        answers: By column, ``text mark``.
        candidates: How many candidates there are, as far as counts by stage tell.
    """

    stages: "pl.DataFrame"
    answers: "ReadOnly[str, pl.DataFrame]"
    candidates: int


class Rows(Protocol):
    """The rows of a source, wherever they are."""

    @property
    def called(self) -> str:
        """What the source is called in messages."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of its columns."""

    @property
    def columnar(self) -> bool:
        """Whether reading one column costs nothing of the others."""

    def take(self, columns: StageColumns) -> None:
        """Take these columns for those that are read, and see that every file has them.

        Raises:
            SourceRefused: A file lacks one, or has it in another form.
        """

    def counts(self, names: Sequence[str], first: int | None = None) -> "pl.DataFrame":
        """Return in how many rows, or of the ``first`` so many, each combination of texts stands.

        A blank is an empty text.
        """

    def histories(self, marks: Marks) -> "pl.DataFrame":
        """Return what became of the candidates, as `queries.candidate_stages` counts them."""


def stage_columns(
    headings: Sequence[str], mapping: "Mapping", layout: str | None, called: str
) -> StageColumns:
    """Return the columns of candidates under ``headings``, and that of campaigns.

    Raises:
        UsageError: There is no such layout.
        SourceRefused: A column is missing, or there are two of one kind.
    """
    columns = columns_under(headings, mapping, layout, Place(called))
    campaigns = campaign_columns(headings, mapping)
    if len(campaigns) > 1:
        said = " and ".join(f"“{headings[place]}”" for place in campaigns)
        what = f"the columns {said} could all be campaign; say in the mapping which are ignored"
        raise SourceRefused(called, [Fault(Place(called), what)])
    place = campaigns[0] if campaigns else None
    return StageColumns(columns, place, None if place is None else headings[place])
