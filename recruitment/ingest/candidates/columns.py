"""The columns of an export that are read, by what its headings mean; no other column is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from recruitment.ingest.candidates import layouts
from recruitment.ingest.faults import Fault, Place, SourceRefused
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.mapping.roles import (
    CANDIDATE,
    FURTHEST,
    OUTCOME,
    PERSON,
    STAGE,
    CandidateColumns,
    candidate_columns,
)

Role = Literal["stage", "outcome", "date", "answers"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column whose texts mean something.

    Attributes:
        place: Where it stands in the file, from 0.
        heading: As the file has it.
        role: What its texts mean.
        subject: The stage of a date or the characteristic of answers; else empty.
    """

    place: int
    heading: str
    role: Role
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that are read.

    Attributes:
        candidate: Where the key stands that candidates are counted by, from 0.
        candidate_heading: Its heading.
        person: Where the key of people stands, who may have several applications; None for nowhere.
        read: The others: stage, outcome, dates, answers.
        layout: The layout, or None where the keys must tell.
        dated: The stages whose dates have a column, read or not.
    """

    candidate: int
    candidate_heading: str
    person: int | None
    read: tuple[Column, ...]
    layout: str | None
    dated: tuple[str, ...] = ()

    def of(self, role: Role) -> tuple[Column, ...]:
        """Return the columns of one role, in the order in which they are read."""
        return tuple(column for column in self.read if column.role == role)


def columns_under(
    headings: Sequence[str], mapping: Mapping, layout: str | None, place: Place
) -> Columns:
    """Return the columns to read of a file with these ``headings``, which stand at ``place``.

    Raises:
        UsageError: There is no such layout.
        SourceRefused: A column is missing, or there are two of one kind.
    """
    asked = layouts.asked_for(layout)
    found = candidate_columns(headings, mapping)
    faults = tuple(Fault(place, what) for what in _problems(found, asked))
    if faults:
        raise SourceRefused(place.file, faults)
    fits = (asked,) if asked else layouts.fitting(found)
    return Columns(
        found.roles[CANDIDATE],
        headings[found.roles[CANDIDATE]],
        found.roles.get(PERSON),
        tuple(_read(found, headings, mapping, fits)),
        fits[0] if len(fits) == 1 else None,
        tuple(found.dates),
    )


def _read(
    found: CandidateColumns, headings: Sequence[str], mapping: Mapping, fits: tuple[str, ...]
) -> Iterator[Column]:
    roles = found.roles
    if layouts.DATE_PER_STAGE in fits:
        for stage in mapping.stage_order:
            if stage in found.dates:
                yield Column(found.dates[stage], headings[found.dates[stage]], "date", stage)
    else:
        alone = fits == (layouts.FURTHEST_STAGE,)
        first, second = (FURTHEST, STAGE) if alone else (STAGE, FURTHEST)
        stages = roles[first if first in roles else second]
        yield Column(stages, headings[stages], "stage")
    if OUTCOME in roles:
        yield Column(roles[OUTCOME], headings[roles[OUTCOME]], "outcome")
    for code in mapping.characteristics:
        if code in roles:
            yield Column(roles[code], headings[roles[code]], "answers", code)


def _problems(found: CandidateColumns, asked: str | None) -> Iterator[str]:
    yield from found.problems
    if CANDIDATE not in found.roles:
        yield (
            "no column is the key that candidates are counted by, such as “Candidate ID”; "
            "name it in the mapping under [columns] as candidate"
        )
    if not set(found.roles) - {CANDIDATE, PERSON, STAGE, FURTHEST, OUTCOME}:
        yield (
            "no column holds answers, such as “Ethnicity” or “Sex”; name them in the mapping under "
            "[columns]"
        )
    yield from _on_layout(found, asked)


def _on_layout(found: CandidateColumns, asked: str | None) -> Iterator[str]:
    by_stage = STAGE in found.roles or FURTHEST in found.roles
    fits = layouts.fitting(found)
    if asked == layouts.DATE_PER_STAGE and not found.dates:
        yield "no column is the date of a stage, such as “Application date”, as that layout has"
    elif asked and asked != layouts.DATE_PER_STAGE and not by_stage:
        yield "no column is a stage, such as “Stage” or “Furthest stage”, as that layout has"
    elif not asked and not fits:
        yield (
            "no column is a stage, such as “Stage” or “Furthest stage”, and none is the date of "
            "one; name them in the mapping under [columns] or [dates.columns]"
        )
    elif not asked and layouts.DATE_PER_STAGE in fits and len(fits) > 1:
        yield (
            "it has a column of stages and dates of several stages; say which counts: "
            f"--layout {' or '.join(layouts.SHORT)}"
        )
