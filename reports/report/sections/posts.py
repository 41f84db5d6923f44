"""Which post a row is about: a role in a unit."""

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]


def post(row: Row) -> str:
    """Return role and unit, as a sentence begins with them.

    >>> post({"role": "Police officer", "unit": "Leicestershire Police"})
    'Police officer, Leicestershire Police'
    """
    return f"{row['role']}, {row['unit']}"


def with_post(row: Row) -> dict[str, Any]:
    """Add ``post`` to a row."""
    return {**row, "post": post(row)}


def by_post(rows: "list[dict[str, Any]]") -> "dict[str, list[dict[str, Any]]]":
    """Return the rows of each post."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(post(row), []).append(row)
    return found
