"""Rules about shares without counts, averages of nothing named, and significance without a test."""

import re
from collections.abc import Iterator

from analytics.audit.severity import Severity
from analytics.audit.wording.patterns import written
from analytics.audit.wording.rule import Hit, Rule, Tested
from analytics.audit.wording.sentences import Passage, plain
from analytics.audit.wording.words import (
    PEOPLE,
    PERCENTAGE,
    TESTED,
    WHOLE,
    ended,
    has_its_counts,
    percentages_in,
)

_NOT_A_SHARE = written(r"\s*(?:percentage|change)\b")
_RELATIVE = written(
    r"\b(?:increase|decrease|growth|rise|fall|reduction|drop) of$|\b(?:increased|decreased|grew|"
    r"rose|fell) by$"
)


# Nobody was counted for an estimate, a forecast, a target or an assumption; chance and coverage are
# of tests.
_NOT_COUNTED = written(
    r"\b(?:estimate[sd]?|forecasts?|benchmark|target|assumed|assumption|chance|simulated|coverage|"
    r"intervals?)\b"
)
_OF_SOMETHING = written(r"(?:%|per ?cent) of (?!\d)")


def _share_without_counts(passage: Passage, _: Tested) -> Iterator[Hit]:
    if has_its_counts(passage.text) or _NOT_COUNTED.search(passage.text):
        return
    if not (PEOPLE.search(passage.text) or _OF_SOMETHING.search(passage.text)):
        return
    shares = [found for found in percentages_in(passage.text) if _is_a_share(passage, found)]
    if shares:
        yield Hit(
            " … ".join(found[0] for found in shares),
            _with_counts(passage, {found.start() for found in shares}),
            Severity.precision,
        )


def _is_a_share(passage: Passage, found: re.Match[str]) -> bool:
    if found["sign"] or _NOT_A_SHARE.match(passage.text, found.end()):
        return False
    return found["number"] not in {"0", f"{WHOLE}"}


def _with_counts(passage: Passage, starts: set[int]) -> str:
    def counted(found: re.Match[str]) -> str:
        if found.start() not in starts:
            return found[0]
        led_to = passage.text[: found.start()].rstrip()
        own = "from N to N" if _RELATIVE.search(led_to) else "n of N"
        bracketed = led_to.endswith("(") and passage.text[found.end() : found.end() + 1] == ")"
        return f"{found[0]}; {own}" if bracketed else f"{found[0]} [{own}]"

    return PERCENTAGE.sub(counted, plain(passage.sentence.text))


_AVERAGE = written(
    r"\b(?:consistent )?average of (?:over |under |more than |less than |about |around |almost |"
    r"nearly |up to )?(?:\w+(?:-\w+)?)(?:%| ?per ?cent)"
)


def _average_of_shares(passage: Passage, _: Tested) -> Iterator[Hit]:
    found = _AVERAGE.search(passage.text)
    if found and not has_its_counts(passage.text):
        mended = plain(passage.sentence.text).replace(
            found[0], "[n of N, year by year, and for all years together]"
        )
        yield Hit(found[0], mended, Severity.precision)


_SIGNIFICANT = written(
    r"(?<!\bno )\b(?P<how>(?:statistically )?significant(?:ly)?) (?:\w+ )?"
    r"(?:differen(?:ces?|t)|increases?|decreases?|numbers?|higher|lower|change|changes|changed|gaps?|improvements?|"
    r"improved|trends?|rise|rises|fall|falls|more|fewer|increased|decreased|under-?represented)\b"
)


def _significant_without_test(passage: Passage, _: Tested) -> Iterator[Hit]:
    found = _SIGNIFICANT.search(passage.text)
    if found is None or TESTED.search(passage.text):
        return
    shown = plain(passage.sentence.text)
    without = shown.replace(f"{found['how']} ", "", 1)
    suggestion = ended(without, " [with the counts, the test and p, where it is significant]")
    yield Hit(found[0], suggestion, Severity.precision)


RULES = (
    Rule(
        "share without counts",
        "a percentage of which neither the number nor the total stands in the sentence",
        "A percentage says nothing of how many it rests on: 20% may be 1 of 5 or 1,000 of 5,000.",
        _share_without_counts,
    ),
    Rule(
        "average of shares",
        "“an average of over fifty percent”",
        "An average of percentages weighs small years as much as large ones, and hides both; say "
        "what it is an average of.",
        _average_of_shares,
    ),
    Rule(
        "significant without a test",
        "“significant” of a number or a difference, without a test",
        "In figures “significant” means that a test found it; without one it reads as if there "
        "had been.",
        _significant_without_test,
    ),
)
