"""What a reader knows before looking at a file: labels, structure, and what is printed of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from analytics.disclosure.cells import ENTERED
from analytics.disclosure.derived import RULES, SYMBOLS
from analytics.disclosure.presets import Preset
from recruitment.attack.numbers import plain, says_a_number
from reports.protected.material import ALL, Campaign, Group, Part

OF_OUTCOMES = ("passed", "failed", "pending", "withdrawn")


@dataclass(frozen=True)
class Schema:
    """What a reader knows.

    Attributes:
        preset: The policy that is claimed.
        parts: How the tables hang together, each with what is printed of it.
        campaigns: The campaigns in words, with their parts.
        community: The share of each group in the community, which is public.
        totals: How many counts are hidden, and of how many.
        words: Labels that may hold digits of their own: titles, routes, areas.
        fixed: Sentences that every such report has.
        keys: What the keys of campaigns' tables begin with.
        dates: Those of the campaigns and of the report, as they are written.
    """

    preset: Preset
    parts: tuple[Part, ...]
    campaigns: tuple[Campaign, ...]
    community: Mapping[Group, str]
    totals: tuple[int, int]
    words: tuple[str, ...]
    fixed: frozenset[str]
    keys: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Return every label that says a number, in small letters, the longest first."""
        every = {
            *self.words,
            *(own.code for own in self.campaigns),
            *(own.title for own in self.campaigns),
            *(part.label for part in self.parts),
            *(stage for part in self.parts for stage in part.stages),
            *(
                text
                for part in self.parts
                for group in part.structure.characteristics
                for text in (group[0].replace("_", " "), *group[1])
            ),
            *self.keys,
        }
        told = {plain(each).casefold() for each in every if each}
        return tuple(sorted((each for each in told if says_a_number(each)), key=len, reverse=True))

    @cached_property
    def named(self) -> tuple[tuple[str, tuple[Part, ...]], ...]:
        """Return the parts by label, in small letters."""
        found: dict[str, list[Part]] = {}
        for part in self.parts:
            found.setdefault(plain(part.label).casefold(), []).append(part)
        return tuple((label, tuple(own)) for label, own in found.items())

    def about(self, text: str) -> list[tuple[Part, tuple[str, ...]]]:
        """Return the parts that a text names, each with the stages that it names, or with all."""
        from recruitment.attack.numbers import names

        told = plain(text).casefold()
        found = []
        for label, parts in self.named:
            if not names(told, label):
                continue
            for part in parts:
                stages = tuple(s for s in part.stages if names(told, plain(s).casefold()))
                found.append((part, stages or part.stages))
        return found


@dataclass(frozen=True)
class Known:
    """The figures that follow from what is printed of some parts."""

    counts: frozenset[int]
    pairs: frozenset[tuple[int, int]]
    shares: frozenset[str]
    shares_of: Mapping[tuple[int, int], str]
    points: frozenset[str]


def known(schema: Schema, about: Iterable[tuple[Part, Sequence[str]]]) -> Known:
    """Return every figure that follows from what is printed of parts and stages."""
    counts: set[int] = set()
    shares_of: dict[tuple[int, int], str] = {}
    points: set[str] = set()
    for part, stages in about:
        for stage in stages:
            for who in (ALL, *groups(part)):
                shown = {
                    each: part.published.counts.get(part.cell(stage, who, each))
                    for each in (ENTERED, *OF_OUTCOMES)
                }
                counts |= {count for count in shown.values() if count is not None}
                whole = part.published.counts.get(part.cell(stage))
                entered = shown[ENTERED]
                if who != ALL and whole is not None and entered is not None:
                    pair = (entered, whole)
                    shares_of[pair] = RULES["share"](pair, schema.preset)
        points |= _points(schema, part)
    shares = frozenset(text for text in shares_of.values() if text not in SYMBOLS)
    return Known(frozenset(counts), frozenset(shares_of), shares, shares_of, frozenset(points))


def _points(schema: Schema, part: Part) -> set[str]:
    """Return the changes of each share from the first stage on."""
    first, found = part.stages[0], set()
    for who in groups(part):
        for last in part.stages[1:]:
            cells = [part.cell(stage, each) for stage in (first, last) for each in (who, ALL)]
            counts = [part.published.counts.get(cell) for cell in cells]
            if None not in counts:
                whole = tuple(count for count in counts if count is not None)
                found.add(RULES["change"](whole, schema.preset))
    return found - set(SYMBOLS)


def groups(part: Part) -> list[Group]:
    """Return every characteristic with each of its categories."""
    return [(name, each) for name, own in part.structure.characteristics for each in own]
