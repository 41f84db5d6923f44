"""What a reader must know of other weights of the areas, one sentence to a note."""

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from reports.cells import bare
from reports.proportion_readings import short_reading, who

KEYS = ["population", "role", "characteristic", "group"]


def on_other_weights(rows: pl.DataFrame, sensitivity: pl.DataFrame | None) -> Iterator[str]:
    """Say how far the benchmark moves with the weights, and whether a reading changes with it.

    Args:
        rows: With a reading under the weights declared.
        sensitivity: The same rows under other weights, each under the name of its ``weighting``;
            empty where one area alone leaves none to try, None where no weights are declared.
    """
    if sensitivity is None:
        return
    if sensitivity.is_empty():
        yield "No other weights are tried: that takes two areas with benchmarks of their own."
        return
    declared = {_key(row): short_reading(row) for row in rows.to_dicts()}
    alone = pl.col("weighting").str.ends_with(" alone")
    for kind, own in (
        ("each weight moved by up to 10 points", sensitivity.filter(~alone)),
        ("each area alone", sensitivity.filter(alone)),
    ):
        for _, group in own.group_by(["characteristic", "group"], maintain_order=True):
            yield f"With {kind}, {_range(group)}; {_changes(group, declared)}."


def _range(group: pl.DataFrame) -> str:
    shares = group["benchmark_pct"].to_list()
    low, high = bare(min(shares)), bare(max(shares))
    return f"the benchmark of {who(group.row(0, named=True))} runs from {low}% to {high}%"


def _changes(group: pl.DataFrame, declared: Mapping[tuple[Any, ...], str]) -> str:
    """Name the places at which a reading is another than under the weights declared."""
    every = dict.fromkeys(map(_place, group.to_dicts()))
    changed = dict.fromkeys(
        _place(row) for row in group.to_dicts() if row["reading"] != declared[_key(row)]
    )
    if not changed:
        return "every reading stays the same"
    if len(changed) == len(every):
        return f"{'every' if len(every) > 1 else 'the'} reading changes under some of them"
    return f"the reading changes at {'; '.join(changed)}"


def _place(row: Mapping[str, Any]) -> str:
    return f"{row['population']}, {row['role']}" if row["role"] else str(row["population"])


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in KEYS)
