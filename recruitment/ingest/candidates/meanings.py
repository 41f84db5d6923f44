"""What the texts of an export mean, looked up once for each different text, not for each row."""

from collections.abc import Iterator
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitment.errors import DataError
from recruitment.ingest.candidates.answers import Answers, answers_in
from recruitment.ingest.candidates.codes import codes_of, stages_in
from recruitment.ingest.candidates.columns import Column
from recruitment.ingest.candidates.exports import Export
from recruitment.ingest.candidates.texts import Texts, texts_of
from recruitment.ingest.candidates.unknown_texts import Unknown, refuse_unknown
from recruitment.ingest.faults import NOTHING_IMPORTED
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.sources.cells import unreadable

if TYPE_CHECKING:
    from queries.candidates import CandidateTexts
    from recruitment.ingest.sources.dates import Serials

# Stages and outcomes are bits of one whole number, and so are all answers of a row together.
MOST_STAGES, MOST_MEANINGS = 61, 2**61
DRAFTS_ALONE = "drafts and duplicates alone"


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the texts of an export mean.

    Attributes:
        stages: Those that occur, first to last.
        codes: For each column that is read, a number (or an outcome) by text.
        answers: Of each column of answers.
        rows: How many rows of the export say anything in the columns that are read.
        silent: How many do not.
        mended: Out of how many keys characters were left that change nothing.
        ignored: How many of the rows are no application, such as drafts.
        not_entered: How many say that their stage is not entered yet.
        lacking: For each detail that some answers lack: the heading, the characteristic that has
            it, and how many rows lack it.
    """

    stages: tuple[str, ...]
    codes: tuple[ReadOnly[str, int | str | None], ...]
    answers: tuple[Answers, ...]
    rows: int
    silent: int
    mended: int
    ignored: int
    not_entered: int
    lacking: tuple[tuple[str, str, int], ...]


def meanings_of(export: Export, mapping: Mapping) -> Meanings:
    """Return what the texts of ``export`` mean.

    Raises:
        SourceRefused: There are keys missing, or texts that mean nothing; all are listed.
        DataError: There are no rows, or too many stages or answers to count by.
    """
    found = texts_of(export)
    if not found.entries:
        export.refuse()
        raise DataError(f"{export.file} has headings and no candidates; {NOTHING_IMPORTED}")
    meanings, unknown = meanings_in(found, export.columns.read, mapping, export.serials)
    refuse_unknown(export, unknown, found)
    check_meanings(export.file, meanings)
    if meanings.ignored == meanings.rows:
        raise DataError(f"{export.file} has {DRAFTS_ALONE}; {NOTHING_IMPORTED}")
    return meanings


def meanings_in(
    found: "CandidateTexts",
    read: tuple[Column, ...],
    mapping: Mapping,
    serials: "Serials | None" = None,
) -> tuple[Meanings, list[Unknown]]:
    """Return what the texts ``found`` in the columns that are read mean, and those that do not."""
    texts = found.texts
    unknown: list[Unknown] = []
    lacking: list[tuple[str, str, int]] = []
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
            lacking += _lacking(column, known, answers[-1])
        else:
            codes.append(codes_of(column, known, mapping, stages, serials))
        unknown.extend(_unknown(column, known, codes[-1]))
    ignored, not_entered = _left_out(read, texts, codes)
    meanings = Meanings(
        stages,
        tuple(codes),
        tuple(answers),
        found.entries,
        found.silent,
        found.mended,
        ignored,
        not_entered,
        tuple(lacking),
    )
    return meanings, unknown


def words_in(export: Export) -> set[str]:
    """Return the different texts of the columns of stages, outcomes and answers.

    Raises:
        SourceRefused: There are too many to be answers.
    """
    columns = zip(export.columns.read, texts_of(export).texts, strict=True)
    export.refuse()
    return {text for column, known in columns if column.role != "date" for text in known}


def _unknown(
    column: Column, known: dict[str, int], codes: ReadOnly[str, int | str | None]
) -> list[Unknown]:
    return [
        Unknown(column, text, rows, unreadable(text))
        for text, rows in known.items()
        if text not in codes or unreadable(text) is not None
    ]


def _lacking(
    column: Column, known: dict[str, int], answers: Answers
) -> Iterator[tuple[str, str, int]]:
    for detail, texts in answers.lacking.items():
        yield column.heading, detail, sum(known[text] for text in texts)


def _left_out(
    read: tuple[Column, ...], texts: Texts, codes: list[ReadOnly[str, int | str | None]]
) -> tuple[int, int]:
    outcomes = [
        (own.get(text), rows)
        for column, known, own in zip(read, texts, codes, strict=True)
        if column.role == "outcome"
        for text, rows in known.items()
    ]
    ignored, not_entered = (
        sum(rows for each, rows in outcomes if each == why) for why in ("ignored", "not entered")
    )
    return ignored, not_entered


def check_meanings(file: str, meanings: Meanings) -> None:
    """Refuse what cannot be counted by.

    Raises:
        DataError: There are no stages, or too many of them or of answers.
    """
    from math import prod

    if not meanings.stages:
        raise DataError(f"{file} has no date of a stage in any row; {NOTHING_IMPORTED}")
    if len(meanings.stages) > MOST_STAGES:
        raise DataError(f"{file} has over {MOST_STAGES} stages; {NOTHING_IMPORTED}")
    if prod(len(each.meanings) for each in meanings.answers) > MOST_MEANINGS:
        raise DataError(
            f"{file} has too many characteristics to count together; say in the mapping "
            f"which columns are ignored; {NOTHING_IMPORTED}"
        )
