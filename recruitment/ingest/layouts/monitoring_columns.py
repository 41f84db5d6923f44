"""The columns of a monitoring table: whom each counts, from its headings and what stands below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from recruitment.ingest.layouts.monitoring_figures import PERCENT, blank_figure
from recruitment.ingest.layouts.monitoring_headings import Cell, Said, names_one, said
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.recognition.vocabulary import NOT_STATED, is_blank


class Role(StrEnum):
    """What a column prints."""

    label = "label"
    total = "total"
    people = "people"
    share = "share"
    # Under no heading of its own: what stands below decides.
    open = "open"
    ignored = "ignored"
    unknown = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it prints, of whom, and its heading as printed."""

    role: Role
    cell: Cell | None
    heading: str


def columns_under(headings: Sequence[Sequence[str]], mapping: Mapping) -> list[Column]:
    """Return the columns under some rows of headings, top to bottom and as wide as each other.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> found = columns_under([["", "Total", "BAME", "Blank"]], default_mapping())
    >>> [(str(each.role), each.cell) for each in found[2:]]
    [('people', ('ethnicity', 'BAME')), ('people', ('ethnicity', 'Not stated'))]
    """
    stacked = [tuple(filter(None, dict.fromkeys(texts))) for texts in zip(*headings, strict=True)]
    first = next(
        (at for at, texts in enumerate(stacked) if names_one(texts, mapping)), len(stacked)
    )
    labels = [Column(Role.label, None, " ".join(texts)) for texts in stacked[:first]]
    return [*labels, *_from_left(stacked[first:], mapping)]


def _from_left(stacked: Sequence[Sequence[str]], mapping: Mapping) -> Iterator[Column]:
    # "Blank" and "%" belong to the group before them.
    group: Cell | None = None
    last: Cell | None = None
    context: str | None = None
    # Of a group that is not known, what belongs to it is not told as well.
    lost = False
    for texts in stacked:
        parts: list[Said] = []
        for text in texts:
            parts.append(said(text, mapping, context))
            context = next((each for each in _characteristics(parts[-1:])), context)
        column = _column(" ".join(texts), parts, group, last, context)
        if lost and all(map(_belongs, parts)):
            column = Column(Role.ignored, None, column.heading)
        else:
            lost = column.role is Role.unknown
        group = column.cell or group
        last = column.cell if column.role in {Role.people, Role.open} else last
        context = context if column.cell is None else column.cell[0]
        yield column


def _belongs(said_of: Said) -> bool:
    return (said_of.blank or said_of.share) and not (said_of.cell or said_of.characteristic)


def _characteristics(parts: Sequence[Said]) -> Iterator[str]:
    for each in parts:
        if each.characteristic:
            yield each.characteristic
        elif each.cell:
            yield each.cell[0]


def _column(
    heading: str, parts: Sequence[Said], group: Cell | None, last: Cell | None, context: str | None
) -> Column:
    cell = next((each.cell for each in reversed(parts) if each.cell), None)
    share = any(each.share for each in parts)
    if any(each.ignored for each in parts):
        return Column(Role.ignored, None, heading)
    if any(each.unknown for each in parts):
        return Column(Role.unknown, None, heading)
    if not parts:
        return Column(Role.open, group, "")
    if any(each.blank for each in parts):
        cell = (context, NOT_STATED) if context else None
    elif cell is None and any(each.total or (each.counted and not group) for each in parts):
        return Column(Role.ignored if share else Role.total, None, heading)
    elif cell is None:
        cell = last if share else None
    if cell is None:
        return Column(Role.unknown, None, heading)
    return Column(Role.share if share else Role.people, cell, heading)


def settled(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Return ``columns`` with those under no heading of their own told by the ``rows`` below."""
    found: list[Column] = []
    for at, column in enumerate(columns):
        texts = [row[at] for row in rows if row[at]]
        found.append(_by_content(column, found, texts) if column.role is Role.open else column)
    return found


def _by_content(column: Column, before: Sequence[Column], texts: Sequence[str]) -> Column:
    # Under no heading of its own: blanks say so in their cells, percentages have their sign.
    if not texts:
        return Column(Role.ignored, None, "")
    if column.cell and any(blank_figure(text) != text or is_blank(text) for text in texts):
        return Column(Role.people, (column.cell[0], NOT_STATED), "Blank")
    counted = next((each.cell for each in reversed(before) if each.role is Role.people), None)
    if counted and all(PERCENT.fullmatch(text) or text == "0" for text in texts):
        return Column(Role.share, counted, "%")
    return Column(Role.unknown, None, "")
