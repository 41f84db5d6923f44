"""Rules about rates: success, attrition and application rates, rejection ratios, retention."""

import re
from collections.abc import Iterator
from decimal import Decimal

from analytics.audit.severity import Severity
from analytics.audit.wording.patterns import written
from analytics.audit.wording.rule import Hit, Rule, Tested
from analytics.audit.wording.sentences import Passage, plain
from analytics.audit.wording.tests_at_hand import of_movements
from analytics.audit.wording.words import (
    PEOPLE,
    WHOLE,
    groups_in,
    has_its_counts,
    percentages_in,
    sentence_case,
    value,
)

_SHARES = {
    written(r"\battrition rates?\b"): "shares at each stage (representation)",
    written(r"\battrition (?P<noun>tables?|figures?)\b"): r"representation \g<noun>",
    written(r"\bapplication rates?\b"): "share of applicants",
}
_SUCCESS = written(r"\b(?:(?:higher|lower) )?success rates?\b|\b(?:more|less) successful\b")
# Where one of these stands the rate is one: it says of whom, or it is about leaving.
_IS_A_RATE = written(
    r"\b(?:out of|divided by|passed and failed|of those who|leavers?|leaving|left|resign\w*|"
    r"headcount|selection rate)\b|\bpass rates?\b"
)
_DISOWNED = written(r"\b(?:never|not|no|instead of|rather than)\b[^.;]{0,25}$")
_STAGE = written(r"\bstages?\b|\bcampaign\b")


def _rate_of_a_share(passage: Passage, _: Tested) -> Iterator[Hit]:
    if _IS_A_RATE.search(passage.text) or has_its_counts(passage.text):
        return
    if not (PEOPLE.search(passage.text) or _STAGE.search(passage.text)):
        return
    found = [each.search(passage.text) for each in (_SUCCESS, *_SHARES)]
    used = sorted((each for each in found if each and _is_meant(passage, each)), key=re.Match.start)
    if used:
        words = " … ".join(each[0] for each in used)
        success = any(each.re is _SUCCESS for each in used)
        suggestion = _representation(passage) if success else _called_shares(passage)
        yield Hit(words, suggestion, Severity.material)


def _is_meant(passage: Passage, found: re.Match[str]) -> bool:
    return not _DISOWNED.search(passage.text[: found.start()])


def _representation(passage: Passage) -> str:
    who = " and of ".join(group.called for group in groups_in(passage.text)) or "[the group]"
    return (
        f"Representation of {who} went from [n of N] at the first stage to [n of N] at the last; "
        "[n of N] of the group passed, [n of N] of the others."
    )


def _called_shares(passage: Passage) -> str:
    text = plain(passage.sentence.text)
    for pattern, share in _SHARES.items():
        text = pattern.sub(share, text)
    return sentence_case(text)


_REJECTED = (
    r"(?:be |being |get |have been )?(?:rejected|fail|failed|unsuccessful|sifted out|turned down|"
    r"screened out|deselected)"
)
_LIKELY = written(
    r"\b(?P<times>(?:twice|half|three times|four times|one and a half times|"
    r"\d+(?:\.\d+)? times)) (?:as|more) likely (?:than [^,.;]{1,40} )?to " + _REJECTED + r"\b"
)
_PASSED = written(r"\b(?:success|pass|passing|selection) rates?\b|\b(?:passed|succeeded)\b")
_FAILED = written(r"\b(?:failure|rejection) rates?\b|\b(?:failed|were rejected)\b")
_TIMES = {
    "half": Decimal("0.5"),
    "twice": Decimal(2),
    "three times": Decimal(3),
    "four times": Decimal(4),
    "one and a half times": Decimal("1.5"),
}
_NEAR = Decimal("0.15")


