"""Whole campaigns: candidates go through the stages of a published one, all at the same rates.

Each candidate has an answer to every characteristic, given at random: groups differ by chance
alone, and the characteristics of one campaign share its candidates, as they really do.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from analytics.disparities import disparities
from analytics.pass_rates import compared, outcomes
from analytics.representation import stage_representation
from analytics.representation_change import representation_changes
from analytics.selection import FloatArray

Mask = npt.NDArray[np.bool_]

BATCH = 500  # campaigns drawn at once: 2 megabytes to each stage
COUNTS = ["entered", "passed", "failed", "pending", "withdrawn", "entered_next"]


@dataclass(frozen=True, slots=True)
class Gap:
    """At one stage, the members of one category pass less often than everybody else."""

    characteristic: str
    category: str
    stage: str
    size: float

    @property
    def row(self) -> str:
        return f"{self.characteristic}, {self.category}, {self.stage}"


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """P-values: one row per campaign, one column per row that the commands would print."""

    pass_rates: pl.DataFrame
    changes: pl.DataFrame


def judged(
    template: pl.DataFrame, campaigns: int, rng: np.random.Generator, gap: Gap | None = None
) -> Judged:
    """Draw campaigns like the template, the ``queries.stage_flow`` of one, and test them."""
    pass_rates, changes = [], []
    for start in range(0, campaigns, BATCH):
        flow = drawn(template, min(BATCH, campaigns - start), rng, gap)
        rates = disparities(compared(outcomes(flow)))
        pass_rates.append(_p_values(rates, ["characteristic", "group", "stage"]))
        moved = representation_changes(stage_representation(flow))
        changes.append(_p_values(moved, ["characteristic", "group"]))
    return Judged(*(pl.concat(parts, how="diagonal") for parts in (pass_rates, changes)))


def _p_values(rows: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    named = rows.with_columns(pl.concat_str(key, separator=", ").alias("row"))
    return named.pivot(on="row", index="campaign", values="p_value").drop("campaign")


def drawn(
    template: pl.DataFrame, campaigns: int, rng: np.random.Generator, gap: Gap | None = None
) -> pl.DataFrame:
    """Return the stage flow of so many campaigns, each with a code of its own."""
    stages = template.partition_by("stage_order", maintain_order=True)
    member = _memberships(stages[0], rng)
    present, counted = np.ones((campaigns, len(member)), dtype=np.bool_), []
    for rows in stages:
        fates = _fates(rows, present, member @ _behind(rows, gap), rng)
        counted.append(_counted(rows, {"entered": present, **fates}, member))
        present = fates.get("passed", present)
    return pl.concat(counted)


def _memberships(first: pl.DataFrame, rng: np.random.Generator) -> FloatArray:
    """Return 1 where a candidate (row) is in a category (column), shuffled by characteristic."""
    blocks = [
        rng.permutation(np.repeat(np.eye(rows.height), rows["entered"].to_numpy(), axis=0))
        for rows in first.partition_by("characteristic", maintain_order=True)
    ]
    return np.hstack(blocks)


def _behind(rows: pl.DataFrame, gap: Gap | None) -> FloatArray:
    """Return by how much each category is less likely to pass."""
    if gap is None:
        return np.zeros(rows.height)
    here = rows.select(
        (pl.col("characteristic") == gap.characteristic)
        & (pl.col("category") == gap.category)
        & (pl.col("stage") == gap.stage)
    )
    return gap.size * here.to_series().to_numpy()


def _fates(
    rows: pl.DataFrame, present: Mask, behind: FloatArray, rng: np.random.Generator
) -> dict[str, Mask]:
    """Let everybody present pass, fail or wait at the rates of all candidates of the template."""
    everybody = rows.filter(pl.col("characteristic") == pl.col("characteristic").first())
    totals = everybody.select(pl.col("passed", "failed", "pending").sum()).row(0)
    if everybody["passed"].null_count():
        return {}
    luck = rng.random(present.shape)
    passed, done = np.cumsum(totals)[:2] / sum(totals)
    fates = {
        "passed": present & (luck < passed - behind),
        "failed": present & (luck >= passed - behind) & (luck < done),
    }
    return fates if done == 1 else {**fates, "pending": present & (luck >= done)}


def _counted(rows: pl.DataFrame, masks: dict[str, Mask], member: FloatArray) -> pl.DataFrame:
    """Count who is in each category, in rows like those of the template."""
    campaigns = len(masks["entered"])
    repeated = rows.drop(COUNTS)[np.tile(np.arange(rows.height), campaigns)]
    counts = {name: (mask @ member).astype(np.int64).ravel() for name, mask in masks.items()}
    codes = [f"{number:05}" for number in range(campaigns)]
    return repeated.with_columns(
        pl.Series("campaign", np.repeat(codes, rows.height)),
        *(pl.lit(None, dtype=pl.Int64).alias(name) for name in COUNTS),
    ).with_columns(pl.Series(name, values) for name, values in counts.items())
