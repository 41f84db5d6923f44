"""Which of the tests that were made is about what a sentence says."""

from analytics.audit.wording.patterns import written
from analytics.audit.wording.rule import Evidence, Tested
from analytics.audit.wording.sentences import Passage
from analytics.audit.wording.words import STAGES, Group

_JOINERS = written(r"\bjoin(?:ers?|ing)\b")
_LEAVERS = written(r"\bleav(?:ers?|ing)\b")
_PERIOD = written(r"\b(20\d\d) ?- ?(20\d\d)\b")
_TEN_YEARS = written(r"\b(?:ten|10)[ -]years?\b")
_APPLICANTS = written(r"\bapplication rates?\b|\b(?:share|proportion) of applicants\b")
_WHOLE_WAY = written(r"\bup to\b|\boverall\b")


def evidence(passage: Passage, group: Group, tested: Tested) -> Evidence | None:
    """Return the test of what a sentence says of ``group``; None where there is none.

    Of joiners and leavers it takes a sentence that names both.
    """
    joiners, leavers = _JOINERS.search(passage.text), _LEAVERS.search(passage.text)
    if bool(joiners) is not bool(leavers):
        return None
    if joiners:
        return of_movements(passage, group, tested)
    cell = (group.characteristic, group.category)
    return tested.get((passage.sentence.campaign, *cell, _stage(passage.text)))


def of_movements(passage: Passage, group: Group, tested: Tested) -> Evidence | None:
    """Return the test of joiners against leavers in the years a sentence is about."""
    whose = (None, group.characteristic, group.category)
    period = _period(passage, [key[3] for key in tested if key[:3] == whose])
    return tested.get((*whose, period)) if period else None


def _stage(text: str) -> str:
    if _APPLICANTS.search(text):
        return "Applicants"
    named = [stage for stage, words in STAGES.items() if words.search(text)]
    return "Overall" if _WHOLE_WAY.search(text) or not named else named[-1]


def _period(passage: Passage, known: list[str]) -> str | None:
    """Return the years last named up to the end of the sentence; the longest where none is."""
    for text in (passage.text, passage.before):
        spans = [(found.start(), f"{found[1]}-{found[2]}") for found in _PERIOD.finditer(text)]
        spans += [(found.start(), "") for found in _TEN_YEARS.finditer(text)]
        if spans:
            _, named = max(spans)
            return named or _longest(known)
    return _longest(known)


def _longest(periods: list[str]) -> str | None:
    return max(periods, key=lambda each: int(each[-4:]) - int(each[:4]), default=None)
