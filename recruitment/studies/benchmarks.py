"""Which community figures are compared with: those of an area, or of areas mixed by weight."""

import math
from typing import TYPE_CHECKING

import queries
from analytics.community_shares import COLUMNS, mix_name, mixed_shares, nearest_shares
from recruitment.errors import DataError, UsageError, nearest
from reports.wording import HOME_AREA

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    import duckdb
    import polars as pl

ADDS_UP_WITHIN = 1e-6


def benchmarks(
    con: "duckdb.DuckDBPyConnection",
    *,
    as_at: "dt.date",
    area: str | None = None,
    weights: "Mapping[str, float] | None" = None,
) -> "pl.DataFrame":
    """Return the share of each group in the community served.

    Args:
        con: An open warehouse.
        as_at: The date of the figures to compare; of several community figures the nearest counts.
        area: An area, by its name or what it is also called, in any case. None takes the area that
            has figures on the most characteristics.
        weights: How much of the community each area is, by name, adding up to 1. The benchmark is
            the mix; of where people live (``home_area``) it is the weights themselves.

    Returns:
        One row per characteristic and group: ``characteristic group area benchmark_pct
        benchmark_as_at quality document source``. Where the area, or an area of the mix, has no
        figure on a characteristic, the row is that of the area with the most; ``area`` says which.

    Raises:
        UsageError: Both an area and weights are given, an area is unknown or named twice, or the
            weights are not shares that add up to 1.
        DataError: The warehouse has no community figures.
    """
    if area is not None and weights is not None:
        raise UsageError("--area and --weights exclude each other; weights name the areas")
    shares = nearest_shares(queries.populations(con), as_at)
    if shares.is_empty():
        if not queries.populations(con).is_empty():
            raise DataError(
                "the community figures give no share of any group: only numbers of people, not "
                "out of how many; import share_pct, or the people of everybody (all, All)"
            )
        raise DataError("there are no community figures to compare with; import populations")
    whole = shares.filter(area=_most_covered(shares))
    names = area_names(con)
    if weights is not None:
        return _or_else(_mixed(shares, known_weights(names, weights)), whole)
    if area is None:
        return whole.select(COLUMNS)
    return _or_else(shares.filter(area=_known(names, area)).select(COLUMNS), whole)


def known_weights(names: "Mapping[str, str]", weights: "Mapping[str, float]") -> dict[str, float]:
    """Return ``weights`` by the areas' own names.

    Raises:
        UsageError: An area is unknown or named twice, or the weights are not shares of 1.
    """
    known: dict[str, float] = {}
    for name, weight in weights.items():
        area = _known(names, name)
        if area in known:
            raise UsageError(f"--weights names {area} twice; name each area once")
        if not 0 <= weight <= 1:
            raise UsageError(f"--weights {name}: a weight is between 0 and 1, not {weight:g}")
        known[area] = weight
    total = math.fsum(known.values())
    if abs(total - 1) > ADDS_UP_WITHIN:
        raise UsageError(f"--weights add up to {total:g}, not 1: {mix_name(known) or 'none given'}")
    return known


def area_names(con: "duckdb.DuckDBPyConnection") -> dict[str, str]:
    """Return the name of each area by its name and by what it is also called, in lower case."""
    listed = queries.populations(con).select("area", "also_called").unique(maintain_order=True)
    called = {also.casefold(): area for area, also in listed.rows() if also}
    return called | {area.casefold(): area for area in listed["area"]}


def _known(names: "Mapping[str, str]", name: str) -> str:
    area = names.get(name.strip().casefold())
    if area is None:
        raise UsageError(f"there is no area {name!r}; {nearest(name, _as_written(names), '; ')}")
    return area


def _as_written(names: "Mapping[str, str]") -> list[str]:
    """Return the names of areas as these spell them, and what they are also called."""
    own = {area.casefold(): area for area in names.values()}
    return sorted(own.get(name, name) for name in names)


def _most_covered(shares: "pl.DataFrame") -> str:
    """Return the area with figures on the most characteristics; of several the first by name."""
    import polars as pl

    covered = shares.group_by("area").agg(pl.col("characteristic").n_unique())
    return str(covered.sort("characteristic", "area", descending=[True, False])["area"].item(0))


def _mixed(shares: "pl.DataFrame", weights: "Mapping[str, float]") -> "pl.DataFrame":
    import polars as pl

    mixed = mixed_shares(shares, weights)
    where_people_live = pl.DataFrame(
        {
            "characteristic": HOME_AREA,
            "group": list(weights),
            "area": mix_name(weights),
            "benchmark_pct": [100 * weight for weight in weights.values()],
            "benchmark_as_at": None,
            "quality": "declared",
            "document": "",
            "source": "weights as declared",
        },
        schema=mixed.schema,
    )
    return pl.concat([mixed, where_people_live])


def _or_else(found: "pl.DataFrame", whole: "pl.DataFrame") -> "pl.DataFrame":
    """Put the figure of the whole where there is none of the area asked for."""
    import polars as pl

    missing = whole.join(found, on="characteristic", how="anti", maintain_order="left")
    return pl.concat([found, missing.select(COLUMNS)])
