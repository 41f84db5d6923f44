"""The categories that rows name: of the published characteristic, or of one in more detail."""

from collections.abc import Iterable, Iterator

from recruitment.errors import nearest
from recruitment.ingest.mapping.lookup import category_of, characteristic_of, word
from recruitment.ingest.mapping.mapping import Characteristic, Mapping
from recruitment.ingest.mapping.roll_up import refinements
from recruitment.ingest.recognition.vocabulary import NOT_STATED, plain
from recruitment.ingest.sources.understood import quoted

Named = tuple[str, str]
NO_CHARACTERISTIC = "declare it in the mapping under [characteristics.NAME]"


def resolved(named: Iterable[Named], mapping: Mapping) -> dict[Named, Named | str]:
    """Return the characteristic and category of each pair as written, or why there is none.

    All categories written beside one characteristic decide together: "ethnicity" with the 19
    groups is read as `ethnic_group`, from which the published categories follow without loss.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> found = resolved([("Ethnicity", "Indian"), ("Ethnicity", "blank")], default_mapping())
    >>> list(found.values())
    [('ethnic_group', 'Indian'), ('ethnic_group', 'Not stated')]
    >>> resolved([("Sex", "Femal")], default_mapping())["Sex", "Femal"]
    '“Femal” is no category of sex; did you mean Female?'
    """
    groups: dict[str, list[str]] = {}
    for text, category in dict.fromkeys(named):
        groups.setdefault(text, []).append(category)
    return {
        (text, category): found
        for text, written in groups.items()
        for category, found in _group(text, written, mapping)
    }


def _group(text: str, written: list[str], mapping: Mapping) -> Iterator[tuple[str, Named | str]]:
    base = characteristic_of(mapping, text)
    if base is None:
        hint = nearest(text, list(mapping.characteristics))
        how = f"{hint}{otherwise(hint)} {NO_CHARACTERISTIC}"
        for category in written:
            yield category, f"{quoted(text)} is no characteristic; {how}"
        return
    chosen = _chosen(base, written, mapping)
    for category in written:
        # An empty cell may as well be that of a total.
        found = category_of(chosen, category) if category else None
        yield category, (chosen.name, found) if found else _unknown(category, chosen)


def _unknown(category: str, characteristic: Characteristic) -> str:
    if not category:
        how = f"write “{NOT_STATED}” for those who gave no answer"
        return f"an empty cell is no category of {characteristic.name}; {how}"
    names = [each.name for each in characteristic.categories]
    what = f"{quoted(category)} is no category of {characteristic.name}"
    return f"{what}; {nearest(category, names)}"


def otherwise(hint: str) -> str:
    """Return what stands between a hint of `nearest` and what else could be done.

    >>> otherwise("did you mean sex?"), otherwise("known are sex, disability")
    (' If not,', '; or')
    """
    return " If not," if hint.endswith("?") else "; or"


def _chosen(base: Characteristic, written: list[str], mapping: Mapping) -> Characteristic:
    root = mapping.characteristics.get(base.refines or base.name, base)
    published = {plain(each.name) for each in root.categories}
    blank = {name for name, meaning in root.answers.items() if meaning == NOT_STATED}
    words = {word(each) for each in written}
    for each in sorted(refinements(mapping, root.name), key=lambda one: one != base):
        if words <= each.answers.keys() and words - published - blank:
            return each
    return root if words <= root.answers.keys() else base
