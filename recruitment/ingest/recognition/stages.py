"""The label of a row to the stage it is about and what became of those counted in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from analytics.audit.printed import PrintedRow
from recruitment.ingest.recognition.vocabulary import (
    KEPT,
    names,
    phrases,
    plain,
    stage_names,
    stage_order,
    words,
)

ENTERED, PASSED, PENDING = "entered", "passed", "pending"
OFFER = "Offer"
# What may stand beside an outcome without naming a stage.
SAYING_NO_MORE = frozenset(
    re.findall(
        r"\w+",
        "a all and applicants at by candidate candidates currently date for in number of or people "
        "so far stage still the this to total were who",
    )
)


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """The words by which labels are understood; two of them are never equal, so that one is a key.

    Attributes:
        stages: The stage that each name means.
        outcomes: The outcome that each word means.
        order: The stages, first to last.
        explained: The stage, outcome and stage entered of whole labels, which no rule changes.
    """

    stages: Mapping[str, str]
    outcomes: Mapping[str, str]
    order: Sequence[str]
    explained: Mapping[str, tuple[str, str, str | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """What a label names.

    Attributes:
        stages: The stages, in the order of the label.
        outcomes: The outcomes, likewise.
        interview: Whether it names an interview without saying which.
        more: The words that say more than that, such as a stage that is not known.
    """

    stages: tuple[str, ...]
    outcomes: tuple[str, ...]
    interview: bool = False
    more: tuple[str, ...] = ()


@cache
def known_terms() -> Terms:
    """Return the words of `labels.toml`."""
    return Terms(stage_names(), names("outcomes"), tuple(stage_order()))


@lru_cache(KEPT)
def named(label: str, terms: Terms | None = None) -> Named:
    """Return the stages and outcomes that ``label`` names, by the words of `labels.toml` or others.

    >>> found = named("AC successful/ pre-employment checks")
    >>> found.stages, found.outcomes
    (('Assessment centre', 'Pre-employment checks'), ('passed',))
    >>> named("Fitness test failed").more
    ('fitness', 'test')
    """
    by = terms or known_terms()
    text = plain(label)
    known = phrases(frozenset(by.stages))
    stages = dict.fromkeys(by.stages[each] for each in known.findall(text))
    rest = known.sub(" ", text)
    ended = phrases(frozenset(by.outcomes))
    outcomes = dict.fromkeys(by.outcomes[each] for each in ended.findall(rest))
    interview = not stages and bool(phrases(words("interview")).search(rest))
    left = dict.fromkeys(re.findall(r"[a-z]+", ended.sub(" ", rest)))
    more = tuple(word for word in left if word not in SAYING_NO_MORE)
    return Named(tuple(stages), tuple(outcomes), interview, more)


def point_stage(label: str) -> str | None:
    """Return the one stage that the label of a list names, or None.

    >>> point_stage("SEARCH assessment centre"), point_stage("Seminars")
    ('Assessment centre', None)
    """
    stages = named(label).stages
    return stages[0] if len(stages) == 1 else None


def staged(rows: Sequence[PrintedRow], terms: Terms | None = None) -> list[PrintedRow]:
    """Return ``rows`` with stage, outcome and the stage that those who passed ``enter``.

    A label with an outcome and nothing else is about the stage of the row above, so is an interview
    that does not say which. A second row of those who passed a stage, which names a later one
    too, counts people still at that later one. Those who passed enter the stage that the label
    names, or else the next of which the table prints outcomes and no entrants.
    """
    by = terms or known_terms()
    found: list[PrintedRow] = []
    for row in rows:
        found.append(_placed(row, found, by))
    offered = _offers(found, by)
    return [row if _explained(row, by) else _entering(row, offered, by) for row in offered]


def _explained(row: PrintedRow, by: Terms) -> bool:
    return plain(row.label) in by.explained


def _placed(row: PrintedRow, above: Sequence[PrintedRow], by: Terms) -> PrintedRow:
    if _explained(row, by):
        stage, outcome, enters = by.explained[plain(row.label)]
        return replace(row, stage=stage, outcome=outcome, enters=enters)
    label = named(row.label, by)
    if len(label.outcomes) > 1:
        return row
    own = label.stages[0] if label.stages else _stage_above(label, above)
    if own is None or (len(label.stages) > 1 and not label.outcomes):
        return row
    said = label.outcomes[0] if label.outcomes else ENTERED
    later = label.stages[1] if len(label.stages) > 1 else None
    if later and said == PASSED and _has(above, own, PASSED):
        return replace(row, stage=later, outcome=PENDING)
    return replace(row, stage=own, outcome=said, enters=later if said == PASSED else None)


def _stage_above(label: Named, above: Sequence[PrintedRow]) -> str | None:
    before = next((each.stage for each in reversed(above) if each.stage), None)
    if label.interview:
        return before if before and "interview" in before else None
    return before if label.outcomes and not label.more else None


def _has(rows: Sequence[PrintedRow], stage: str | None, outcome: str) -> bool:
    return any((row.stage, row.outcome) == (stage, outcome) for row in rows)


def _offers(rows: Sequence[PrintedRow], by: Terms) -> list[PrintedRow]:
    # An offer is what passing the stage before it is called, where outcomes of that are printed.
    there = {*stage_order(), *(row.stage for row in rows)}
    earlier = by.order[: by.order.index(OFFER)] if OFFER in by.order else ()
    before = next((each for each in reversed(earlier) if each in there), None)
    printed = any(row.stage == before for row in rows)
    known = before is not None and printed and not _has(rows, before, PASSED)
    return [
        replace(row, stage=before, outcome=PASSED, enters=OFFER)
        if known and (row.stage, row.outcome) == (OFFER, ENTERED) and not _explained(row, by)
        else row
        for row in rows
    ]


def _entering(row: PrintedRow, rows: Sequence[PrintedRow], by: Terms) -> PrintedRow:
    if row.outcome != PASSED or row.enters or row.stage is None:
        return row
    order = {stage: place for place, stage in enumerate(by.order)}
    later = sorted(
        {each.stage for each in rows if each.stage and order[each.stage] > order[row.stage]},
        key=order.__getitem__,
    )
    return replace(row, enters=later[0]) if later and not _has(rows, later[0], ENTERED) else row


def joined_or_left(label: str) -> str | None:
    """Return ``joined`` or ``left`` where ``label`` is about one of them.

    >>> joined_or_left("Police Officer Leavers 2010 - 2020")
    'left'
    """
    known = phrases(frozenset(names("movements")))
    found = {names("movements")[each] for each in known.findall(plain(re.sub(r"\d+", "", label)))}
    return found.pop() if len(found) == 1 else None
