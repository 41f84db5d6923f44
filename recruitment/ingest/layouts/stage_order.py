"""The order of a campaign's stages: as its rows number them, else as the mapping has it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recruitment.ingest.layouts.collecting import Collected
from recruitment.ingest.layouts.repeats import said
from recruitment.ingest.mapping.mapping import Mapping

if TYPE_CHECKING:
    from recruitment.ingest.layouts.stage_counts import Row


def in_order(rows: Sequence["Row"], mapping: Mapping, collected: Collected) -> tuple[str, ...]:
    """Return the stages of ``rows``, first to last, and note numbers that contradict each other."""
    numbers: dict[str, Row] = {}
    for row in rows:
        before = numbers.setdefault(row.stage, row)
        if row.stage_order != before.stage_order:
            where = row.line.place("stage_order")
            first = said(before.line.place(), where)
            number = before.stage_order
            what = f"{row.stage} is number {row.stage_order}, and {number} in {first}"
            collected.fault(where, what)
    _numbered_once(list(numbers.values()), collected)
    known = {stage: place for place, stage in enumerate(mapping.stage_order)}
    return tuple(
        sorted(numbers, key=lambda stage: (numbers[stage].stage_order or 0, known.get(stage, 0)))
    )


def _numbered_once(rows: Sequence["Row"], collected: Collected) -> None:
    taken: dict[int, Row] = {}
    for row in rows:
        number = row.stage_order
        if number is None:
            continue
        if number == 0:
            collected.fault(row.line.place("stage_order"), "stages are numbered from 1")
        elif taken.setdefault(number, row) is not row:
            other = taken[number].stage
            what = f"{row.stage} and {other} are both number {number}"
            collected.fault(row.line.place("stage_order"), what)
