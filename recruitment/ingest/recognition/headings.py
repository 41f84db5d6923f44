"""What one heading of a column says, and mending what text recognition broke in a row of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from analytics.audit.printed import Cell
from recruitment.ingest.recognition.figures import is_figure
from recruitment.ingest.recognition.vocabulary import (
    KEPT,
    category,
    is_share_label,
    names,
    phrases,
    plain,
    without,
    words,
)

# What is left of a heading's last letters in the next cell: "FEMALE", "E".
STRAY = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading of one column says.

    Attributes:
        text: As printed, from top to bottom.
        cell: Whom it names, or None.
        characteristic: Which characteristic, or None.
        blank: Whether it is about those who gave no answer.
        share: Whether it is about percentages.
        total: Whether it is about everybody.
        counted: Whether it only says that people are counted: "No.", "Applicants".
        of_before: Whether its last line is a bare "%": of what is counted in the column before.
    """

    text: str
    cell: Cell | None = None
    characteristic: str | None = None
    blank: bool = False
    share: bool = False
    total: bool = False
    counted: bool = False
    of_before: bool = False

    @property
    def known(self) -> bool:
        """Whether anything in it was understood."""
        return bool(self.cell or self.blank or self.share or self.total or self.counted)


@lru_cache(KEPT)
def heading(*parts: str) -> Heading:
    """Return what the texts over one column say together.

    >>> heading("BAME %").cell, heading("BAME %").share, heading("% of total").total
    (('ethnicity', 'BAME'), True, False)
    >>> heading("Ethnicity not stated").characteristic, heading("(Blank)").blank
    ('ethnicity', True)
    """
    said = [_said(part) for part in dict.fromkeys(parts) if part.strip()]
    text = " ".join(dict.fromkeys(part.strip() for part in parts if part.strip()))
    cell = next((each.cell for each in reversed(said) if each.cell), None)
    characteristic = next((each.characteristic for each in said if each.characteristic), None)
    share = any(each.share for each in said)
    total = any(each.total for each in said) and not cell
    blank = any(each.blank for each in said)
    counted = any(each.counted for each in said)
    of_before = bool(said) and is_share_label(said[-1].text)
    return Heading(text, cell, characteristic, blank, share, total, counted, of_before)


@lru_cache(KEPT)
def _said(text: str) -> Heading:
    name = plain(text)
    if category(text):
        return Heading(text, category(text))
    share = bool(phrases(words("share")).search(name))
    rest = phrases(words("share")).sub(" ", name) if share else name
    blank = bool(phrases(words("blank")).search(rest))
    rest = " ".join((phrases(words("blank")).sub(" ", rest) if blank else rest).split())
    if share and not without(rest, words("of_total")):
        # "% of total" is no total; "Total %" and "%" of one are.
        return Heading(text, share=True, blank=blank, total=name.startswith("total"))
    counted = rest and not without(rest, words("filler"))
    total = not blank and without(rest, words("filler")) in words("total")
    return Heading(
        text,
        cell=category(rest),
        characteristic=names("characteristics").get(without(rest, words("filler"))),
        blank=blank,
        share=share,
        total=total,
        counted=bool(counted),
    )


def mended(row: Sequence[str]) -> list[str]:
    """Return the headings of one row with words that fell into two cells put together.

    >>> mended(["TOTAL", "FEMALE", "E", "DISABI", "LITY"])
    ['TOTAL', 'FEMALE', '', 'DISABILITY', '']
    """
    cells = list(row)
    for place in range(len(cells) - 1):
        left, right = cells[place], cells[place + 1]
        if not left or not right or left == right or heading(right).known:
            continue
        if category(left) is None and category(left + right):
            cells[place : place + 2] = [left + right, ""]
        elif category(left) and len(plain(right)) <= STRAY:
            cells[place + 1] = ""
    return cells


def is_heading_row(row: Sequence[str]) -> bool:
    """Return whether ``row`` heads columns: it names a group beside something else, no figure.

    >>> is_heading_row(["", "TOTAL", "BAME", ""]), is_heading_row(["BAME", "19.41%"])
    (True, False)
    """
    return _is_heading_row(tuple(row))


@lru_cache(KEPT)
def _is_heading_row(row: tuple[str, ...]) -> bool:
    filled = [text for text in row if text]
    if len(set(filled)) <= 1 or any(map(is_figure, filled)):
        return False
    known = [heading(text) for text in mended(row) if text]
    named = sum(1 for each in known if each.cell)
    return (named > 0 and sum(1 for each in known if each.known or each.characteristic) > 1) or (
        named > 0 and not row[0]
    )
