"""The monitoring tables of one campaign: a row to a stage, groups side by side."""

from collections.abc import Sequence
from typing import Any

from reports.cells import cell, known
from reports.columns.column import NOT_AVAILABLE
from reports.display import label
from reports.report.model import Table

Row = dict[str, Any]
# More than this would not fit across a page.
MOST_GROUPS = 5


def stage_tables(campaign: str, key: str, rows: Sequence[Row]) -> tuple[list[Table], list[Table]]:
    """Return tables of people, Not stated among them, and tables of shares.

    Args:
        campaign: The campaign, for the captions.
        key: What the keys of the tables begin with.
        rows: Its rows of ``stages``.

    Returns:
        Both in parts of at most ``MOST_GROUPS`` groups.
    """
    groups = list(dict.fromkeys((row["characteristic"], row["group"]) for row in rows))
    parts = [groups[start : start + MOST_GROUPS] for start in range(0, len(groups), MOST_GROUPS)]
    people = [
        _table(f"{key}-people", f"{campaign}: candidates at each stage", number, rows, _people(own))
        for number, own in enumerate(parts, start=1)
    ]
    shares = [
        _table(
            f"{key}-shares", f"{campaign}: representation at each stage", number, rows, _shares(own)
        )
        for number, own in enumerate(parts, start=1)
    ]
    return people, shares


Group = tuple[str, str]
# A heading, whose figures, and which of the row's columns.
Wanted = tuple[str, Group, str]


def _people(groups: Sequence[Group]) -> list[Wanted]:
    """Each group, and after the last of a characteristic those who did not state an answer."""
    wanted: list[Wanted] = []
    for place, (characteristic, group) in enumerate(groups):
        wanted.append((group, (characteristic, group), "group_entered"))
        if characteristic not in [name for name, _ in groups[place + 1 :]]:
            asked = label("characteristic", characteristic)
            wanted.append((f"{asked} not stated", (characteristic, group), "not_stated"))
    return wanted


def _shares(groups: Sequence[Group]) -> list[Wanted]:
    return [
        each
        for own in groups
        for each in ((own[1], own, "group_entered"), (f"{own[1]} (%)", own, "representation_pct"))
    ]


def _table(
    key: str, caption: str, number: int, rows: Sequence[Row], wanted: Sequence[Wanted]
) -> Table:
    stages = list(dict.fromkeys(row["stage"] for row in rows))
    found = {(row["stage"], row["characteristic"], row["group"]): row for row in rows}
    cells = tuple(
        (
            _stage(stage, rows),
            _everybody(stage, rows),
            *(_cell(found.get((stage, *group)), name) for _, group, name in wanted),
        )
        for stage in stages
    )
    return Table(
        key=key if number == 1 else f"{key}-{number}",
        caption=caption if number == 1 else f"{caption} (part {number})",
        headings=("Stage", "All candidates", *(heading for heading, _, _ in wanted)),
        numeric=(False, *[True] * (len(wanted) + 1)),
        rows=cells,
    )


def _stage(stage: str, rows: Sequence[Row]) -> str:
    waiting = any(row["provisional"] for row in rows if row["stage"] == stage)
    return f"{stage} [p]" if waiting else stage


def _everybody(stage: str, rows: Sequence[Row]) -> str:
    """Return how many entered, as a range where the characteristics do not agree."""
    totals = sorted({row["entered"] for row in rows if row["stage"] == stage})
    ends = dict.fromkeys([totals[0], totals[-1]])
    return " to ".join(f"{total:,}" for total in ends)


def _cell(row: Row | None, name: str) -> str:
    if row is None or not known(row[name]):
        return NOT_AVAILABLE
    return cell(name, row)
