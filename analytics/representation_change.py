"""The headline change in representation of a campaign, with its interval and tests.

The group at a later stage is part of the group at the first: the change is tested as group by
progressed, never as two independent samples (counting rule 8).
"""

import numpy as np
import polars as pl

from analytics.fisher import fisher_exact
from analytics.multiplicity import holm
from analytics.nested_change import detectable_change, share_after
from analytics.representation import SERIES
from analytics.selection import FloatArray, Selection


def representation_changes(
    stages: pl.DataFrame, *, to_stage: str | None = None, confidence_level: float = 0.95
) -> pl.DataFrame:
    """Return the change from the first stage to the last settled one, or to ``to_stage``.

    Args:
        stages: The rows of ``stage_representation``.
        to_stage: The stage to compare with the first; None takes the last that is settled.
        confidence_level: Of the interval ``change_low_pp`` to ``change_high_pp``.

    Returns:
        One row per campaign, characteristic and group that has two stages to compare, with the
        counts behind it: ``*_progressed`` of ``*_resolved`` people of the group and of the rest,
        those who are pending at an earlier stage or withdrew there left out. Holm's adjustment is
        over these rows; the detectable changes are those of a test at the 5 % level, whatever
        ``confidence_level`` is. Statistics are null where the counts contradict each other (more
        progressed than could have) or where the group or the rest is empty at the first stage.
    """
    ends = _two_ends(stages, to_stage)
    sound = ends["sound"].to_numpy()
    group, rest = _selection(ends, "group"), _selection(ends, "rest")
    exact = fisher_exact(group, rest)
    share = share_after(group, rest, confidence_level=confidence_level)
    seen = detectable_change(group, rest)
    p_value = np.where(sound, exact.p_value, np.nan)
    start = ends["from_pct"].to_numpy()
    return ends.with_columns(
        _column("change_low_pp", np.where(sound, 100 * share.low - start, np.nan)),
        _column("change_high_pp", np.where(sound, 100 * share.high - start, np.nan)),
        _column("p_value", p_value),
        _column("p_mid", np.where(sound, exact.p_mid, np.nan)),
        _column("p_adjusted", holm(p_value)),
        _column("detectable_fall_pp", np.where(sound, -100 * seen.below, np.nan)),
        _column("detectable_rise_pp", np.where(sound, 100 * seen.above, np.nan)),
    )


def _two_ends(stages: pl.DataFrame, to_stage: str | None) -> pl.DataFrame:
    """Put the first stage beside the later one, with who progressed out of who could have."""
    target = pl.col("settled") if to_stage is None else pl.col("stage") == to_stage
    first = stages.group_by(SERIES, maintain_order=True).first().filter(pl.col("base") > 0)
    last = (
        stages.filter(pl.col("stage_order") > pl.col("stage_order").min().over(SERIES))
        .filter(target, pl.col("base") > 0)
        .group_by(SERIES, maintain_order=True)
        .last()
    )
    both = last.join(first, on=SERIES, suffix="_first", maintain_order="left")
    return both.select(
        *SERIES,
        pl.col("stage_first").alias("from_stage"),
        pl.col("stage").alias("to_stage"),
        pl.col("representation_pct_first").alias("from_pct"),
        pl.col("representation_pct").alias("to_pct"),
        "change_pp",
        _relative_change().alias("relative_change_pct"),
        pl.col("group_entered_first").alias("from_group"),
        pl.col("base_first").alias("from_base"),
        pl.col("group_entered").alias("to_group"),
        pl.col("base").alias("to_base"),
        "provisional",
        *_progressed(),
    ).with_columns(sound=_possible("group") & _possible("rest"))


def _progressed() -> list[pl.Expr]:
    """Count who progressed among those with an outcome: the group, and everybody else."""
    group_could = pl.col("group_entered_first") - pl.col("group_undecided")
    return [
        pl.col("group_entered").alias("group_progressed"),
        group_could.alias("group_resolved"),
        (pl.col("base") - pl.col("group_entered")).alias("rest_progressed"),
        (pl.col("base_first") - pl.col("base_undecided") - group_could).alias("rest_resolved"),
    ]


def _relative_change() -> pl.Expr:
    """Change as a percentage of the share at the first stage; null where that is 0."""
    now = pl.col("group_entered") * pl.col("base_first")
    before = pl.col("group_entered_first") * pl.col("base")
    return pl.when(before > 0).then(100 * (now - before) / before)


def _possible(people: str) -> pl.Expr:
    progressed, resolved = pl.col(f"{people}_progressed"), pl.col(f"{people}_resolved")
    return (resolved > 0) & (progressed <= resolved)


def _selection(ends: pl.DataFrame, people: str) -> Selection:
    """Return the counts of the sound rows, and nobody out of nobody for the others."""
    counts = ends.select(
        pl.when("sound").then(f"{people}_{count}").otherwise(0).alias(count)
        for count in ("progressed", "resolved")
    )
    return Selection(counts["progressed"].to_numpy(), counts["resolved"].to_numpy())


def _column(name: str, values: FloatArray) -> pl.Series:
    # By way of a list, because Polars loads numpy.ma for an array, which takes 20 ms.
    return pl.Series(name, values.tolist(), dtype=pl.Float64).fill_nan(None)
