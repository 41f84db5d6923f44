"""Rules about what counts cannot show: that there is no difference, and causes."""

import re
from collections.abc import Iterator
from functools import partial

from analytics.audit.severity import Severity
from analytics.audit.wording.patterns import written
from analytics.audit.wording.rule import Hit, Rule, Tested
from analytics.audit.wording.sentences import Passage, plain
from analytics.audit.wording.words import MEASURE, ended

_NO_DIFFERENCE = written(
    r"\bno (?:(?:statistically )?significant |real |material |obvious )?"
    r"(?:(?P<change>(?<=significant )changes?)|differences?|disparit(?:y|ies)|"
    r"gaps?)(?= (?:between|in|by|was|were)\b)"
)
_DISOWNED = written(r"\b(?:never|instead of|rather than|evidence (?:of|that))\b[^.;]{0,25}$")


def _no_difference(passage: Passage, _: Tested) -> Iterator[Hit]:
    found = _NO_DIFFERENCE.search(passage.text)
    if found and not _DISOWNED.search(passage.text[: found.start()]):
        shown = plain(passage.sentence.text)
        what = "change" if found["change"] else "difference"
        mended = shown.replace(found[0], f"no evidence of a {what}")
        seen = " (one under [N] percentage points could not have been seen)"
        yield Hit(found[0], ended(mended, seen), Severity.precision)


# What is recorded person by person is counted, and so are gaps in what is known.
_RECORDED = (
    r"(?:sickness|illness|ill[- ]health|retire\w+|resign\w+|dismiss\w+|maternity|rounding|missing|"
    r"(?:a |the )?lack of|(?:a |the )?absence of|incomplete|(?:the )?small numbers?|"
    r"be\b|start\b|begin\b|take place)"
)
_IS = r"(?:\b(?P<is>is|are|was|were) )?"
_SOFTENED = {
    written(rf"{_IS}\bdue to (?!{_RECORDED})"): "be due to ",
    written(rf"{_IS}\bbecause of (?!{_RECORDED})"): "be because of ",
    written(rf"{_IS}\bas a result of (?!{_RECORDED})"): "be a result of ",
    written(rf"{_IS}\bcaused by\b"): "have been caused by",
    written(r"\b(?P<is>is|are) reflective of\b"): "reflect",
    written(r"\b(?<!may )(?P<is>reflects?)\b(?! on\b)"): "reflect",
}
_RESULTED = written(r"\b(?:has |have )?resulted in\b")
# What is said to be so by thinking, not by counting.
_OPINION = written(
    r"\b(?:may|might|could|perhaps|possibly|is thought|are thought|believed?|suggests?)\b"
    r"[^.;]{0,30}$"
)
_POINTS_BACK = written(r"^(?:this|these|that|it|which)\b")


def _cause(passage: Passage, _: Tested) -> Iterator[Hit]:
    if not _is_about_figures(passage):
        return
    found = [each.search(passage.text) for each in (*_SOFTENED, _RESULTED)]
    used = sorted((each for each in found if each and _is_held(passage, each)), key=re.Match.start)
    if used:
        words = " … ".join(each[0].strip() for each in used)
        softened = _softened(plain(passage.sentence.text))
        yield Hit(words, ended(softened, "; counts cannot show it"), Severity.precision)


def _softened(text: str) -> str:
    for pattern, softer in _SOFTENED.items():
        text = pattern.sub(partial(_may, softer), text)
    return _RESULTED.sub("was followed by", text)


def _may(softer: str, found: re.Match[str]) -> str:
    return f"may {softer}" if found["is"] else f"which may {softer}"


def _is_about_figures(passage: Passage) -> bool:
    points_back = _POINTS_BACK.search(passage.text) and MEASURE.search(passage.before[-300:])
    return bool(MEASURE.search(passage.text)) or bool(points_back)


def _is_held(passage: Passage, found: re.Match[str]) -> bool:
    return not _OPINION.search(passage.text[: found.start()])


RULES = (
    Rule(
        "no difference",
        "“no difference between”",
        "That no difference was found is no proof that there is none; say what size would have "
        "been seen.",
        _no_difference,
    ),
    Rule(
        "cause",
        "“due to”, “reflects”, “because of”, “caused by” or “resulted in” of figures",
        "Counts show how many, not why; a cause takes a comparison with what would have happened "
        "otherwise.",
        _cause,
    ),
)
