"""What cannot all be true and shows only in the rows: told by numbers, and never of whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recruitment.ingest.candidates import stage_outcomes as became
from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.keys import repeats_are_many
from recruitment.ingest.candidates.layouts import DATE_PER_STAGE, FURTHEST_STAGE, ROW_PER_STAGE
from recruitment.ingest.candidates.meanings import Meanings
from recruitment.ingest.candidates.ways import Ways, stated_in
from recruitment.ingest.faults import Fault

if TYPE_CHECKING:
    import polars as pl


# How those are called who went on, though their outcome says otherwise.
WENT_ON = {"failed": "failed", "withdrawn": "withdrew at", "pending": "still pending at"}


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What would contradict itself in the way of a candidate.

    Attributes:
        who: The ways that do.
        what: What is said of their number.
        heading: Of the column that says so.
        bit: The stage whose row is shown; 0 for any row of the candidate.
    """

    who: "pl.Expr"
    what: str
    heading: str
    bit: int = 0


def contradictions(export: Export, meanings: Meanings, ways: Ways) -> tuple[Fault, ...]:
    """Return what contradicts itself in the rows of ``export``, by its first row."""
    found = [*_of_ways(export, meanings, ways), *_of_rows(export, meanings, ways)]
    rows = export.rows([record for record, *_ in found])
    return tuple(
        Fault(export.place(rows[record], heading), what) for record, heading, what in sorted(found)
    )


def _of_ways(export: Export, meanings: Meanings, ways: Ways) -> Iterator[tuple[int, str, str]]:
    import polars as pl

    from queries import ArrowStream
    from queries.candidates import candidate_first_rows

    wanted: list[pl.DataFrame] = []
    said: list[tuple[Suspicion, int]] = []
    for suspicion in suspicions(export.columns, meanings.stages, ways.layout):
        those = ways.paths.filter(suspicion.who)
        if those.height:
            marks = {"contradiction": len(said), "stage_bit": suspicion.bit}
            numbers = (pl.lit(value, pl.Int64).alias(name) for name, value in marks.items())
            wanted.append(those.drop("candidates", "entries", "changing").with_columns(*numbers))
            said.append((suspicion, int(those["candidates"].sum())))
    if not said:
        return
    stream = ArrowStream(pl.concat(wanted))
    export.con.from_arrow(stream).to_table("wanted_ways")
    for number, record in candidate_first_rows(export.con).iter_rows():
        suspicion, people = said[number]
        yield record, suspicion.heading, f"{people_said(people)} {suspicion.what}"


def suspicions(columns: Columns, stages: tuple[str, ...], layout: str) -> Iterator[Suspicion]:
    """Yield what would contradict itself in the ways of one campaign through its stages."""
    import polars as pl

    outcome = next((each.heading for each in columns.of("outcome")), "")
    dated = {each.subject: each.heading for each in columns.of("date")}
    stage_heading = next((each.heading for each in columns.of("stage")), columns.candidate_heading)
    for place, stage in enumerate(stages):
        bit = 1 << place
        heading = dated.get(stage, stage_heading)
        there, on = became.entered(bit, layout), became.went_on(bit)
        if layout == ROW_PER_STAGE:
            yield from _of_stage_rows(stage, bit, outcome)
        if place < len(stages) - 1:
            ended = there & ~on & (became.stated_outcome(bit) == "passed")
            passed = ended & (there & on).any()
            what = f"passed {stage} without a later stage, though others who entered it have one"
            yield Suspicion(passed, what, outcome, bit)
        if layout != FURTHEST_STAGE:
            yield Suspicion(~there & on, f"with a later stage but no {stage}", heading)
        if layout == DATE_PER_STAGE:
            late = (pl.col("disordered") & bit) != 0
            what = f"with a date at {stage} before that of an earlier stage"
            yield Suspicion(late, what, heading)


def _of_stage_rows(stage: str, bit: int, heading: str) -> Iterator[Suspicion]:
    import polars as pl

    several = pl.sum_horizontal(became.stated(each, bit) for each in became.STATED) > 1
    what = (
        f"with different outcomes at {stage}; counted once, as passed before pending, failed and "
        "withdrawn"
    )
    yield Suspicion(several, what, heading, bit)
    for outcome, said in WENT_ON.items():
        those = (became.stated_outcome(bit) == outcome) & became.went_on(bit)
        yield Suspicion(those, f"{said} {stage} but went on to a later stage", heading, bit)


def _of_rows(export: Export, meanings: Meanings, ways: Ways) -> Iterator[tuple[int, str, str]]:
    if ways.one_row:
        yield from _two_rows(export, ways)
        return
    for place, stage in enumerate(meanings.stages):
        here = [row for row in _several(ways) if row["stage_bit"] == 1 << place]
        what = f"with different answers at {stage}; counted as not stated there"
        yield from _of_answers(export, meanings, here, what)
    if not ways.changing.is_empty():
        from queries.candidates import candidate_moving_answers

        moving = list(candidate_moving_answers(export.con).iter_rows(named=True))
        what = "with another answer at a later stage; counted at each stage by the answer there"
        yield from _of_answers(export, meanings, moving, what)


def _of_answers(
    export: Export, meanings: Meanings, rows: list[dict[str, Any]], what: str
) -> Iterator[tuple[int, str, str]]:
    for number, column in enumerate(export.columns.of("answers")):
        those = [row for row in rows if len(stated_in(row["answers"], meanings)[number]) > 1]
        if those:
            people = sum(row["candidates"] for row in those)
            first = min(row["first_row"] for row in those)
            yield first, column.heading, f"{people_said(people)} {what}"


def _several(ways: Ways) -> list[dict[str, Any]]:
    import polars as pl

    return list(ways.changing.filter(pl.col("answers").list.len() > 1).iter_rows(named=True))


def _two_rows(export: Export, ways: Ways) -> Iterator[tuple[int, str, str]]:
    import polars as pl

    apart = list(ways.changing.filter("apart").iter_rows(named=True))
    if apart:
        what = (
            "with several rows that differ, where one is due; counted once, by the stage that is "
            "further on"
        )
        people = sum(row["candidates"] for row in apart)
        first = min(row["first_row"] for row in apart)
        yield first, export.columns.candidate_heading, f"{people_said(people)} {what}"
    alike = list(ways.changing.filter(pl.col("repeats") > 0).iter_rows(named=True))
    if alike and repeats_are_many(ways):
        what = "with rows that repeat each other, where one is due; counted once"
        people = sum(row["candidates"] for row in alike)
        first = min(row["first_row"] for row in alike)
        yield first, export.columns.candidate_heading, f"{people_said(people)} {what}"


def people_said(number: int) -> str:
    """Return so many candidates in words."""
    return f"{number:,} candidate{'s' * (number != 1)}"
