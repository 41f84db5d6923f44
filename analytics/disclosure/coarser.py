"""What to publish instead where too much of a characteristic would be hidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from analytics.disclosure.cells import NOT_STATED
from analytics.disclosure.presets import Preset
from analytics.disclosure.release import Published, Release
from analytics.disclosure.structure import Structure

# More than 3 cells in 10 hidden.
TOO_MANY = (3, 10)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A coarser way to publish one characteristic of a campaign.

    Attributes:
        campaign: The campaign.
        characteristic: The characteristic.
        hidden: How many of its cells would be hidden.
        printed: Of how many.
        merge: The two categories whose merger leaves the fewest small cells; empty where there are
            no three to choose from.
        last_stage: The last stage up to which at most 3 in 10 would be hidden; None where the
            first is too much already.
    """

    campaign: str
    characteristic: str
    hidden: int
    printed: int
    merge: tuple[str, ...]
    last_stage: str | None

    def __str__(self) -> str:
        """Return it as advice."""
        options = []
        if self.merge:
            options.append(f"publish {' and '.join(self.merge)} as one category")
        if self.last_stage is not None:
            options.append(f"end the table at {self.last_stage}")
        advice = ", or ".join(options) or "wait until there are more people"
        return (
            f"{self.campaign}, {self.characteristic}: {self.hidden} of {self.printed} cells "
            f"are hidden; {advice}"
        )


def proposals(release: Release, publication: Published) -> tuple[Proposal, ...]:
    """Return a coarser way for every characteristic of which more than 30 % is hidden."""
    return tuple(
        proposal
        for structure in release.structures
        for characteristic, _ in structure.characteristics
        for proposal in _proposal(release, publication, structure, characteristic)
    )


def _proposal(
    release: Release, publication: Published, structure: Structure, characteristic: str
) -> Iterator[Proposal]:
    hidden = [
        _hidden(publication, structure, characteristic, each.name) for each in structure.stages
    ]
    many, printed = map(sum, zip(*hidden, strict=True))
    if _too_many(many, printed):
        merge = _merger(release, publication.preset, structure, characteristic)
        last = _last_stage(structure, hidden)
        yield Proposal(structure.campaign, characteristic, many, printed, merge, last)


def _hidden(
    publication: Published, structure: Structure, characteristic: str, stage: str
) -> tuple[int, int]:
    """Return how many cells of a characteristic at a stage are hidden, and of how many."""
    shown = [
        count
        for cell, count in publication.counts.items()
        if (cell.campaign, cell.characteristic) == (structure.campaign, characteristic)
        and cell.stage == stage
    ]
    return shown.count(None), len(shown)


def _too_many(hidden: int, printed: int) -> bool:
    most, of = TOO_MANY
    return hidden * of > most * printed


def _last_stage(structure: Structure, hidden: list[tuple[int, int]]) -> str | None:
    last, many, printed = None, 0, 0
    for stage, (some, of) in zip(structure.stages, hidden, strict=True):
        many, printed = many + some, printed + of
        if not _too_many(many, printed):
            last = stage.name
    return last


def _merger(
    release: Release, preset: Preset, structure: Structure, characteristic: str
) -> tuple[str, ...]:
    """Return the two categories to merge. Those who did not answer stay apart."""
    categories = dict(structure.characteristics)[characteristic]
    answers = [category for category in categories if category != NOT_STATED]
    pairs = list(combinations(answers, 2)) if len(answers) > 2 else []  # noqa: PLR2004 - two would leave one
    cells = [cell for cell in release.printable(preset) if cell.characteristic == characteristic]

    def small(pair: tuple[str, ...]) -> int:
        tables: dict[tuple[str, str, str, str], int] = {}
        for cell in cells:
            category = pair[0] if cell.category in pair else cell.category
            key = (cell.campaign, cell.stage, cell.outcome, category)
            tables[key] = tables.get(key, 0) + release.counts[cell]
        return sum(map(preset.is_sensitive, tables.values()))

    return min(pairs, key=small, default=())
