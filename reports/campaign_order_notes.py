"""What a reader must know of campaigns that are charted one after the other."""

from collections.abc import Iterator, Sequence

import polars as pl

from reports.wording import few, listed


def on_provisional(rows: pl.DataFrame) -> Iterator[str]:
    """Name the campaigns in which people are still waiting at an earlier stage."""
    waiting = rows.filter("provisional")["campaign"].unique(maintain_order=True).sort().to_list()
    if waiting:
        yield (
            f"Provisional, because people still wait at an earlier stage: {listed(waiting)} at "
            f"{rows['stage'][0]}."
        )


def on_campaigns(chosen: pl.DataFrame) -> Iterator[str]:
    """Say in which order campaigns stand, and what makes them hard to compare.

    Args:
        chosen: The campaigns that are charted: campaign, route, opened and closed, in order.
    """
    yield from _on_routes(chosen)
    yield from _on_overlaps(chosen)
    codes = chosen["campaign"].to_list()
    yield (
        f"Campaigns stand in the order in which they opened: {listed(codes)}; the same person may "
        "have applied to more than one, and the limits take the applications as independent."
    )
    unknown = chosen.filter(pl.col("opened").is_null())["campaign"].to_list()
    if unknown:
        yield f"No opening date is known of {listed(unknown)}, last in that order."


def on_campaigns_elsewhere(codes: Sequence[str], rows: pl.DataFrame) -> Iterator[str]:
    """Name the campaigns that have counts, but none of those that are charted."""
    for code in codes:
        if code not in rows["campaign"]:
            yield f"{code} is left out: it has nothing to count at {rows['stage'][0]}."


def _on_overlaps(chosen: pl.DataFrame) -> Iterator[str]:
    dated = chosen.drop_nulls(["opened", "closed"]).to_dicts()
    pairs = [
        f"{first['campaign']} and {second['campaign']}"
        for place, first in enumerate(dated)
        for second in dated[place + 1 :]
        if second["opened"] <= first["closed"]
    ]
    if pairs:
        yield f"Open at the same time, so that neither is the later: {few(pairs)}."


def _on_routes(chosen: pl.DataFrame) -> Iterator[str]:
    routes: dict[str, list[str]] = {}
    for code, route in chosen.select("campaign", "route").drop_nulls().iter_rows():
        routes.setdefault(route, []).append(code)
    if len(routes) > 1:
        named = [f"{route} ({listed(codes)})" for route, codes in routes.items()]
        yield (
            f"The campaigns recruit by different routes, which differ in who may apply: "
            f"{listed(named)}. A signal between routes need not be a change over time."
        )
