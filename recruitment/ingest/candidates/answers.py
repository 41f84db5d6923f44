"""What the answers in one column mean: a category of each characteristic that they speak about."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from recruitment.ingest.mapping.lookup import category_of, word
from recruitment.ingest.mapping.mapping import Category, Characteristic, Mapping
from recruitment.ingest.mapping.roll_up import parent_of, refinements
from recruitment.ingest.recognition.vocabulary import NOT_STATED


@dataclass(frozen=True, slots=True)
class Answers:
    """The meanings of the answers in one column.

    Attributes:
        characteristics: Those that the answers speak about: ethnicity, and the group in detail.
        meanings: The different meanings, as a category of each characteristic; the first is that
            nothing was stated.
        codes: The place of its meaning, by text.
        unknown: Texts that mean nothing.
        lacking: Which stated answers lack the detail of a characteristic that others have; it is
            not counted then.
    """

    characteristics: tuple[Characteristic, ...]
    meanings: tuple[tuple[str, ...], ...]
    codes: dict[str, int]
    unknown: tuple[str, ...]
    lacking: dict[str, tuple[str, ...]] = field(default_factory=dict)


def answers_in(
    texts: Iterable[str], subject: str, mapping: Mapping, elsewhere: frozenset[str]
) -> Answers:
    """Return what ``texts`` mean as answers about the characteristic ``subject``.

    A characteristic that has the subject in more detail comes with it where every stated answer has
    the detail; and the one that the subject refines comes with it always. ``elsewhere`` are those
    that have a column of their own.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> found = answers_in(["", "Indian", "Irish"], "ethnicity", default_mapping(), frozenset())
    >>> found.meanings
    (('Not stated', 'Not stated'), ('BAME', 'Indian'), ('White', 'White Irish'))
    >>> found.codes
    {'': 0, 'Indian': 1, 'Irish': 2}
    """
    every = tuple(texts)
    asked = mapping.characteristics[subject]
    stated = [text for text in every if _category(asked, text) != NOT_STATED]
    lacking = _lacking(asked, stated, mapping, elsewhere)
    # Where all have it, the detail is spoken about.
    spoken = [asked, *(mapping.characteristics[name] for name, few in lacking.items() if not few)]
    parent = mapping.characteristics.get(asked.refines or "")
    if parent is not None and parent.name not in elsewhere:
        spoken.insert(0, parent)
    nothing = (NOT_STATED,) * len(spoken)
    found = {text: _meaning(spoken, asked, text) for text in every}
    known = {text: each for text, each in found.items() if each is not None}
    meanings = tuple(dict.fromkeys((nothing, *known.values())))
    return Answers(
        tuple(_with_blank(each) for each in spoken),
        meanings,
        {text: meanings.index(each) for text, each in known.items()},
        tuple(text for text, each in found.items() if each is None),
        {name: texts for name, texts in lacking.items() if texts},
    )


def _lacking(
    asked: Characteristic, stated: list[str], mapping: Mapping, elsewhere: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    # Of each detail that any stated answer has: the others.
    found = {}
    for detail in refinements(mapping, asked.name):
        own = {text: _category(detail, text) in {None, NOT_STATED} for text in stated}
        if not all(own.values()) and detail.name not in elsewhere:
            found[detail.name] = tuple(text for text, lacks in own.items() if lacks)
    return found


def _meaning(
    spoken: list[Characteristic], asked: Characteristic, text: str
) -> tuple[str, ...] | None:
    own = _category(asked, text)
    if own is None:
        return None
    if own == NOT_STATED:
        return (NOT_STATED,) * len(spoken)
    kinds = {each.name: each for each in asked.categories}
    found = tuple(
        parent_of(kinds[own], each) if each.name == asked.refines else _category(each, text)
        for each in spoken
    )
    return tuple(each for each in found if each is not None) if None not in found else None


def _category(characteristic: Characteristic, text: str) -> str | None:
    return NOT_STATED if word(text) == "" else category_of(characteristic, text)


def _with_blank(characteristic: Characteristic) -> Characteristic:
    if any(each.name == NOT_STATED for each in characteristic.categories):
        return characteristic
    blank = Category(NOT_STATED, "not stated")
    return replace(characteristic, categories=(*characteristic.categories, blank))
