"""Stage counts in tidy rows: one row to a stage, outcome and category."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitment.errors import nearest
from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.faults import Place
from recruitment.ingest.frames import COUNTS, PRINTED, TOTALS, frame
from recruitment.ingest.layouts.categories import otherwise, resolved
from recruitment.ingest.layouts.collecting import Collected
from recruitment.ingest.layouts.completing import Counts, counted, filled, with_published
from recruitment.ingest.layouts.repeats import Repeats
from recruitment.ingest.layouts.stage_order import in_order
from recruitment.ingest.layouts.tidy import Line, lines
from recruitment.ingest.mapping.lookup import outcome_of, stage_of
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.sources.source import Source
from recruitment.ingest.sources.understood import NotUnderstood, quoted
from recruitment.ingest.sources.values import whole_count

if TYPE_CHECKING:
    import polars as pl

LAYOUT = "stage counts"


@dataclass(frozen=True, slots=True)
class Row:
    """One row, understood.

    Attributes:
        line: Where it stands.
        stage: Its stage.
        stage_order: As the row numbers it, or None.
        outcome: Its outcome.
        cell: Characteristic and category.
        candidates: How many.
    """

    line: Line
    stage: str
    stage_order: int | None
    outcome: str
    cell: tuple[str, str]
    candidates: int


def read_stage_counts(source: Source, mapping: Mapping) -> list[CampaignCounts]:
    """Return the counts of each campaign in ``source``, in the order of the file.

    A category without a row at an outcome is nobody there, as databases leave out what they count
    none of; a group or comparator without any row is a fault.

    Raises:
        SourceRefused: There are faults; all are named.
    """
    collected = Collected(source)
    found: dict[str | None, list[Row]] = {}
    read = lines(LAYOUT, mapping, collected)
    cells = resolved([_named(line) for line in read], mapping)
    repeats = Repeats(collected)
    for line in read:
        campaign, row = _campaign(line, collected), _row(line, cells, mapping, collected)
        if row is not None:
            repeats.take((campaign, row.stage, row.outcome, *row.cell), line.place())
            found.setdefault(campaign, []).append(row)
    campaigns = [_counts(code, rows, mapping, collected) for code, rows in found.items()]
    collected.settle()
    return campaigns


def _named(line: Line) -> tuple[str, str]:
    return line.texts["characteristic"], line.texts["category"]


def _campaign(line: Line, collected: Collected) -> str | None:
    if "campaign" not in line.columns:
        return None
    return collected.label(line.texts["campaign"], line.place("campaign"))


def _row(
    line: Line,
    cells: dict[tuple[str, str], tuple[str, str] | str],
    mapping: Mapping,
    collected: Collected,
) -> Row | None:
    stage = _stage(line, mapping, collected)
    order = _order(line, collected)
    written = line.texts["outcome"]
    outcome = outcome_of(mapping, written)
    if outcome is None:
        hint = nearest(written, sorted(set(mapping.outcomes.values())))
        what = f"{quoted(written)} is no outcome that is known; {hint}"
        collected.fault(line.place("outcome"), what)
    cell = cells[_named(line)]
    if isinstance(cell, str):
        at = "category" if "is no category" in cell else "characteristic"
        collected.fault(line.place(at), cell)
    candidates = collected.count(line.texts["candidates"], line.place("candidates"))
    numbered = order is not None or "stage_order" not in line.columns
    if stage is None or outcome is None or isinstance(cell, str) or candidates is None:
        return None
    return Row(line, stage, order, outcome, cell, candidates) if numbered else None


def _order(line: Line, collected: Collected) -> int | None:
    if "stage_order" not in line.columns:
        return None
    text, place = line.texts["stage_order"], line.place("stage_order")
    found = whole_count(text)
    if isinstance(found, NotUnderstood):
        collected.fault(place, f"{quoted(text)} is no number of a stage; number them from 1")
        return None
    return found.value


def _stage(line: Line, mapping: Mapping, collected: Collected) -> str | None:
    text = collected.label(line.texts["stage"], line.place("stage"))
    known = stage_of(mapping, text) if text else None
    if text is None or known is not None or "stage_order" in line.columns:
        return known or text
    hint = nearest(text, list(mapping.stage_order))
    how = "number the stages in a column stage_order, or declare it in the mapping under [stages]"
    what = f"{quoted(text)} is no stage that is known; {hint}{otherwise(hint)} {how}"
    collected.fault(line.place("stage"), what)
    return None


def _counts(
    campaign: str | None, rows: Sequence[Row], mapping: Mapping, collected: Collected
) -> CampaignCounts:
    stages = in_order(rows, mapping, collected)
    counts: Counts = {(row.stage, row.outcome, *row.cell): row.candidates for row in rows}
    whole, summed = with_published(counts, mapping)
    characteristics = counted(whole, mapping)
    place = rows[0].line.sheet.place()
    if not collected.faults:
        _partitioned(campaign, whole, mapping, place, collected)
    outcomes = _outcomes(whole, stages)
    complete = filled(whole, outcomes, characteristics)
    if lacking := len(complete) - len(whole):
        rows_are = "1 category has" if lacking == 1 else f"{lacking:,} categories have"
        summed.append(f"{rows_are} no row at some outcome; nobody of them is counted there.")
    return CampaignCounts(
        layout=LAYOUT,
        campaign=campaign,
        stages=stages,
        characteristics=characteristics,
        counts=_frame(complete),
        totals=frame(TOTALS, []),
        printed=frame(PRINTED, []),
        rows_read=len(rows),
        notes=(*collected.all_notes(), *summed),
    )


def _frame(counts: Counts) -> "pl.DataFrame":
    rows = (dict(zip(COUNTS.split(), (*key, each), strict=True)) for key, each in counts.items())
    return frame(COUNTS, rows)


def _outcomes(counts: Counts, stages: Sequence[str]) -> list[tuple[str, str]]:
    found = dict.fromkeys((stage, outcome) for stage, outcome, _, _ in counts)
    return sorted(found, key=lambda each: stages.index(each[0]))


def _partitioned(
    campaign: str | None, counts: Counts, mapping: Mapping, place: Place, collected: Collected
) -> None:
    # Everybody is in one category of each characteristic: none can be missing throughout.
    cells = {(code, category) for _, _, code, category in counts}
    of = f" of {campaign}" if campaign else ""
    for code in dict.fromkeys(code for code, _ in sorted(cells)):
        characteristic = mapping.characteristics[code]
        needed = {"group", "comparator"} if characteristic.refines is None else set()
        for each in characteristic.categories:
            if each.kind in needed and (code, each.name) not in cells:
                what = f"no row{of} counts {each.name}, and the categories of {code} must make up"
                collected.fault(place, f"{what} everybody; add its rows, with 0 for nobody")
    _everywhere(of, counts, place, collected)


def _everywhere(of: str, counts: Counts, place: Place, collected: Collected) -> None:
    people: dict[tuple[str, str], dict[str, int]] = {}
    for (stage, outcome, code, _), each in counts.items():
        own = people.setdefault((stage, outcome), {})
        own[code] = own.get(code, 0) + each
    codes = {code for own in people.values() for code in own}
    for (stage, outcome), own in people.items():
        missing = sorted(codes - own.keys())
        if missing and any(own.values()):
            what = f"{stage}, {outcome}{of} has no rows of {', '.join(missing)}"
            collected.fault(place, f"{what}, and people in {', '.join(sorted(own))}")
