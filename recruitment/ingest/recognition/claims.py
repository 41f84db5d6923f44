"""Shares that sentences state: of those in a campaign or a table, or of a workforce."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analytics.audit.printed import Cell, PrintedClaim, PrintedShare
from recruitment.ingest.recognition.places import Sentence
from recruitment.ingest.recognition.stages import ENTERED, joined_or_left, named
from recruitment.ingest.recognition.vocabulary import categories, category

SHARE = r"(?P<printed>(?<![\d.,])[0-9]{1,9}(?:\.[0-9]{1,20})?\s?%)"
PEOPLE = r"(?:\s+(?:people|staff|officers|employees|members|volunteers|backgrounds?))?"
COUNTED = r"(?:leavers|joiners|applicants|applications|candidates|recruits)"
# Words after which a percentage is no share: it grew by so much, or is a rate of something else.
NO_SHARE = re.compile(
    r"\b(?:increas|decreas|rose|risen|fell|fallen|grew|grown|growth|reduc|chang|higher than|"
    r"lower than|more than|less than|times|points?|pass rate|success)\w*",
    re.IGNORECASE,
)
RECRUITING = re.compile(r"\b(?:applica|candidate|campaign|recruit|joiner|leaver)\w*", re.IGNORECASE)
APPLYING = re.compile(r"\bapplica(?:tions?|nts?)\b", re.IGNORECASE)
REPRESENTED = re.compile(r"\brepresentation\b", re.IGNORECASE)
ITEM = re.compile(
    r"(?P<words>[^%;]{0,80}?)[\s\u2013-]{0,5}\b(?P<printed>[0-9]{1,9}(?:\.[0-9]{1,20})?\s?%)"
)
JOINS = " ,;-\u2013"


class Stated(NamedTuple):
    """A share in a sentence: the words, whose it is, and what is printed."""

    words: str
    cell: Cell
    printed: str


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    known = sorted(categories(), key=len, reverse=True)
    group = rf"(?P<group>(?<!\w)(?:{'|'.join(map(_loose, known))})(?!\w))\+?"
    between = r"[^%.;()]{0,60}?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{group} application rate (?:at|of|is|was) {SHARE}",
            (
                rf"(?:the )?(?:proportion|percentage|share) of {group}{PEOPLE}"
                rf"(?: {COUNTED})?{between}(?:\(|\b(?:is|was|are|were|at) ){SHARE}\)?"
            ),
            rf"{group}{PEOPLE} {COUNTED}\s*\({SHARE}\)",
            (
                rf"{SHARE} of (?:the |all )?{between}\b(?:is|are|were|was|identif\w+ as|"
                rf"live with|from)(?: an?| the)? {group}"
            ),
            rf"\b(?:is|are|was|were|at|estimate) {SHARE} {group}(?=\s*(?:[.,;(]|and\b|$))",
        )
    )


def _loose(name: str) -> str:
    # "Black, Asian and minority ethnic" has a comma that names are compared without. One letter
    # alone is a heading of a table and no word of a sentence.
    return r"(?!)" if len(name) == 1 else r"[\s,/-]+".join(map(re.escape, name.split()))


def stated_shares(sentence: str) -> Iterator[Stated]:
    """Yield the shares of groups that ``sentence`` states, in its order, each once.

    >>> [each.printed for each in stated_shares("BAME representation: officers 8%, staff 12%.")]
    ['8%', '12%']
    >>> list(stated_shares("22% of BAME candidates were rejected."))
    []
    """
    found: dict[int, Stated] = {}
    for at, each in (*_listed(sentence), *_matched(sentence)):
        found.setdefault(at, each)
    for at in sorted(found):
        yield found[at]


def _matched(sentence: str) -> Iterator[tuple[int, Stated]]:
    if "%" not in sentence:
        return
    for pattern in _patterns():
        for match in pattern.finditer(sentence):
            cell = category(match["group"])
            if cell and not NO_SHARE.search(match[0]):
                yield match.start("printed"), Stated(match[0].strip(), cell, match["printed"])


def _listed(sentence: str) -> Iterator[tuple[int, Stated]]:
    # "Female representation police officers 32%, police staff 65%".
    match = REPRESENTED.search(sentence)
    if match is None or "%" not in sentence:
        return
    cell = category_before(sentence[: match.start()])
    if cell is None:
        return
    before = sentence[: match.end()]
    start = before[max(before.rfind(mark) for mark in ".;(") + 1 :].strip()
    for item in ITEM.finditer(sentence, match.end()):
        words = item["words"].strip(JOINS).removeprefix("and ").removeprefix(": ").strip(JOINS)
        if NO_SHARE.search(words) or category_inside(words):
            return
        yield item.start("printed"), Stated(f"{start} {words}".strip(), cell, item["printed"])


def category_before(text: str) -> Cell | None:
    """Return the group that the last words of ``text`` name, or None."""
    parts = text.split()
    for length in range(min(6, len(parts)), 0, -1):
        if cell := category(" ".join(parts[-length:])):
            return cell
    return None


def category_inside(text: str) -> bool:
    """Return whether any group is named in ``text``."""
    return any(pattern.search(text) for pattern in _group())


@cache
def _group() -> tuple[re.Pattern[str], ...]:
    known = "|".join(map(_loose, sorted(categories(), key=len, reverse=True)))
    return (re.compile(rf"(?<!\w)(?:{known})(?!\w)", re.IGNORECASE),)


def is_about_recruiting(text: str) -> bool:
    """Return whether ``text`` is about applicants, joiners or leavers, so that a table has them."""
    return bool(RECRUITING.search(text) or named(text).stages)


def claim(stated: Stated, sentence: Sentence, document: str, campaign: str | None) -> PrintedClaim:
    """Return what ``sentence`` claims of a campaign, at the stage that its words name.

    Applicants are those who entered the first stage. No stage is given where several are named, or
    an outcome: the claim is then looked for by its figure.
    """
    moved = joined_or_left(sentence.text) or joined_or_left(stated.words)
    about = named(sentence.text)
    stage: str | None = None
    if APPLYING.search(stated.words) and not about.outcomes and not moved:
        stage = "Application"
    elif len(about.stages) == 1 and not about.outcomes and not moved:
        stage = about.stages[0]
    moved = moved or ("moved" if re.search(r"leavers|joiners", sentence.text) else None)
    return PrintedClaim(
        document=document,
        campaign=None if moved else campaign,
        place=sentence.place,
        words=stated.words,
        cell=stated.cell,
        printed=stated.printed,
        stage=None if moved else stage,
        outcome=ENTERED if stage and not moved else None,
    )


def share(stated: Stated, sentence: Sentence, document: str) -> PrintedShare:
    """Return a share of a workforce or a population, printed without its count."""
    return PrintedShare(document, sentence.place, stated.words, stated.cell, stated.printed)
