"""What the texts of an export mean, looked up once for each different text, not for each row."""

from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.candidates.answers import Answers, answers_in
from recruitment.ingest.candidates.codes import codes_of, stages_in
from recruitment.ingest.candidates.columns import Column
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.unknown_texts import Unknown, refuse_unknown
from recruitment.ingest.faults import NOTHING_IMPORTED, Fault, SourceRefused
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.sources.cells import unreadable

if TYPE_CHECKING:
    from queries.candidates import CandidateTexts

# More different texts are no list of answers; looked for in the first rows, before all are read.
MOST_TEXTS, FIRST_ROWS = 10_000, 50_000
# Stages and outcomes are bits of one whole number, and so are all answers of a row together.
MOST_STAGES, MOST_MEANINGS = 61, 2**61

Texts = tuple[dict[str, int], ...]


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the texts of an export mean.

    Attributes:
        stages: Those that occur, first to last.
        codes: For each column that is read, a number (or an outcome) by text.
        answers: Of each column of answers.
        rows: How many rows of the export say anything in the columns that are read.
        silent: How many do not.
    """

    stages: tuple[str, ...]
    codes: tuple[ReadOnly[str, int | str | None], ...]
    answers: tuple[Answers, ...]
    rows: int
    silent: int


def meanings_of(export: Export, mapping: Mapping) -> Meanings:
    """Return what the texts of ``export`` mean.

    Raises:
        SourceRefused: There are keys missing, or texts that mean nothing; all are listed.
        DataError: There are no rows, or too many stages or answers to count by.
    """
    found = _texts(export)
    texts = found.texts
    if not found.entries:
        raise DataError(f"{export.file} has headings and no candidates; {NOTHING_IMPORTED}")
    read = export.columns.read
    unknown: list[Unknown] = []
    stages = stages_in(read, texts, mapping)
    own = frozenset(column.subject for column in read if column.role == "answers")
    answers: list[Answers] = []
    codes: list[ReadOnly[str, int | str | None]] = []
    for column, known in zip(read, texts, strict=True):
        if column.role == "answers":
            spoken = {each.name for other in answers for each in other.characteristics}
            elsewhere = (own | spoken) - {column.subject}
            answers.append(answers_in(known, column.subject, mapping, elsewhere))
            codes.append(answers[-1].codes)
        else:
            codes.append(codes_of(column, known, mapping, stages, export.serials))
        unknown.extend(_unknown(column, known, codes[-1]))
    refuse_unknown(export, unknown, found.without_key)
    _check_size(export, stages, answers)
    return Meanings(stages, tuple(codes), tuple(answers), found.entries, found.silent)


def words_in(export: Export) -> set[str]:
    """Return the different texts of the columns of stages, outcomes and answers.

    Raises:
        SourceRefused: There are too many to be answers.
    """
    columns = zip(export.columns.read, _texts(export).texts, strict=True)
    return {text for column, known in columns if column.role != "date" for text in known}


def _texts(export: Export) -> "CandidateTexts":
    import duckdb

    from queries.candidates import candidate_texts, view_candidate_rows

    try:
        _check_few(export, candidate_texts(export.con, first=FIRST_ROWS).texts)
        found = candidate_texts(export.con)
    except (duckdb.OutOfMemoryException, duckdb.IOException, duckdb.InterruptException):
        raise
    except duckdb.Error:
        export.again()
        view_candidate_rows(export.con)
        found = candidate_texts(export.con)
    _check_few(export, found.texts)
    return found


def _check_few(export: Export, texts: Texts) -> None:
    faults = [
        Fault(
            export.place(heading=column.heading),
            f"over {MOST_TEXTS:,} different texts; is it the right column? It was taken for "
            f"{column.subject or column.role}; say in the mapping which one is",
        )
        for column, known in zip(export.columns.read, texts, strict=True)
        if len(known) > MOST_TEXTS
    ]
    if faults:
        raise SourceRefused(export.file, faults)


def _unknown(
    column: Column, known: dict[str, int], codes: ReadOnly[str, int | str | None]
) -> list[Unknown]:
    return [
        Unknown(column, text, rows, unreadable(text))
        for text, rows in known.items()
        if text not in codes or unreadable(text) is not None
    ]


def _check_size(export: Export, stages: tuple[str, ...], answers: list[Answers]) -> None:
    from math import prod

    if not stages:
        raise DataError(f"{export.file} has no date of a stage in any row; {NOTHING_IMPORTED}")
    if len(stages) > MOST_STAGES:
        raise DataError(f"{export.file} has over {MOST_STAGES} stages; {NOTHING_IMPORTED}")
    if prod(len(each.meanings) for each in answers) > MOST_MEANINGS:
        raise DataError(
            f"{export.file} has too many characteristics to count together; say in the mapping "
            f"which columns are ignored; {NOTHING_IMPORTED}"
        )
