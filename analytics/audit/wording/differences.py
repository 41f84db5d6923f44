"""The rule about claims of a difference, and whether tests carry them."""

import re
from collections.abc import Iterator

from analytics.audit.severity import Severity
from analytics.audit.wording.patterns import written
from analytics.audit.wording.rule import Evidence, Hit, Rule, Tested
from analytics.audit.wording.sentences import Passage
from analytics.audit.wording.tests_at_hand import evidence
from analytics.audit.wording.words import TESTED, Group, groups_in, sentence_case

_MEASURE = r"(?:rates?|proportions?|shares?|percentages?|representation)"
_MORE = r"(?:higher|lower|greater|smaller|larger|better|worse)"
_CLAIMS = tuple(
    written(pattern)
    for pattern in (
        rf"\b{_MORE} (?:[\w+]+ ){{0,3}}?{_MEASURE}\b",
        rf"(?<=\bis |\bre ){_MORE} than the (?:[\w+]+ ){{0,3}}?{_MEASURE}\b",
        (
            r"\b(?:close to|nearly|almost|about|around) (?:half|double|twice) the "
            rf"(?:[\w+]+ ){{0,2}}?{_MEASURE}\b"
        ),
        r"\b(?:more|less) successful\b",
        r"\b(?:even|much|far) (?:higher|lower)\b",
        r"\bunder-?representation of\b",
        r"\b(?:roughly|broadly|largely) in line with\b",
    )
)
_CHANGES = tuple(
    written(pattern)
    for pattern in (
        rf"\b{_MEASURE} (?:has |have )?(?:further )?(?:improv|worsen|deteriorat)\w+(?: further)?\b",
        r"\btrend is (?:the same|similar)\b|\bsimilar trend\b",
        r"\bshows? (?:the|a|an|this) (?:clear |upward |downward |positive |similar )?trend\b",
        r"\bclosing (?:of )?the gap\b",
    )
)
_DISCLAIMED = written(r"\b(?:neither|need not|no proof|may be|might be|whether)\b")
_WORSE = written(r"\b(?:lower|smaller|worse|less|under-?representation)\b")
_LEAVERS_FIRST = written(r"\bleavers\b.*\b(?:lower|smaller)\b")
ALPHA = 0.05


def _difference(passage: Passage, tested: Tested) -> Iterator[Hit]:
    found = [claim.search(passage.text) for claim in (*_CLAIMS, *_CHANGES)]
    first = sorted((each for each in found if each), key=re.Match.start)
    if not first or TESTED.search(passage.text) or _DISCLAIMED.search(passage.text):
        return
    words = " … ".join(dict.fromkeys(each[0] for each in first))
    if any(each.re in _CHANGES for each in first):
        note = "a test of one campaign or period says nothing of a change or a trend"
        yield Hit(words, _test_needed(_claimed(passage)), Severity.precision, note)
    else:
        yield from _judged(words, passage, tested)


def _judged(words: str, passage: Passage, tested: Tested) -> Iterator[Hit]:
    groups = _claimed(passage)
    known = [(group, evidence(passage, group, tested)) for group in groups]
    tests = [(group, test) for group, test in known if test is not None]
    if not tests:
        yield Hit(words, _test_needed(groups), Severity.precision, "no test is at hand")
        return
    failing = _not_carried(tests, behind=_claims_behind(passage.text))
    readings = " ".join(f"{sentence_case(group.called)}: {test.reading}" for group, test in tests)
    if failing:
        who = " and of ".join(group.called for group in failing)
        note = f"the counts do not carry it of {who} (tested one by one, Holm)"
        yield Hit(words, readings, Severity.material, note)
    elif len(tests) < len(known):
        yield Hit(words, readings, Severity.precision, "not every group named was tested")


def _claimed(passage: Passage) -> list[Group]:
    """Return the groups that the claim is about: those before ``than``, or all that are named."""
    subject = re.split(r"\bthan (?:those|the [\w+ ]{0,20}of)\b", passage.text)[0]
    return groups_in(subject) or groups_in(passage.text) or groups_in(passage.before)


def _claims_behind(text: str) -> bool:
    """Return whether the groups are claimed to be behind; fewer of the leavers is ahead."""
    return bool(_WORSE.search(text)) and not _LEAVERS_FIRST.search(text)


def _not_carried(tests: list[tuple[Group, Evidence]], *, behind: bool) -> list[Group]:
    """Return the groups of which the tests, adjusted for one another (Holm), do not carry it."""
    adjusted = _holm([1.0 if test.p_value is None else test.p_value for _, test in tests])
    return [
        group
        for (group, test), p_value in zip(tests, adjusted, strict=True)
        if p_value >= ALPHA or ((test.ahead or 0) < 0) is not behind
    ]


def _holm(p_values: list[float]) -> list[float]:
    from analytics.multiplicity import holm

    return [float(each) for each in holm(p_values)]


def _test_needed(groups: list[Group]) -> str:
    who = " and of ".join(group.called for group in groups) or "each group"
    return (
        f"Give the counts of {who} on both sides, [n of N] and [n of N], and say whether a test "
        "finds evidence of a difference or trend."
    )


RULES = (
    Rule(
        "difference not carried",
        "“higher”, “lower”, “close to half”, “more successful”, “improves” or a trend, without a "
        "test",
        "Two figures nearly always differ; that groups or years do takes a test, and two periods "
        "make no trend.",
        _difference,
    ),
)
