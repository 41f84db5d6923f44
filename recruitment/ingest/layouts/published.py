"""Rows of the published categories for rows in detail, where every group of one is counted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from recruitment.ingest.mapping.ethnic_groups import NEWER
from recruitment.ingest.mapping.mapping import Mapping
from recruitment.ingest.mapping.roll_up import rolled_up

if TYPE_CHECKING:
    from decimal import Decimal

Row = dict[str, Any]


def rolled_up_rows(
    rows: Sequence[Row], keys: Sequence[str], count: str, mapping: Mapping
) -> tuple[list[Row], list[str]]:
    """Return ``rows`` and the sums of those in detail, and a note of what was summed.

    A published category is summed only where all the detailed ones that make it up are counted, or
    all but those that older forms do not have; and only where its characteristic has no rows.

    Args:
        rows: The rows of one table.
        keys: The columns that tell its counts apart, beside characteristic and category.
        count: The column of people.
        mapping: What the detailed categories belong to.
    """
    own = {row["characteristic"] for row in rows}
    added: list[Row] = []
    notes = []
    for code in sorted(own):
        above = mapping.characteristics[code].refines
        if above is not None and above not in own:
            added += _summed(rows, code, keys, count, mapping)
            notes.append(f"The categories of {above} are the sums of those of {code}.")
    return [*rows, *added], notes if added else []


def _summed(
    rows: Sequence[Row], code: str, keys: Sequence[str], count: str, mapping: Mapping
) -> list[Row]:
    groups = rolled_up(mapping, code)
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        if row["characteristic"] == code:
            key = (*(row[name] for name in keys), groups[row["category"]])
            found.setdefault(key, []).append(row)
    return [
        _sum(each, mapping.characteristics[code].refines, key[-1], count)
        for key, each in found.items()
        if {name for name, above in groups.items() if above == key[-1]} - NEWER
        <= {row["category"] for row in each}
    ]


def _sum(rows: Sequence[Row], characteristic: str | None, category: str, count: str) -> Row:
    own: Row = {"characteristic": characteristic, "category": category}
    for name in (count, "share_pct"):
        if name in rows[0]:
            values: list[int | Decimal | None] = [row[name] for row in rows]
            known = [each for each in values if each is not None]
            own[name] = sum(known) if len(known) == len(values) else None
    return {**rows[0], **own}
