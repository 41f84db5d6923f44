"""One cell of a table to the count and the percentage that it prints."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from recruitment.ingest.recognition.vocabulary import words

# As many digits as a count or a percentage can have; more make no figure.
NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,3}(?: [0-9]{3}){1,3}|[0-9]{1,12}(?:\.0{1,9})?"
PERCENT = r"(?<![\d.,])[+\-\u2212\u2013]?\s?[0-9]{1,9}(?:\.[0-9]{1,20})?\s?%"
DECIMAL = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,20})?")
# After a figure: signs, raised digits, letters in brackets.
MARKS = re.compile(
    r"(?<=[\d%)])\s?(?:[*†‡§#⁰¹²³⁴-⁹]+|\[[a-z0-9]{1,2}\]|\([a-z]\))+$", re.IGNORECASE
)
SUPPRESSED = re.compile(
    r"\[(?:c|low)\]|\*+|[<≤]\s?\d+|(?:fewer|less) than \d+|under \d+|\d+ or (?:fewer|less)",
    re.IGNORECASE,
)
ABSENT = re.compile(r"[-\u2010-\u2015\u2212.]*|n\.?/?a\.?|\[[xz]\]", re.IGNORECASE)
NOT_YET = re.compile(
    r"(?:data )?(?:are |is )?not (?:yet )?(?:available|applicable|known)\s?%?", re.IGNORECASE
)
# How many texts are remembered: tables repeat a few.
KEPT = 4_096


class State(StrEnum):
    """What became of reading a cell."""

    read = "read"
    absent = "absent"
    blank_word = "the word for blanks alone"
    suppressed = "suppressed"
    not_available = "not available"
    unreadable = "not readable"


@dataclass(frozen=True, slots=True)
class Figure:
    """What one cell prints.

    Attributes:
        state: Whether that was read, and why not.
        count: People, or None.
        share: A percentage as printed, without footnote marks, or None.
        blank: Whether the cell itself says that it counts those who gave no answer.
    """

    state: State
    count: int | None = None
    share: str | None = None
    blank: bool = False


@lru_cache(KEPT)
def figure(text: str) -> Figure:
    """Return what the cell ``text`` prints.

    >>> figure("Blank 36")
    Figure(state=<State.read: 'read'>, count=36, share=None, blank=True)
    >>> figure("1 234*").count, figure("106 (19.41%)").share, figure("[c]").state.value
    (1234, '19.41%', 'suppressed')
    """
    for state, pattern in KINDS:
        if pattern.fullmatch(text):
            return Figure(state)
    named = _blank().fullmatch(text)
    rest = next((each for each in named.groups() if each is not None), "") if named else text
    rest = MARKS.sub("", rest).strip()
    if named and not rest:
        return Figure(State.blank_word, blank=True)
    found = _FIGURE.fullmatch(rest)
    if found is None:
        state = State.suppressed if SUPPRESSED.fullmatch(rest) else State.unreadable
        return Figure(state, blank=named is not None)
    count = found["count"]
    share = next((found[name] for name in ("share", "inside", "alone") if found[name]), None)
    return Figure(State.read, _whole(count) if count else None, share, named is not None)


KINDS = (
    (State.absent, ABSENT),
    (State.suppressed, SUPPRESSED),
    (State.not_available, NOT_YET),
)
_FIGURE = re.compile(
    rf"(?P<alone>{PERCENT})|(?P<count>{NUMBER})(?:\s?[/,;]?\s?(?:\((?P<inside>{PERCENT})\)|(?P<share>{PERCENT})))?"
)


@cache
def _blank() -> re.Pattern[str]:
    known = "|".join(sorted(words("blank"), key=len, reverse=True))
    return re.compile(rf"\(?(?:{known})\)?[\s:=-]*(.*)|(\d.*?)\s*\(?(?:{known})\)?", re.IGNORECASE)


def _whole(count: str) -> int:
    return int(re.sub(r"[, ]", "", count.partition(".")[0]))


@lru_cache(KEPT)
def is_figure(text: str) -> bool:
    """Return whether ``text`` prints a count or percentage, or says that it is suppressed.

    >>> [is_figure(text) for text in ("546", "19.41 %", "Blank", "Total", "<5", "-")]
    [True, True, False, False, True, False]
    """
    return figure(text).state in {State.read, State.suppressed} or bool(DECIMAL.fullmatch(text))
