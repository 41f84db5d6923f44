"""The community that shares are set beside: an area, or areas mixed by weight, and other mixes."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

import queries
from analytics.benchmark_gap import benchmark_gaps
from analytics.community_shares import mix_name, mixed_shares, nearest_shares
from analytics.weightings import other_weightings
from recruitment.studies.benchmarks import area_names, benchmarks, known_weights
from reports.proportion_readings import benchmark_words, short_reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    import duckdb

SENSITIVITY_COLUMNS = [
    "population",
    "role",
    "characteristic",
    "group",
    "weighting",
    "benchmark_pct",
    "gap_pp",
    "representation_index",
    "p_value",
    "p_adjusted",
    "reading",
]
KEYS = ["compared_at", "characteristic", "group"]
# For counts without a date the latest benchmark is taken.
UNDATED = dt.date.max


@dataclass(frozen=True, slots=True)
class Community:
    """Whose shares are the benchmark.

    Attributes:
        con: An open warehouse.
        area: An area as the user named it; None takes the one with the most figures.
        weights: Areas as the user named them, of which the community is a mix.
    """

    con: "duckdb.DuckDBPyConnection"
    area: str | None
    weights: "Mapping[str, float] | None"

    @property
    def mix(self) -> dict[str, float] | None:
        """Return the weights by the areas' own names, or None where none are declared."""
        return None if self.weights is None else known_weights(area_names(self.con), self.weights)

    @property
    def name(self) -> str | None:
        """Return what the area or the mix is called, or None where the user named neither."""
        if self.mix is not None:
            return mix_name(self.mix)
        return None if self.area is None else area_names(self.con)[self.area.strip().casefold()]

    def beside(self, counts: pl.DataFrame) -> pl.DataFrame:
        """Put the benchmark nearest in date beside each of ``counts``; those without are left out.

        Raises:
            UsageError: An area is unknown, or the weights are not shares that add up to 1.
            DataError: The warehouse has no community figures.
        """
        dated = counts.with_columns(pl.col("as_at").fill_null(UNDATED).alias("compared_at"))
        found = pl.concat(
            benchmarks(self.con, as_at=date, area=self.area, weights=self.weights).with_columns(
                pl.lit(date).alias("compared_at")
            )
            for date in dated["compared_at"].unique(maintain_order=True)
        ).rename(
            {
                "quality": "benchmark_quality",
                "document": "benchmark_document",
                "source": "benchmark_source",
            }
        )
        rows = dated.join(found, on=KEYS, maintain_order="left")
        words = [
            benchmark_words(*row)
            for row in rows.select("benchmark_pct", "benchmark_quality").rows()
        ]
        return rows.with_columns(pl.Series("benchmark", words, dtype=pl.String))


def under_other_weights(
    con: "duckdb.DuckDBPyConnection", rows: pl.DataFrame, mix: "Mapping[str, float]"
) -> pl.DataFrame:
    """Return every row that has a benchmark in each area, under other weights of these.

    P-values are adjusted over all ``rows``, so each reading is the one that these weights would
    have given.

    Args:
        con: An open warehouse.
        rows: Counts beside the benchmark of ``mix``.
        mix: Weights by the areas' own names; one area alone has no others, and no rows.
    """
    others = other_weightings(mix)
    populations = queries.populations(con)
    dates = rows["compared_at"].unique(maintain_order=True).to_list()
    shares = {date: nearest_shares(populations, date) for date in dates}
    placed = rows.with_row_index("place")
    stacked = [
        placed.clear().with_columns(moved="benchmark_pct", weighting=pl.lit("")),
        *(
            placed.join(_mixed(shares, weights), on=KEYS, how="left", maintain_order="left")
            .with_columns(pl.coalesce("moved", "benchmark_pct").alias("benchmark_pct"))
            .with_columns(pl.lit(name).alias("weighting"))
            for name, weights in others.items()
        ),
    ]
    gaps = benchmark_gaps(pl.concat(stacked), families=max(len(others), 1)).drop_nulls("moved")
    readings = [short_reading(row) for row in gaps.to_dicts()]
    return (
        gaps.with_columns(pl.Series("reading", readings, dtype=pl.String))
        .sort("place", maintain_order=True)
        .select(SENSITIVITY_COLUMNS)
    )


def _mixed(
    shares: "Mapping[dt.date, pl.DataFrame]", weights: "Mapping[str, float]"
) -> pl.DataFrame:
    return pl.concat(
        mixed_shares(each, weights).select(
            pl.lit(date).alias("compared_at"),
            "characteristic",
            "group",
            pl.col("benchmark_pct").alias("moved"),
        )
        for date, each in shares.items()
    )
