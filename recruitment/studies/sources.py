"""Where figures come from, and the date that they describe."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


def source_of(listed: "pl.DataFrame") -> str:
    """Return where the counts come from: each document once, with the places in it."""
    places: dict[str, dict[str, None]] = {}
    for document, source in listed.select("document", "source").iter_rows():
        place = source.partition(", ")[2] if document else ""
        places.setdefault(document or source, {})[place] = None
    return ". ".join(
        f"{document}: {'; '.join(filter(None, within))}" if any(within) else document
        for document, within in places.items()
    )


def as_at_of(listed: "pl.DataFrame") -> str | None:
    """Return the one date (ISO) that all counts describe, or None where they differ."""
    dates = listed["as_at"].drop_nulls().unique().to_list()
    return str(dates[0]) if len(dates) == 1 else None
