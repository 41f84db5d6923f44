"""What a file that exists claims to print: a release that is known, or its own word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from analytics.disclosure.cells import Cell
from analytics.disclosure.derived import SYMBOLS, Derived, derive, percentage
from analytics.disclosure.facts import Fact
from analytics.disclosure.presets import Preset
from analytics.disclosure.protection import exposed
from analytics.disclosure.refusal import Refused
from analytics.disclosure.release import Published
from recruitment.attack.facts import Facts
from recruitment.publishing.components import Component
from recruitment.publishing.protecting import Guarded

Shown = Mapping[Cell, set[int | None]]


def matching(component: Component, shown: Shown, candidates: Iterable[Guarded]) -> Guarded | None:
    """Return the release whose counts a file shows of a component; None where none fits."""
    own = _of(component, shown)
    for each in candidates:
        printed = {
            replace(cell, release=""): count for cell, count in each.published.counts.items()
        }
        if all(cell in printed and counts == {printed[cell]} for cell, counts in own.items()):
            return each
    return None


def by_its_word(component: Component, shown: Shown, preset: Preset) -> Published:
    """Return what a file prints of a component, of which no release is known.

    Where every count is a multiple of the policy's base, they are taken for rounded; else for true.
    """
    own = _of(component, shown)
    counts = {
        replace(cell, release=component.release.name): min(
            (each for each in found if each is not None), default=None
        )
        for cell, found in own.items()
    }
    known = [count for count in counts.values() if count is not None]
    rounded = all(count % preset.base == 0 for count in known)
    claimed = preset if rounded else replace(preset, base=1, threshold=0)
    release = component.release
    return Published(release.name, claimed, counts, release.structures, release.identities(), ())


def learnt_of_own_word(own: Guarded, facts: Facts, preset: Preset) -> Iterator[str]:
    """Yield what a reader can be sure is small, of a file that stands for itself.

    Args:
        own: What it prints by its own word, and what was published before.
        facts: All that it tells.
        preset: The policy that says what is small.

    Raises:
        Refused: It contradicts itself, or the attack cannot be carried through.
    """
    also = tuple(_percentages(facts.derived, own.published))
    told = replace(own.published, also=(*own.published.also, *also))
    for each in exposed([*own.earlier, told], preset.threshold):
        yield str(each.quantity)


def _percentages(derived: Sequence[Derived], published: Published) -> Iterator[Fact]:
    """Yield the shares in a file that do not follow from the counts in it."""
    for each in derived:
        if each.rule != "share" or each.printed in SYMBOLS:
            continue
        if not all(cell in published.cells for cell in each.inputs):
            continue
        try:
            follows = derive(each.rule, each.inputs, published) == each.printed
        except Refused:
            follows = False
        if not follows:
            yield percentage(each)


def _of(component: Component, shown: Shown) -> dict[Cell, set[int | None]]:
    """Return what is shown of a component, its cells without a release."""
    own = {replace(cell, release="") for cell in component.release.cells}
    found = {replace(cell, release=""): counts for cell, counts in shown.items()}
    return {cell: counts for cell, counts in found.items() if cell in own}
