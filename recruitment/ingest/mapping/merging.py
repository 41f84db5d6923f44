"""What a mapping file says, laid over the words that are known without it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, get_args

from recruitment.errors import nearest
from recruitment.ingest.mapping import merged_characteristics
from recruitment.ingest.mapping.defaults import dated, default_mapping
from recruitment.ingest.mapping.lookup import word
from recruitment.ingest.mapping.mapping import DateOrder, Label, LeftOut, Mapping, Outcome
from recruitment.ingest.mapping.roles import known_roles
from recruitment.ingest.mapping.tables import Stated
from recruitment.ingest.recognition.vocabulary import plain

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
LEFT_OUT: tuple[LeftOut, ...] = get_args(LeftOut)
ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)
Meaning = TypeVar("Meaning")


@dataclass(slots=True)
class Merging:
    """One merging under way.

    Attributes:
        said: What the file says.
        problems: What in it cannot be, one line each.
    """

    said: Stated
    problems: list[str] = field(default_factory=list)

    def words(
        self, pairs: Iterable[tuple[str, Meaning]], where: str, *, blank: bool = False
    ) -> dict[str, Meaning]:
        """Return the meaning of each word, plain; a word with two is a problem."""
        found: dict[str, Meaning] = {}
        for text, meaning in pairs:
            name = word(text)
            if name is None or not (name or blank):
                why = "has no letters or digits to compare it by"
                self.problems.append(f"{where}: “{text}” {why}")
            elif found.setdefault(name, meaning) != meaning:
                both = f"{_said(found[name])} and {_said(meaning)}"
                self.problems.append(f"{where}: “{text}” has two meanings, {both}")
        return found

    def among(self, name: str, known: Iterable[str], where: str) -> bool:
        """Return whether ``name`` is one of ``known``, and note where it is not."""
        allowed = list(known)
        if name in allowed:
            return True
        self.problems.append(f"{where}: “{name}” is not known; {nearest(name, allowed)}")
        return False

    def kept(self, words: dict[str, str], names: Iterable[str], where: str) -> None:
        """Note each of ``names`` that another meaning was given to."""
        for name in names:
            meaning = words.get(plain(name), name)
            if meaning != name:
                self.problems.append(f"{where}: “{name}” cannot mean {meaning}")


def merged(said: Stated) -> tuple[Mapping, list[str]]:
    """Return the default with what a file says over it, and what of that cannot be."""
    merging = Merging(said)
    mapping = merged_characteristics.declared(default_mapping(), merging)
    mapping = _stages(merging, mapping)
    mapping = merged_characteristics.answered(mapping, merging)
    mapping = _columns(merging, mapping)
    mapping = _outcomes(merging, mapping)
    mapping = _headings(merging, mapping)
    return _labels(merging, mapping), merging.problems


def in_order(order: Sequence[str], wanted: Sequence[str], new: Iterable[str]) -> tuple[str, ...]:
    """Return the stages of ``order`` and the ``new`` ones, those ``wanted`` in the order given.

    A new stage stands right behind the one wanted before it, or right before the next one; one that
    is not wanted anywhere comes last.

    >>> in_order(["A", "B", "C", "Z"], ["B", "Fitness"], ["Fitness"])
    ('A', 'B', 'Fitness', 'C', 'Z')
    >>> in_order(["A", "B", "Z"], ["Fitness", "Z"], ["Fitness", "Vetting"])
    ('A', 'B', 'Fitness', 'Z', 'Vetting')
    """
    turns = iter([stage for stage in wanted if stage in order])
    found = [next(turns) if stage in wanted else stage for stage in order]
    for at, stage in enumerate(wanted):
        if stage not in found:
            before = next((each for each in wanted[at:] if each in found), None)
            after = found.index(before) if before else len(found)
            found.insert(found.index(wanted[at - 1]) + 1 if at else after, stage)
    return tuple(dict.fromkeys([*found, *new]))


def _stages(merging: Merging, mapping: Mapping) -> Mapping:
    said = merging.said
    known = dict.fromkeys([*mapping.stage_order, *said.stages])
    wanted = [stage for stage in said.stage_order if merging.among(stage, known, "[stages] order")]
    if len(set(wanted)) < len(wanted):
        merging.problems.append("[stages] order: a stage stands there twice")
    own = merging.words(_named(said.stages), "[stages]")
    words = {**mapping.stages, **own}
    merging.kept(words, known, "[stages]")
    listed = tuple(dict.fromkeys(wanted))
    order = in_order(mapping.stage_order, listed, said.stages)
    return replace(mapping, stages=words, stage_order=order, listed=listed)


def _named(lists: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    # Each name is its own first word.
    for name, texts in lists.items():
        yield name, name
        yield from ((text, name) for text in texts)


def _paired(lists: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    return ((text, name) for name, texts in lists.items() for text in texts)


def _columns(merging: Merging, mapping: Mapping) -> Mapping:
    said = merging.said
    roles = known_roles(mapping)
    for role in said.columns:
        merging.among(role, roles, "[columns]")
    for stage in said.dates:
        merging.among(stage, mapping.stage_order, "[dates.columns]")
    order = said.date_order or mapping.date_order
    if said.date_order is not None:
        merging.among(said.date_order, ORDERS, "[dates] order")
    own_dates = merging.words(_paired(said.dates), "[dates.columns]")
    own = merging.words(_paired(said.columns), "[columns]")
    for heading in own.keys() & own_dates.keys():
        merging.problems.append(f"[columns]: “{heading}” is in [dates.columns] too")
    new = merging.said.categories.keys() - default_mapping().characteristics.keys()
    codes = {plain(code): code for code in sorted(new)}
    columns = {**codes, **mapping.columns, **own}
    dates = {name: stage for name, stage in _dates(mapping).items() if name not in columns}
    return replace(
        mapping,
        columns={name: role for name, role in columns.items() if name not in own_dates},
        date_columns={**dates, **own_dates},
        date_order=next((each for each in ORDERS if each == order), mapping.date_order),
    )


def _dates(mapping: Mapping) -> dict[str, str]:
    # The headings that the names of stages make follow these; others stay.
    known = default_mapping()
    made = dated(known.stages, known.stage_order)
    others = {name: stage for name, stage in known.date_columns.items() if name not in made}
    return {**dated(mapping.stages, mapping.stage_order), **others}


def _outcomes(merging: Merging, mapping: Mapping) -> Mapping:
    said = merging.said.outcomes
    for outcome in said:
        merging.among(outcome, (*OUTCOMES, *LEFT_OUT), "[outcomes]")
    own = merging.words(_paired(said), "[outcomes]")
    merging.kept(own, (*OUTCOMES, *LEFT_OUT), "[outcomes]")
    counted = {name: each for name, text in own.items() for each in OUTCOMES if each == text}
    others = {name: each for name, text in own.items() for each in LEFT_OUT if each == text}
    known = {name: each for name, each in mapping.left_out.items() if name not in counted}
    outcomes = {**mapping.outcomes, **counted}
    return replace(mapping, outcomes=outcomes, left_out={**known, **others})


def _headings(merging: Merging, mapping: Mapping) -> Mapping:
    own: list[tuple[str, tuple[str, str]]] = []
    for heading, said in merging.said.headings.items():
        where = f"[headings] “{heading}”"
        code, category = said.get("characteristic", ""), said.get("category", "")
        if merging.among(code, mapping.characteristics, f"{where} characteristic"):
            names = [each.name for each in mapping.characteristics[code].categories]
            merging.among(category, names, f"{where} category")
        own.append((heading, (code, category)))
    words = merging.words(own, "[headings]")
    implied = merged_characteristics.headed(mapping, merging.said)
    return replace(mapping, headings={**implied, **mapping.headings, **words})


def _labels(merging: Merging, mapping: Mapping) -> Mapping:
    own: list[tuple[str, Label]] = []
    for label, said in merging.said.labels.items():
        where = f"[labels] “{label}”"
        stage, entered = said.get("stage", ""), said.get("enters")
        merging.among(stage, mapping.stage_order, f"{where} stage")
        if entered is not None:
            merging.among(entered, mapping.stage_order, f"{where} enters")
        outcome = said.get("outcome", "")
        merging.among(outcome, OUTCOMES, f"{where} outcome")
        own += [(label, Label(stage, each, entered)) for each in OUTCOMES if each == outcome]
        if entered is not None and outcome != "passed":
            merging.problems.append(f"{where}: only those who passed enter another stage")
    return replace(mapping, labels={**mapping.labels, **merging.words(own, "[labels]")})


def _said(meaning: object) -> str:
    if isinstance(meaning, Label):
        return f"{meaning.stage}, {meaning.outcome}"
    return ", ".join(meaning) if isinstance(meaning, tuple) else str(meaning)
