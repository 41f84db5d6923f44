"""The characteristics that a mapping file declares, and the answers that it explains."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from recruitment.ingest.mapping.defaults import blank_answers, default_mapping
from recruitment.ingest.mapping.mapping import Category, Characteristic, Kind, Mapping
from recruitment.ingest.mapping.roll_up import parent_of, refinements
from recruitment.ingest.mapping.tables import Stated
from recruitment.ingest.recognition.vocabulary import NOT_STATED, plain

if TYPE_CHECKING:
    from recruitment.ingest.mapping.merging import Merging

CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
BLANK = Category(NOT_STATED, "not stated")
KINDS: tuple[Kind, ...] = ("group", "comparator", "part")


def declared(mapping: Mapping, merging: "Merging") -> Mapping:
    """Return ``mapping`` with the characteristics and categories that the file declares."""
    known = dict(mapping.characteristics)
    for code, lists in merging.said.categories.items():
        where = f"[characteristics.{code}]"
        if not CODE.fullmatch(code):
            why = "a code has small letters, digits and underscores only"
            merging.problems.append(f"{where}: {why}")
        stated = [Category(name, kind) for kind in KINDS for name in lists.get(kind, [])]
        before = known.get(code) or Characteristic(code, (BLANK,), {})
        known[code] = _with_categories(before, stated, merging.problems)
        merging.problems += [f"{where}: {each}" for each in _incomplete(known[code])]
    for code, parent in merging.said.refines.items():
        known[code] = replace(known[code], refines=parent)
        merging.problems += _refined(code, parent, mapping, known)
    return replace(mapping, characteristics=known)


def answered(mapping: Mapping, merging: "Merging") -> Mapping:
    """Return ``mapping`` with the answers that the file explains, in every detail of them too."""
    known = {code: _own(each) for code, each in mapping.characteristics.items()}
    said = {code: _explained(known, code, merging) for code in merging.said.answers}
    for code, words in said.items():
        if code in known:
            known[code] = replace(known[code], answers={**known[code].answers, **words})
    found = replace(mapping, characteristics=known)
    for detail in (each for code in known for each in refinements(found, code)):
        code = detail.refines or ""
        known[code] = _covering(known[code], detail, said.get(code, {}), merging)
    for code, each in known.items():
        names = [category.name for category in each.categories]
        merging.kept(each.answers, names, f"[answers.{code}]")
    return found


def headed(mapping: Mapping, said: Stated) -> dict[str, tuple[str, str]]:
    """Return whom the names of new categories count as headings, where that is one only."""
    base = default_mapping().characteristics
    known = {(code, each.name) for code in base for each in base[code].categories}
    pairs = dict.fromkeys(
        (plain(name), (code, name))
        for code, lists in said.categories.items()
        for name in chain.from_iterable(lists.values())
        if code in mapping.characteristics and (code, name) not in known
    )
    names = [name for name, _ in pairs]
    return {name: cell for name, cell in pairs if name and names.count(name) == 1}


def _with_categories(
    before: Characteristic, stated: list[Category], problems: list[str]
) -> Characteristic:
    kinds = {each.name: each.kind for each in before.categories}
    where = f"[characteristics.{before.name}]"
    for each in stated:
        if each.name == NOT_STATED:
            problems.append(f"{where}: “{NOT_STATED}” is there always; leave it out")
        elif not plain(each.name):
            problems.append(f"{where}: “{each.name}” has no letters or digits to compare it by")
        elif kinds.setdefault(each.name, each.kind) != each.kind:
            kind = kinds[each.name]
            problems.append(f"{where}: “{each.name}” is a {kind}, and cannot be a {each.kind}")
    blank = kinds.pop(NOT_STATED, None)
    own = tuple(Category(name, kind) for name, kind in kinds.items())
    return replace(before, categories=(*own, BLANK) if blank else own)


def _incomplete(characteristic: Characteristic) -> Iterator[str]:
    kinds = {each.kind for each in characteristic.categories}
    if not kinds - {"not stated"}:
        yield "no category; list them under group and comparator, or under part"
    elif "group" in kinds and "comparator" not in kinds:
        yield "a group needs a comparator: those who stated another answer"
    elif "comparator" in kinds and "group" not in kinds:
        yield "a comparator needs a group to be compared with"


def _refined(
    code: str, parent: str, before: Mapping, known: dict[str, Characteristic]
) -> Iterator[str]:
    where = f"[characteristics.{code}] refines"
    base = before.characteristics.get(code)
    if base and base.refines != parent:
        yield f"{where}: {code} is known already, and refines {base.refines or 'nothing'}"
    elif parent not in known or parent == code or known[parent].refines:
        others = [each.name for each in known.values() if not each.refines and each.name != code]
        yield f"{where}: “{parent}” cannot be refined; known are {', '.join(others)}"
    else:
        for each in known[code].categories:
            if parent_of(each, known[parent]) is None:
                yield f"{where}: “{each.name}” belongs to no category of {parent}"


def _own(characteristic: Characteristic) -> Characteristic:
    blank = BLANK in characteristic.categories
    names = {plain(each.name): each.name for each in characteristic.categories if plain(each.name)}
    base = blank_answers() if blank else {}
    return replace(characteristic, answers={**base, **names, **characteristic.answers})


def _explained(known: dict[str, Characteristic], code: str, merging: "Merging") -> dict[str, str]:
    where = f"[answers.{code}]"
    if not merging.among(code, known, "[answers]"):
        return {}
    names = [each.name for each in known[code].categories]
    said = merging.said.answers[code]
    for category in said:
        merging.among(category, names, where)
    pairs = ((text, category) for category, texts in said.items() for text in texts)
    words = merging.words(pairs, where, blank=True)
    if words.get("", NOT_STATED) != NOT_STATED:
        merging.problems.append(f"{where}: an empty answer is {NOT_STATED}, always")
    return words


def _covering(
    parent: Characteristic, detail: Characteristic, said: dict[str, str], merging: "Merging"
) -> Characteristic:
    # Every answer in detail is one of the published characteristic too.
    above = {each.name: parent_of(each, parent) for each in detail.categories}
    implied = {
        word: meaning for word, name in detail.answers.items() if (meaning := above.get(name))
    }
    for word, meaning in said.items():
        if implied.get(word, meaning) != meaning:
            why = f"means {detail.answers[word]} in {detail.name}, which is {implied[word]}"
            merging.problems.append(f"[answers.{parent.name}]: “{word}” {why}")
    return replace(parent, answers={**parent.answers, **implied})
