"""The number, or the outcome, that stands for each text of stages, outcomes and dates."""

from typing import TYPE_CHECKING

from recruitment.ingest.candidates.columns import Column
from recruitment.ingest.mapping.lookup import left_out_of, outcome_of, stage_of, word
from recruitment.ingest.mapping.mapping import Mapping

if TYPE_CHECKING:
    from recruitment.ingest.sources.dates import Serials

# By text: a bit for a stage, a day or None for a date, and the name of an outcome, or why the row
# does not count.
Codes = dict[str, int | str | None]


def stages_in(
    read: tuple[Column, ...], texts: tuple[dict[str, int], ...], mapping: Mapping
) -> tuple[str, ...]:
    """Return the stages that occur, first to last."""
    occurring: set[str | None] = set()
    for column, known in zip(read, texts, strict=True):
        if column.role == "stage":
            occurring.update(stage_of(mapping, text) for text in known)
        elif column.role == "date" and any(map(word, known)):
            occurring.add(column.subject)
    return tuple(stage for stage in mapping.stage_order if stage in occurring)


def codes_of(
    column: Column,
    known: dict[str, int],
    mapping: Mapping,
    stages: tuple[str, ...],
    serials: "Serials | None",
) -> Codes:
    """Return what stands for each of the ``known`` texts of a column; others are left out."""
    if column.role == "stage":
        bits = {stage: 1 << place for place, stage in enumerate(stages)}
        found = {text: stage_of(mapping, text) for text in known}
        return {text: bits[stage] for text, stage in found.items() if stage in bits}
    if column.role == "date":
        return _days(known, mapping, serials)
    outcomes = {text: _standing(text, mapping) for text in known}
    return {text: outcome for text, outcome in outcomes.items() if outcome is not None}


def _standing(text: str, mapping: Mapping) -> str | None:
    if word(text) == "":
        return ""
    found = left_out_of(mapping, text) or outcome_of(mapping, text)
    # To have entered a stage says nothing about what became of it.
    return "" if found == "entered" else found


def _days(known: dict[str, int], mapping: Mapping, serials: "Serials | None") -> Codes:
    from recruitment.ingest.sources.dates import a_date
    from recruitment.ingest.sources.understood import Understood

    days: Codes = {}
    for text in known:
        if word(text) == "":
            days[text] = None
            continue
        found = a_date(text, mapping.date_order, serials=serials)
        if isinstance(found, Understood):
            days[text] = found.value.toordinal()
    return days
