"""What a reader must know of outcomes: which were blank, and how these were counted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recruitment.ingest.candidates import stage_outcomes as became
from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.meanings import Meanings
from recruitment.ingest.candidates.ways import Ways

if TYPE_CHECKING:
    import polars as pl


def on_outcomes(columns: Columns, meanings: Meanings, ways: Ways) -> Iterator[str]:
    """Yield one sentence for each way in which blanks were counted."""
    if not columns.of("outcome"):
        yield (
            "The file has no column of outcomes: those who entered each stage are known, and that "
            "others did not fail is not, so no rates of failing are recorded."
        )
        return
    on = waiting = at_end = 0
    last = len(meanings.stages) - 1
    for place in range(len(meanings.stages)):
        bit = 1 << place
        blank = ways.paths.filter(
            became.entered(bit, ways.layout), became.stated_outcome(bit).is_null()
        )
        further = people_in(blank.filter(became.went_on(bit)))
        # In the only row of a candidate the earlier stages have no outcome to be missed.
        on += 0 if ways.one_row else further
        here = people_in(blank) - further
        waiting, at_end = (waiting, at_end + here) if place == last else (waiting + here, at_end)
    yield from _on_blanks(on, waiting)
    if at_end:
        yield (
            f"At {meanings.stages[last]}, the last stage, no outcome is recorded for "
            f"{at_end:,} candidate{'s' * (at_end != 1)} without one."
        )
    if ways.one_row and last:
        yield "Whoever reached a later stage is counted as having passed those before it."


def _on_blanks(on: int, waiting: int) -> Iterator[str]:
    if on:
        yield (
            f"An outcome is blank {times(on)} where the candidate has a later stage, and is "
            "counted as passed."
        )
    if waiting:
        yield (
            f"An outcome is blank {times(waiting)} where the candidate has no later stage, and is "
            "counted as pending."
        )


def people_in(paths: "pl.DataFrame") -> int:
    """Return how many candidates went the ways of ``paths``."""
    return int(paths["candidates"].sum())


def times(number: int) -> str:
    """Return how often something happened, in words."""
    return "once" if number == 1 else f"{number:,} times"
