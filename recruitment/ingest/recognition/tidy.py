"""Tables with one line to a stage and group, as databases write them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from analytics.audit.printed import Cell, PrintedRow
from recruitment.ingest.blocks import Grid
from recruitment.ingest.recognition.columns import ALL
from recruitment.ingest.recognition.figures import figure
from recruitment.ingest.recognition.places import Remark
from recruitment.ingest.recognition.rows import share_text
from recruitment.ingest.recognition.vocabulary import (
    NOT_STATED,
    category,
    is_blank,
    labels,
    names,
    plain,
    words,
)

NEEDED = {"stage", "group", "count"}


@dataclass(slots=True)
class Draft:
    """The lines of one campaign, stage and outcome, put together to a row."""

    label: str
    place: str
    total: int | None = None
    counts: dict[Cell, int] = field(default_factory=dict)
    shares: dict[Cell, str] = field(default_factory=dict)


@cache
def _columns() -> dict[str, str]:
    return {name: column for column, each in labels()["tidy"].items() for name in each}


def tidy_columns(row: Sequence[str]) -> dict[str, int]:
    """Return where each column of a tidy table stands by its headings; empty if it is none.

    >>> tidy_columns(["Stage", "Group", "People", "Total", "%"])
    {'stage': 0, 'group': 1, 'count': 2, 'total': 3, 'share': 4}
    """
    found: dict[str, int] = {}
    for place, text in enumerate(row):
        column = _columns().get(plain(text))
        if column is not None and found.setdefault(column, place) != place:
            return {}
    return found if found.keys() >= NEEDED else {}


def tidy_rows(
    grid: Grid, columns: Mapping[str, int]
) -> tuple[dict[str | None, list[PrintedRow]], list[Remark]]:
    """Return the rows of counts by campaign (None where none is named), and what was not read."""
    drafts: dict[tuple[str | None, str], Draft] = {}
    remarks: list[Remark] = []
    for row, place in list(zip(grid.rows, grid.places, strict=True))[1:]:
        if any(row):
            said = {name: row[at] for name, at in columns.items()}
            label = " ".join(filter(None, (said["stage"], said.get("outcome", ""))))
            key = (said.get("campaign") or None, label)
            draft = drafts.setdefault(key, Draft(label, place))
            remarks += [Remark(place, fault) for fault in _taken(draft, said)]
    found: dict[str | None, list[PrintedRow]] = {}
    for (campaign, _), each in drafts.items():
        own = PrintedRow(each.label, each.place, each.total, each.counts, each.shares)
        found.setdefault(campaign, []).append(own)
    return found, remarks


def _taken(draft: Draft, said: Mapping[str, str]) -> Iterator[str]:
    cell = _cell(said["group"], said.get("characteristic", ""))
    count, total = figure(said["count"]), figure(said.get("total", ""))
    name = f"“{draft.label}”, {said['group']}"
    if cell is None:
        yield f"{name}: the group is not known, and no characteristic is named"
        return
    if cell == ALL:
        total, count = count, figure("")
    yield from _totalled(draft, total.count, name)
    if cell in draft.counts or cell in draft.shares:
        yield f"{name} stands there twice; the first is read"
        return
    if count.count is not None:
        draft.counts[cell] = count.count
    elif said["count"] and cell != ALL:
        yield f"{name}: “{said['count']}” is {count.state}"
    share = share_text(said.get("share", ""))
    if share and cell != ALL:
        draft.shares[cell] = share
        if count.count is None:
            yield f"{name}: {share} cannot be checked: no count can be read"


def _totalled(draft: Draft, total: int | None, name: str) -> Iterator[str]:
    if draft.total is not None and total not in {None, draft.total}:
        yield f"{name}: its total is {total:,}, and {draft.total:,} above; the first is read"
    elif draft.total is None:
        draft.total = total


def _cell(group: str, characteristic: str) -> Cell | None:
    known = names("characteristics").get(plain(characteristic)) or plain(characteristic)
    known = known.replace(" ", "_")
    if plain(group) in words("total"):
        return ALL
    if is_blank(group):
        return (known, NOT_STATED) if known else None
    return category(group) or ((known, group) if known and group else None)
