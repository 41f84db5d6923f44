"""The percentages that a monitoring table prints under its counts or beside them."""

from collections.abc import Iterator, Sequence

from recruitment.ingest.faults import Place
from recruitment.ingest.layouts.collecting import Collected
from recruitment.ingest.layouts.monitoring_columns import Role
from recruitment.ingest.layouts.monitoring_figures import blank_figure
from recruitment.ingest.layouts.monitoring_headings import Cell
from recruitment.ingest.layouts.monitoring_lines import Draft
from recruitment.ingest.recognition.figures import ABSENT
from recruitment.ingest.recognition.fractions_of_one import are_fractions, in_percent
from recruitment.ingest.sources.understood import NotUnderstood
from recruitment.ingest.sources.values import printed_percentage

Shares = dict[Cell, tuple[str, Place]]
FRACTIONS = "The percentages are stored as fractions of 1; 0.1941 is kept as 19.41%."
OF_TOTAL = "Percentages under the total are not read: of what they are is not said."
EVERYBODY = {"100%", "100.0%", "100.00%", "100"}


def printed_shares(drafts: Sequence[Draft], collected: Collected) -> tuple[list[Shares], list[str]]:
    """Return the percentages of each row, by whose they are, and what a reader must know."""
    found = [list(_shares(draft)) for draft in drafts]
    notes = []
    if any(_of_total(draft) for draft in drafts):
        notes.append(OF_TOTAL)
    fractions = are_fractions(text for row in found for _, text, _ in row)
    if fractions:
        notes.append(FRACTIONS)
    kept: list[Shares] = []
    for draft, row in zip(drafts, found, strict=True):
        own: Shares = {}
        for cell, text, place in row:
            printed = in_percent(text) if fractions else text
            why = printed_percentage(printed)
            if isinstance(why, NotUnderstood):
                collected.fault(place, why.reason if draft.certain else why.masked_reason)
            own[cell] = (printed, place)
        kept.append(own)
    return kept, notes


def _shares(draft: Draft) -> Iterator[tuple[Cell, str, Place]]:
    for at, column in enumerate(draft.columns):
        if column.cell is None:
            continue
        if column.role is Role.share and _is_printed(draft.texts.get(at, "")):
            yield column.cell, draft.texts[at], draft.place(at)
        under = blank_figure(draft.shares.get(at, ""))
        if column.role is Role.people and _is_printed(under):
            yield column.cell, under, draft.place(at, draft.share_row)


def _is_printed(text: str) -> bool:
    return ABSENT.fullmatch(text) is None


def _of_total(draft: Draft) -> bool:
    return any(
        column.role is Role.total and draft.shares.get(at, "") not in {"", *EVERYBODY}
        for at, column in enumerate(draft.columns)
    )
