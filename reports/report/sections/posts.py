"""Which post a row of joiners and leavers is about."""

from typing import Any

Row = dict[str, Any]


def with_post(row: Row) -> Row:
    """Add ``post``, the role and the unit in one."""
    return {**row, "post": f"{row['role']}, {row['unit']}"}


def where(row: Row) -> str:
    """Return post and period, as a sentence begins with them."""
    return f"{with_post(row)['post']}, {row['period']}"