def _rejection_from_success(passage: Passage, _: Tested) -> Iterator[Hit]:
    likely = _LIKELY.search(passage.text)
    if likely is None:
        return
    rest = passage.text[: likely.start()] + passage.text[likely.end() :]
    rates = [value(each) for each in percentages_in(passage.text)]
    of_failures = bool(_FAILED.search(rest)) and (len(rates) > 1 or has_its_counts(rest))
    if of_failures and not _PASSED.search(rest):
        return
    own, real = _inverted(likely["times"].lower(), rates)
    from_success = bool(_PASSED.search(rest)) and own
    note = f"the failure rates, 100% less each, make it {real} times" if from_success else ""
    severity = Severity.material if from_success else Severity.precision
    suggestion = (
        "[n of N] of the one and [n of N] of the other failed: the one is "
        f"{real if from_success else '[ratio of these failure rates]'} times as likely to fail."
    )
    yield Hit(likely[0], suggestion, severity, note)


def _inverted(times: str, rates: list[Decimal]) -> tuple[bool, Decimal | None]:
    """Return whether two success rates give the ratio, and the one their failures give."""
    claimed = _TIMES.get(times) or Decimal(times.partition(" ")[0])
    for high in rates:
        for low in rates:
            possible = 0 < low < high < WHOLE
            if possible and abs(high / low - max(claimed, 1 / claimed)) <= _NEAR:
                return True, ((WHOLE - low) / (WHOLE - high)).quantize(Decimal("0.01"))
    return False, None


_RETENTION = written(
    r"\bretention rates?\b"
    r"|\bretention (?:has |is |was )?(?:improv\w+|better|worse\w*|higher|lower)\b"
    r"|\b(?:improv\w+|better|higher|lower|worse\w*) retention\b"
)
_JOINERS = written(r"\bjoin(?:ers?|ing|ed)\b")
_LEAVERS = written(r"\b(?:leav(?:ers?|ing)|left)\b")
_MORE_JOINING = written(
    r"\b(?:higher|greater|larger|lower|smaller) (?:proportion|percentage|share)[^.;]{0,60}"
    r"\bjoining than leaving\b"
)
_KNOWN = written(r"\bheadcount\b|\bleaving rate|\bin post\b|\bstill (?:serving|employed)\b")
_SERVICE = written(r"\byears'? service\b|\blength of service\b")


def _retention_from_shares(passage: Passage, tested: Tested) -> Iterator[Hit]:
    if _KNOWN.search(passage.around):
        return
    claimed = _RETENTION.search(passage.text)
    joining = _MORE_JOINING.search(passage.text)
    both = _JOINERS.search(passage.around) and _LEAVERS.search(passage.around)
    if joining or (claimed and both):
        found = joining or claimed
        words = found[0] if found else ""
        yield Hit(words, _of_shares(passage, tested), Severity.material)
    elif claimed and _SERVICE.search(passage.text):
        suggestion = (
            "Of [N] in post at the start of the year [n] left; [n of N] in post now have the "
            "length of service named."
        )
        note = "length of service says how long those who stayed have been there, not who left"
        yield Hit(claimed[0], suggestion, Severity.precision, note)


def _of_shares(passage: Passage, tested: Tested) -> str:
    named = groups_in(passage.text) or groups_in(passage.around)
    tests = [(group, of_movements(passage, group, tested)) for group in named]
    who = " and ".join(group.called for group in named) or "[the group]"
    counts = [f"{sentence_case(group.called)}: {test.reading}" for group, test in tests if test]
    blank = f"{sentence_case(who)} are [n of N] joiners and [n of N] leavers."
    unknown = "How many of those in post stayed takes headcount and is not known from this."
    return " ".join([*(counts or [blank]), unknown])


RULES = (
    Rule(
        "rate of a share",
        "“success rate”, “more successful”, “attrition rate” or “application rate” of a share of "
        "those at a stage",
        "A group's share of those at a stage is its representation; a rate is those who passed, "
        "left or applied out of those of the group who could.",
        _rate_of_a_share,
    ),
    Rule(
        "rejection from success",
        "“twice as likely to be rejected” without failure rates",
        "Ratios of success and of failure are not each other's inverse: with 90% and 80% passing, "
        "failing is twice as likely, passing only 1.13 times.",
        _rejection_from_success,
    ),
    Rule(
        "retention from shares",
        "“retention” argued from shares of joiners and leavers, or from length of service",
        "Retention is how many of those in post stayed; shares of joiners and of leavers also move "
        "with recruitment, and say nothing about it without headcount.",
        _retention_from_shares,
    ),
)
