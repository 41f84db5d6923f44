"""The disclosure policies, each named and in words; the one used is printed beside the figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """What may be published.

    Attributes:
        name: What the user calls it.
        policy: The same in words, for the reader of the figures.
        threshold: Counts above 0 and below it are hidden, and nothing else that is published may
            give them away; 0 hides nothing.
        base: Counts are rounded to multiples of it, halves up; 1 leaves them as they are.
        decimals: Of percentages.
        least_denominator: Percentages of fewer people, as published, are not shown.
        outcomes_from: Outcomes other than ``entered`` are split by category only from so many
            candidates on.
        marked: Whether every page says that it is not for publication.
    """

    name: str
    policy: str
    threshold: int
    base: int
    decimals: int
    least_denominator: int
    outcomes_from: int
    marked: bool = False

    def rounded(self, count: int) -> int:
        """Return ``count`` to the base, halves up.

        >>> [PUBLIC.rounded(count) for count in (0, 7, 8)], STRICT.rounded(15)
        ([0, 5, 10], 20)
        """
        return (2 * count + self.base) // (2 * self.base) * self.base

    def is_sensitive(self, count: int) -> bool:
        """Return whether a count is so small that it must not be known."""
        return 0 < count < self.threshold

    def splits_outcomes(self, candidates: int) -> bool:
        """Return whether outcomes may be split by category in a campaign of so many."""
        return candidates >= self.outcomes_from


PUBLIC = Preset(
    name="public",
    policy=(
        "Counts and totals are rounded to the nearest 5. Counts from 1 to 4 are not shown, nor are "
        "other counts that would give them away; both appear as [c]. Percentages are whole, "
        "computed from the rounded counts, and not shown of fewer than 50 people. Outcomes are "
        "split by category only in campaigns of 1,000 candidates or more."
    ),
    threshold=5,
    base=5,
    decimals=0,
    least_denominator=50,
    outcomes_from=1000,
)
STRICT = Preset(
    name="strict",
    policy=(
        "Counts and totals are rounded to the nearest 10. Counts from 1 to 9 are not shown, nor "
        "are other counts that would give them away; both appear as [c]. Percentages are whole, "
        "computed from the rounded counts, and not shown of fewer than 50 people. Outcomes are "
        "split by category only in campaigns of 1,000 candidates or more."
    ),
    threshold=10,
    base=10,
    decimals=0,
    least_denominator=50,
    outcomes_from=1000,
)
OPEN = Preset(
    name="open",
    policy="Nothing is hidden or rounded: these figures are public already.",
    threshold=0,
    base=1,
    decimals=2,
    least_denominator=1,
    outcomes_from=0,
)
INTERNAL = Preset(
    name="internal",
    policy="Not for publication: nothing is hidden or rounded; small counts may identify people.",
    threshold=0,
    base=1,
    decimals=2,
    least_denominator=1,
    outcomes_from=0,
    marked=True,
)
PRESETS = {preset.name: preset for preset in (PUBLIC, STRICT, OPEN, INTERNAL)}
