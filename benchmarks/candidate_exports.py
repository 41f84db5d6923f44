"""Exports of candidates as tracking systems write them, of any length, for measurements.

Rates, shares and words are made up, near those of the campaigns published in 2020.
"""

from pathlib import Path

import numpy as np
import polars as pl

STAGES = {
    "Application": 0.75,
    "Telephone interview": 0.69,
    "Face to face interview": 0.62,
    "Assessment centre": 0.95,
    "Pre-employment checks": 0.5,
    "Offer": 0.0,
}
ANSWERS: dict[str, dict[str, float]] = {
    "Ethnic origin": {
        "White - English, Welsh, Scottish, Northern Irish or British": 0.62,
        "White - Any other White background": 0.05,
        "Asian or Asian British - Indian": 0.11,
        "Asian or Asian British - Pakistani": 0.05,
        "Black or Black British - Caribbean": 0.05,
        "Mixed or multiple ethnic groups - White and Asian": 0.03,
        "Prefer not to say": 0.04,
        "": 0.05,
    },
    "Sex": {"Male": 0.62, "Female": 0.35, "": 0.03},
    "Sexual orientation": {
        "Heterosexual or straight": 0.79,
        "Gay or lesbian": 0.07,
        "Bisexual": 0.05,
        "Prefer not to say": 0.05,
        "": 0.04,
    },
    "Disability": {"No": 0.91, "Yes": 0.05, "": 0.04},
}


def stage_rows(rows: int, *, answered_later: float, seed: int = 2020) -> pl.DataFrame:
    """Return about ``rows`` rows, one per candidate and stage, in no order.

    Args:
        rows: How many.
        answered_later: The share of candidates whose answers are blank at the first stage alone.
        seed: Of the random numbers.
    """
    rng = np.random.default_rng(seed)
    through = np.cumprod([1.0, *STAGES.values()])[:-1]
    people = round(rows / through.sum())
    alive, parts = np.arange(people), []
    for stage, rate in STAGES.items():
        passed = rng.random(alive.size) < rate
        ended = np.where(rng.random(alive.size) < 0.9, "Unsuccessful", "In progress")
        outcome = np.where(passed, "Successful", ended if rate else "")
        frame = pl.DataFrame({"person": alive, "Outcome": outcome})
        parts.append(frame.with_columns(Stage=pl.lit(stage)))
        alive = alive[passed]
    return _answered(pl.concat(parts), rng, people, answered_later).sample(
        fraction=1, shuffle=True, seed=seed
    )


def _answered(
    rows: pl.DataFrame, rng: np.random.Generator, people: int, answered_later: float
) -> pl.DataFrame:
    person = rows["person"].to_numpy()
    late = (rng.random(people) < answered_later)[person] & (
        rows["Stage"] == "Application"
    ).to_numpy()
    answers = {}
    for heading, shares in ANSWERS.items():
        said = np.array(list(shares))[rng.choice(len(shares), people, p=list(shares.values()))]
        answers[heading] = np.where(late, "", said[person])
    return rows.select(
        pl.format("APP-{}", pl.col("person").cast(pl.String).str.zfill(8)).alias("Application ID"),
        pl.format("First{} Last{}", pl.col("person") % 997, pl.col("person") % 4999).alias("Name"),
        pl.format("mail{}@example.org", "person").alias("Email"),
        "Stage",
        "Outcome",
        *(pl.Series(heading, said) for heading, said in answers.items()),
    )


def write(rows: pl.DataFrame, path: Path) -> None:
    """Write ``rows`` as the suffix of ``path`` says."""
    if path.suffix == ".parquet":
        rows.write_parquet(path)
    else:
        rows.write_csv(path)
