"""What a reader must know of outcomes: which were blank, and how these were counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from recruitment.ingest.candidates import stage_outcomes as became
from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.layouts import ROW_PER_STAGE
from recruitment.ingest.candidates.ways import Ways

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Blanks:
    """How often an outcome is blank.

    Attributes:
        on: Where the candidate has a later stage.
        waiting: Where there is none, at any stage but the last.
        at_end: At the last stage.
    """

    on: int
    waiting: int
    at_end: int


def blank_counts(stages: tuple[str, ...], layout: str) -> "dict[str, pl.Expr]":
    """Return the attributes of `Blanks` as sums over the ways of one campaign."""
    import polars as pl

    ends: list[pl.Expr] = []
    # In the only row of a candidate the earlier stages have no outcome to be missed.
    on = [pl.lit(0, pl.Int64)]
    for place in range(len(stages)):
        bit = 1 << place
        blank = became.entered(bit, layout) & became.stated_outcome(bit).is_null()
        ends.append(pl.col("candidates").filter(blank & ~became.went_on(bit)).sum())
        if layout == ROW_PER_STAGE:
            on.append(pl.col("candidates").filter(blank & became.went_on(bit)).sum())
    return {
        "on": reduce(add, on),
        "waiting": reduce(add, ends[:-1], pl.lit(0, pl.Int64)),
        "at_end": ends[-1],
    }


def blanks_in(ways: Ways, stages: tuple[str, ...]) -> Blanks:
    """Return how often an outcome is blank in the ways of a campaign."""
    found = ways.paths.select(**blank_counts(stages, ways.layout))
    return Blanks(**found.row(0, named=True))


def on_outcomes(
    columns: Columns, stages: tuple[str, ...], blanks: Blanks, layout: str
) -> Iterator[str]:
    """Yield one sentence for each way in which blanks were counted."""
    if not columns.of("outcome"):
        yield (
            "The file has no column of outcomes: those who entered each stage are known, and that "
            "others did not fail is not, so no rates of failing are recorded."
        )
        return
    yield from _on_blanks(blanks.on, blanks.waiting)
    if blanks.at_end:
        yield (
            f"At {stages[-1]}, the last stage, no outcome is recorded for "
            f"{blanks.at_end:,} candidate{'s' * (blanks.at_end != 1)} without one."
        )
    if layout != ROW_PER_STAGE and len(stages) > 1:
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
