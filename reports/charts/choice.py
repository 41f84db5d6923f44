"""What of a table can be drawn: real numbers, and no more campaigns than are told apart."""

import math
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from reports.charts.labels import distinct, shortened
from reports.visible import visible
from reports.wording import listed

if TYPE_CHECKING:
    import polars as pl

MAX_CAMPAIGNS = 6


def finite_rows(table: "pl.DataFrame") -> list[dict[str, Any]]:
    """Return the rows with null for what is not a number, which JSON and charts cannot hold."""
    return [
        {
            name: None if isinstance(value, float) and not math.isfinite(value) else value
            for name, value in row.items()
        }
        for row in table.to_dicts()
    ]


def drawn_campaigns(
    every: Sequence[str], counted: Collection[str], why_not: str
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the label of each campaign to draw, and sentences on what is left out and why.

    Args:
        every: Their names, in order.
        counted: Those that have something to draw.
        why_not: The reason that the others have not.
    """
    known = [name for name in every if name in counted]
    sentences = [
        f"{visible(name)} is not drawn: {why_not}." for name in every if name not in counted
    ]
    if known[:-MAX_CAMPAIGNS]:
        earlier = listed([visible(name) for name in known[:-MAX_CAMPAIGNS]])
        sentences.append(f"The last {MAX_CAMPAIGNS} campaigns are drawn; not drawn: {earlier}.")
    labels = distinct((name, shortened(name, 20)) for name in known[-MAX_CAMPAIGNS:])
    return labels, tuple(sentences)
