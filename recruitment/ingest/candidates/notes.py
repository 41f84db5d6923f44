"""What a reader of the counts must know: what was assumed, and what was counted once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recruitment.ingest.candidates import stage_outcomes as became
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.layouts import DATE_PER_STAGE, FURTHEST_STAGE, ROW_PER_STAGE
from recruitment.ingest.candidates.meanings import Meanings
from recruitment.ingest.candidates.ways import Ways, stated_in

if TYPE_CHECKING:
    import polars as pl


def notes(export: Export, meanings: Meanings, ways: Ways) -> tuple[str, ...]:
    """Return one sentence for each thing that the counts do not show."""
    return (
        *export.remarks,
        *_on_silence(meanings),
        *_on_layout(export, ways),
        *_on_outcomes(export, meanings, ways),
        *_on_repeats(meanings, ways),
        *_on_dates(ways),
        *_on_people(export),
    )


def _on_layout(export: Export, ways: Ways) -> Iterator[str]:
    if not ways.told_by_keys:
        return
    heading = export.columns.of("stage")[0].heading
    if ways.layout == FURTHEST_STAGE:
        yield (
            f"The keys do not repeat from stage to stage, so “{heading}” was read as the furthest "
            "stage that each candidate reached."
        )
    else:
        yield "The keys repeat from stage to stage: each row was read as one stage of a candidate."


def _on_silence(meanings: Meanings) -> Iterator[str]:
    if meanings.silent:
        rows = "1 row was" if meanings.silent == 1 else f"{meanings.silent:,} rows were"
        yield f"{rows} left out, with nothing in any of the columns that are read."


def _on_outcomes(export: Export, meanings: Meanings, ways: Ways) -> Iterator[str]:
    if not export.columns.of("outcome"):
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
        further = _people(blank.filter(became.went_on(bit)))
        # In the only row of a candidate the earlier stages have no outcome to be missed.
        on += 0 if ways.one_row else further
        here = _people(blank) - further
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
            f"An outcome is blank {_times(on)} where the candidate has a later stage, and is "
            "counted as passed."
        )
    if waiting:
        yield (
            f"An outcome is blank {_times(waiting)} where the candidate has no later stage, and is "
            "counted as pending."
        )


def _on_repeats(meanings: Meanings, ways: Ways) -> Iterator[str]:
    repeats = int(ways.steady["repeats"].sum()) + int(ways.changing["repeats"].sum())
    if repeats:
        rows = f"{repeats:,} row{'s say' if repeats != 1 else ' says'}"
        yield f"{rows} again what another row says of the same candidate; that is counted once."
    if ways.layout != ROW_PER_STAGE:
        return
    changing = int(ways.paths["changing"].sum())
    if changing:
        yield (
            f"{_candidates(changing)} not give the same answers in all rows; at each stage the "
            "answers are those of its own row."
        )
    filled = sum(
        row["candidates"]
        for row in ways.changing.iter_rows(named=True)
        if len(row["answers"]) > 1
        and all(len(stated) < 2 for stated in stated_in(row["answers"], meanings))  # noqa: PLR2004
    )
    if filled:
        yield (
            "An answer that one row leaves out and another of the same candidate and stage gives "
            f"was counted, {_times(filled)}."
        )


def _on_dates(ways: Ways) -> Iterator[str]:
    if ways.layout != DATE_PER_STAGE:
        return
    import polars as pl

    nowhere = _people(ways.paths.filter(pl.col("reached") == 0))
    if nowhere:
        who = "1 candidate" if nowhere == 1 else f"{nowhere:,} candidates"
        yield f"Nowhere counted: {who} without a date at any stage."


def _on_people(export: Export) -> Iterator[str]:
    if export.columns.person is None:
        return
    from queries.candidates import candidate_reapplicants

    people, applications = candidate_reapplicants(export.con).row(0)
    if people:
        who = "1 person has" if people == 1 else f"{people:,} people have"
        yield f"{who} several applications, {applications:,} together; applications are counted."


def _people(paths: "pl.DataFrame") -> int:
    return int(paths["candidates"].sum())


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def _candidates(number: int) -> str:
    return f"{number:,} candidates do" if number != 1 else "1 candidate does"
