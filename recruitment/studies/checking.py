"""``recruit report --check``: files that exist already, attacked as a reader could."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import queries
from analytics.disclosure.presets import PRESETS, Preset
from analytics.disclosure.refusal import Refused
from recruitment import published as figures
from recruitment.attack.claims import by_its_word, learnt_of_own_word, matching
from recruitment.attack.facts import Facts, facts_of
from recruitment.attack.judging import Claim, Judgement, judged
from recruitment.attack.knowing import schema_of
from recruitment.attack.readers import MODULES, read
from recruitment.attack.reading import Reading
from recruitment.errors import CheckError, DataError, UsageError
from recruitment.ingest.originals import original
from recruitment.publishing.components import NOW, Component
from recruitment.publishing.counted import Counted, counted
from recruitment.publishing.ledger import Entry, read_ledger
from recruitment.publishing.making import components_of, refusal
from recruitment.publishing.protecting import (
    Guarded,
    guarded,
    published_before,
    told_before,
)
from recruitment.publishing.writing import material
from recruitment.studies.campaigns import choose
from recruitment.studies.publishing import Asked
from recruitment.warehouse import open_warehouse
from reports.renderers import missing_extra

if TYPE_CHECKING:
    import polars as pl

    from analytics.disclosure.cells import Cell

PICTURES = "its charts are pictures, which are not looked at"


def check_files(files: Sequence[Path], asked: Asked, doing: Callable[[str], None]) -> list[str]:
    """Return a line on each file from which nothing can be learnt.

    Args:
        files: What to attack, each by itself together with what is in the ledger.
        asked: Of which warehouse and campaigns they are, and under which policy.
        doing: Told what is being done, in a few words.

    Raises:
        UsageError: The policy hides nothing, there is no such file, or it is of no kind that
            reports are.
        DataError: A file is damaged, or no report on campaigns that are known.
        CheckError: Something can be learnt; the cells are in the details, by coordinate.
        StorageError: The warehouse or its ledger cannot be read or trusted.
    """
    if not asked.hides:
        raise UsageError(
            f"policy {asked.preset} hides nothing, so there is nothing to check; name another, "
            "such as --preset public"
        )
    for path in files:
        _check_suffix(path)
    doing("reading the files")
    readings = [read(original(path)) for path in files]
    counts, ledger = _known(asked)
    lines = []
    for each in readings:
        doing(f"attacking {each.name}")
        lines.append(_checked(each, counts, ledger, asked))
    return lines


def _check_suffix(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix not in MODULES:
        raise UsageError(f"{path} is no report; reports are {' '.join(MODULES)}")
    if extra := missing_extra(suffix):
        raise UsageError(
            f"{path}: to read {suffix} takes the extra {extra!r}; pip install '.[{extra}]'"
        )


def _known(asked: Asked) -> tuple[Counted, tuple[Entry, ...]]:
    """Return the true counts, and what was published before."""
    ledger = read_ledger(asked.db) if asked.db else ()
    with open_warehouse(asked.db, subjects=figures.ALL) as con:
        chosen: pl.DataFrame = choose(queries.campaigns(con), asked.campaigns)
        return counted(con, chosen), ledger


def _checked(reading: Reading, counts: Counted, ledger: Sequence[Entry], asked: Asked) -> str:
    """Return a line on a file from which nothing can be learnt."""
    preset = PRESETS[asked.preset]
    every = components_of(counts)
    shown = _facts(reading, counts, [_all_hidden(each, preset) for each in every], preset)
    components = _named(every, shown)
    if not components:
        codes = ", ".join(counts.campaigns["campaign"])
        raise DataError(
            f"{reading.name} is no report on a campaign that is known ({codes or 'none'}): there "
            "is no count of candidates in it"
        )
    released = _released(components, shown, ledger, preset)
    own_word = {
        each.key: _by_its_word(each, shown, ledger, preset)
        for each in components
        if each.key not in released
    }
    claimed = {**released, **own_word}
    found = [claimed[each.key] for each in components]
    judgement = _judgement(
        _facts(reading, counts, found, preset), found, [*own_word.values()], preset
    )
    if not judgement.is_safe:
        raise refusal(reading.name, judgement, nothing_written=False)
    pictures = f"; {PICTURES}" if reading.pictures else ""
    return f"{reading.name}: nothing can be recovered (policy {preset.name}){pictures}"


def _facts(reading: Reading, counts: Counted, found: Sequence[Guarded], preset: Preset) -> Facts:
    return facts_of([reading], schema_of(material(counts, found, preset)))


def _named(components: Sequence[Component], shown: Facts) -> list[Component]:
    """Return the components of which a file shows counts or shares."""
    cells = {*shown.counts, *(cell for each in shown.derived for cell in each.inputs)}
    return [each for each in components if not cells.isdisjoint(each.release.cells)]


def _by_its_word(
    component: Component, shown: Facts, ledger: Sequence[Entry], preset: Preset
) -> Guarded:
    """Return what a file prints of a component, with what was published before."""
    told, others = told_before(component.release, _of(component, ledger))
    published = by_its_word(component, shown.counts, preset)
    return Guarded(
        component,
        replace(published, also=(*published.also, *told)),
        tuple(each.published for each in others),
    )


def _released(
    components: Sequence[Component], shown: Facts, ledger: Sequence[Entry], preset: Preset
) -> dict[tuple[str, str], Guarded]:
    """Return the release that a file is of, for each component of which one fits."""
    found = {}
    for each in components:
        candidates = _candidates(each, ledger, preset)
        match = matching(each, shown.counts, candidates) or _nearest(each, shown, candidates)
        if match is not None:
            found[each.key] = replace(match, component=each)
    return found


def _nearest(component: Component, shown: Facts, candidates: Sequence[Guarded]) -> Guarded | None:
    """Return the release with which more than half of the counts in a file agree.

    What is otherwise in it was put there, and is known beside what the release tells.
    """
    own = {cell: found for cell in component.release.cells if (found := shown.counts.get(cell))}

    def agreeing(each: Guarded) -> int:
        name = each.published.release
        printed = each.published.counts
        return sum({printed.get(replace(cell, release=name))} == own[cell] for cell in own)

    best = max(candidates, key=agreeing, default=None)
    return best if best is not None and 2 * agreeing(best) > len(own) else None


def _all_hidden(component: Component, preset: Preset) -> Guarded:
    """Return a component of which a file shows nothing but that it has counts."""
    cells: dict[Cell, set[int | None]] = {
        cell: {None} for cell in component.release.printable(preset)
    }
    return Guarded(component, by_its_word(component, cells, preset))


def _candidates(component: Component, ledger: Sequence[Entry], preset: Preset) -> list[Guarded]:
    """Return the releases that a file may be of, the latest first.

    A release that keeps less than the policy asks for is none: what it printed may be small.
    """
    own = _of(component, ledger)
    past = [
        published_before(component, each, own)
        for each in reversed(own)
        if each.published.preset.threshold >= preset.threshold
    ]
    try:
        return [*past, *guarded([component], preset, ledger, NOW)]
    except CheckError:
        # What would be refused now is not printed by any report of ours.
        return past


def _of(component: Component, ledger: Sequence[Entry]) -> list[Entry]:
    return [each for each in ledger if each.key == component.key]


def _judgement(
    facts: Facts, found: Sequence[Guarded], own_word: Sequence[Guarded], preset: Preset
) -> Judgement:
    """Return what is learnt: of releases that are known, and of what stands for itself."""
    judgement = judged(facts, [Claim(each.published, each.earlier) for each in found])
    recovered, unknown = list(judgement.recovered), list(judgement.unknown)
    for each in own_word:
        if not each.published.counts:
            continue
        try:
            recovered += learnt_of_own_word(each, facts, preset)
        except Refused as refused:
            unknown.append(f"{each.component.name}: {refused}")
    return replace(judgement, recovered=tuple(dict.fromkeys(recovered)), unknown=tuple(unknown))
