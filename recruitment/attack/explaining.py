"""Whether a text says anything that the printed counts do not."""

import re

from recruitment.attack.dates import without_dates
from recruitment.attack.numbers import (
    NUMBER,
    masked,
    plain,
    spelt_out,
    strange_symbol,
    without_references,
)
from recruitment.attack.schema import Known, Schema, known

SHARE = re.compile(r"(\d+)%,? \(?(\d[\d,]{0,14}) of (\d[\d,]{0,14})\)?")
PAIR = re.compile(r"(?<![\w.])(\d[\d,]{0,14}) of (\d[\d,]{0,14})(?![\w.])")
PERCENT = re.compile(r"\s*(%|per ?cent\b)", re.IGNORECASE)
POINTS = re.compile(r"\s*(percentage points?|points?|pp)\b", re.IGNORECASE)
SHORTEST = 12
# No paragraph of a report is longer, and no number.
LONGEST, MOST_DIGITS = 20_000, 15


def is_explained(text: str, around: str, schema: Schema, *, drawn: bool = False) -> bool:
    """Return whether every figure in a text follows from what is printed.

    Args:
        text: The text.
        around: What stands around it, which says what it is about.
        schema: What a reader knows.
        drawn: Whether it stands in a picture, where the numbers of an axis stand too.
    """
    if len(text) > LONGEST:
        return False
    told = _bare(plain(text), schema)
    if strange_symbol(told) or spelt_out(told):
        return False
    if not any(map(str.isnumeric, told)):
        return True
    # Apart, so that no label is read across both.
    figures = known(schema, schema.about(f"{around} \N{MIDDLE DOT} {text}"))
    told = without_dates(told, schema.dates, figures.counts, schema.preset.base)
    rest = PAIR.sub(lambda each: _pair(each, figures, schema), _shares(told, figures))
    if any(map(str.isnumeric, NUMBER.sub("", rest))):
        return False
    return all(_follows(each, rest, figures, drawn=drawn) for each in NUMBER.finditer(rest))


def pointed_at(text: str, schema: Schema) -> str:
    """Return a text that says where something stands, without any number that does not follow."""
    return text if is_explained(text, text, schema) else masked(text)


def _bare(text: str, schema: Schema) -> str:
    """Return what is left of a text without fixed sentences, labels and the numbers of parts."""
    if text in schema.fixed:
        return ""
    for sentence in schema.fixed:
        if len(sentence) > SHORTEST and sentence in text:
            text = text.replace(sentence, " ")
    for label in schema.labels:
        text = re.sub(
            rf"(?<!\w){re.escape(label)}(?!\w)", " \N{MIDDLE DOT} ", text, flags=re.IGNORECASE
        )
    return without_references(text)


def _shares(text: str, figures: Known) -> str:
    """Take out the shares that stand with the counts which they follow from."""

    def told(found: re.Match[str]) -> str:
        pair = (_number(found[2]), _number(found[3]))
        return " " if figures.shares_of.get(pair) == found[1] else found[0]

    return SHARE.sub(told, text)


def _pair(found: re.Match[str], figures: Known, schema: Schema) -> str:
    pair = (_number(found[1]), _number(found[2]))
    return " " if pair in figures.pairs or pair == schema.totals else found[0]


def _follows(found: re.Match[str], text: str, figures: Known, *, drawn: bool) -> bool:
    """Return whether one number is a count, share or change that is printed."""
    number, after = found[0], text[found.end() :]
    if PERCENT.match(after):
        return number in figures.shares or (drawn and number in _ticks(figures))
    if POINTS.match(after):
        return number.removeprefix("+") in figures.points
    digits = number.replace(",", "")
    if not digits.isdecimal() or len(digits) > MOST_DIGITS:
        return False
    return int(digits) in figures.counts and not _goes_on(after)


def _goes_on(after: str) -> bool:
    """Return whether more of a number follows, such as letters, a fraction or a ratio."""
    return re.match(r"[\w/:]", after) is not None


def _ticks(figures: Known) -> set[str]:
    """Return the numbers of the axes that charts of these shares have."""
    from reports.charts.marks import tick_step
    from reports.charts.representation import scale_top

    found = set()
    for highest in figures.shares:
        top = scale_top([{"pct": int(highest)}]) if highest.isdecimal() else 0
        found |= {str(tick) for tick in range(0, int(top) + 1, tick_step(top))} if top else set()
    return found


def _number(text: str) -> int:
    return int(text.replace(",", ""))
