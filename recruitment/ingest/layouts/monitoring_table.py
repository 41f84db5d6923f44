"""A monitoring table as reports print it: a row to each stage and outcome, groups side by side."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from recruitment.ingest.campaign_counts import CampaignCounts
from recruitment.ingest.frames import COUNTS, PRINTED, TOTALS, frame
from recruitment.ingest.layouts.collecting import Collected
from recruitment.ingest.layouts.completing import Counts, counted, filled, rolled_up_counts
from recruitment.ingest.layouts.monitoring_cells import Counted, counted_row, remainders
from recruitment.ingest.layouts.monitoring_labels import Placed, placed, terms_of
from recruitment.ingest.layouts.monitoring_shares import Shares, printed_shares
from recruitment.ingest.layouts.monitoring_tables import drafts_of
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.sources.source import Source

if TYPE_CHECKING:
    import polars as pl

LAYOUT = "monitoring table"


def read_monitoring_table(source: Source, mapping: Mapping) -> CampaignCounts:
    """Return the counts of the monitoring table in ``source``, on as many sheets as it takes.

    A category that is not printed, such as the comparator, is the rest of the total. People who
    thereby entered a later stage ("Assessment Centre Successful") count at both.

    Raises:
        SourceRefused: There are faults; all are named.
    """
    # What may be repeated of it, each table tells by itself.
    collected = Collected(source, certain=True)
    drafts = drafts_of(source, mapping, terms_of(mapping), collected)
    rests = remainders(drafts, mapping, collected)
    rows = [counted_row(draft, rests, collected) for draft in drafts]
    places = placed(drafts, mapping, collected)
    shares, notes = printed_shares(drafts, collected)
    collected.settle()
    counts = _counts(rows, places)
    whole, summed = rolled_up_counts(counts, mapping)
    stages = _stages(places, mapping)
    outcomes = sorted(
        dict.fromkeys((stage, outcome) for stage, outcome, _, _ in whole),
        key=lambda each: stages.index(each[0]),
    )
    characteristics = counted(whole, mapping)
    return CampaignCounts(
        layout=LAYOUT,
        campaign=None,
        stages=stages,
        characteristics=characteristics,
        counts=_frame(filled(whole, outcomes, characteristics)),
        totals=frame(TOTALS, _totals(rows, places)),
        printed=frame(PRINTED, _printed(rows, places, shares)),
        rows_read=len(rows),
        notes=(*collected.all_notes(), *rests.notes(mapping), *notes, *summed),
    )


def _frame(counts: Counts) -> "pl.DataFrame":
    rows = (dict(zip(COUNTS.split(), (*key, each), strict=True)) for key, each in counts.items())
    return frame(COUNTS, rows)


def _stages(places: Sequence[Placed], mapping: Mapping) -> tuple[str, ...]:
    found = {stage for each in places for stage in (each.stage, each.enters)}
    return tuple(stage for stage in mapping.stage_order if stage in found)


def _counts(rows: Sequence[Counted], places: Sequence[Placed]) -> Counts:
    return {
        (stage, outcome, *cell): people
        for row, place in zip(rows, places, strict=True)
        for stage, outcome in place.counted_at
        for cell, people in row.counts.items()
    }


def _totals(rows: Sequence[Counted], places: Sequence[Placed]) -> Iterator[dict[str, object]]:
    for row, place in zip(rows, places, strict=True):
        yield {
            "stage": place.stage,
            "outcome": place.outcome,
            "people": row.total,
            "place": str(row.draft.place()),
        }


def _printed(
    rows: Sequence[Counted],
    places: Sequence[Placed],
    shares: Sequence[Shares],
) -> Iterator[dict[str, object]]:
    for row, place, own in zip(rows, places, shares, strict=True):
        for cell, (text, where) in own.items():
            yield {
                "label": row.draft.label,
                "stage": place.stage,
                "outcome": place.outcome,
                "characteristic": cell[0],
                "category": cell[1],
                "printed": text,
                "numerator": row.counts.get(cell),
                "denominator": row.total,
                "place": str(where),
            }
