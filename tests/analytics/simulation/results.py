"""All simulations in one run, and their figures beside what is documented."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl

from analytics.detectable import detectable_gap
from analytics.multiplicity import benjamini_hochberg, holm
from analytics.selection import FloatArray
from tests.analytics.simulation import coverage, pooled, rejections
from tests.analytics.simulation.campaigns import Gap, Judged, judged
from tests.analytics.simulation.documented import INTERVALS, TESTS, Documented
from tests.analytics.simulation.grid import FEW, SEED, Grid

EVIDENCE = 0.05  # adjusted p-values below it are read as evidence of a gap
SLACK = 5  # standard errors by which a figure drawn at random may miss what is documented
BOTH = "either of the two"
ADJUSTMENTS = {"Holm": holm, "Benjamini-Hochberg": benjamini_hochberg, "none": np.asarray}


@dataclass(frozen=True, slots=True)
class Results:
    """Frames of figures, each a share of 1."""

    coverages: pl.DataFrame
    errors: pl.DataFrame
    powers: pl.DataFrame
    false_claims: pl.DataFrame
    shown: pl.DataFrame

    def breaches(self) -> list[str]:
        """Return what is not as documented, in words."""
        low = self.coverages.filter(pl.col("lowest") < pl.col("limit") - pl.col("slack"))
        high = self.errors.filter(pl.col("highest") > pl.col("limit") + pl.col("slack"))
        promised = (pl.col("adjusted") == "Holm") & (pl.col("claims") != BOTH)
        claims = self.false_claims.filter(promised, pl.col("share") > EVIDENCE + pl.col("slack"))
        return [str(row) for frame in (low, high, claims) for row in frame.to_dicts()]


def run(grid: Grid, template: pl.DataFrame) -> Results:
    """Run everything; each part has random numbers of its own."""
    rngs = [np.random.default_rng([SEED, part]) for part in range(4)]
    intervals = pl.concat([coverage.coverages(grid), pooled.coverages(grid, rngs[0])])
    tests = pl.concat([rejections.errors(grid), pooled.errors(grid, rngs[1])])
    return Results(
        summary(intervals, "coverage", INTERVALS),
        summary(tests, "rejected", TESTS),
        summary(rejections.powers(grid), "rejected", TESTS),
        false_claims(judged(template, grid.campaigns, rngs[2])),
        shown(template, grid.gap_campaigns, rngs[3]),
    )


def summary(
    scenarios: pl.DataFrame, figure: str, documented: dict[str, Documented]
) -> pl.DataFrame:
    """Return the lowest, mean and highest figure of each method for few people and for more.

    ``limit`` is what is documented; ``slack`` what chance may add to it, 0 where none is involved.
    """
    kept = [pl.col(each).first() for each in ("draws", "unit") if each in scenarios.columns]
    lowest, highest = pl.col(figure).min().alias("lowest"), pl.col(figure).max().alias("highest")
    mean, others = pl.col(figure).mean().alias("mean"), pl.exclude(figure, "draws", "unit").mean()
    rows = scenarios.group_by("method", "people", maintain_order=True).agg(
        lowest, mean, highest, others, *kept
    )
    rows = rows.with_columns(few=pl.col("people") == FEW)
    limit = _limits(rows, documented)
    slack = SLACK * standard_error(limit, rows["draws"].to_numpy())
    return rows.with_columns(pl.Series("limit", limit), pl.Series("slack", slack))


def _limits(rows: pl.DataFrame, documented: dict[str, Documented]) -> FloatArray:
    pairs = rows.select("method", "few").rows()
    limits = [documented[name].few if few else documented[name].more for name, few in pairs]
    return np.array(limits) / 100


def standard_error(share: FloatArray, draws: FloatArray) -> FloatArray:
    """Return the standard error of a share of so many draws, 0 where there are none."""
    return np.where(draws > 0, np.sqrt(share * (1 - share) / np.maximum(draws, 1)), 0)


def false_claims(found: Judged) -> pl.DataFrame:
    """Return in which share of campaigns without a gap any row would be called evidence.

    A family is what one command adjusts for together; who reads both commands reads two.
    """
    pass_rates, changes = found.pass_rates.to_numpy(), found.changes.to_numpy()
    families = {"pass rates": [pass_rates], "representation changes": [changes]}
    families[BOTH] = [pass_rates, changes]
    rows = [
        {"claims": name, "adjusted": each, "share": _any_evidence(map(adjust, family))}
        for name, family in families.items()
        for each, adjust in ADJUSTMENTS.items()
    ]
    slack = SLACK * standard_error(np.array(EVIDENCE), np.array(len(changes)))
    return pl.DataFrame(rows).with_columns(slack=float(slack))


def _any_evidence(families: Iterable[FloatArray]) -> float:
    return float((np.hstack(list(families)) < EVIDENCE).any(axis=1).mean())


def shown(template: pl.DataFrame, campaigns: int, rng: np.random.Generator) -> pl.DataFrame:
    """Return how often a gap of the size said to be detectable at the first stage is shown."""
    rows = []
    for gap in gaps(template):
        p_values = judged(template, campaigns, rng, gap).pass_rates
        place = p_values.columns.index(gap.row)
        shares = {
            name: float((adjust(p_values.to_numpy())[:, place] < EVIDENCE).mean())
            for name, adjust in ADJUSTMENTS.items()
        }
        rows.append({"gap": gap.row, "size": gap.size, **shares})
    return pl.DataFrame(rows)


def gaps(template: pl.DataFrame) -> list[Gap]:
    """Return for each group the gap downwards that its first stage could have shown."""
    first = template.filter(pl.col("stage_order") == pl.col("stage_order").min())
    found = []
    for rows in first.partition_by("characteristic", maintain_order=True):
        rate = rows["passed"].sum() / (rows["passed"].sum() + rows["failed"].sum())
        ours, theirs = (rows.filter(kind=kind)["entered"].sum() for kind in ("group", "comparator"))
        size = float(detectable_gap(ours, theirs, rate).below)
        name, category, stage = (
            rows.filter(kind="group").select("characteristic", "category", "stage").row(0)
        )
        found.append(Gap(name, category, stage, size))
    return found
