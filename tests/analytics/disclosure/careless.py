"""Publications that hide too little, to show that the attacker finds it."""

from collections.abc import Iterator
from dataclasses import replace

from analytics.disclosure.cells import Cell, Quantity
from analytics.disclosure.facts import Fact, Percentage
from analytics.disclosure.presets import PUBLIC, Preset
from analytics.disclosure.protection import showable, unprinted
from analytics.disclosure.release import Published, Release, printed

# Counts as they are, outcomes split by category however small the campaign.
EXACT = replace(PUBLIC, name="exact", base=1, outcomes_from=0)
# Counts as they are, of those who entered alone.
ENTRANTS = replace(PUBLIC, name="entrants", base=1)
ROUNDED = replace(PUBLIC, name="rounded", outcomes_from=0)


def primary_only(release: Release, preset: Preset, *, shares: bool = False) -> Published:
    """Return a release in which small counts are hidden, and nothing else.

    Args:
        release: What is published.
        preset: The policy.
        shares: Whether percentages of the true counts, to 1 decimal, stand beside the counts.
    """
    bare = unprinted(release, preset)
    counts = printed(release, preset, showable(release, preset))
    return replace(bare, counts=counts, also=tuple(_shares(release, counts)) if shares else ())


def _shares(release: Release, counts: dict[Cell, int | None]) -> Iterator[Fact]:
    for part in counts:
        whole = part.everybody()
        if part != whole and release.counts[whole]:
            n, d = release.counts[part], release.counts[whole]
            yield Percentage(Quantity.of(part), Quantity.of(whole), (2000 * n + d) // (2 * d), 1)
