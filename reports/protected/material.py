"""What a protected report is written from: words, and the counts that are printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analytics.disclosure.cells import ENTERED, EVERYBODY, Cell
from analytics.disclosure.presets import Preset
from analytics.disclosure.release import Published
from analytics.disclosure.structure import Structure

if TYPE_CHECKING:
    import datetime as dt

Group = tuple[str, str]
ALL: Group = (EVERYBODY, EVERYBODY)


@dataclass(frozen=True, slots=True)
class Part:
    """The tables of one campaign, one post, or one post in one period.

    Attributes:
        structure: How they hang together.
        published: What is printed of them.
        groups: The characteristics and categories reported on.
    """

    structure: Structure
    published: Published
    groups: tuple[Group, ...] = ()

    @property
    def label(self) -> str:
        """Return what coordinates call it."""
        return self.structure.campaign

    @property
    def stages(self) -> tuple[str, ...]:
        """Return the names of its stages, first to last."""
        return tuple(stage.name for stage in self.structure.stages)

    def cell(self, stage: str, who: Group = ALL, outcome: str = ENTERED) -> Cell:
        """Return the coordinates of one count."""
        return Cell(self.published.release, self.structure.campaign, *who, stage, outcome)

    def has(self, cell: Cell) -> bool:
        """Return whether the tables have room for a count."""
        return cell in self.published.counts


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign in words, and its tables.

    Attributes:
        code: As it is called.
        key: What the keys of its section and tables begin with.
        title: Its title.
        route: Its route, or nothing.
        opened: The day on which it opened, if known.
        closed: The day on which it closed, if known.
        as_at: The day that its counts describe, if known.
        counts: Its candidates by stage; None where there are none yet.
        applications: Those submitted and withdrawn; None where they are not recorded.
        says_withdrawn: Whether it is recorded how many withdrew before the first stage; else it is
            the rest, and is protected but not printed.
    """

    code: str
    key: str
    title: str
    route: str
    opened: "dt.date | None"
    closed: "dt.date | None"
    as_at: "dt.date | None"
    counts: Part | None
    applications: Part | None
    says_withdrawn: bool = True


@dataclass(frozen=True, slots=True)
class Protected:
    """All that a protected report is written from.

    Attributes:
        preset: The policy.
        campaigns: In the order in which they opened.
        workforce: A part to each role of each unit.
        movements: A part to each role of each unit, period and direction.
        community: The share of each group among the people served, as the source gives it.
        area: Whose people these are, or nothing.
        uncounted: Whether percentages of a workforce are recorded without the people behind them.
        sources: Where the figures come from.
    """

    preset: Preset
    campaigns: tuple[Campaign, ...]
    workforce: tuple[Part, ...]
    movements: tuple[Part, ...]
    community: Mapping[Group, str]
    area: str
    uncounted: bool
    sources: tuple[str, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return every part."""
        of_campaigns = (each for own in self.campaigns for each in (own.applications, own.counts))
        return (*filter(None, of_campaigns), *self.workforce, *self.movements)

    @property
    def printed(self) -> int:
        """Return for how many counts the tables have room."""
        return sum(map(len, self._counts()))

    @property
    def hidden(self) -> int:
        """Return how many of these are hidden."""
        return sum(count is None for own in self._counts() for count in own.values())

    def _counts(self) -> list[Mapping[Cell, int | None]]:
        """Return what is printed, each publication once."""
        return [
            each.counts
            for each in {id(own.published): own.published for own in self.parts}.values()
        ]
