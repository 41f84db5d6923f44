"""Rules about units: percentage points, percent signs on ratios, changes without a unit."""

import re
from collections.abc import Iterator
from decimal import Decimal

from analytics.audit.severity import Severity
from analytics.audit.wording.patterns import written
from analytics.audit.wording.rule import Hit, Rule, Tested
from analytics.audit.wording.sentences import Passage, plain
from analytics.audit.wording.words import NUMBER, PERCENT, percentages_in, value

_SIGNED = rf"[+-]?(?:{NUMBER})"
_MOVED = (
    r"(?:increased?|rise|rose|risen|rises|decreased?|fall|fell|fallen|falls|drop|dropped|reduction|"
    r"growth|grew|grown|change|changed|difference|gap|improvement|improved|up|down)"
)
_DOUBLED = written(
    rf"(?:\ban? )?(?P<number>{_SIGNED})\s*%\s*(?:percentage[- ]points?)(?: (?P<noun>change))?"
)
_CHANGE = written(
    rf"(?:\ban? )?(?:(?P<number>{_SIGNED})\s*%\s*)?\b(?:percentage|per ?cent) change\b"
)
_SIGN_CHANGE = written(rf"(?:\ban? )?(?P<number>{_SIGNED})\s*% change\b")
_DISOWNED = written(r"\b(?:never|not|no|instead of|rather than|relative)\b[^.;]{0,25}$")
# A relative change of counts is rightly called a percentage change.
_OF_COUNTS = written(
    r"\b(?:relative|headcounts?|numbers?|strength|applications?|budget|volunteers|hours|spend\w*)\b"
    r"|\bfrom [\d,]+ to [\d,]+(?![\d.,]*\s*(?:%|per ?cent))"
)
_OF_SHARES = written(r"\b(?:representation|shares?|proportions?|pass rates?)\b")


def _percentage_points(passage: Passage, _: Tested) -> Iterator[Hit]:
    doubled = _DOUBLED.search(passage.text)
    if doubled:
        suggestion = _DOUBLED.sub(_in_points, plain(passage.sentence.text))
        note = "the percent sign is one unit too many"
        yield Hit(doubled[0], suggestion, Severity.precision, note)
    for pattern in (_CHANGE, _SIGN_CHANGE):
        named = pattern.search(passage.text)
        if named and _is_of_shares(passage, named):
            suggestion = pattern.sub(_in_points, plain(passage.sentence.text))
            yield Hit(named[0], suggestion, Severity.material)
    yield from _differences_called_percent(passage)


def _is_of_shares(passage: Passage, named: re.Match[str]) -> bool:
    if _OF_COUNTS.search(passage.text) or _DISOWNED.search(passage.text[: named.start()]):
        return False
    if named.re is _SIGN_CHANGE:
        return bool(_OF_SHARES.search(passage.text))
    return bool(named["number"]) or len(percentages_in(passage.text)) > 1


def _in_points(found: re.Match[str]) -> str:
    if not found["number"]:
        return "percentage-point change"
    return f"a change of {found['number']} percentage points"


def _differences_called_percent(passage: Passage) -> Iterator[Hit]:
    """Yield the difference of two percentages of the sentence that is called a percentage."""
    text = passage.text
    after = written(rf"\b{_MOVED}\b(?: \w+){{0,2}} (?:of|by) (?=[+-]?$)")
    before = written(rf"\s*(?:\w+ )?{_MOVED}\b")
    every = percentages_in(text)
    for found in every:
        ends = [value(other) for other in every if other is not found]
        is_change = after.search(text[: found.start()]) or before.match(text, found.end())
        if is_change and _is_difference(value(found), ends):
            points = f"{found['sign']}{found['number']} percentage points"
            shown = plain(passage.sentence.text)
            suggestion = shown[: found.start()] + points + shown[found.end() :]
            yield Hit(found[0], suggestion, Severity.material)


def _is_difference(change: Decimal, ends: list[Decimal]) -> bool:
    pairs = [(one, other) for one in ends for other in ends if one < other]
    unit = Decimal(1).scaleb(min(int(change.as_tuple().exponent), 0)) / 2
    return any(
        abs(high - low - change) <= unit
        and not any(abs(100 * (high - low) / base - change) <= unit for base in (low, high) if base)
        for low, high in pairs
    )


_RATIO = written(
    rf"\b(?P<words>(?:ratio|odds)(?: \w+){{0,4}}? (?:of|is|was|at|were|are))\s*"
    rf"(?P<number>{NUMBER}){PERCENT}"
)
_TIMES = written(rf"\b(?P<number>{NUMBER})\s*%\s+(?P<words>times\b(?: as)?)")
_RULE_OF_THUMB = written(r"four[- ]fifths|impact ratio")  # by custom written in percent
_LARGEST_RATIO = 10


def _percent_on_a_ratio(passage: Passage, _: Tested) -> Iterator[Hit]:
    for pattern in (_RATIO, _TIMES):
        found = pattern.search(passage.text)
        if found and not _RULE_OF_THUMB.search(passage.text):
            bare = _as_ratio(Decimal(found["number"].replace(",", "")))
            words = found["words"]
            mended = f"{words} {bare}" if pattern is _RATIO else f"{bare} {words}"
            suggestion = plain(passage.sentence.text).replace(found[0], mended)
            yield Hit(found[0], suggestion, Severity.material)


def _as_ratio(number: Decimal) -> Decimal:
    """Return what a ratio written with a percent sign is: 85 % is 0.85, and 1.53 % is 1.53."""
    return number / 100 if number > _LARGEST_RATIO else number


_BARE = re.compile(rf"\((?P<number>[+-](?:{NUMBER}))\)")
_BARE_CHANGE = written(
    rf"\b(?:change|increase|decrease|rise|fall|difference|gap|growth) (?:of|by) "
    rf"(?P<number>[+-](?:{NUMBER}))(?=\s*(?:$|[.;)]\s*$|\())"
)
_WITH_PERCENT = re.compile(rf"\([+-](?:{NUMBER})\s*%\)")


def _change_without_unit(passage: Passage, _: Tested) -> Iterator[Hit]:
    bracketed = _BARE.search(passage.text)
    if bracketed and _WITH_PERCENT.search(passage.around):
        mended = plain(passage.sentence.text).replace(bracketed[0], f"({bracketed['number']}%)")
        yield Hit(bracketed[0], mended, Severity.material, "the others beside it are in per cent")
    named = _BARE_CHANGE.search(passage.text)
    if named:
        shown = plain(passage.sentence.text)
        mended = shown.replace(named[0], f"{named[0]} percentage points [or: per cent, or people]")
        yield Hit(named[0], mended, Severity.material)


RULES = (
    Rule(
        "percentage points",
        "“percentage change”, “% change” or “an increase of 3%” of a difference of percentages",
        "The difference of two percentages is in percentage points; a percentage change is "
        "relative to where it started.",
        _percentage_points,
    ),
    Rule(
        "percent sign on a ratio",
        "a ratio, or so many times, with a percent sign",
        "A ratio of two rates is a bare number, of which 1 means equal; a percent sign makes it "
        "a hundredth of that.",
        _percent_on_a_ratio,
    ),
    Rule(
        "change without a unit",
        "a signed change without a unit",
        "A change is in people, per cent or percentage points, and without the unit it reads as "
        "any of them.",
        _change_without_unit,
    ),
)
