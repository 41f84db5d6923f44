"""What a reader of the counts must know: what was assumed, and what was counted once."""

from collections.abc import Iterator

from recruitment.ingest.candidates.columns import Columns
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.keys import repeated_rows, repeats_are_many
from recruitment.ingest.candidates.layouts import DATE_PER_STAGE, FURTHEST_STAGE, ROW_PER_STAGE
from recruitment.ingest.candidates.meanings import Meanings
from recruitment.ingest.candidates.outcome_notes import (
    Blanks,
    blanks_in,
    on_outcomes,
    people_in,
    times,
)
from recruitment.ingest.candidates.unvisited import Unvisited
from recruitment.ingest.candidates.ways import Ways, stated_in


def notes(export: Export, meanings: Meanings, ways: Ways, unvisited: Unvisited) -> tuple[str, ...]:
    """Return one sentence for each thing that the counts do not show."""
    blanks = blanks_in(ways, meanings.stages)
    of_counts = counting_notes(export.columns, meanings, ways, unvisited, blanks)
    return (*export.remarks, *of_counts, *_on_people(export))


def counting_notes(
    columns: Columns, meanings: Meanings, ways: Ways, unvisited: Unvisited, blanks: Blanks
) -> tuple[str, ...]:
    """Return one sentence for each thing that the texts and the ways tell."""
    return (
        *_on_silence(meanings),
        *_on_keys(columns, meanings),
        *_on_rows_left_out(meanings, ways),
        *_on_layout(columns, ways),
        *_on_unvisited(unvisited),
        *on_outcomes(columns, meanings.stages, blanks, ways.layout),
        *_on_repeats(meanings, ways),
        *_on_details(meanings),
        *_on_dates(columns, meanings, ways),
    )


def _on_layout(columns: Columns, ways: Ways) -> Iterator[str]:
    if not ways.told_by_keys:
        return
    heading = columns.of("stage")[0].heading
    if ways.layout == FURTHEST_STAGE:
        yield (
            f"The keys do not repeat from stage to stage, so “{heading}” was read as the furthest "
            "stage that each candidate reached."
        )
    else:
        yield "The keys repeat from stage to stage: each row was read as one stage of a candidate."


def _on_silence(meanings: Meanings) -> Iterator[str]:
    if meanings.silent:
        rows = _rows(meanings.silent)
        yield f"{rows} left out, with nothing in any of the columns that are read."


def _on_keys(columns: Columns, meanings: Meanings) -> Iterator[str]:
    if meanings.mended:
        rows = "1 row" if meanings.mended == 1 else f"{meanings.mended:,} rows"
        yield (
            "Characters that cannot be seen and change nothing, such as soft hyphens, were left "
            f"out of keys under “{columns.candidate_heading}”, in {rows}."
        )


def _on_rows_left_out(meanings: Meanings, ways: Ways) -> Iterator[str]:
    if meanings.ignored:
        yield f"{_rows(meanings.ignored)} left out as no application: drafts or duplicates."
    if meanings.not_entered and ways.one_row:
        yield (
            f"{_rows(meanings.not_entered)} of a stage that is not entered yet, and counted as "
            "pending there."
        )
    elif meanings.not_entered:
        yield f"{_rows(meanings.not_entered)} left out, of stages that are not entered yet."


def _on_unvisited(unvisited: Unvisited) -> Iterator[str]:
    if unvisited.counted:
        named = ", ".join(unvisited.counted)
        yield f"Counted as entered by all who came further, though nobody ended there: {named}."
    if unvisited.left:
        yield (
            "Named in no row, and so taken for no part of the campaign: "
            f"{', '.join(unvisited.left)}; where it has such a stage, list its stages in the "
            "mapping under [stages] order."
        )
    if unvisited.unreached:
        named = ", ".join(unvisited.unreached)
        yield f"Listed in the mapping, named in no row, and so not counted: {named}."


def _on_details(meanings: Meanings) -> Iterator[str]:
    for heading, detail, rows in meanings.lacking:
        answers = "1 row answers" if rows == 1 else f"{rows:,} rows answer"
        yield f"{detail} is not counted: under “{heading}” {answers} without that detail."


def _on_repeats(meanings: Meanings, ways: Ways) -> Iterator[str]:
    repeats = repeated_rows(ways)
    if repeats and not repeats_are_many(ways):
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
            f"was counted, {times(filled)}."
        )


def _on_dates(columns: Columns, meanings: Meanings, ways: Ways) -> Iterator[str]:
    if ways.layout != DATE_PER_STAGE:
        return
    import polars as pl

    for column in columns.of("date"):
        if column.subject not in meanings.stages:
            yield f"No row has a date under “{column.heading}”: {column.subject} is not counted."
    nowhere = people_in(ways.paths.filter(pl.col("reached") == 0))
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


def _rows(number: int) -> str:
    return "1 row was" if number == 1 else f"{number:,} rows were"


def _candidates(number: int) -> str:
    return f"{number:,} candidates do" if number != 1 else "1 candidate does"
