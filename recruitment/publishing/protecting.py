"""What may be printed of each component, together with what was printed before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from analytics.disclosure.cells import Quantity
from analytics.disclosure.coarser import proposals
from analytics.disclosure.facts import Between, Fact, Hidden, Rounded
from analytics.disclosure.presets import Preset
from analytics.disclosure.protection import protect
from analytics.disclosure.refusal import Refused
from analytics.disclosure.release import Published, Release
from recruitment.errors import CheckError
from recruitment.publishing.components import Component, renamed
from recruitment.publishing.ledger import Entry

# Nobody reads more.
MOST_LINES = 40


@dataclass(frozen=True, slots=True, eq=False)
class Guarded:
    """A component with what may be printed of it.

    Attributes:
        component: The component, its release named.
        published: What may be printed.
        earlier: What was published of it before, other counts at the time.
        is_new: Whether it is not in the ledger already, to the last count.
    """

    component: Component
    published: Published
    earlier: tuple[Published, ...] = ()
    is_new: bool = True

    @property
    def entry(self) -> Entry:
        """Return it as the ledger keeps it."""
        own = self.component
        return Entry(own.subject, own.name, self.published, own.release.counts)


def guarded(
    components: Iterable[Component], preset: Preset, ledger: Sequence[Entry], date: str
) -> tuple[Guarded, ...]:
    """Return what may be printed of each component.

    Args:
        components: True counts.
        preset: The policy.
        ledger: What was published before.
        date: What the new releases are called, a number apart from earlier ones.

    Raises:
        CheckError: Small counts would follow.
    """
    return tuple(
        _guarded(each, preset, [old for old in ledger if old.key == each.key], date)
        for each in components
    )


def refuse_unless_shown(found: Sequence[Guarded], preset: Preset) -> None:
    """Make sure that something is left to show.

    Raises:
        CheckError: Nothing is, once small counts are hidden.
    """
    hides = any(each.published.hidden for each in found)
    if hides and not any(_shows(each.published) for each in found):
        raise CheckError(
            f"nothing is left to show once small counts are hidden (policy {preset.name}); publish "
            "coarser categories, or several campaigns added up"
        )


def hints(found: Iterable[Guarded]) -> Iterator[str]:
    """Yield what to publish instead, where too much would be hidden."""
    for each in found:
        release = each.component.release
        yield from (str(advice) for advice in proposals(release, each.published))


def _guarded(component: Component, preset: Preset, own: Sequence[Entry], date: str) -> Guarded:
    _refuse_after_all(component, preset, own)
    for each in own:
        if each.published.preset == preset and _same_counts(each, component.release):
            return published_before(component, each, own)
    name = _unused(date, {each.published.release for each in own})
    release = renamed(component.release, name)
    size = tuple(_sizes(release, preset))
    told, others = told_before(release, own)
    past = [each.past for each in others]
    try:
        ready = protect(release, preset, ledger=past, known=(*size, *told))
    except Refused as refused:
        raise _refusal(component, preset, refused, own) from None
    return Guarded(
        replace(component, release=release),
        replace(ready, also=(*ready.also, *size)),
        tuple(each.published for each in past),
    )


def published_before(component: Component, entry: Entry, own: Sequence[Entry]) -> Guarded:
    """Return a release in the ledger, with all that the others there tell of it.

    Args:
        component: What it is a release of.
        entry: The release.
        own: All releases of it.
    """
    named = renamed(component.release, entry.published.release)
    then = replace(named, structures=entry.published.structures, counts=entry.counts)
    told, others = told_before(then, [each for each in own if each is not entry])
    published = replace(entry.published, also=(*entry.published.also, *told))
    past = tuple(each.published for each in others)
    return Guarded(replace(component, release=named), published, past, is_new=False)


def told_before(
    release: Release, own: Sequence[Entry]
) -> tuple[tuple[Fact, ...], tuple[Entry, ...]]:
    """Return what releases of the very same counts tell of ``release``, and those of other counts.

    Args:
        release: True counts.
        own: What was published of the same component.
    """
    same = [each for each in own if _same_counts(each, release)]
    told = (fact for each in same for fact in _facts_of(each.published, release.name))
    return tuple(told), tuple(each for each in own if each not in same)


def _same_counts(entry: Entry, release: Release) -> bool:
    before = {replace(cell, release=""): count for cell, count in entry.counts.items()}
    now = {replace(cell, release=""): count for cell, count in release.counts.items()}
    return before == now and entry.published.structures == release.structures


def _refuse_after_all(component: Component, preset: Preset, own: Sequence[Entry]) -> None:
    """Refuse to hide what was published in full before."""
    full = [each.published.release for each in own if not each.published.preset.threshold]
    if full and preset.threshold:
        raise CheckError(
            f"{component.name} was published in full before (release {full[0]}, policy open), so "
            "its small counts cannot be kept any more; publish it with --preset open, or not"
        )


def _unused(date: str, names: set[str]) -> str:
    """Return a name for a release that no other has.

    >>> _unused("2025-06-30", {"2025-06-30"})
    '2025-06-30 (2)'
    """
    name, number = date, 1
    while name in names:
        number += 1
        name = f"{date} ({number})"
    return name


def _sizes(release: Release, preset: Preset) -> Iterator[Fact]:
    """Yield what splitting outcomes by category, or not, tells of how many candidates there are."""
    for structure in release.structures:
        first = structure.cells(release.name)[0]
        outcomes = any(stage.outcomes for stage in structure.stages)
        if preset.threshold and outcomes and structure.characteristics:
            split = preset.splits_outcomes(release.counts[first])
            low, high = (preset.outcomes_from, None) if split else (None, preset.outcomes_from - 1)
            yield Between(Quantity.of(first), low, high)


def _facts_of(published: Published, name: str) -> Iterator[Fact]:
    """Yield what an earlier release of the very same counts tells of those of release ``name``."""
    for fact in published.facts():
        match fact:
            case Hidden(cell):
                yield Hidden(replace(cell, release=name))
            case Rounded(quantity):
                yield replace(fact, quantity=_of_release(quantity, name))
            case Between(quantity):
                yield replace(fact, quantity=_of_release(quantity, name))
            case _:
                raise AssertionError("a release states nothing else")


def _of_release(quantity: Quantity, name: str) -> Quantity:
    return Quantity(tuple((replace(cell, release=name), factor) for cell, factor in quantity.terms))


def _refusal(
    component: Component, preset: Preset, refused: Refused, own: Sequence[Entry]
) -> CheckError:
    """Return why a component may not be published, and what to do instead."""
    before = [f"{each.published.release}, policy {each.published.preset.name}" for each in own]
    together = f" together with what was published of it before ({'; '.join(before)})"
    error = CheckError(
        f"{component.name} cannot be published under policy {preset.name}"
        f"{together if own else ''}: {refused}; {_instead(preset, own)}; nothing was written"
    )
    error.details = readable(refused.places)
    return error


def _instead(preset: Preset, own: Sequence[Entry]) -> str:
    laxer = [each.published.preset for each in own if each.published.preset.base < preset.base]
    if laxer:
        return f"publish it with --preset {laxer[-1].name} as before, or leave it out"
    later = ", or wait until more people have moved on" if own else " or merge its categories"
    return f"leave it out (--campaign, --section){later}"


def readable(lines: Sequence[str]) -> tuple[str, ...]:
    """Return as many of ``lines`` as anybody reads, and how many there are beside."""
    more = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], *([f"and {more:,} more"] if more > 0 else []))


def _shows(published: Published) -> bool:
    """Return whether any count but 0 is left."""
    return any(published.counts.values())
