"""What the headings of a monitoring table say, and which rows of it are headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from recruitment.ingest.mapping.lookup import word
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.mapping.roles import IGNORED
from recruitment.ingest.recognition.figures import is_figure
from recruitment.ingest.recognition.vocabulary import (
    is_share_label,
    phrases,
    plain,
    without,
    words,
)

Cell = tuple[str, str]
# What is left of the last letters of a heading in the next cell.
STRAY = 1


@dataclass(frozen=True, slots=True)
class Said:
    """What one text of a heading says.

    Attributes:
        cell: Whom it names, or None.
        characteristic: Which characteristic, or None.
        blank: Whether it is about those who gave no answer.
        share: Whether it is about percentages.
        total: Whether it is about everybody.
        counted: Whether it only says that people are counted: "No.", "Applicants".
        ignored: Whether the mapping leaves its column out.
        unknown: Whether it says what is not known.
    """

    cell: Cell | None = None
    characteristic: str | None = None
    blank: bool = False
    share: bool = False
    total: bool = False
    counted: bool = False
    ignored: bool = False
    unknown: bool = False


def said(text: str, mapping: Mapping, context: str | None = None) -> Said:
    """Return what the heading ``text`` says, beside one of the characteristic ``context``.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> mapping = default_mapping()
    >>> said("BAME %", mapping).cell, said("Blank (sex)", mapping).characteristic
    (('ethnicity', 'BAME'), 'sex')
    """
    name = word(text)
    if name is None:
        return Said(unknown=True)
    if mapping.columns.get(name) == IGNORED:
        return Said(ignored=True)
    if name in mapping.headings:
        return Said(cell=mapping.headings[name])
    share = bool(phrases(words("share")).search(name))
    if is_share_label(text):
        return Said(share=True, total=name.startswith("total"))
    rest = " ".join(phrases(words("share")).sub(" ", name).split()) if share else name
    blank = bool(phrases(words("blank")).search(rest))
    rest = " ".join(phrases(words("blank")).sub(" ", rest).split()) if blank else rest
    own = _whom(rest, mapping, context)
    total = not blank and without(rest, words("filler")) in words("total")
    counted = bool(rest) and not without(rest, words("filler"))
    known = own.cell or own.characteristic or total or counted or blank or share or not rest
    left = bool(rest) and not (own.cell or own.characteristic or total or counted)
    return Said(
        own.cell, own.characteristic, blank, share, total, counted, unknown=left or not known
    )


def _whom(rest: str, mapping: Mapping, context: str | None) -> Said:
    for name in dict.fromkeys((rest, without(rest, words("filler")))):
        role = mapping.columns.get(name, name.replace(" ", "_"))
        if name in mapping.headings:
            return Said(cell=mapping.headings[name])
        if role in mapping.characteristics:
            return Said(characteristic=role)
        beside = mapping.characteristics.get(context or "")
        for each in beside.categories if beside else ():
            own = beside is not None and beside.answers.get(name) == each.name
            if name == plain(each.name) or (own and each.kind == "part"):
                return Said(cell=(context or "", each.name))
    return Said()


def mended(row: Sequence[str], mapping: Mapping) -> tuple[str, ...]:
    """Return the headings of one row with words put together that fell into two cells.

    Tables copied from a PDF have them: "DISABI" and "LITY", "FEMALE" and a stray "E".

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> mended(["TOTAL", "FEMALE", "E", "DISABI", "LITY"], default_mapping())
    ('TOTAL', 'FEMALE', '', 'DISABILITY', '')
    """
    cells = list(row)
    for at in range(len(cells) - 1):
        left, right = cells[at], cells[at + 1]
        if not left or not right or not said(right, mapping).unknown:
            continue
        if said(left, mapping).unknown and said(left + right, mapping).cell:
            cells[at : at + 2] = [left + right, ""]
        elif said(left, mapping).cell and len(plain(right)) <= STRAY:
            cells[at + 1] = ""
    return tuple(cells)


def is_heading_row(row: Sequence[str], mapping: Mapping) -> bool:
    """Return whether ``row`` heads a monitoring table: groups beside something else, no figures.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> is_heading_row(["", "TOTAL", "BAME", ""], default_mapping())
    True
    >>> is_heading_row(["BAME", "19.41%"], default_mapping())
    False
    """
    filled = [text for text in row if text]
    if len(set(filled)) <= 1 or _has_figures(filled, mapping):
        return False
    known = [said(text, mapping) for text in mended(row, mapping) if text]
    groups = sum(each.cell is not None for each in known)
    return groups > 1 or (groups == 1 and any(each.total for each in known))


def _has_figures(row: Sequence[str], mapping: Mapping) -> bool:
    # "Under 25" is a suppressed figure, but where it is somebody's heading.
    return any(is_figure(text) and word(text) not in mapping.headings for text in row)


def is_above(row: Sequence[str], mapping: Mapping) -> bool:
    """Return whether ``row``, right above headings, says of which characteristics they are.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> is_above(["Stage", "Total", "Ethnicity", ""], default_mapping())
    True
    >>> is_above(["Stage", "Jane Smith", "Ethnicity", ""], default_mapping())
    False
    """
    first = 0 if names_one(row[:1], mapping) else 1
    filled = [text for text in row[first:] if text]
    known = [said(text, mapping) for text in filled]
    named = all(each.characteristic or each.cell or each.total for each in known)
    return first > 0 and len(set(filled)) > 1 and named


def is_below(row: Sequence[str], above: Sequence[str], mapping: Mapping) -> bool:
    """Return whether ``row``, right under headings, goes on with them: "No.", "Blank", "%".

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> above = ["Stage", "Total", "BAME", ""]
    >>> is_below(["", "", "No.", "Blank"], above, default_mapping())
    True
    >>> is_below(["Applications", "546", "106", "Blank 36"], above, default_mapping())
    False
    """
    first = next((at for at, text in enumerate(above) if names_one([text], mapping)), 0)
    known = [said(text, mapping) for text in row[first:] if text]
    if _has_figures(row, mapping) or any(each.unknown or each.total for each in known):
        return False
    return any(each.blank or each.share or each.counted for each in known)


def names_one(texts: Sequence[str], mapping: Mapping) -> bool:
    """Return whether a heading of these ``texts`` says whom its column counts, or is left out."""
    known = [said(text, mapping) for text in texts]
    return any(each.total or each.cell or each.characteristic or each.ignored for each in known)
