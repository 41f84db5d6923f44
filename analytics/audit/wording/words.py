"""The words that rules look for again and again: people, stages, counts and percentages."""

import re
from dataclasses import dataclass
from decimal import Decimal

from analytics.audit.wording.patterns import written

WHOLE = 100  # per cent
# Longer ones are keys or telephone numbers.
NUMBER = r"\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,9})?|\d{1,12}(?:\.\d{1,9})?"
PERCENT = r"\s*(?:%|per ?cent\b)"
PERCENTAGE = written(rf"(?<![\d.,])(?P<sign>[+-]?)(?P<number>{NUMBER}){PERCENT}")
# What makes a percentage a level of confidence or of power, which is no share of anybody.
_LEVEL = written(r"\s*(?:confidence|credible|interval|significance|level|power|limits)")
# A figure that counts people or things: not a year, a span of time, a rank or a reference.
_COUNT = written(
    r"(?<![\d.,£#/\w-])(?!(?:19|20)\d\d(?!\d|,\d))(?P<number>\d{1,3}(?:,\d{3}){1,3}|\d{1,12})"
    r"(?![\d/]|\.\d|,\d{3}|st\b|nd\b|rd\b|th\b|\s*%|\s*per ?cent|[ -]*(?:years?|months?|weeks?|"
    r"days?|hours?|minutes?|yrs?|points?|times|(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December))\b)"
)
_REFERENCE = written(
    r"\b(?:paragraphs?|tables?|figures?|charts?|pages?|sections?|appendix|stages?|years?|quarters?)"
    r"\s+\d+(?:\s*(?:-|to|and)\s*\d+)?|\b\d+\s*-\s*\d+\b"
)
TESTED = written(
    r"\bp\s*(?:[=<>]|-?values?\b|0?\.\d|<?0)|\b(?:adjusted|exact) p\b|\bmid-p\b|\bnot settled\b"
    r"|\b(?:no |little |some |strong |clear )?evidence (?:of|that|by)\b"
    r"|\bconfidence (?:interval|limits)"
    r"|\bstandard deviations?\b|\bcontrol limits?\b|\bstatistical(?:ly)?\b[^.]{0,40}\btest"
    r"|\b(?:odds|risk) ratio\b|\bholm\b|\bfisher"
)
PEOPLE = written(
    r"\b(?:candidates?|applicants?|people|officers?|staff|employees|volunteers|cadets|population|"
    r"recruits?|joiners|leavers|women|men|females?|males?|bame|bme|"
    r"lgbt|disab\w+|ethnic|diversity)\b"
)
MEASURE = written(
    r"%|\bper ?cent|\b(?:rates?|proportions?|percentages?|shares?|representation|gaps?|figures|"
    r"trends?|averages?|data|under-?representation)\b"
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group that reports are about, and how a sentence calls it."""

    characteristic: str
    category: str
    called: str
    words: re.Pattern[str]


GROUPS = (
    Group("ethnicity", "BAME", "BAME people", written(r"\bb(?:a)?me\b|\bethnic minorit")),
    Group("sex", "Female", "women", written(r"\b(?:females?|women)\b")),
    Group("sexual_orientation", "LGBT+", "LGBT+ people", written(r"\blgb(?:t|\b)")),
    Group("disability", "Disabled", "disabled people", written(r"\bdisab(?:led|ilit)")),
)
STAGES = {
    "Telephone interview": written(r"\btel(?:ephone|\.) interview"),
    "Face to face interview": written(r"\b(?:face[ -]to[ -]face|f2f)\b"),
    "Assessment centre": written(r"\bassessment cent"),
    "Pre-employment checks": written(r"\bpre-? ?employment"),
    "Offer": written(r"\boffer\b"),
}


def groups_in(text: str) -> list[Group]:
    """Return the groups that ``text`` names.

    >>> [group.category for group in groups_in("female and LGBT+ candidates")]
    ['Female', 'LGBT+']
    """
    return [group for group in GROUPS if group.words.search(text)]


def counts_in(text: str) -> list[int]:
    """Return the numbers of people or things that ``text`` states.

    >>> counts_in("In 2019, 23 of 1,241 joined (9.54%), after 10 years; see table 3")
    [23, 1241]
    """
    without = _REFERENCE.sub(lambda found: " " * len(found[0]), text)
    return [int(found["number"].replace(",", "")) for found in _COUNT.finditer(without)]


def percentages_in(text: str) -> list[re.Match[str]]:
    """Return the percentages of ``text`` other than levels of confidence or power.

    >>> [found[0] for found in percentages_in("9.54% joined (95% confidence interval)")]
    ['9.54%']
    """
    return [found for found in PERCENTAGE.finditer(text) if not _LEVEL.match(text, found.end())]


def value(found: re.Match[str]) -> Decimal:
    """Return the size of one of ``percentages_in``, without its sign."""
    return Decimal(found["number"].replace(",", ""))


def has_its_counts(text: str) -> bool:
    """Return whether a count and what it is out of are both stated."""
    return len(counts_in(text)) > 1


def sentence_case(text: str) -> str:
    """Return ``text`` with its first letter raised and the others as they are.

    >>> sentence_case("women and BAME people")
    'Women and BAME people'
    """
    return f"{text[:1].upper()}{text[1:]}"


def ended(text: str, addition: str) -> str:
    """Return ``text`` with ``addition`` before its full stop.

    >>> ended("Women are 40%.", "; say of whom")
    'Women are 40%; say of whom.'
    """
    return f"{text.rstrip().rstrip('.:;')}{addition}."
