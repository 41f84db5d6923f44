"""Counts of one campaign made whole: every category at every outcome, and the published ones."""

from collections.abc import Iterable, Sequence

from recruitment.ingest.mapping.mapping import Characteristic, Mapping
from recruitment.ingest.mapping.roll_up import rolled_up

Key = tuple[str, str, str, str]
Counts = dict[Key, int]


def rolled_up_counts(counts: Counts, mapping: Mapping) -> tuple[Counts, list[str]]:
    """Return ``counts`` with the published characteristics of those counted in detail alone.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> counts = {("Offer", "entered", "ethnic_group", "Roma"): 2}
    >>> rolled_up_counts(counts, default_mapping())[0]["Offer", "entered", "ethnicity", "White"]
    2
    """
    own = {code for _, _, code, _ in counts}
    added: Counts = {}
    notes = []
    for code in sorted(own):
        above = mapping.characteristics[code].refines
        if above is None or above in own:
            continue
        groups = rolled_up(mapping, code)
        for (stage, outcome, each, category), people in counts.items():
            if each == code:
                key = (stage, outcome, above, groups[category])
                added[key] = added.get(key, 0) + people
        notes.append(f"The categories of {above} are the sums of those of {code}.")
    return {**counts, **added}, notes


def counted(counts: Iterable[Key], mapping: Mapping) -> tuple[Characteristic, ...]:
    """Return the characteristics counted, without a part that nobody is in beside two groups.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> found = counted([("Offer", "entered", "sex", "Female")], default_mapping())
    >>> [each.name for each in found[0].categories]
    ['Female', 'Male', 'Not stated']
    """
    cells = {(code, category) for _, _, code, category in counts}
    codes = {code for code, _ in cells}
    return tuple(
        _without_unused(each, {category for code, category in cells if code == each.name})
        for each in mapping.characteristics.values()
        if each.name in codes
    )


def _without_unused(characteristic: Characteristic, used: set[str]) -> Characteristic:
    if all(each.kind in {"part", "not stated"} for each in characteristic.categories):
        return characteristic
    kept = tuple(
        each for each in characteristic.categories if each.kind != "part" or each.name in used
    )
    names = {each.name for each in kept}
    answers = {word: name for word, name in characteristic.answers.items() if name in names}
    return Characteristic(characteristic.name, kept, answers, characteristic.refines)


def filled(
    counts: Counts,
    outcomes: Sequence[tuple[str, str]],
    characteristics: Sequence[Characteristic],
) -> Counts:
    """Return ``counts`` in order, with 0 for each category that has no row at an outcome."""
    return {
        (stage, outcome, each.name, category.name): counts.get(
            (stage, outcome, each.name, category.name), 0
        )
        for stage, outcome in outcomes
        for each in characteristics
        for category in each.categories
    }
