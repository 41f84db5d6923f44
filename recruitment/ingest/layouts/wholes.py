"""Totals in tidy rows: how they are written, and those who are the rest of them."""

from collections.abc import Sequence
from typing import Any

from recruitment.ingest.mapping.lookup import characteristic_of, word
from recruitment.ingest.mapping.mapping import Characteristic, Mapping

EVERYBODY = "all"
Row = dict[str, Any]


def as_everybody(characteristic: str, category: str, mapping: Mapping) -> tuple[str, str]:
    """Return what a row is named by, where "All" beside a characteristic is the total of it.

    >>> from recruitment.ingest.mapping.defaults import default_mapping
    >>> as_everybody("Ethnicity", "Total", default_mapping())
    ('all', 'Total')
    >>> as_everybody("Ethnicity", "BAME", default_mapping())
    ('Ethnicity', 'BAME')
    """
    known = characteristic_of(mapping, characteristic)
    total = word(category) or ""
    if known is None or total in known.answers or not total:
        return characteristic, category
    is_total = total in mapping.characteristics[EVERYBODY].answers
    return (EVERYBODY if is_total else characteristic), category


def with_the_rest(
    rows: Sequence[Row], keys: Sequence[str], count: str, mapping: Mapping
) -> tuple[list[Row], list[str]]:
    """Return ``rows`` and the comparator of each characteristic of which it alone has no rows.

    It is the rest of the total, and is added only where it is the one category that can be; a rest
    below 0 is left to the checks.

    Args:
        rows: The rows of one table.
        keys: The columns that tell its counts apart, beside characteristic and category.
        count: The column of people.
        mapping: What the categories are.

    Returns:
        The rows, and a note of those who are the rest.
    """
    wholes: dict[tuple[Any, ...], dict[str, list[Row]]] = {}
    for row in rows:
        own = wholes.setdefault(tuple(row[name] for name in keys), {})
        own.setdefault(row["characteristic"], []).append(row)
    added = [
        {**total, "characteristic": code, "category": rest, count: left}
        for code, rest in _rests(rows, mapping)
        for own in wholes.values()
        for total in own.get(EVERYBODY, [])
        if code in own and (left := total[count] - sum(row[count] for row in own[code])) >= 0
    ]
    return [*rows, *added], _told(added, rows)


def _rests(rows: Sequence[Row], mapping: Mapping) -> list[tuple[str, str]]:
    counted: dict[str, set[str]] = {}
    for row in rows:
        counted.setdefault(row["characteristic"], set()).add(row["category"])
    found = ((code, _rest(mapping.characteristics[code], own)) for code, own in counted.items())
    return [(code, rest) for code, rest in found if rest]


def _rest(characteristic: Characteristic, counted: set[str]) -> str | None:
    """Return the one comparator, where every group is counted and it is not."""
    kinds = {each.name: each.kind for each in characteristic.categories}
    groups = {name for name, kind in kinds.items() if kind == "group"}
    others = [name for name, kind in kinds.items() if kind == "comparator"]
    is_rest = len(others) == 1 and groups and groups <= counted and others[0] not in counted
    return others[0] if is_rest and characteristic.refines is None else None


def _told(added: Sequence[Row], rows: Sequence[Row]) -> list[str]:
    if not added:
        return []
    blank = {row["characteristic"] for row in rows if row["category"] == "Not stated"}
    names = dict.fromkeys(
        row["category"]
        if row["characteristic"] in blank
        else f"{row['category']} (those who did not state among them)"
        for row in added
    )
    return [f"Not given, and so the rest of each total: {', '.join(names)}."]
