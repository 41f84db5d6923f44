"""A release made safe to publish, together with those before it; or refused."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.disclosure.attacker import Verdict, attack
from analytics.disclosure.cells import Cell
from analytics.disclosure.facts import Fact, interval
from analytics.disclosure.knowledge import system_from, to_protect, true_table
from analytics.disclosure.ledger import Past, changes, growth
from analytics.disclosure.presets import Preset
from analytics.disclosure.refusal import Refused
from analytics.disclosure.release import Published, Release, printed
from analytics.disclosure.repair import repaired
from analytics.disclosure.sensitive import sensitive
from analytics.disclosure.shift import Shown, weight


def protect(
    release: Release, preset: Preset, *, ledger: Sequence[Past] = (), known: Sequence[Fact] = ()
) -> Published:
    """Return what can be printed of a release so that no small count follows from it.

    Args:
        release: What is to be published.
        preset: The policy.
        ledger: The releases made before it, oldest first.
        known: What the public knows from elsewhere.

    Raises:
        Refused: It cannot be made safe, or the audit cannot be carried through.
    """
    bare = unprinted(release, preset, ledger)
    if not preset.threshold:
        return replace(bare, counts=printed(release, preset, release.cells))
    earlier = [past.published for past in ledger]
    system = system_from([*earlier, bare], known)
    counts = {cell: count for past in ledger for cell, count in (past.counts or {}).items()}
    shown = repaired(
        system,
        true_table(system, {**counts, **release.counts}),
        showable(release, preset),
        to_protect(system, [*earlier, bare]),
        preset.threshold,
    )
    ready = replace(bare, counts=printed(release, preset, shown))
    confirm([*earlier, ready], preset.threshold, known)
    return ready


def unprinted(release: Release, preset: Preset, ledger: Sequence[Past] = ()) -> Published:
    """Return a release of which no count is printed yet: its cells, and what binds them."""
    threshold = preset.threshold
    small = (*sensitive(release, threshold), *changes(ledger, release, threshold))
    identities = (*release.identities(), *growth(ledger, release))
    return Published(release.name, preset, {}, release.cells, identities, small)


def showable(release: Release, preset: Preset) -> dict[Cell, Shown]:
    """Return the cells that are not too small to be shown, and what showing them tells."""
    shown = {}
    for cell in release.printable(preset):
        count = release.counts[cell]
        if not preset.is_sensitive(count):
            limits = interval(preset.rounded(count), preset.base, preset.threshold)
            shown[cell] = Shown(*limits, weight(cell, count))
    return shown


def confirm(
    publications: Sequence[Published], threshold: int, known: Sequence[Fact] = ()
) -> tuple[Verdict, ...]:
    """Return what can be known of all that must not be known, where that is little enough.

    From what is printed alone: nothing of what led to it is used.

    Raises:
        Refused: It is too much, or the attack cannot be carried through.
    """
    system = system_from(publications, known)
    verdicts = attack(system, to_protect(system, publications))
    if known_too_well := [str(each.quantity) for each in verdicts if not each.is_safe(threshold)]:
        raise Refused("small counts follow from what would be published", known_too_well)
    return verdicts
