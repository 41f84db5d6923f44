"""What one cell of a table means: rules that go by caption, heading and the head of the row."""

import re
from dataclasses import dataclass
from typing import Literal

from analytics.disclosure.cells import ENTERED, NOT_STATED, Cell
from recruitment.attack.numbers import plain
from recruitment.attack.schema import OF_OUTCOMES, Schema, groups
from reports.protected.material import ALL, Campaign, Group, Part

MARK = re.compile(r" \[[a-z]\]$")
BY = re.compile(r", by ([^,]+(?:,[^,]+)?)$")
EVERYBODY = {"all", "all candidates", "entered", "in process"}
Rule = Literal["count", "share", "change", "public"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cell is.

    Attributes:
        rule: A count, a share or change worked out from counts, or a figure that is public.
        cells: The counts it is, or is worked out from.
        rank: Where its row should stand among the others.
        column: Where its column should.
        public: The figure, where it is public.
    """

    rule: Rule
    cells: tuple[Cell, ...]
    rank: tuple[int, ...]
    column: tuple[int, ...]
    public: str = ""


def meaning(caption: str, heading: str, head: str, schema: Schema) -> Meaning | None:
    """Return what a cell means, or None where nobody can tell.

    Args:
        caption: Of the table.
        heading: Of the column.
        head: The first cell of the row.
        schema: What a reader knows.
    """
    caption, heading = (plain(each) for each in (caption, heading))
    head = MARK.sub("", plain(head))
    return (
        _of_background(heading, head, schema)
        or _of_community(heading, head, schema)
        or _of_changes(caption, heading, head, schema)
        or _of_row(caption, heading, head, schema)
    )


def _of_background(heading: str, head: str, schema: Schema) -> Meaning | None:
    """Read the list of campaigns: a row to each."""
    for place, own in enumerate(schema.campaigns):
        if _same(own.code, head):
            cell = _background_cell(heading, own)
            if cell is not None:
                return Meaning("count", (cell,), (place,), ())
    return None


def _background_cell(heading: str, own: Campaign) -> Cell | None:
    match heading.casefold():
        case "submitted" if own.applications:
            return own.applications.cell(own.applications.stages[0])
        case "withdrawn" if own.applications:
            return own.applications.cell(own.applications.stages[0], outcome="withdrawn")
        case "in process" if own.counts:
            return own.counts.cell(own.counts.stages[0])
    return None


def _of_community(heading: str, head: str, schema: Schema) -> Meaning | None:
    if head != "Community" or not heading.endswith(" (%)"):
        return None
    for group, share in schema.community.items():
        if _same(group[1], heading.removesuffix(" (%)")):
            return Meaning("public", (), (len(schema.parts),), (), share)
    return None


def _of_changes(caption: str, heading: str, head: str, schema: Schema) -> Meaning | None:
    """Read changes of one campaign: a row to each group, its stages for headings."""
    part = _part(caption, schema)
    if part is None or "change in representation" not in caption:
        return None
    group = _group(head, "", part)
    if group is None:
        return None
    rank = (groups(part).index(group),)
    stage = heading.removesuffix(" (%)")
    if stage in part.stages and heading != stage:
        cell = part.cell(stage, group)
        return Meaning("share", (cell, cell.everybody()), rank, (part.stages.index(stage),))
    if heading != "Change (pp)":
        return None
    last = next((s for s in reversed(part.stages) if caption.endswith(f" to {s}")), None)
    if last is None:
        return None
    ends = [part.cell(each, group) for each in (part.stages[0], last)]
    cells = tuple(cell for end in ends for cell in (end, end.everybody()))
    return Meaning("change", cells, rank, (len(part.stages),))


def _of_row(caption: str, heading: str, head: str, schema: Schema) -> Meaning | None:
    """Read a row that is a stage of the campaign in the caption, or names campaign and stage."""
    found = _stage(caption, head, schema)
    if found is None:
        return None
    part, stage = found
    rank = (schema.parts.index(part), part.stages.index(stage))
    outcome = _outcome(caption, part)
    if heading.casefold() in OF_OUTCOMES:
        place = OF_OUTCOMES.index(heading.casefold()) + 1
        return Meaning("count", (part.cell(stage, ALL, heading.casefold()),), rank, (place,))
    if heading.casefold() in EVERYBODY:
        entered = heading.casefold() == "entered"
        cell = part.cell(stage, ALL, ENTERED if entered else outcome)
        return Meaning("count", (cell,), rank, (0,))
    asked = BY.search(caption)
    group = _group(heading.removesuffix(" (%)"), asked[1] if asked else "", part)
    if group is None:
        return None
    column = (_place(group, part),)
    if heading.endswith(" (%)"):
        cell = part.cell(stage, group)
        return Meaning("share", (cell, cell.everybody()), rank, column)
    return Meaning("count", (part.cell(stage, group, outcome),), rank, column)


def _place(group: Group, part: Part) -> int:
    """Return where a group stands among all; what is in no category stands last."""
    return groups(part).index(group) + 1


def _stage(caption: str, head: str, schema: Schema) -> tuple[Part, str] | None:
    of_caption = _part(caption, schema)
    if of_caption is not None:
        stage = next((each for each in of_caption.stages if _same(each, head)), None)
        return None if stage is None else (of_caption, stage)
    for part in schema.parts:
        for stage in part.stages:
            if _same(f"{part.label}: {stage}", head):
                return part, stage
    return None


def _part(caption: str, schema: Schema) -> Part | None:
    """Return the candidates of the campaign with which a caption begins."""
    for own in schema.campaigns:
        if own.counts and caption.casefold().startswith(f"{plain(own.code).casefold()}: "):
            return own.counts
    return None


def _outcome(caption: str, part: Part) -> str:
    told = caption.casefold().removeprefix(f"{plain(part.label).casefold()}: ")
    return next((each for each in OF_OUTCOMES if told.startswith(f"{each} at each")), ENTERED)


def _group(text: str, asked: str, part: Part) -> Group | None:
    """Return the category called so; where several are, the one of the question asked."""
    called = [each for each in groups(part) if _same(each[1], text)]
    called += [
        each
        for each in groups(part)
        if each[1] == NOT_STATED and _same(f"{_in_words(each[0])} not stated", text)
    ]
    own = [each for each in called if _same(_in_words(each[0]), asked)]
    if own:
        return own[0]
    return called[0] if len(called) == 1 else None


def _in_words(characteristic: str) -> str:
    return characteristic.replace("_", " ")


def _same(label: str, text: str) -> bool:
    return plain(label).casefold() == text.casefold()
