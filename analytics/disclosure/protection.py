"""A release made safe to publish, together with those before it; or refused."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.disclosure.attacker import Verdict, attack
from analytics.disclosure.cells import Cell
from analytics.disclosure.evidence import Evidence
from analytics.disclosure.facts import Fact, interval
from analytics.disclosure.knowledge import system_from, to_protect, true_table
from analytics.disclosure.ledger import Past, changes, growth
from analytics.disclosure.presets import Preset
from analytics.disclosure.refusal import Refused
from analytics.disclosure.release import Published, Release, printed
from analytics.disclosure.repair import repaired
from analytics.disclosure.sensitive import quantities, sensitive
from analytics.disclosure.shift import Shown, weight
from analytics.disclosure.system import Witness


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
    if release.name in {past.published.release for past in ledger}:
        raise Refused(f"a release called {release.name} was published before")
    bare = unprinted(release, preset, ledger)
    if not (preset.threshold and release.counts):
        return replace(bare, counts=printed(release, preset, release.cells))
    earlier = [past.published for past in ledger]
    system = system_from([*earlier, bare], known, largest=max(release.counts.values()))
    counts = {cell: count for past in ledger for cell, count in (past.counts or {}).items()}
    found = repaired(
        system,
        true_table(system, {**counts, **release.counts}),
        showable(release, preset),
        to_protect(system, [*earlier, bare]),
        preset.threshold,
    )
    ready = replace(bare, counts=printed(release, preset, found.shown))
    confirm([*earlier, ready], preset.threshold, known, tables=found.tables)
    return ready


def unprinted(release: Release, preset: Preset, ledger: Sequence[Past] = ()) -> Published:
    """Return a release of which no count is printed yet: its cells, and what binds them."""
    threshold = preset.threshold
    small = (*sensitive(release, threshold), *changes(ledger, release, threshold))
    identities = (*release.identities(), *growth(ledger, release))
    return Published(release.name, preset, {}, release.structures, identities, small)


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
    publications: Sequence[Published],
    threshold: int,
    known: Sequence[Fact] = (),
    *,
    tables: Sequence[Witness] = (),
) -> None:
    """Make sure that nothing which must not be known can be, from what is printed alone.

    Args:
        publications: What is published, no two of the same release.
        threshold: Below which counts are small.
        known: What the public knows from elsewhere.
        tables: Possible tables, where some are at hand. They are believed only as far as they
            agree with what is printed; what they do not prove, the attacker tries to.

    Raises:
        Refused: Something can be known, or the attack cannot be carried through.
    """
    system = system_from(publications, known)
    evidence = Evidence(system, to_protect(system, publications), threshold)
    for table in tables:
        evidence.add(table)
    unproven = (
        str(evidence.quantities[number])
        for number, upwards in evidence.missing()
        if not evidence.seek(number, upwards=upwards)
    )
    if known_too_well := tuple(dict.fromkeys(unproven)):
        raise Refused("small counts follow from what would be published", known_too_well)


def exposed(
    publications: Sequence[Published], threshold: int, known: Sequence[Fact] = ()
) -> tuple[Verdict, ...]:
    """Return what a reader can be sure is small, but not 0, of the last of some publications.

    For documents whose true counts are not at hand: nobody says which quantities are sensitive, so
    all are attacked.

    Raises:
        Refused: The attack cannot be carried through.
    """
    system = system_from(publications, known)
    last = publications[-1]
    asked = (each for structure in last.structures for each in quantities(structure, last.release))
    return tuple(each for each in attack(system, tuple(asked)) if each.is_exposed(threshold))
