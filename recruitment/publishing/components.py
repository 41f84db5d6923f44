"""Counts that hang together, and are protected together: a campaign, a post, its movements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analytics.disclosure.cells import EVERYBODY, Cell
from analytics.disclosure.constraints import Constraint
from analytics.disclosure.release import Release
from analytics.disclosure.structure import Stage, Structure

if TYPE_CHECKING:
    import polars as pl

Subject = Literal["campaign", "workforce", "movements"]
# What a release is called until it is published.
NOW = "now"
NOT_COUNTED = "Not counted"


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """Counts that are protected together.

    Attributes:
        subject: What they are about, as ``recruit remove`` calls it.
        name: Which campaign, or which post.
        release: The true counts.
        groups: The characteristics and categories reported on.
    """

    subject: Subject
    name: str
    release: Release
    groups: tuple[tuple[str, str], ...]

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from all others."""
        return self.subject, self.name


@dataclass(frozen=True, slots=True)
class Tables:
    """What is counted of one post, or one post in one period: categories by characteristic.

    Attributes:
        label: What coordinates call it.
        stage: What is counted, such as ``joined``.
        everybody: How many in all.
        counts: The people of each category, by characteristic.
    """

    label: str
    stage: str
    everybody: int
    counts: Mapping[str, Mapping[str, int]]

    def structure(self) -> Structure:
        """Return how the counts hang together."""
        characteristics = tuple((name, tuple(own)) for name, own in self._complete().items())
        return Structure(self.label, (Stage(self.stage),), characteristics)

    def cells(self) -> dict[Cell, int]:
        """Return the count of each cell."""
        total = Cell(NOW, self.label, EVERYBODY, EVERYBODY, self.stage, "entered")
        return {
            total: self.everybody,
            **{
                replace(total, characteristic=name, category=category): count
                for name, own in self._complete().items()
                for category, count in own.items()
            },
        }

    def _complete(self) -> dict[str, dict[str, int]]:
        """Return the categories, with those who are in none: they are known all the same."""
        complete = {}
        for name, own in self.counts.items():
            rest = self.everybody - sum(own.values())
            complete[name] = {**own, **({NOT_COUNTED: rest} if rest > 0 else {})}
        return complete


def renamed(release: Release, name: str) -> Release:
    """Return a release under another name."""
    return Release(
        name,
        release.structures,
        {replace(cell, release=name): count for cell, count in release.counts.items()},
        tuple(
            Constraint(
                tuple((replace(cell, release=name), factor) for cell, factor in each.terms),
                each.low,
                each.high,
            )
            for each in release.further
        ),
    )


def groups_of(rows: "pl.DataFrame") -> tuple[tuple[str, str], ...]:
    """Return the groups to report on; of a characteristic that has none, every part."""
    kinds: dict[str, dict[str, str]] = {}
    for name, category, kind in rows.select("characteristic", "category", "kind").rows():
        kinds.setdefault(name, {})[category] = kind
    return tuple(each for name, own in kinds.items() for each in _groups(name, own))


def _groups(name: str, kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    wanted = "group" if "group" in kinds.values() else "part"
    yield from ((name, category) for category, kind in kinds.items() if kind == wanted)
